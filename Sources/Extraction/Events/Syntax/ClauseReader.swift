internal import Language

/// A sentence read into noun phrases and verb groups with their subjects and objects, by tags alone.
///
/// A shallow reading in the manner of finite-state chunkers (Abney 1996): every look to the left or right is bounded,
/// so the cost grows with the sentence's length only. What is not clear stays without a subject.
struct ClauseReader {
    let tokens: [Token]
    var phrases: [NounPhrase] = []
    var groups: [VerbGroup] = []
    /// The phrase that a token belongs to.
    var phraseAt: [Int?]
    var groupAt: [Int?]

    /// How many tokens a subject may stand before its verb.
    static let reach = 40

    init(_ sentence: Sentence) {
        tokens = sentence.tokens
        phraseAt = Array(repeating: nil, count: tokens.count)
        groupAt = Array(repeating: nil, count: tokens.count)
        readPhrases()
        readGroups()
        for index in groups.indices { readRight(index) }
        for index in groups.indices { readSubject(index) }
        for index in groups.indices { readRelativeObject(index) }
    }

    // MARK: Noun phrases

    private func isNominal(_ tag: PartOfSpeech) -> Bool { tag == .noun || tag == .properNoun || tag == .numeral }

    /// True for a participle that stands before its noun: "the captured soldiers".
    private func isPrenominal(_ at: Int) -> Bool {
        guard at + 1 < tokens.count, tokens[at].tag == .verb,
            tokens[at].verbForm == .pastParticiple || tokens[at].verbForm == .past || tokens[at].verbForm == .gerund
        else { return false }
        var next = at + 1
        while next < tokens.count, next < at + 4, tokens[next].tag == .adjective { next += 1 }
        // "an estimated 11,000 troops"
        if next < tokens.count, tokens[next].tag == .numeral, at > 0, tokens[at - 1].tag == .determiner { return true }
        guard next < tokens.count, tokens[next].tag == .noun || tokens[next].tag == .properNoun else { return false }
        // "Captured soldiers were …", "Wounded men told …"
        guard at > 0 else { return tokens[at].verbForm != .gerund && next == at + 1 && tokens[next].penn == "NNS" }
        switch tokens[at - 1].tag {
        case .determiner, .numeral, .adjective: return true
        // "its previously announced offer"
        case .adverb:
            return at > 1 && tokens[at].verbForm != .gerund
                && (tokens[at - 2].tag == .determiner || tokens[at - 2].penn == "PRP$")
        case .pronoun: return !FunctionWords.subjects.contains(tokens[at - 1].lower) && !isRelative(at - 1)
        case .adposition: return tokens[at].verbForm != .gerund
        case .particle: return tokens[at - 1].lower.hasSuffix("s")
        // "killing injured prisoners": the object of the verb before it; not "had captured prisoners".
        case .verb:
            return tokens[at].verbForm != .gerund && !FunctionWords.helpers.contains(tokens[at - 1].lemma)
                && phraseAt[at - 1] == nil
        default: return false
        }
    }

    /// "their wounded", "the injured": a participle that no noun follows stands for the people.
    private func isSubstantive(_ at: Int) -> Bool {
        guard at > 0, FunctionWords.owners.contains(tokens[at - 1].lower) else { return false }
        let isParticiple =
            tokens[at].tag == .verb && (tokens[at].verbForm == .pastParticiple || tokens[at].verbForm == .past)
        guard isParticiple || (tokens[at].tag == .adjective && tokens[at - 1].lower != "the") else { return false }
        guard at + 1 < tokens.count else { return true }
        switch tokens[at + 1].tag {
        case .noun, .properNoun, .adjective, .numeral, .pronoun, .determiner, .verb: return false
        case .conjunction: return isParticiple
        case .punctuation: return tokens[at + 1].text != "-" && (isParticiple || tokens[at + 1].text != ",")
        default: return true
        }
    }

