internal import Language
internal import Record

/// Speech that surrounds its reporting verb or stands beside it: parentheses and quotations.
extension SpeechReader {
    /// How many words may stand between a verb and the quotation behind it.
    private static let reach = 14

    /// The words around a parenthesis: "The hill, he said, was lost."
    func parenthesis(_ clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        let (verb, top, entry, tokens) = (clause.verb, clause.top, clause.entry, sentence.tokens)
        switch entry.group {
        case .say, .write, .think, .show, .learn, .deny, .ask: break
        default: return nil
        }
        guard let subject = parentheticalSubject(clause, sentence),
            !SpeechWords.plainSubjects.contains(tokens[subject].lower)
                || (entry.isSpeech && tokens[subject].lower == "it")
        else { return nil }
        var opener: Int?
        for child in sentence.children(of: verb) {
            switch sentence.relation(child) {
            case "mark":
                guard tokens[child].lower == "as" else { return nil }
                opener = child
            case "ccomp", "xcomp": return nil
            case "obj":
                // "he told the court" may stand in a parenthesis, "he wrote a book" may not.
                guard child == subject || entry.preposition("about") != nil || entry.preposition("of") != nil,
                    child == subject || !entry.takes(.object)
                else { return nil }
            default:
                if child > verb, let word = sentence.opener(of: child),
                    entry.preposition(tokens[word].lower) != nil
                {
                    return nil
                }
            }
        }
        var edge = min(clause.cue.lowerBound, verb)
        if subject < verb { edge = min(edge, sentence.trimmed(sentence.phrase(of: subject)).lowerBound) }
        if let opener { edge = min(edge, opener) }
        let isMarked = edge > 0 && SpeechWords.opensParenthesis(tokens[edge - 1])
        guard isMarked || (opener != nil && (edge == 0 || sentence.relation(top) == "advcl")) else { return nil }
        let end = parenthesisEnd(clause, subject, sentence)
        if end < sentence.count, tokens[end].tag != .punctuation { return nil }
        guard var range = range(around: edge..<end, top, sentence) else { return nil }
        if let number = sentence.quotation(at: verb) {
            let quoted = quotes[number].range(in: sentence.view.index, of: sentence.count)
            range = range.clamped(to: quoted)
        }
        let pieces = sentence.pieces(of: range, without: edge..<end)
        let isClause = pieces.contains { piece in
            sentence.hasSubject(in: piece)
                || (!sentence.isQuoted(verb) && holdsQuotation(piece, sentence))
        }
        return isClause ? ReportedContent(pieces: pieces, isStatement: true) : nil
    }

    private func holdsQuotation(_ piece: Range<Int>, _ sentence: SpeechSentence) -> Bool {
        func range(_ number: Int) -> Range<Int> { quotes[number].range(in: sentence.view.index, of: sentence.count) }
        let next = sentence.quotes.partitioningIndex { range($0).upperBound > piece.lowerBound }
        return next < sentence.quotes.count && range(sentence.quotes[next]).lowerBound < piece.upperBound
    }

    private func parentheticalSubject(_ clause: VerbClause, _ sentence: SpeechSentence) -> Int? {
        if let own = sentence.ownSubject(of: clause.top) { return own }
        guard let subject = clause.subject, abs(subject - clause.top) < 12 else { return nil }
        if sentence.phrase(of: subject).upperBound == clause.cue.lowerBound { return subject }
        switch sentence.relation(subject) {
        case "obj", "obl:unmarked", "dep", "nmod": return subject
        default: return nil
        }
    }

    /// Behind the verb, its subject and the adjuncts that follow without a comma.
    private func parenthesisEnd(_ clause: VerbClause, _ subject: Int, _ sentence: SpeechSentence) -> Int {
        var end = clause.verb + 1
        if subject > clause.verb { end = max(end, sentence.phrase(of: subject).upperBound) }
        for holder in clause.top == clause.verb ? [clause.verb] : [clause.verb, clause.top] {
            for child in sentence.children(of: holder) {
                let range = sentence.phrase(of: child)
                guard range.lowerBound >= end else { continue }
                switch sentence.relation(child) {
                case "obl", "obl:unmarked", "obl:npmod", "obl:tmod", "advmod", "obj", "iobj", "compound:prt": break
                default: continue
                }
                let isParted = (end..<range.lowerBound).prefix(3).contains {
                    sentence.tokens[$0].text == "," || FunctionWords.quotes.contains(sentence.tokens[$0].text)
                }
                if isParted || range.lowerBound > end + 2 { break }
                end = range.upperBound
            }
        }
        return end
    }

