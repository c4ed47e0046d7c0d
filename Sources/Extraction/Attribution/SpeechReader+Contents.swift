internal import Language
internal import Record

/// What hangs on a reporting verb and is allowed as content by its line in the table.
extension SpeechReader {
    /// The most words that a relative clause is looked through for its end.
    private static let longestRelative = 48

    func content(of clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        if let statement = statement(of: clause, sentence) { return statement }
        if let phrase = phrase(of: clause, sentence) { return phrase }
        return sentenceBefore(clause, sentence)
    }

    // MARK: Statements

    private func statement(of clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        let (verb, entry) = (clause.verb, clause.entry)
        if entry.takes(.statement) {
            var clauses = sentence.children(of: verb).filter {
                sentence.relation($0) == "ccomp" && !resumers.holds($0)
                    && (sentence.phrase(of: $0).count > 1 || sentence.tokens[$0].lower != "that")
            }
            if clauses.count == 1, let head = clauses.first {
                if let parted = partedClause(head, clause, sentence) { return parted }
                // "urged them to leave", with whom it is said to as the subject.
                if entry.takes(.request), sentence.isInfinitive(head),
                    let to = sentence.children(of: head).first(where: { sentence.tokens[$0].lower == "to" })
                {
                    let range = to..<max(to + 1, sentence.phrase(of: head).upperBound)
                    return ReportedContent(pieces: [range], isRequest: true)
                }
            }
            if !clauses.isEmpty {
                if entry.takes(.quote), clauses.allSatisfy({ !sentence.isQuoted($0) }),
                    let quoted = quotationBeside(clause, sentence, before: true)
                {
                    return quoted
                }
                clauses += sentence.children(of: verb).filter {
                    sentence.relation($0) == "conj" && sentence.hasThat($0)
                }
                if let first = clauses.first, let inverted = clauseBefore(first, clause, sentence) { return inverted }
                let last = clauses.last.map { resumption(in: sentence.phrase(of: $0), after: $0, of: verb, sentence) }
                return ReportedContent(
                    pieces: clauses.map {
                        let range = reported(sentence.phrase(of: $0), after: $0, of: verb, sentence)
                        return range
                            .lowerBound..<max(
                                range.lowerBound + 1, relativeEnd(clause, in: range, sentence))
                    },
                    isStatement: true, resumption: last ?? nil)
            }
        }
        if entry.takes([.clause, .quote]), let text = introduced(clause, sentence) { return text }
        if let quoted = quotationBeside(clause, sentence, before: false) { return quoted }
        if entry.takes(.clause), let following = clauseAbove(clause, sentence) { return following }
        if entry.takes(.clause), let around = parenthesis(clause, sentence) { return around }
        return entry.takes(.clause) ? misplacedClause(clause, sentence) : nil
    }

    /// "The hill, he said, was lost", where the tree has the hill for a second subject of the saying.
    private func partedClause(_ head: Int, _ clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        let cue = clause.cue
        guard head > clause.verb, sentence.ownSubject(of: head) == nil, !sentence.isInfinitive(head),
            let subject = clause.subject, subject < clause.verb, cue.upperBound < sentence.count,
            sentence.tokens[cue.upperBound].text == ","
        else { return nil }
        let edge = sentence.start(of: subject)
        guard edge > 1, sentence.tokens[edge - 1].text == "," else { return nil }
        let whole = 0..<sentence.phrase(of: head).upperBound
        return ReportedContent(pieces: sentence.pieces(of: whole, without: edge..<cue.upperBound), isStatement: true)
    }