    /// "since a raid in May": a subordinator that no clause follows is a preposition.
    private func isBare(_ at: Int, before head: Int) -> Bool {
        guard tokens[at].tag == .subordinator, FunctionWords.prepositions.contains(tokens[at].lower) else {
            return false
        }
        for next in (head + 1)..<max(head + 1, min(tokens.count, head + 14)) {
            if tokens[next].tag == .auxiliary { return false }
            if tokens[next].tag == .verb, tokens[next].verbForm != .gerund, tokens[next].verbForm != .pastParticiple {
                return false
            }
            if tokens[next].tag == .punctuation, tokens[next].text != "-" { break }
        }
        return true
    }

    /// "cross-border", "shoot-to-kill": the first part of a word with a hyphen.
    private func isJoined(_ at: Int) -> Bool {
        at + 2 < tokens.count && tokens[at + 1].text == "-" && !tokens[at + 1].spaceBefore
            && !tokens[at + 2].spaceBefore
    }

    func isRelative(_ at: Int) -> Bool {
        FunctionWords.relatives.contains(tokens[at].lower)
            || (tokens[at].lower == "that" && tokens[at].tag != .determiner)
    }

    private mutating func readPhrases() {
        var at = 0
        var owner: Int?
        while at < tokens.count {
            var end = at
            var head: Int?
            scan: while end < tokens.count {
                switch tokens[end].tag {
                case .noun, .properNoun, .numeral, .symbol:
                    head = end
                case .pronoun:
                    if isRelative(end) { break scan }
                    if end > at { break scan }
                    let next = end + 1
                    let continues =
                        next < tokens.count && !FunctionWords.subjects.contains(tokens[end].lower)
                        && (isNominal(tokens[next].tag) || tokens[next].tag == .adjective || isPrenominal(next)
                            || isSubstantive(next)
                            || (tokens[next].tag == .adverb && next + 1 < tokens.count && isPrenominal(next + 1)))
                    head = end
                    if !continues {
                        end += 1
                        break scan
                    }
                case .determiner:
                    if head != nil { break scan }
                    let last = end + 1 >= tokens.count
                    if !last, tokens[end + 1].tag == .verb || tokens[end + 1].tag == .auxiliary,
                        !isPrenominal(end + 1), !isSubstantive(end + 1)
                    {
                        head = end
                        end += 1
                        break scan
                    }
                case .adjective:
                    if end > at, isSubstantive(end) {
                        head = end
                        end += 1
                        break scan
                    }
                    if let head {
                        var next = end + 1
                        // "two North Korean soldiers": a number waits for its noun.
                        while next < tokens.count, next < end + 4, tokens[head].tag == .numeral,
                            tokens[next].tag == .adjective
                        { next += 1 }
                        if next >= tokens.count || !isNominal(tokens[next].tag) { break scan }
                    }
                case .adverb:
                    guard end + 1 < tokens.count, head == nil,
                        tokens[end + 1].tag == .adjective || tokens[end + 1].tag == .numeral || isPrenominal(end + 1),
                        end > at || tokens[end + 1].tag == .numeral
                    else { break scan }
                case .verb:
                    if end > at, isSubstantive(end) {
                        head = end
                        end += 1
                        break scan
                    }
                    guard isPrenominal(end) || (end > at && isJoined(end)) else { break scan }
                case .punctuation:
                    guard end > at, tokens[end].text == "-", !tokens[end].spaceBefore else { break scan }
                default: break scan
                }
                end += 1
            }
            if let head, head >= at {
                var phrase = NounPhrase(range: at..<(head + 1), head: head)
                phrase.possessor = owner
                let bounds =
                    at > 0
                    && (tokens[at].tag == .numeral && FunctionWords.bounds.contains(tokens[at - 1].lower)
                        || FunctionWords.superlatives.contains(tokens[at].lower)
                            && (tokens[head].tag == .numeral
                                || at + 1 < tokens.count && tokens[at + 1].tag == .numeral))
                if at > 0, !bounds,
                    tokens[at - 1].tag == .adposition || tokens[at - 1].lower == "to" || isBare(at - 1, before: head)
                {
                    phrase.preposition = at - 1
                }
                if let owner, phrase.preposition == nil { phrase.preposition = phrases[owner].preposition }
                owner = nil
                let index = phrases.count
                for token in at...head { phraseAt[token] = index }
                at = head + 1
                if at < tokens.count, tokens[at].lower == "'s" || tokens[at].lower == "'", tokens[at].tag != .auxiliary,
                    tokens[at].tag == .particle || !tokens[at].spaceBefore
                {
                    phrase.isPossessor = true
                    owner = index
                    at += 1
                }
                phrases.append(phrase)
            } else {
                owner = nil
                at = max(at + 1, end)
                // A scan that ends without a head may have passed a determiner only; nothing is lost.
            }
        }
    }

