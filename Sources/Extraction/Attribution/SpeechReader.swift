internal import Language
internal import Record

/// Reads reported speech sentence by sentence: who, by which words, what.
struct SpeechReader {
    let lexicon: ReportingLexicon
    let quotes: [Quote]
    var drafts: [AttributionDraft] = []
    /// The draft that a quote belongs to.
    private var draftOfQuote: [Int: Int] = [:]

    init(lexicon: ReportingLexicon, quotes: [Quote]) {
        self.lexicon = lexicon
        self.quotes = quotes
    }

    /// A quote of one or two words is a scare quote or a name, unless it makes a sentence of its own.
    private func isStatement(_ quote: Quote) -> Bool { quote.wordCount > 2 }

    mutating func read(_ view: SentenceView, quotes numbers: [Int]) {
        let statements = numbers.filter { isStatement(quotes[$0]) }
        readPhrases(view)
        for index in view.reader.groups.indices { readVerb(index, view, statements) }
        readNouns(view)
        // A quote without a cue in its sentence goes on with the speaker of the one before it.
        for number in statements where draftOfQuote[number] == nil {
            if quotes[number].firstSentence == view.index, let earlier = draftBefore(number, view) {
                drafts[earlier].content.append(quotes[number].content)
                draftOfQuote[number] = earlier
            }
        }
    }

    /// Quotes that run over paragraph breaks belong to one statement.
    mutating func continueQuotes(in analysis: Analysis) {
        for number in quotes.indices.dropFirst() where quotes[number].continues {
            if draftOfQuote[number] == nil, let draft = draftOfQuote[number - 1] {
                drafts[draft].content.append(quotes[number].content)
                draftOfQuote[number] = draft
            } else if draftOfQuote[number - 1] == nil, let draft = draftOfQuote[number] {
                var back = number - 1
                while true {
                    drafts[draft].content.insert(quotes[back].content, at: 0)
                    draftOfQuote[back] = draft
                    guard quotes[back].continues, back > 0, draftOfQuote[back - 1] == nil else { break }
                    back -= 1
                }
            }
        }
    }

    private func draftBefore(_ number: Int, _ view: SentenceView) -> Int? {
        guard number > 0, let draft = draftOfQuote[number - 1] else { return nil }
        let gap = quotes[number].outer.start - quotes[number - 1].outer.end
        let same = quotes[number].firstSentence - quotes[number - 1].lastSentence <= 1
        guard same, gap < 120 else { return nil }
        // The new quote must be all of its sentence.
        guard let first = view.tokens.first, quotes[number].outer.start <= first.span.start else { return nil }
        return draft
    }

    private func inQuote(_ offset: Int, _ numbers: [Int]) -> Bool {
        numbers.contains { quotes[$0].outer.start <= offset && offset < quotes[$0].outer.end }
    }

    // MARK: Verbs

    private mutating func readVerb(_ index: Int, _ view: SentenceView, _ statements: [Int]) {
        let tokens = view.tokens
        let group = view.reader.groups[index]
        guard let (entry, end) = verbEntry(group, tokens) else { return }
        let cue = view.sentence.span(of: group.head..<max(end, group.head + 1))
        let quoted = quote(beside: group, view, statements)
        var subjects = group.subjects
        var speaker = source(of: subjects, view)
        if subjects.isEmpty || quoted != nil || isParenthetical(group, view) {
            // "…", said the minister; "…", the minister said.
            if let after = invertedSubject(group, view, end),
                subjects.isEmpty || startsAfterQuote(group, view, statements)
            {
                subjects = [after]
                speaker = source(of: subjects, view)
            }
        }
        if group.isPassive {
            guard entry.takes("as") else {
                readPassive(group, entry, cue, view)
                return
            }
        }
        let span = sourceSpan(subjects, view)
        if let quoted {
            attach(quoted, entry, cue, span, speaker, view, statements)
            return
        }
        guard !subjects.isEmpty, let span else { return }
        if span.overlaps(cue) { return }
        if let content = clauseContent(after: end, group, entry, view) {
            let think = entry.group == "think" || entry.group == "learn" || entry.group == "show"
            if think, speaker == nil, !isReportNoun(subjects, view) { return }
            let mixed = statements.contains { content.contains(quotes[$0].content) }
            add(source: span, cue: cue, content: [content], speaker: speaker, kind: mixed ? .mixed : .indirect, entry)
            for number in statements where content.contains(quotes[number].content) {
                draftOfQuote[number] = drafts.count - 1
            }
        } else if isParenthetical(group, view), entry.takes("quote") || entry.takes("that"),
            entry.group == "say" || entry.group == "write" || entry.group == "think"
        {
            parenthetical(group, entry, cue, span, speaker, view)
        }
    }