    /// "The hill was lost, he said": all that stands before the speaker, whatever of it the tree has found.
    private func clauseBefore(_ head: Int, _ clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        guard head < clause.verb, let subject = clause.subject else { return nil }
        let edge = min(clause.cue.lowerBound, subject < clause.verb ? sentence.start(of: subject) : clause.verb)
        let (above, end) = (sentence.tree.heads[clause.top], clause.cue.upperBound)
        var low = sentence.phrase(of: clause.top).lowerBound
        // "Video showed that the hill was lost, he wrote": the video stands above in the tree.
        if above >= 0, above < edge, !sentence.hasWords(end..<sentence.count) {
            low = min(low, sentence.phrase(of: above).lowerBound)
        }
        guard edge > 0, head < edge, low < edge, SpeechWords.opensParenthesis(sentence.tokens[edge - 1]) else {
            return nil
        }
        let range = sentence.trimmed(low..<edge)
        guard !range.isEmpty else { return nil }
        let rest = end..<max(end, sentence.phrase(of: head).upperBound)
        return ReportedContent(pieces: [range] + (rest.isEmpty ? [] : [rest]), isStatement: true)
    }

    /// Where a relative clause between commas ends: "Novak, who said he was tired, left."
    private func relativeEnd(_ clause: VerbClause, in range: Range<Int>, _ sentence: SpeechSentence) -> Int {
        guard let subject = clause.subject, subject > 0, sentence.tokens[subject - 1].text == ",",
            SpeechWords.relatives.contains(sentence.tokens[subject].lower)
        else { return range.upperBound }
        for at in range.prefix(Self.longestRelative) where sentence.tokens[at].text == "," {
            guard at + 1 < range.upperBound else { break }
            switch sentence.tokens[at + 1].penn {
            case "VBD", "VBZ", "VBP", "VBN", "MD": return at
            default: continue
            }
        }
        return range.upperBound
    }

    /// The participle in a content by which the speaker is said to go on: "…, calling it a lie".
    private func resumption(in range: Range<Int>, after head: Int, of verb: Int, _ sentence: SpeechSentence) -> Int? {
        let next = resumers.partitioningIndex { $0 > head }
        guard next < resumers.count, resumers[next] < range.upperBound, sentence.tree.heads[resumers[next]] != verb,
            sentence.start(of: resumers[next]) > head
        else { return nil }
        return resumers[next]
    }

    /// A content without what the speaker is said to go on with.
    private func reported(_ range: Range<Int>, after head: Int, of verb: Int, _ sentence: SpeechSentence) -> Range<Int>
    {
        guard let next = resumption(in: range, after: head, of: verb, sentence) else { return range }
        return range.lowerBound..<(sentence.start(of: next) - 1)
    }

    /// Participles of reporting verbs behind a comma, which may go on with the speaker.
    func participles(_ sentence: SpeechSentence) -> [Int] {
        sentence.tokens.indices.filter { at in
            guard sentence.tokens[at].penn == "VBG", !sentence.isQuoted(at) else { return false }
            switch sentence.relation(at) {
            case "advcl", "acl", "conj", "parataxis": break
            default: return false
            }
            let start = sentence.start(of: at)
            guard start > 0, sentence.tokens[start - 1].text == ",",
                let (entry, _) = lexicon.match(sentence.tokens, at: at, .verb)
            else { return false }
            switch entry.group {
            case .say, .write, .judge, .deny, .commit, .quote: return true
            default: return false
            }
        }
    }

    /// "He said: the hill is lost", which trees take for two clauses side by side.
    private func introduced(_ clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        let (verb, entry, tokens) = (clause.verb, clause.entry, sentence.tokens)
        guard entry.takes(.quote), entry.isSpeech || entry.group == .ask || entry.group == .deny else { return nil }
        for child in sentence.children(of: verb) where child > verb && sentence.relation(child) == "parataxis" {
            let start = sentence.phrase(of: child).lowerBound
            guard isClause(child, sentence), child - verb < 24 else { continue }
            let between = (verb + 1)..<max(verb + 1, child)
            let isMarked = between.contains {
                tokens[$0].text == ":" || FunctionWords.quotes.contains(tokens[$0].text)
            }
            let hasVerb = (verb + 1..<max(verb + 1, start)).contains { tokens[$0].tag == .verb }
            if isMarked, !hasVerb {
                return ReportedContent(pieces: [sentence.phrase(of: child)], isStatement: true)
            }
        }
        return nil
    }