    // MARK: Verb groups

    private mutating func readGroups() {
        var at = 0
        while at < tokens.count {
            let isTo =
                tokens[at].lower == "to" && at + 1 < tokens.count
                && (tokens[at + 1].tag == .verb || tokens[at + 1].tag == .auxiliary
                    || (tokens[at + 1].tag == .adverb && at + 2 < tokens.count && tokens[at + 2].tag == .verb))
                && phraseAt[at + 1] == nil
            guard isTo || ((tokens[at].tag == .auxiliary || tokens[at].tag == .verb) && phraseAt[at] == nil) else {
                at += 1
                continue
            }
            var end = isTo ? at + 1 : at
            var head: Int?
            scan: while end < tokens.count, phraseAt[end] == nil || tokens[end].tag == .adverb {
                let token = tokens[end]
                switch token.tag {
                case .auxiliary: head = end
                case .verb:
                    head = end
                    let helps = token.lemma == "be" || token.lemma == "have" || token.lemma == "do"
                    guard helps, let next = nextVerb(after: end), tokens[next].verbForm != .base || token.lemma == "do"
                    else {
                        end += 1
                        break scan
                    }
                case .adverb, .particle:
                    if token.lower == "to" || token.lower == "'s" { break scan }
                default: break scan
                }
                end += 1
            }
            guard let head else {
                at += 1
                continue
            }
            // "did" and "is" questions or copulas keep their auxiliary as head.
            let index = groups.count
            let range = at..<(head + 1)
            for token in range { groupAt[token] = index }
            groups.append(
                VerbGroup(
                    range: range, head: head, form: form(range, head, isTo), isPassive: isPassive(range, head),
                    clause: range))
            at = head + 1
        }
        reconsiderParticiples()
    }

    /// The first verb group that begins at a token or after it.
    func firstGroup(from token: Int) -> VerbGroup? {
        let next = groups.partitioningIndex { $0.range.lowerBound >= token }
        return next < groups.count ? groups[next] : nil
    }

    private func nextVerb(after at: Int) -> Int? {
        var next = at + 1
        while next < tokens.count, next < at + 4 {
            switch tokens[next].tag {
            case .verb, .auxiliary: return phraseAt[next] == nil ? next : nil
            case .adverb, .particle: next += 1
            default: return nil
            }
        }
        return nil
    }

    private func form(_ range: Range<Int>, _ head: Int, _ isTo: Bool) -> VerbGroup.Form {
        if isTo { return .infinitive }
        let first = tokens[range.lowerBound]
        if first.verbForm == .gerund { return .gerund }
        if range.lowerBound == head, first.verbForm == .pastParticiple { return .participle }
        return .finite
    }

    private func isPassive(_ range: Range<Int>, _ head: Int) -> Bool {
        guard tokens[head].tag == .verb else { return false }
        if range.lowerBound == head { return tokens[head].verbForm == .pastParticiple }
        guard tokens[head].verbForm == .pastParticiple || tokens[head].verbForm == .past else { return false }
        let helper = range.dropLast().last { tokens[$0].tag == .auxiliary || tokens[$0].tag == .verb }
        return helper.map { tokens[$0].lemma == "be" || tokens[$0].lemma == "get" } ?? false
    }

