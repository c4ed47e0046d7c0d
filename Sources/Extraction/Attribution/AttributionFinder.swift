internal import Language
internal import Record
internal import Tables

/// Speakers, cues, contents and hedges.
struct AttributionFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] = [ReportingLexicon.table, HedgeFinder.table, TimeLinkWords.table]

    private let lexicon: ReportingLexicon
    private let hedges: HedgeFinder
    private let timeWords: TimeLinkWords

    /// How far in the order of cues an attribution is looked for that another one stands inside.
    private static let parentReach = 12

    init(data: DataFolder) throws(DataError) {
        lexicon = try ReportingLexicon(data: data)
        hedges = try HedgeFinder(data: data)
        timeWords = try TimeLinkWords(data: data)
    }

    /// In text order of their first cue. The record holds times, quantities and mentions already.
    func attributions(in analysis: Analysis, view document: DocumentView, record: AnnotationRecord) -> [Attribution] {
        let quotes = QuoteScanner.quotations(in: analysis)
        var bySentence: [[Int]] = Array(repeating: [], count: analysis.sentences.count)
        for (number, quote) in quotes.enumerated() {
            for sentence in quote.first.sentence...quote.last.sentence { bySentence[sentence].append(number) }
        }
        var speech = SpeechReader(lexicon: lexicon, quotes: quotes, document: document, times: record.times)
        var doubts: [AttributionDraft] = []
        var previous: Span?
        for view in document.sentences {
            let first = speech.drafts.count
            speech.read(view, quotes: bySentence[view.index])
            doubts += hedges.read(view, previous: previous, known: speech.drafts[first...])
            previous = view.sentence.span
        }
        speech.continueQuotes(in: analysis)
        var attributions = finish(speech.drafts + doubts)
        SpeechTimes.assign(
            to: &attributions, in: analysis, view: document, times: record.times, words: timeWords)
        return attributions
    }

    /// One attribution a cue, with the one that each stands inside. What people wish or think inside the words of others
    /// is left to those words.
    private func finish(_ drafts: [AttributionDraft]) -> [Attribution] {
        let order = drafts.indices.sorted {
            drafts[$0].cue != drafts[$1].cue ? drafts[$0].cue < drafts[$1].cue : $0 < $1
        }
        var sorted: [AttributionDraft] = []
        for index in order where sorted.last?.cue != drafts[index].cue && drafts[index].contentCount > 0 {
            sorted.append(drafts[index])
        }
        let isKept = sorted.indices.map { sorted[$0].isStatement || holder(of: $0, in: sorted) == nil }
        let kept = sorted.indices.filter { isKept[$0] }.map { sorted[$0] }
        return kept.indices.map { position in
            let draft = kept[position]
            return Attribution(
                source: draft.source.map { [$0] } ?? [], cue: [draft.cue], content: draft.content.sorted(),
                speaker: draft.speaker, kind: draft.kind, certainty: draft.certainty,
                parent: holder(of: position, in: kept))
        }
    }

    /// The attribution with the shortest content that holds another one's cue. It stands near, so that looking at the
    /// neighbours alone keeps the cost linear.
    private func holder(of position: Int, in drafts: [AttributionDraft]) -> Int? {
        let draft = drafts[position]
        var best: Int?
        let near = max(0, position - Self.parentReach)..<min(drafts.count, position + Self.parentReach)
        for other in near where other != position {
            guard drafts[other].holds(draft.cue), drafts[other].contentCount > draft.contentCount,
                !draft.holds(drafts[other].cue)
            else { continue }
            if let known = best, drafts[known].contentCount <= drafts[other].contentCount { continue }
            best = other
        }
        return best
    }
}