    private func isClause(_ word: Int, _ sentence: SpeechSentence) -> Bool {
        switch sentence.tokens[word].tag {
        case .verb, .auxiliary: true
        default:
            sentence.ownSubject(of: word) != nil
                || sentence.children(of: word).contains { sentence.relation($0) == "cop" }
        }
    }

    /// "Critics said the hill was lost", where the tree has the lost hill at the top.
    private func clauseAbove(_ clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        let verb = clause.verb
        let head = sentence.tree.heads[verb]
        guard clause.top == verb, head > verb, sentence.ownSubject(of: verb) != nil,
            sentence.firstObject(of: verb) == nil
        else { return nil }
        switch sentence.relation(verb) {
        case "parataxis", "advcl", "ccomp": break
        default: return nil
        }
        switch clause.entry.group {
        case .say, .write, .think, .show: break
        default: return nil
        }
        let end = sentence.phrase(of: verb).upperBound
        guard end <= head, end < sentence.count, sentence.tokens[end - 1].tag != .punctuation,
            sentence.tokens[end].tag != .punctuation, let subject = sentence.ownSubject(of: head), subject > verb
        else { return nil }
        return ReportedContent(pieces: [end..<sentence.phrase(of: head).upperBound], isStatement: true)
    }

    /// "assured the crowd that …", "said a day later that …", where the tree hangs the clause on what stands between or
    /// takes it for an adjunct.
    private func misplacedClause(_ clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        for child in sentence.children(of: clause.verb) where child > clause.verb {
            switch sentence.relation(child) {
            case "obj", "iobj":
                guard lexicon.match(sentence.tokens, at: child, .noun) == nil else { continue }
            case "obl", "obl:unmarked", "advmod": break
            case "advcl":
                guard sentence.hasThat(child) else { continue }
                return ReportedContent(pieces: [sentence.phrase(of: child)], isStatement: true)
            default: continue
            }
            if let inner = sentence.children(of: child).first(where: { isStatement($0, of: child, sentence) }) {
                return ReportedContent(pieces: [sentence.phrase(of: inner)], isStatement: true)
            }
        }
        return nil
    }

    /// Whether a clause with "that" says something by itself rather than modify a noun.
    private func isStatement(_ word: Int, of noun: Int, _ sentence: SpeechSentence) -> Bool {
        switch sentence.relation(word) {
        case "acl", "ccomp", "advcl": return sentence.hasThat(word)
        case "acl:relcl":
            if sentence.hasThat(word) { return true }
            // "for the first time that it has sent troops"
            let first = sentence.phrase(of: word).lowerBound
            guard sentence.tokens[first].lower == "that", let subject = sentence.ownSubject(of: word), subject != first
            else { return false }
            return time(over: sentence.tokens[noun].span)
                || sentence.firstObject(of: word) == first
                    && sentence.children(of: word).contains { $0 > word && sentence.relation($0) == "obj" }
        default: return false
        }
    }

    // MARK: Phrases

