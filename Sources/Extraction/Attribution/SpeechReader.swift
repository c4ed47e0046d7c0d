internal import Language
internal import Record

/// Reads reported speech off the trees, sentence by sentence: who, by which words, what.
///
/// A reporting word is looked up, and the tree says what hangs on it: clause, infinitive, object, prepositional phrase.
/// Quotation marks have the last word about where a content ends, since the trees of direct speech are often wrong.
struct SpeechReader {
    let lexicon: ReportingLexicon
    let quotes: [Quotation]
    let document: DocumentView
    let times: [TimeExpression]
    private(set) var drafts: [AttributionDraft] = []
    /// By quotation the draft that it belongs to.
    private var owners: [Int?]
    /// By verb of the sentence that is read: the reporting verb whose subject it goes on with.
    var resumptions: [Int: Int] = [:]
    /// The participles of the sentence that is read that may go on with a speaker.
    var resumers: [Int] = []

    /// How many attributions of a sentence are compared with the one before them.
    private static let near = 4
    /// The most code points of a speaker and a cue that are put into a clause.
    private static let longestParenthesis = 160

    init(lexicon: ReportingLexicon, quotes: [Quotation], document: DocumentView, times: [TimeExpression]) {
        self.lexicon = lexicon
        self.quotes = quotes
        self.document = document
        self.times = times
        owners = Array(repeating: nil, count: quotes.count)
    }

    /// - Parameter numbers: the quotations that run through the sentence.
    mutating func read(_ view: SentenceView, quotes numbers: [Int]) {
        let tokens = view.tokens
        let isReporting = tokens.indices.contains { at in
            lexicon.holds(tokens[at])
        }
        guard isReporting || view.sentence.role == .heading else { return }
        let sentence = SpeechSentence(view, quotes: numbers, of: quotes)
        let first = drafts.count
        resumptions.removeAll(keepingCapacity: true)
        resumers = participles(sentence)
        for word in tokens.indices {
            switch tokens[word].tag {
            case .verb: readVerb(word, sentence)
            case .adjective: readAdjective(word, sentence)
            case .noun: readNoun(word, sentence)
            default: break
            }
        }
        readPhrases(sentence)
        readLabel(sentence)
        partMutual(from: first, sentence)
    }

    /// "Video showed that the hill was lost, he wrote": what is put around an attribution is no part of its content.
    private mutating func partMutual(from first: Int, _ sentence: SpeechSentence) {
        for inner in first..<drafts.count {
            // What is put into a clause stands near its words.
            for outer in max(first, inner - Self.near)..<min(drafts.count, inner + Self.near + 1)
            where drafts[inner].holds(drafts[outer].cue) && drafts[outer].holds(drafts[inner].cue) {
                let hole = drafts[outer].source.map { $0.union(drafts[outer].cue) } ?? drafts[outer].cue
                guard !hole.overlaps(drafts[inner].cue), hole.count < Self.longestParenthesis else { continue }
                let words = sentence.view.sentence.tokens(in: hole)
                let content = drafts[inner].content.flatMap { span -> [Span] in
                    guard span.overlaps(hole) else { return [span] }
                    return sentence.pieces(of: sentence.view.sentence.tokens(in: span), without: words)
                        .filter(sentence.hasWords).map(sentence.span)
                }
                if !content.isEmpty { drafts[inner].content = content }
            }
        }
    }

    /// What a quotation's draft was read in, if it has one.
    func sentence(owning quotation: Int) -> Int? { owners[quotation].map { drafts[$0].sentence } }

