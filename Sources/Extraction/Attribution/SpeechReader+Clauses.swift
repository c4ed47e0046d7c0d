internal import Language
internal import Record

/// Where the clause that somebody says begins and ends.
extension SpeechReader {
    /// The token after the sentence's last word.
    func sentenceEnd(_ view: SentenceView) -> Int {
        var end = view.tokens.count
        while end > 1, view.tokens[end - 1].tag == .punctuation { end -= 1 }
        return end
    }

    func clauseContent(
        after end: Int, _ group: VerbGroup, _ entry: ReportingLexicon.Entry, _ view: SentenceView
    ) -> Span? {
        let tokens = view.tokens
        var stop = sentenceEnd(view)
        if let comma = phraseComma(in: end..<max(end, stop)) { stop = comma }
        // "X, who said it was late, left": the relative clause ends with its comma.
        let start = group.range.lowerBound
        if start > 1, view.reader.isRelative(start - 1), tokens[start - 2].text == "," {
            stop = (end..<max(end, stop)).first { tokens[$0].text == "," } ?? stop
        }
        guard end < stop else { return nil }
        // "denied attacking the ship"
        if entry.group == "deny" || entry.group == "say", entry.takes("np"), let next = view.reader.groupAt[end],
            view.reader.groups[next].form == .gerund
        {
            return view.sentence.span(of: end..<clauseEnd(end, stop, group, view))
        }
        var at = end
        // What may stand between the verb and its clause: to whom, when, where.
        let limit = min(stop, end + 14)
        var introducer: Int?
        while at < limit {
            let lower = tokens[at].lower
            if lower == "that" || (entry.takes("wh") && (lower == "whether" || lower == "how" || lower == "why")) {
                if view.reader.phraseAt[at] == nil || tokens[at].tag != .determiner { introducer = at }
                break
            }
            if tokens[at].tag == .punctuation && tokens[at].text != "," || view.reader.groupAt[at] != nil { break }
            if tokens[at].tag == .subordinator || tokens[at].tag == .conjunction { break }
            at += 1
        }
        if let introducer, entry.takes("that") || entry.takes("wh"), introducer + 1 < stop,
            introducer == end || !isRelativeThat(introducer, view)
        {
            var from = tokens[introducer].lower == "that" ? introducer + 1 : introducer
            while from + 1 < stop, tokens[from].text == "," || (from > introducer && tokens[from].lower == "that") {
                from += 1
            }
            return view.sentence.span(of: from..<clauseEnd(from, stop, group, view))
        }
        if entry.takes("of"), let object = group.objects.first {
            let after = view.reader.phrases[object].range.upperBound
            if after + 1 < stop, tokens[after].lower == "of" {
                return view.sentence.span(of: (after + 1)..<clauseEnd(after + 1, stop, group, view))
            }
        }
        if entry.takes("to"), tokens[end].lower == "to", end + 1 < stop, view.reader.groupAt[end + 1] != nil {
            let comma = (end..<stop).first { tokens[$0].text == "," } ?? stop
            return view.sentence.span(of: (end + 1)..<clauseEnd(end + 1, max(end + 2, comma), group, view))
        }
        // A clause without "that": its subject follows at once and has a finite verb.
        if entry.takes("that"), let next = view.reader.firstGroup(from: end), next.form == .finite,
            let subject = next.subjects.first
        {
            var from = view.reader.phrases[subject].range.lowerBound
            if let owner = view.reader.phrases[subject].possessor { from = view.reader.phrases[owner].range.lowerBound }
            if from >= end, from - end <= 6,
                (end..<from).allSatisfy({ tokens[$0].text != "," && tokens[$0].tag != .conjunction }),
                from < stop
            {
                return view.sentence.span(of: from..<clauseEnd(from, stop, group, view))
            }
        }
        let acts = entry.group == "say" || entry.group == "deny" || entry.group == "doubt"
        if entry.takes("np"), acts, entry.isFirm, let object = group.objects.first,
            view.mention(of: object) == nil
        {
            var from = view.reader.phrases[object].range.lowerBound
            if let owner = view.reader.phrases[object].possessor { from = view.reader.phrases[owner].range.lowerBound }
            guard from >= end, from < stop else { return nil }
            var to = view.reader.phrases[object].range.upperBound
            while to < stop, tokens[to].text != ",", tokens[to].tag != .subordinator, tokens[to].tag != .conjunction,
                !FunctionWords.quotes.contains(tokens[to].text),
                view.reader.groupAt[to].map({
                    view.reader.groups[$0].form != .finite && view.reader.groups[$0].form != .infinitive
                }) ?? true
            {
                to += 1
            }
            return view.sentence.span(of: from..<to)
        }
        return nil
    }

    /// "the claim that he made": a relative "that" after an object stands before a verb of its own.
    func isRelativeThat(_ at: Int, _ view: SentenceView) -> Bool {
        at > 0 && view.reader.phraseAt[at - 1] != nil && view.tokens[at - 1].tag == .noun
            && view.reader.groupAt[min(at + 1, view.tokens.count - 1)] != nil
    }

    /// Where a reported clause ends: before a coordinated verb that goes on with the speaker, else at the sentence's end.
    func clauseEnd(_ from: Int, _ stop: Int, _ cue: VerbGroup, _ view: SentenceView) -> Int {
        guard let group = resumer(of: cue, after: from, before: stop) else { return max(from + 1, stop) }
        var end = group.range.lowerBound - 1
        if end > from, view.tokens[end - 1].text == "," { end -= 1 }
        return max(from + 1, end)
    }
}