    private func verbEntry(_ group: VerbGroup, _ tokens: [Token]) -> (ReportingLexicon.Entry, Int)? {
        guard tokens[group.head].tag == .verb else { return nil }
        guard let (found, end) = lexicon.match(tokens, at: group.head, pos: "v"), !found.takes("none") else {
            return nil
        }
        let entry = isNegated(group, tokens) ? found.negated : found
        // "Unconfirmed claims: …" is a label.
        if end < tokens.count, tokens[end].text == ":", lexicon.match(tokens, at: group.head, pos: "n") != nil,
            tokens[group.head].lower != tokens[group.head].lemma, group.range.lowerBound <= 1
        {
            return nil
        }
        return (entry, end)
    }

    /// "has not confirmed", "neither confirmed nor denied".
    private func isNegated(_ group: VerbGroup, _ tokens: [Token]) -> Bool {
        let from = max(0, group.range.lowerBound - 1)
        return (from..<group.head).contains {
            FunctionWords.negations.contains(tokens[$0].lower) || tokens[$0].lower == "neither"
        }
    }

    private func isReportNoun(_ subjects: [Int], _ view: SentenceView) -> Bool {
        subjects.contains {
            lexicon.match(view.tokens, at: view.reader.phrases[$0].head, pos: "n") != nil
        }
    }

    /// The mention that speaks. A report, a statement or an estimate speaks for whom it comes from.
    private func source(of subjects: [Int], _ view: SentenceView) -> Int? {
        guard let first = subjects.first else { return nil }
        let phrase = view.reader.phrases[first]
        if lexicon.match(view.tokens, at: phrase.head, pos: "n") != nil {
            if let owner = phrase.possessor, let mention = view.mention(of: owner) { return mention }
            var next = first + 1
            while next < view.reader.phrases.count, next < first + 4 {
                guard let preposition = view.reader.phrases[next].preposition else { break }
                // "from Norway's NTB agency": the owned phrase speaks.
                if view.reader.phrases[next].isPossessor {
                    next += 1
                    continue
                }
                let word = view.tokens[preposition].lower
                if word == "from" || word == "by" || word == "of", let mention = speakerMention(next, view) {
                    return mention
                }
                next += 1
            }
        }
        return speakerMention(first, view)
    }

    private func speakerMention(_ phrase: Int, _ view: SentenceView) -> Int? {
        guard let mention = view.mention(of: phrase) else { return nil }
        return view.mentions.mentions[mention].kind == .object ? nil : mention
    }

    private func sourceSpan(_ subjects: [Int], _ view: SentenceView) -> Span? {
        guard let first = subjects.first, let last = subjects.last else { return nil }
        var span = fullSpan(first, view)
        span = span.union(fullSpan(last, view))
        return span
    }

    /// A phrase with its possessor and the phrases that "of", "from" and "for" hang on it.
    private func fullSpan(_ phrase: Int, _ view: SentenceView) -> Span {
        let phrases = view.reader.phrases
        var range = phrases[phrase].range
        if let owner = phrases[phrase].possessor { range = phrases[owner].range.lowerBound..<range.upperBound }
        var next = phrase + 1
        while next < phrases.count, let preposition = phrases[next].preposition, preposition == range.upperBound,
            ["of", "from", "for"].contains(view.tokens[preposition].lower)
        {
            range = range.lowerBound..<phrases[next].range.upperBound
            next += 1
        }
        return view.sentence.span(of: range)
    }