    /// "Soldiers captured in Kursk were …" is a reduced clause whatever the tagger took the form for, and
    /// "Forces captured the town" is not.
    private mutating func reconsiderParticiples() {
        for index in groups.indices where groups[index].range.count == 1 && tokens[groups[index].head].tag == .verb {
            let head = groups[index].head
            guard let form = tokens[head].verbForm, form == .past || form == .pastParticiple, head > 0 else { continue }
            let objectFollows = head + 1 < tokens.count && phraseAt[head + 1] != nil
            // "15,000 killed", "leaving 12 injured": a bare number suffers.
            if !objectFollows, let phrase = phraseAt[head - 1], tokens[phrases[phrase].head].tag == .numeral,
                phrases[phrase].preposition == nil
            {
                groups[index].form = .participle
                groups[index].isPassive = true
                continue
            }
            // "Oslo, which had not confirmed the deal, denied …": after the relative clause the main verb.
            if form == .pastParticiple, tokens[head - 1].text == ",", index > 0, followsRelative(groups[index - 1]) {
                groups[index].form = .finite
                groups[index].isPassive = false
                continue
            }
            if form == .pastParticiple {
                guard objectFollows || !hasFiniteVerbNear(index) else { continue }
                guard
                    phraseAt[head - 1] != nil || tokens[head - 1].tag == .adverb
                        || isRelative(head - 1) || tokens[head - 1].tag == .conjunction
                else { continue }
                if tokens[head - 1].tag == .conjunction, let before = index > 0 ? groups[index - 1] : nil,
                    before.isPassive, !objectFollows
                {
                    continue
                }
                groups[index].form = .finite
                groups[index].isPassive = false
            } else if !objectFollows, phraseAt[head - 1] != nil, index + 1 < groups.count,
                groups[index + 1].form == .finite, tokens[groups[index + 1].range.lowerBound].tag == .auxiliary,
                isPrepositional(head + 1, groups[index + 1].range.lowerBound)
            {
                groups[index].form = .participle
                groups[index].isPassive = true
            }
        }
        for index in groups.indices.dropFirst() where groups[index].range.count == 1 {
            // "were killed or wounded": the second participle leans on the first one's auxiliary.
            let before = groups[index - 1]
            let head = groups[index].head
            guard tokens[head].tag == .verb, before.range.upperBound + 1 == head,
                tokens[head - 1].tag == .conjunction,
                tokens[head].verbForm == .past || tokens[head].verbForm == .pastParticiple
            else { continue }
            if before.isPassive {
                groups[index].isPassive = true
                groups[index].form = before.form
            } else if before.form == .finite, tokens[before.range.lowerBound].lemma == "have", before.range.count > 1 {
                // "has neither confirmed nor denied"
                groups[index].isPassive = false
                groups[index].form = .finite
            }
        }
    }

    /// ", which", ", who also" before a verb group.
    private func followsRelative(_ group: VerbGroup) -> Bool {
        var before = group.range.lowerBound - 1
        while before > 0, tokens[before].tag == .adverb, !isRelative(before) { before -= 1 }
        return before > 0 && isRelative(before) && tokens[before - 1].text == ","
    }

    private func hasFiniteVerbNear(_ index: Int) -> Bool {
        let near = max(0, index - 1)..<min(groups.count, index + 2)
        return near.contains { $0 != index && groups[$0].form == .finite }
    }

    private func isPrepositional(_ from: Int, _ to: Int) -> Bool {
        guard from < to, to - from < Self.reach else { return false }
        for at in from..<to {
            if tokens[at].tag == .punctuation || tokens[at].tag == .conjunction || tokens[at].tag == .subordinator {
                return false
            }
            if let phrase = phraseAt[at], phrases[phrase].preposition == nil { return false }
        }
        return true
    }
}
