internal import Language
internal import Record

/// Reads reported speech sentence by sentence: who, by which words, what.
struct SpeechReader {
    let lexicon: ReportingLexicon
    let quotes: [Quote]
    var drafts: [AttributionDraft] = []
    /// The draft that a quote belongs to.
    private var draftOfQuote: [Int: Int] = [:]
    /// The commas of the sentence that is read before phrases such as "according to".
    private var phraseCommas: [Int] = []
    /// By subjects: the verbs of the sentence that may go on with the speaker of an earlier one.
    private var resumers: [[Int]: [VerbGroup]] = [:]

    init(lexicon: ReportingLexicon, quotes: [Quote]) {
        self.lexicon = lexicon
        self.quotes = quotes
    }

    /// A quote of one or two words is a scare quote or a name, unless it makes a sentence of its own.
    func isStatement(_ quote: Quote) -> Bool { quote.wordCount > 2 }

    mutating func read(_ view: SentenceView, quotes numbers: [Int]) {
        let statements = numbers.filter { isStatement(quotes[$0]) }
        findBounds(view)
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

    /// Finds, once a sentence, what may end a reported clause.
    private mutating func findBounds(_ view: SentenceView) {
        let tokens = view.tokens
        phraseCommas = tokens.indices.dropLast().filter {
            tokens[$0].text == "," && lexicon.match(tokens, at: $0 + 1, pos: "p") != nil
        }
        resumers.removeAll(keepingCapacity: true)
        for group in view.reader.groups where group.range.lowerBound > 0 && group.form != .infinitive {
            let before = tokens[group.range.lowerBound - 1]
            guard before.text == "," || before.tag == .conjunction, verbEntry(group, tokens) != nil else { continue }
            resumers[group.subjects, default: []].append(group)
        }
    }

    /// The first comma in a range that a phrase such as "according to" follows inside it.
    func phraseComma(in range: Range<Int>) -> Int? {
        let next = phraseCommas.partitioningIndex { $0 >= range.lowerBound }
        return next < phraseCommas.count && phraseCommas[next] + 1 < range.upperBound ? phraseCommas[next] : nil
    }

    /// The first verb that begins between two tokens and goes on with the speaker of another.
    func resumer(of cue: VerbGroup, after from: Int, before stop: Int) -> VerbGroup? {
        guard let groups = resumers[cue.subjects] else { return nil }
        let next = groups.partitioningIndex { $0.range.lowerBound > from }
        return next < groups.count && groups[next].range.lowerBound < stop ? groups[next] : nil
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

    func draftBefore(_ number: Int, _ view: SentenceView) -> Int? {
        guard number > 0, let draft = draftOfQuote[number - 1] else { return nil }
        let gap = quotes[number].outer.start - quotes[number - 1].outer.end
        let same = quotes[number].firstSentence - quotes[number - 1].lastSentence <= 1
        guard same, gap < 120 else { return nil }
        // The new quote must be all of its sentence.
        guard let first = view.tokens.first, quotes[number].outer.start <= first.span.start else { return nil }
        return draft
    }

    func inQuote(_ offset: Int, _ numbers: [Int]) -> Bool {
        // Quotes stand in text order and do not overlap.
        let next = numbers.partitioningIndex { quotes[$0].outer.end > offset }
        return next < numbers.count && quotes[numbers[next]].outer.start <= offset
    }

    // MARK: Verbs

    mutating func readVerb(_ index: Int, _ view: SentenceView, _ statements: [Int]) {
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
                let found = source(of: [after], view)
                if quoted != nil || found != nil {
                    subjects = [after]
                    speaker = found
                }
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

    func verbEntry(_ group: VerbGroup, _ tokens: [Token]) -> (ReportingLexicon.Entry, Int)? {
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
    func isNegated(_ group: VerbGroup, _ tokens: [Token]) -> Bool {
        let from = max(0, group.range.lowerBound - 1)
        return (from..<group.head).contains {
            FunctionWords.negations.contains(tokens[$0].lower) || tokens[$0].lower == "neither"
        }
    }

    func isReportNoun(_ subjects: [Int], _ view: SentenceView) -> Bool {
        subjects.contains {
            lexicon.match(view.tokens, at: view.reader.phrases[$0].head, pos: "n") != nil
        }
    }

    /// The mention that speaks. A report, a statement or an estimate speaks for whom it comes from.
    func source(of subjects: [Int], _ view: SentenceView) -> Int? {
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

    func speakerMention(_ phrase: Int, _ view: SentenceView) -> Int? {
        guard let mention = view.mention(of: phrase) else { return nil }
        return view.mentions.mentions[mention].kind == .object ? nil : mention
    }

    func sourceSpan(_ subjects: [Int], _ view: SentenceView) -> Span? {
        guard let first = subjects.first, let last = subjects.last else { return nil }
        var span = fullSpan(first, view)
        span = span.union(fullSpan(last, view))
        return span
    }

    /// A phrase with its possessor and the phrases that "of", "from" and "for" hang on it.
    func fullSpan(_ phrase: Int, _ view: SentenceView) -> Span {
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

    func invertedSubject(_ group: VerbGroup, _ view: SentenceView, _ end: Int) -> Int? {
        guard end < view.tokens.count, let phrase = view.reader.phraseAt[end],
            view.reader.phrases[phrase].range.lowerBound == end, !group.isPassive
        else { return nil }
        let after = view.reader.phrases[phrase].range.upperBound
        if after < view.tokens.count, view.reader.groupAt[after] != nil { return nil }
        return phrase
    }

    func startsAfterQuote(_ group: VerbGroup, _ view: SentenceView, _ statements: [Int]) -> Bool {
        let start = group.range.lowerBound
        guard start > 0 else { return false }
        let before = view.tokens[start - 1]
        return FunctionWords.quotes.contains(before.text) || before.text == ","
    }

    // MARK: Quotes

    /// How many tokens may stand between a verb and its quote.
    private static let quoteReach = 14

    /// The quote that a verb introduces or closes: nothing but its subject and adjuncts between.
    func quote(beside group: VerbGroup, _ view: SentenceView, _ statements: [Int]) -> Int? {
        let cue = view.tokens[group.head].span
        if inQuote(cue.start, statements) { return nil }
        var best: (number: Int, distance: Int)?
        let near = view.tokens[max(0, group.range.lowerBound - Self.quoteReach - 2)].span.start
        let far = group.head + Self.quoteReach + 2
        let end = far < view.tokens.count ? view.tokens[far].span.end : Int.max
        let first = statements.partitioningIndex { quotes[$0].outer.end >= near }
        for number in statements[first...] {
            let outer = quotes[number].outer
            if outer.start > end { break }
            let between: Range<Int>
            if outer.end <= cue.start {
                guard let from = MentionIndex.token(endingAt: outer.end, view.tokens) else { continue }
                between = (from + 1)..<max(from + 1, group.range.lowerBound)
            } else {
                let to = firstToken(atOrAfter: outer.start, view.tokens)
                between = (group.head + 1)..<max(group.head + 1, to)
            }
            guard between.count <= Self.quoteReach else { continue }
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

    func firstToken(atOrAfter offset: Int, _ tokens: [Token]) -> Int {
        tokens.partitioningIndex { $0.span.start >= offset }
    }

    mutating func attach(
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

    mutating func add(
        source: Span?, cue: Span, content: [Span], speaker: Int?, kind: AttributionKind, _ entry: ReportingLexicon.Entry
    ) {
        guard !content.isEmpty else { return }
        drafts.append(
            AttributionDraft(
                source: source, cue: cue, content: content, speaker: speaker, kind: kind, certainty: entry.certainty))
    }
}