    private func invertedSubject(_ group: VerbGroup, _ view: SentenceView, _ end: Int) -> Int? {
        guard end < view.tokens.count, let phrase = view.reader.phraseAt[end],
            view.reader.phrases[phrase].range.lowerBound == end, !group.isPassive
        else { return nil }
        let after = view.reader.phrases[phrase].range.upperBound
        if after < view.tokens.count, view.reader.groupAt[after] != nil { return nil }
        return phrase
    }

    private func startsAfterQuote(_ group: VerbGroup, _ view: SentenceView, _ statements: [Int]) -> Bool {
        let start = group.range.lowerBound
        guard start > 0 else { return false }
        let before = view.tokens[start - 1]
        return FunctionWords.quotes.contains(before.text) || before.text == ","
    }

    // MARK: Quotes

    /// The quote that a verb introduces or closes: nothing but its subject and adjuncts between.
    private func quote(beside group: VerbGroup, _ view: SentenceView, _ statements: [Int]) -> Int? {
        let cue = view.tokens[group.head].span
        if inQuote(cue.start, statements) { return nil }
        var best: (number: Int, distance: Int)?
        for number in statements {
            let outer = quotes[number].outer
            let between: Range<Int>
            if outer.end <= cue.start {
                guard let from = MentionIndex.token(endingAt: outer.end, view.tokens) else { continue }
                between = (from + 1)..<max(from + 1, group.range.lowerBound)
            } else {
                let to = firstToken(atOrAfter: outer.start, view.tokens)
                between = (group.head + 1)..<max(group.head + 1, to)
            }
            guard between.count <= 14 else { continue }
            // Another finite verb between them has the better claim.
            let blocked = between.contains {
                view.tokens[$0].tag == .verb && view.reader.phraseAt[$0] == nil && view.reader.groupAt[$0] != nil
                    && view.reader.groups[view.reader.groupAt[$0] ?? 0].form == .finite
            }
            if blocked { continue }
            if best.map({ between.count < $0.distance }) ?? true { best = (number, between.count) }
        }
        return best?.number
    }

