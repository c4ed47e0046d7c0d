internal import Language
internal import Record

/// Reporting verbs: their cue, who they go out from, what they say.
extension SpeechReader {
    mutating func readVerb(_ verb: Int, _ sentence: SpeechSentence) {
        let tokens = sentence.tokens
        guard let (entry, last) = lexicon.match(tokens, at: verb, .verb) else { return }
        switch sentence.relation(verb) {
        case "amod", "compound", "case", "fixed": return
        default: break
        }
        let cue = cueRange(verb, last, sentence)
        if lexicon.match(tokens, at: verb, .adjective) != nil, sentence.isPassive(verb) {
            // "is convinced that"
            return readAdjective(verb, sentence)
        }
        if sentence.isPassive(verb) || (sentence.relation(verb) == "acl" && tokens[verb].penn == "VBN") {
            return readPassive(verb, entry, cue, sentence)
        }
        let (start, top) = governed(verb, from: cue.lowerBound, sentence)
        // "wants to say that": the saying is a part of the wish.
        if sentence.relation(top) == "xcomp", sentence.tree.heads[top] >= 0, sentence.tree.heads[top] < top {
            let head = sentence.tree.heads[top]
            if let (wish, _) = lexicon.match(tokens, at: head, .verb), wish.governsInfinitive,
                sentence.firstObject(of: head) == nil
            {
                return
            }
        }
        let isQuoted = sentence.isQuoted(verb)
        var subject = resumptions[verb].map { sentence.subject(of: $0) } ?? sentence.subject(of: top)
        if subject == verb { subject = nil }
        if subject == nil { subject = invertedSubject(verb, cue, entry, sentence) }
        if subject == nil, sentence.relation(verb) != "xcomp", sentence.relation(verb) != "acl" {
            subject = neighbour(of: verb, start, cue.upperBound, sentence)
        }
        let clause = VerbClause(verb: verb, top: top, last: last, cue: cue, subject: subject, entry: entry)
        guard var content = self.content(of: clause, sentence) else { return }
        if let next = content.resumption { resumptions[next] = top }
        if entry.group == .seem {
            guard let subject, !isQuoted, tokens[verb].penn != "VBG", let first = content.pieces.first else { return }
            content.pieces = [first.lowerBound..<extended(first.upperBound, verb, sentence)]
            content.pieces.insert(contentsOf: subjectPiece(subject, verb, sentence), at: 0)
            return note(
                content, by: entry, at: verb, cue: start..<cue.upperBound, source: nil, speaker: nil,
                isNegated: isNegated(verb, top, sentence), sentence)
        }
        if tokens[start].lower == "to" {
            // "to discuss the plan" is a purpose and no report.
            guard content.isStatement, entry.group != .think, entry.group != .learn, entry.group != .commit else {
                return
            }
        }
        guard subject != nil || entry.group == .ask else { return }
        // Days do not speak; the tree has lost who does.
        if let subject, time(over: tokens[subject].span), mention(at: subject, sentence) == nil { return }
        if isQuoted {
            // Inside of a quotation only others who are named are heard.
            guard content.isStatement, entry.isSpeech || entry.group == .show || entry.group == .deny,
                content.quotation == nil, let subject, isNamed(subject, sentence)
            else { return }
        }
        let end = content.cueEnd ?? cue.upperBound
        let whole = start..<max(end, start + 1)
        let source = subject.flatMap { sourceRange($0, without: whole, sentence) }
        if subject != nil, source == nil { return }
        note(
            content, by: entry, at: verb, cue: whole, source: source,
            speaker: subject.flatMap { speaker($0, sentence) }, isNegated: isNegated(verb, top, sentence), sentence)
    }

    /// A verb with the auxiliaries, negations, adverbs and particles that belong to it; "in a statement" and the day
    /// right behind it too.
    func cueRange(_ verb: Int, _ last: Int, _ sentence: SpeechSentence) -> Range<Int> {
        let tokens = sentence.tokens
        var low = verb
        while low > 0, sentence.tree.heads[low - 1] == verb {
            let relation = tokens[low - 1].relation
            guard
                relation.hasPrefix("aux") || relation.hasPrefix("advmod") || relation == "cop"
                    || (relation == "mark" && tokens[low - 1].lower == "to"),
                !SpeechWords.clauseAdverbs.contains(tokens[low - 1].lower)
            else { break }
            low -= 1
        }
        var high = last + 1
        for child in sentence.children(of: verb) where child > verb {
            let range = sentence.phrase(of: child)
            let relation = tokens[child].relation
            if range.lowerBound == high, relation.hasPrefix("obl") || relation.hasPrefix("nmod") {
                if range.count == 1, time(over: sentence.span(of: range)) {
                    high = range.upperBound
                } else if range.count > 2, relation == "obl", tokens[range.lowerBound].lower == "in",
                    tokens[range.lowerBound + 1].tag == .determiner || tokens[range.lowerBound + 1].tag == .pronoun,
                    let (noun, _) = lexicon.match(tokens, at: child, .noun),
                    noun.isSpeech || noun.group == .show
                {
                    let clause = sentence.children(of: child).first { $0 > child && sentence.isClausal($0) }
                    high = clause.map { max(child + 1, sentence.start(of: $0)) } ?? range.upperBound
                }
            }
            if relation == "compound:prt", child >= high, child <= high + 2 { high = child + 1 }
        }
        return low..<high
    }