    private func phrase(of clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        let (verb, entry, tokens) = (clause.verb, clause.entry, sentence.tokens)
        let children = sentence.children(of: verb)
        let object =
            children.first {
                sentence.relation($0) == "obj" || (sentence.relation($0) == "iobj" && entry.takes(.naming))
            }
        let complement = children.first { sentence.relation($0) == "xcomp" }
        let infinitive = self.infinitive(of: clause, object: object, sentence)
        if let infinitive, object != nil || entry.words.count > 1, entry.takes(.request) {
            return ReportedContent(pieces: [sentence.phrase(of: infinitive)], isRequest: true)
        }
        if entry.group == .seem {
            return complement.map { ReportedContent(pieces: [sentence.phrase(of: $0)]) }
        }
        if let infinitive, object == nil, entry.takes(.infinitive), sentence.relation(infinitive) != "advcl" {
            return ReportedContent(pieces: [sentence.phrase(of: infinitive)])
        }
        if let object {
            let phrase = sentence.phrase(of: object)
            if let complement, entry.takes(.naming) {
                let other = sentence.phrase(of: complement)
                return ReportedContent(
                    pieces: [
                        min(phrase.lowerBound, other.lowerBound)..<max(phrase.upperBound, other.upperBound)
                    ])
            }
            for (preposition, isAllowed) in [("at", entry.takes(.figure)), ("as", entry.preposition("as") != nil)]
            where isAllowed {
                if let second = follower(of: object, in: verb, after: preposition, sentence) {
                    let end = max(phrase.upperBound, sentence.phrase(of: second).upperBound)
                    return ReportedContent(pieces: [phrase.lowerBound..<end])
                }
            }
            if complement == nil, entry.takes(.naming), let named = name(of: phrase, verb, sentence) {
                return ReportedContent(pieces: [named])
            }
        } else if entry.takes(.naming), let named = children.first(where: { sentence.relation($0) == "ccomp" }) {
            return ReportedContent(pieces: [sentence.phrase(of: named)])
        }
        if entry.takes(.gerund) {
            let gerund = children.first {
                guard tokens[$0].penn == "VBG", $0 > verb, $0 < verb + 4, sentence.opener(of: $0) == nil else {
                    return false
                }
                switch sentence.relation($0) {
                case "xcomp", "advcl", "ccomp": return true
                default: return false
                }
            }
            if let gerund {
                return ReportedContent(pieces: [sentence.phrase(of: gerund)], isGiven: entry.givesObject)
            }
        }
        if entry.takes(.object), let object, object > verb,
            sentence.relation(verb) != "acl" || entry.group == .quote,
            sentence.tokens[object].tag != .pronoun || sentence.phrase(of: object).count > 1
        {
            // "expressed fears that …": the noun reports.
            if lexicon.match(tokens, at: verb, .lender) != nil,
                let (noun, _) = lexicon.match(tokens, at: object, .noun), content(of: object, noun, sentence) != nil
            {
                return nil
            }
            let range = objectRange(object, verb, sentence)
            return ReportedContent(
                pieces: [reported(range, after: object, of: verb, sentence)], isGiven: entry.givesObject,
                resumption: resumption(in: range, after: object, of: verb, sentence))
        }
        return prepositional(clause, sentence)
    }

    /// "called the report “baseless”", "calling it a feat": a second object, an apposition or quoted words behind the
    /// object say what it is called.
    private func name(of object: Range<Int>, _ verb: Int, _ sentence: SpeechSentence) -> Range<Int>? {
        var end = object.upperBound
        func start(_ number: Int) -> Int {
            quotes[number].range(in: sentence.view.index, of: sentence.count).lowerBound
        }
        let next = sentence.quotes.partitioningIndex { start($0) > object.lowerBound }
        var isNamed = next < sentence.quotes.count && start(sentence.quotes[next]) <= end
        for child in sentence.children(of: verb) where sentence.relation(child) == "obj" {
            let phrase = sentence.phrase(of: child)
            guard phrase.lowerBound >= end, phrase.lowerBound <= end + 1 else { continue }
            end = phrase.upperBound
            isNamed = true
        }
        return isNamed ? object.lowerBound..<end : nil
    }

    private func infinitive(of clause: VerbClause, object: Int?, _ sentence: SpeechSentence) -> Int? {
        // "urged the men to leave" may hang the leaving on the men.
        var adjunct = object.flatMap { object in
            sentence.children(of: object).first { $0 > object && sentence.isInfinitive($0) }
        }
        for child in sentence.children(of: clause.verb) where child > clause.verb && sentence.isInfinitive(child) {
            switch sentence.relation(child) {
            case "xcomp", "ccomp", "acl": return child
            case "advcl": if adjunct == nil { adjunct = child }
            default: continue
            }
        }
        return adjunct
    }