    private func firstToken(atOrAfter offset: Int, _ tokens: [Token]) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].span.start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func attach(
        _ number: Int, _ entry: ReportingLexicon.Entry, _ cue: Span, _ source: Span?, _ speaker: Int?,
        _ view: SentenceView, _ statements: [Int]
    ) {
        guard entry.takes("quote") || entry.takes("that") || entry.takes("as"), draftOfQuote[number] == nil,
            entry.group != "learn"
        else { return }
        let quote = quotes[number]
        var content = [quote.content]
        var kind = AttributionKind.direct
        let after = firstToken(atOrAfter: cue.end, view.tokens)
        let starts = firstToken(atOrAfter: quote.outer.start, view.tokens)
        if quote.outer.start > cue.end, starts > after,
            (after..<starts).contains(where: { view.tokens[$0].lower == "that" || view.reader.groupAt[$0] != nil })
        {
            // "said that it was “a hard road ahead”": the writer's words and the speaker's make one content.
            var first = after
            while first < starts, view.tokens[first].lower != "that" { first += 1 }
            if first == starts { first = after - 1 }
            content = [view.sentence.span(of: min(first + 1, view.tokens.count - 1)..<sentenceEnd(view))]
            kind = .mixed
        }
        drafts.append(
            AttributionDraft(
                source: source, cue: cue, content: content, speaker: speaker, kind: kind, certainty: entry.certainty))
        let draft = drafts.count - 1
        draftOfQuote[number] = draft
        // "A," he said, "B": the next quote of the sentence goes on, unless a cue of its own follows.
        for other in statements where other != number && draftOfQuote[other] == nil {
            let between = Span(
                start: min(quote.outer.end, quotes[other].outer.end),
                end: max(quote.outer.start, quotes[other].outer.start))
            guard between.contains(cue), between.count < 160 else { continue }
            if kind == .direct { drafts[draft].content.append(quotes[other].content) }
            draftOfQuote[other] = draft
        }
    }

    // MARK: Clauses

    /// The token after the sentence's last word.
    private func sentenceEnd(_ view: SentenceView) -> Int {
        var end = view.tokens.count
        while end > 1, view.tokens[end - 1].tag == .punctuation { end -= 1 }
        return end
    }

    private func clauseContent(
        after end: Int, _ group: VerbGroup, _ entry: ReportingLexicon.Entry, _ view: SentenceView
    ) -> Span? {
        let tokens = view.tokens
        var stop = sentenceEnd(view)
        for at in end..<max(end, stop)
        where at + 1 < stop && tokens[at].text == "," && lexicon.match(tokens, at: at + 1, pos: "p") != nil {
            stop = at
            break
        }
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
            let from = tokens[introducer].lower == "that" ? introducer + 1 : introducer
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
        if entry.takes("that"), let next = view.reader.groups.first(where: { $0.range.lowerBound >= end }),
            next.form == .finite, let subject = next.subjects.first
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
    private func isRelativeThat(_ at: Int, _ view: SentenceView) -> Bool {
        at > 0 && view.reader.phraseAt[at - 1] != nil && view.tokens[at - 1].tag == .noun
            && view.reader.groupAt[min(at + 1, view.tokens.count - 1)] != nil
    }

    /// Where a reported clause ends: before a coordinated verb that goes on with the speaker, else at the sentence's end.
    private func clauseEnd(_ from: Int, _ stop: Int, _ cue: VerbGroup, _ view: SentenceView) -> Int {
        for group in view.reader.groups where group.range.lowerBound > from && group.range.lowerBound < stop {
            let start = group.range.lowerBound
            let before = view.tokens[start - 1]
            let opens = before.text == "," || before.tag == .conjunction
            guard opens, verbEntry(group, view.tokens) != nil, group.subjects == cue.subjects, group.form != .infinitive
            else { continue }
            var end = start - 1
            if end > from, view.tokens[end - 1].text == "," { end -= 1 }
            return max(from + 1, end)
        }
        return max(from + 1, stop)
    }

    // MARK: Parentheticals, passives, phrases

    /// "…, officials said on Monday." with nothing after it but adjuncts.
    private func isParenthetical(_ group: VerbGroup, _ view: SentenceView) -> Bool {
        let first = group.subjects.first.map { view.reader.phrases[$0].possessor ?? $0 }
        var start = first.map { view.reader.phrases[$0].range.lowerBound } ?? group.range.lowerBound
        if start > group.range.lowerBound { start = group.range.lowerBound }
        guard group.form == .finite, start > 1 else { return false }
        return view.tokens[start - 1].text == "," && group.objects.isEmpty
    }

    private mutating func parenthetical(
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
    private mutating func readPassive(
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
    private mutating func readPhrases(_ view: SentenceView) {
        let tokens = view.tokens
        var at = 0
        while at < tokens.count {
            guard let (entry, end) = lexicon.match(tokens, at: at, pos: "p"), end < tokens.count,
                let phrase = view.reader.phraseAt[end]
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

    private func anySpeaker(in range: Range<Int>, _ view: SentenceView) -> Int? {
        for at in range.reversed() {
            if let phrase = view.reader.phraseAt[at], let mention = speakerMention(phrase, view) { return mention }
        }
        return nil
    }

    /// "Zelensky's claim that …"
    private mutating func readNouns(_ view: SentenceView) {
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

    private mutating func add(
        source: Span?, cue: Span, content: [Span], speaker: Int?, kind: AttributionKind, _ entry: ReportingLexicon.Entry
    ) {
        guard !content.isEmpty else { return }
        drafts.append(
            AttributionDraft(
                source: source, cue: cue, content: content, speaker: speaker, kind: kind, certainty: entry.certainty))
    }
}
