internal import Language
internal import Record

/// Speech beside its clause: parentheticals, passives, phrases and nouns.
extension SpeechReader {
    /// "…, officials said on Monday." with nothing after it but adjuncts.
    func isParenthetical(_ group: VerbGroup, _ view: SentenceView) -> Bool {
        let first = group.subjects.first.map { view.reader.phrases[$0].possessor ?? $0 }
        var start = first.map { view.reader.phrases[$0].range.lowerBound } ?? group.range.lowerBound
        if start > group.range.lowerBound { start = group.range.lowerBound }
        guard group.form == .finite, start > 1 else { return false }
        return view.tokens[start - 1].text == "," && group.objects.isEmpty
    }

    mutating func parenthetical(
        _ group: VerbGroup, _ entry: ReportingLexicon.Entry, _ cue: Span, _ source: Span, _ speaker: Int?,
        _ view: SentenceView
    ) {
        let start = min(
            group.range.lowerBound,
            group.subjects.first.map { view.reader.phrases[$0].range.lowerBound } ?? group.range.lowerBound)
        guard start > 2,
            view.reader.groups.contains(where: { $0.range.upperBound < start && $0.form == .finite })
                || view.sentence.role == .heading
        else { return }
        add(
            source: source, cue: cue, content: [view.sentence.span(of: 0..<(start - 1))], speaker: speaker,
            kind: .indirect, entry)
    }

    /// "It was reported that …", "X, quoted by Tass": who reports stands after "by".
    mutating func readPassive(
        _ group: VerbGroup, _ entry: ReportingLexicon.Entry, _ cue: Span, _ view: SentenceView
    ) {
        let agent = group.obliques.first {
            view.reader.phrases[$0].preposition.map { view.tokens[$0].lower == "by" } ?? false
        }
        guard entry.takes("that"), entry.group != "learn", let agent,
            let content = clauseContent(after: group.head + 1, group, entry, view)
        else { return }
        add(
            source: view.span(of: agent), cue: cue, content: [content], speaker: speakerMention(agent, view),
            kind: .indirect, entry)
    }

    /// "according to X, …" and its like.
    mutating func readPhrases(_ view: SentenceView) {
        let tokens = view.tokens
        var at = 0
        while at < tokens.count {
            guard let (entry, end) = lexicon.match(tokens, at: at, pos: "p"), end < tokens.count,
                let phrase = view.reader.phraseAt[end], at == 0 || tokens[at - 1].lemma != "be"
            else {
                at += 1
                continue
            }
            var stop = end
            while stop < tokens.count, tokens[stop].text != ",", tokens[stop].text != ";",
                view.reader.groupAt[stop].map({ view.reader.groups[$0].form != .finite }) ?? true,
                !FunctionWords.quotes.contains(tokens[stop].text),
                tokens[stop].tag != .subordinator
            {
                stop += 1
            }
            let last = sentenceEnd(view)
            stop = min(stop, last)
            guard stop > end else {
                at = end
                continue
            }
            var content: [Span] = []
            if at > 0 {
                var to = at
                if tokens[to - 1].text == "," { to -= 1 }
                if to > 0 { content.append(view.sentence.span(of: 0..<to)) }
            }
            if stop < last {
                let from = tokens[stop].text == "," ? stop + 1 : stop
                if from < last, at == 0 || tokens[stop].text != "," || stop - at < 12 {
                    content.append(view.sentence.span(of: from..<last))
                }
            }
            let source = view.sentence.span(of: end..<stop)
            add(
                source: source, cue: view.sentence.span(of: at..<end), content: content,
                speaker: self.source(of: [phrase], view) ?? anySpeaker(in: end..<stop, view), kind: .indirect, entry)
            at = stop
        }
    }

    func anySpeaker(in range: Range<Int>, _ view: SentenceView) -> Int? {
        for at in range.reversed() {
            if let phrase = view.reader.phraseAt[at], let mention = speakerMention(phrase, view) { return mention }
        }
        return nil
    }

    /// "Zelensky's claim that …"
    mutating func readNouns(_ view: SentenceView) {
        for (index, phrase) in view.reader.phrases.enumerated() {
            let after = phrase.range.upperBound
            guard after + 2 < view.tokens.count, view.tokens[after].lower == "that",
                let (entry, end) = lexicon.match(view.tokens, at: phrase.head, pos: "n"), end == after,
                entry.takes("that"), let owner = phrase.possessor, view.reader.groupAt[after + 1] == nil
            else { continue }
            let stop = sentenceEnd(view)
            guard after + 1 < stop else { continue }
            add(
                source: view.span(of: owner), cue: view.span(of: index),
                content: [view.sentence.span(of: (after + 1)..<stop)],
                speaker: speakerMention(owner, view), kind: .indirect, entry)
        }
    }
}