    /// The verbs that a reporting verb is the infinitive of belong to its cue: "went on to say".
    private func governed(_ verb: Int, from start: Int, _ sentence: SpeechSentence) -> (start: Int, top: Int) {
        var (low, top) = (start, verb)
        for _ in 0..<3 {
            let head = sentence.tree.heads[top]
            // "went on to say" is an adjunct to some trees.
            let isJoined =
                sentence.relation(top) == "xcomp"
                || (sentence.relation(top) == "advcl" && low - head <= 2 && sentence.isInfinitive(top))
            guard isJoined, head >= 0, head < top, low - head <= 4, sentence.firstObject(of: head) == nil else { break }
            switch sentence.tokens[head].tag {
            case .verb, .adjective, .auxiliary: break
            default: return (low, top)
            }
            if let (entry, _) = lexicon.match(sentence.tokens, at: head, .verb), entry.governsInfinitive { break }
            low = cueRange(head, head, sentence).lowerBound
            top = head
        }
        return (low, top)
    }

    /// "has not confirmed", "neither confirmed nor denied", "failed to confirm".
    func isNegated(_ verb: Int, _ top: Int, _ sentence: SpeechSentence) -> Bool {
        let tokens = sentence.tokens
        func negates(_ word: Int) -> Bool {
            FunctionWords.negations.contains(tokens[word].lower) || tokens[word].lower == "neither"
        }
        func holds(_ word: Int) -> Bool {
            sentence.children(of: word).contains { $0 < word && word - $0 < 8 && negates($0) }
        }
        if holds(verb) || (top != verb && holds(top)) { return true }
        // "Neither Oslo nor Riga has confirmed", "nobody believes"
        if let subject = sentence.subject(of: top) {
            let first = sentence.phrase(of: subject).lowerBound
            if SpeechWords.negativeSubjects.contains(tokens[first].lower) { return true }
        }
        // "neither confirmed nor denied": the second verb of a pair.
        let head = sentence.tree.heads[verb]
        return sentence.relation(verb) == "conj" && head >= 0 && head < verb && verb - head < 4 && holds(head)
            && sentence.children(of: verb).contains { tokens[$0].lower == "nor" }
    }

    func time(over span: Span) -> Bool {
        let next = times.partitioningIndex { $0.end > span.start }
        return next < times.count && times[next].span.overlaps(span)
    }

    // MARK: Subjects that the tree lost

    /// "…," said the minister: often taken for an object.
    private func invertedSubject(
        _ verb: Int, _ cue: Range<Int>, _ entry: ReportingEntry, _ sentence: SpeechSentence
    ) -> Int? {
        let tokens = sentence.tokens
        guard isFinite(tokens[verb]), cue.lowerBound > 0, tokens[cue.lowerBound - 1].tag == .punctuation,
            entry.isSpeech || entry.group == .ask
        else { return nil }
        return sentence.children(of: verb).first {
            guard sentence.phrase(of: $0).lowerBound == cue.upperBound else { return false }
            switch tokens[$0].relation {
            case "obj", "obl:unmarked", "dep", "nmod": return true
            default: return false
            }
        }
    }

    private func isFinite(_ token: Token) -> Bool { token.penn == "VBD" || token.penn == "VBZ" }

    /// The phrase that stands right before a verb or, after a quotation, right behind it.
    private func neighbour(of verb: Int, _ start: Int, _ end: Int, _ sentence: SpeechSentence) -> Int? {
        let tokens = sentence.tokens
        let penn = tokens[verb].penn
        guard penn == "VBD" || penn == "VBZ" || penn == "VBP" || start < verb else { return nil }
        func nominal(_ at: Int) -> Bool {
            switch tokens[at].tag {
            case .noun, .properNoun, .pronoun: true
            default: false
            }
        }
        func top(_ from: Int, _ isInside: (Int) -> Bool) -> Int {
            var (word, best) = (from, from)
            for _ in 0..<8 {
                let head = sentence.tree.heads[word]
                guard head >= 0, isInside(head), !sentence.opener(of: word, is: "as"),
                    tokens[head].tag != .verb || sentence.relation(head) == "acl"
                else { break }
                word = head
                if nominal(word) { best = word }
            }
            return best
        }
        if start > 0, nominal(start - 1) { return top(start - 1) { $0 < start } }
        let loose = sentence.children(of: verb).first { $0 < verb && sentence.relation($0) == "dep" && nominal($0) }
        if let loose { return loose }
        guard isFinite(tokens[verb]), start > 0, tokens[start - 1].tag == .punctuation, end < tokens.count else {
            return nil
        }
        switch tokens[end].tag {
        case .noun, .properNoun, .pronoun: return top(end) { $0 >= end }
        case .determiner, .adjective:
            let head = sentence.tree.heads[end]
            return head >= end && nominal(head) ? top(head) { $0 >= end } : nil
        default: return nil
        }
    }
}