    /// The clause that a parenthesis belongs to: the whole sentence, if it closes that.
    private func range(around hole: Range<Int>, _ top: Int, _ sentence: SpeechSentence) -> Range<Int>? {
        let count = sentence.count
        if !sentence.hasWords(hole.upperBound..<min(count, hole.upperBound + 3)), hole.upperBound + 3 >= count {
            return 0..<count
        }
        let head = sentence.tree.heads[top]
        guard head >= 0 else { return nil }
        let phrase = sentence.phrase(of: head)
        if sentence.relation(head) != "conj" { return 0..<count }
        return min(phrase.lowerBound, hole.lowerBound)..<max(phrase.upperBound, hole.upperBound)
    }

    /// The quotation that a verb closes or introduces, with nothing but its subject and adjuncts between.
    /// - Parameter before: look only at what stands before the verb.
    func quotationBeside(_ clause: VerbClause, _ sentence: SpeechSentence, before: Bool) -> ReportedContent? {
        guard clause.entry.takes(.quote), !sentence.quotes.isEmpty, !sentence.isQuoted(clause.verb) else {
            return nil
        }
        let (left, right) = bounds(clause, sentence)
        let (index, count) = (sentence.view.index, sentence.count)
        func range(_ number: Int) -> Range<Int> { quotes[number].range(in: index, of: count) }
        let next = sentence.quotes.partitioningIndex { range($0).lowerBound >= right }
        var closed: Int?
        let previous = sentence.quotes.partitioningIndex { range($0).upperBound > left } - 1
        if previous >= 0 {
            let number = sentence.quotes[previous]
            let isWhole = quotes[number].isStatement || quotes[number].first.sentence < index
            let end = range(number).upperBound
            let isNext = end == left || (end + 1 == left && sentence.tokens[end].tag == .punctuation)
            if isNext, isWhole { closed = number }
        }
        let following = next < sentence.quotes.count ? sentence.quotes[next] : nil
        let isIntroduced = following.map { leads(from: right, to: range($0).lowerBound, sentence) } ?? false
        if let closed {
            var pieces = [range(closed)]
            // "A," he said, "B."
            if let following, quotes[following].first.sentence == index,
                range(following).lowerBound - right < Self.reach,
                !(right..<range(following).lowerBound).contains(where: { sentence.tokens[$0].tag == .verb })
            {
                pieces.append(range(following))
            }
            return ReportedContent(pieces: pieces, isStatement: true)
        }
        guard !before, let following, isIntroduced, quotes[following].isStatement else { return nil }
        return ReportedContent(pieces: [range(following)], isStatement: true)
    }

    /// From the first to behind the last word of a verb with its subject.
    private func bounds(_ clause: VerbClause, _ sentence: SpeechSentence) -> (left: Int, right: Int) {
        var (left, right) = (clause.cue.lowerBound, clause.cue.upperBound)
        if let subject = clause.subject {
            let phrase = sentence.phrase(of: subject)
            if subject < clause.verb {
                left = min(left, phrase.lowerBound)
            } else {
                right = max(right, phrase.upperBound)
            }
        }
        return (left, right)
    }

    /// Whether a verb leads on to a quotation: by a colon or a comma, and by no other verb.
    private func leads(from right: Int, to start: Int, _ sentence: SpeechSentence) -> Bool {
        guard start >= right, start - right <= Self.reach else { return false }
        if start == right { return true }
        guard sentence.tokens[start - 1].text == ":" || sentence.tokens[start - 1].text == "," else { return false }
        return !(right..<start).contains { sentence.tokens[$0].tag == .verb }
    }

    /// "He said on Monday." behind a sentence that closes a quotation.
    func sentenceBefore(_ clause: VerbClause, _ sentence: SpeechSentence) -> ReportedContent? {
        let (verb, entry, index) = (clause.verb, clause.entry, sentence.view.index)
        guard entry.takes(.quote), entry.isSpeech || entry.group == .ask, index > 0, clause.subject != nil,
            !sentence.isQuoted(verb), bounds(clause, sentence).left == 0,
            sentence.count - clause.cue.upperBound <= 12
        else { return nil }
        let penn = sentence.tokens[verb].penn
        guard penn == "VBD" || penn == "VBZ" || penn == "VBP" else { return nil }
        let hasMore = sentence.children(of: verb).contains {
            switch sentence.relation($0) {
            case "obj", "xcomp", "ccomp", "advcl", "conj", "parataxis": $0 > verb && $0 != clause.subject
            default: false
            }
        }
        if hasMore || (clause.cue.upperBound..<sentence.count).contains(where: { sentence.tokens[$0].tag == .verb }) {
            return nil
        }
        let last = (index - 1, document.sentences[index - 1].tokens.count - 1)
        let next = quotes.partitioningIndex { $0.last >= last }
        guard next < quotes.count, quotes[next].last == last, self.sentence(owning: next) != index - 1 else {
            return nil
        }
        return ReportedContent(pieces: [], isStatement: true, quotation: next)
    }
}