    /// What stands behind a preposition after an object: hung on the verb or on the object.
    private func follower(
        of object: Int, in verb: Int, after preposition: String, _ sentence: SpeechSentence
    ) -> Int? {
        for holder in [verb, object] {
            let found = sentence.children(of: holder).first {
                $0 > object && !sentence.relation($0).hasPrefix("acl") && sentence.opener(of: $0, is: preposition)
            }
            if let found { return found }
        }
        return nil
    }

    /// An object with what belongs to it: "accused him of theft", "put the toll at 12 in a report".
    private func objectRange(_ object: Int, _ verb: Int, _ sentence: SpeechSentence) -> Range<Int> {
        let phrase = sentence.phrase(of: object)
        var end = phrase.upperBound
        for child in sentence.children(of: verb) where child > object {
            let range = sentence.phrase(of: child)
            guard range.lowerBound <= end + 1 else { break }
            switch sentence.relation(child) {
            case "xcomp": end = max(end, range.upperBound)
            case "obl", "advcl", "nmod", "ccomp":
                guard let opener = sentence.opener(of: child) else { continue }
                let word = sentence.tokens[opener].lower
                let isOfObject =
                    SpeechWords.objectPrepositions.contains(word)
                    || ((word == "on" || word == "in" || word == "at") && isPlainNoun(child, sentence))
                if isOfObject { end = max(end, range.upperBound) }
            default: continue
            }
        }
        return phrase.lowerBound..<end
    }

    /// A noun that names no time and nothing in which people speak.
    private func isPlainNoun(_ word: Int, _ sentence: SpeechSentence) -> Bool {
        sentence.tokens[word].tag == .noun && !sentence.tokens[word].isCapitalized
            && !time(over: sentence.tokens[word].span) && lexicon.match(sentence.tokens, at: word, .noun) == nil
    }

    private func prepositional(_ clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        let (verb, entry) = (clause.verb, clause.entry)
        guard !entry.prepositions.isEmpty else { return nil }
        for child in sentence.children(of: verb) where child > verb {
            let range = sentence.phrase(of: child)
            guard range.lowerBound <= clause.last + 12, let opener = sentence.opener(of: child),
                let (_, isGiven) = entry.preposition(sentence.tokens[opener].lower)
            else { continue }
            switch sentence.relation(child) {
            case "obl", "advcl", "xcomp", "obl:unmarked", "nmod", "ccomp", "obl:agent": break
            default: continue
            }
            let start = opener + 1
            guard start < range.upperBound else { continue }
            var end = extended(range.upperBound, verb, sentence)
            if SpeechWords.questionWords.contains(sentence.tokens[start].lower) {
                end = max(range.upperBound, sentence.phrase(of: verb).upperBound)
            }
            return ReportedContent(
                pieces: [reported(start..<end, after: start, of: verb, sentence)], isGiven: isGiven,
                cueEnd: opener <= clause.cue.upperBound + 1 ? start : nil,
                resumption: resumption(in: start..<end, after: start, of: verb, sentence))
        }
        return nil
    }

    /// The end of a content with what follows it at once and hangs on the verb by mistake.
    func extended(_ end: Int, _ verb: Int, _ sentence: SpeechSentence) -> Int {
        var end = end
        extending: for child in sentence.children(of: verb) where sentence.phrase(of: child).lowerBound == end {
            switch sentence.relation(child) {
            case "advcl", "xcomp", "acl", "obl", "nmod", "ccomp", "acl:relcl": break
            default: continue
            }
            let start = sentence.phrase(of: child).lowerBound
            guard sentence.tokens[start].tag != .punctuation else { break extending }
            let first = sentence.opener(of: child) ?? start
            guard !SpeechWords.adjunctOpeners.contains(sentence.tokens[first].lower) else { break extending }
            end = sentence.phrase(of: child).upperBound
        }
        return end
    }
}