    /// Notes an attribution; one without content is none.
    /// - Parameter word: the reporting word.
    mutating func note(
        _ content: ReportedContent, by entry: ReportingEntry, at word: Int, cue: Range<Int>, source: Range<Int>?,
        speaker: Int?, isNegated: Bool, _ sentence: SpeechSentence
    ) {
        var spans: [Span]
        var touched: [Int] = []
        var isAllQuoted = false
        if let quotation = content.quotation {
            spans = [quotes[quotation].span]
            touched = [quotation]
            isAllQuoted = true
        } else {
            let pieces = content.pieces.flatMap { piece in
                sentence.pieces(of: piece, without: cue).flatMap { part in
                    source.map { sentence.pieces(of: part, without: $0) } ?? [part]
                }
            }.filter { sentence.hasWords($0) }.map(sentence.stripped)
            guard !pieces.isEmpty else { return }
            (spans, touched, isAllQuoted) = snapped(pieces.map(sentence.span), at: word, sentence)
        }
        var kind: AttributionKind
        if isAllQuoted {
            kind = .direct
        } else {
            kind = touched.contains { quotes[$0].isStatement } ? .mixed : .indirect
        }
        var certainty: Int? = isNegated ? entry.negatedCertainty : entry.certainty
        if source == nil, kind == .indirect {
            kind = .hedge
            certainty = certainty.map { min($0, 1) }
        } else if entry.group == .doubt, kind == .indirect {
            kind = .doubt
        }
        if content.isRequest { certainty = certainty.map { min($0, 0) } }
        if content.isGiven { certainty = nil }
        drafts.append(
            AttributionDraft(
                source: source.map(sentence.span), cue: sentence.span(of: cue), content: spans, speaker: speaker,
                kind: kind, certainty: certainty, sentence: sentence.view.index, isStatement: content.isStatement))
        for quotation in touched where owners[quotation] == nil { owners[quotation] = drafts.count - 1 }
    }

    /// Spans of content widened to the quotations that they touch, but for those that hold the reporting word itself.
    private func snapped(
        _ spans: [Span], at word: Int, _ sentence: SpeechSentence
    ) -> (spans: [Span], quotes: [Int], isAllQuoted: Bool) {
        guard !sentence.quotes.isEmpty else { return (Self.merged(spans), [], false) }
        let own = sentence.quotation(at: word)
        var widened: [Span] = []
        var touched: [Int] = []
        var isQuoted: [Bool] = []
        for var span in spans {
            var isInside = false
            var next = sentence.quotes.partitioningIndex { quotes[$0].span.end > span.start }
            while next < sentence.quotes.count, quotes[sentence.quotes[next]].span.start < span.end {
                let number = sentence.quotes[next]
                next += 1
                guard number != own else { continue }
                isInside = quotes[number].span.contains(span)
                span = span.union(quotes[number].span)
                touched.append(number)
            }
            widened.append(span)
            isQuoted.append(isInside)
        }
        // What stands beside a direct quotation says when and where, and is no part of it.
        if isQuoted.contains(true), touched.contains(where: { quotes[$0].isStatement }), isQuoted[0] {
            widened = widened.indices.filter { isQuoted[$0] }.map { widened[$0] }
            return (Self.merged(widened), touched, true)
        }
        return (Self.merged(widened), touched, false)
    }

    static func merged(_ spans: [Span]) -> [Span] {
        var merged: [Span] = []
        for span in spans.sorted() {
            if let last = merged.last, span.start <= last.end {
                merged[merged.count - 1] = last.union(span)
            } else {
                merged.append(span)
            }
        }
        return merged
    }

    // MARK: Quotations that go on

    /// Gives quotations without a speaker of their own that of the one before, where they continue it over a paragraph's
    /// end or are whole sentences right behind it.
    mutating func continueQuotes(in analysis: Analysis) {
        for number in quotes.indices.dropFirst() {
            let (quote, before) = (quotes[number], quotes[number - 1])
            if owners[number] == nil, let draft = owners[number - 1] {
                let follows =
                    quote.first.token == 0 && quote.first.sentence - before.last.sentence <= 1 && quote.isStatement
                    && analysis.sentences[quote.first.sentence].paragraph
                        == analysis.sentences[before.last.sentence].paragraph
                guard quote.continues || follows else { continue }
                // Quotations come in the order of the text, so that most go to the end.
                if let last = drafts[draft].content.last, last.end < quote.span.start {
                    drafts[draft].content.append(quote.span)
                } else {
                    drafts[draft].content = Self.merged(drafts[draft].content + [quote.span])
                }
                owners[number] = draft
            } else if quote.continues, owners[number - 1] == nil, let draft = owners[number] {
                var back = number - 1
                var spans: [Span] = []
                while true {
                    spans.append(quotes[back].span)
                    owners[back] = draft
                    guard quotes[back].continues, back > 0, owners[back - 1] == nil else { break }
                    back -= 1
                }
                drafts[draft].content = Self.merged(drafts[draft].content + spans)
            }
        }
    }
}
