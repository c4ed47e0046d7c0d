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

    init(data: DataFolder) throws(DataError) {
        lexicon = try ReportingLexicon(data: data)
        hedges = try HedgeFinder(data: data)
        timeWords = try TimeLinkWords(data: data)
    }

    /// In text order of their first cue. The record holds times, quantities and mentions already.
    func attributions(in analysis: Analysis, view document: DocumentView, record: AnnotationRecord) -> [Attribution] {
        let quotes = QuoteScanner.quotes(in: analysis)
        var bySentence: [[Int]] = Array(repeating: [], count: analysis.sentences.count)
        for (number, quote) in quotes.enumerated() {
            for sentence in Set([quote.firstSentence, quote.lastSentence]).sorted() {
                bySentence[sentence].append(number)
            }
        }
        var speech = SpeechReader(lexicon: lexicon, quotes: quotes)
        var previous: Span?
        for view in document.sentences {
            speech.read(view, quotes: bySentence[view.index])
            hedges.read(view, previous: previous, into: &speech.drafts)
            previous = view.sentence.span
        }
        speech.continueQuotes(in: analysis)
        var attributions = finish(speech.drafts)
        SpeechTimes.assign(
            to: &attributions, in: analysis, view: document, times: record.times, words: timeWords)
        return attributions
    }

    private func finish(_ drafts: [AttributionDraft]) -> [Attribution] {
        let sorted = drafts.filter { draft in draft.content.contains { $0.count > 0 } }
            .sorted { $0.cue != $1.cue ? $0.cue < $1.cue : $0.contentCount > $1.contentCount }
        var attributions = sorted.map { draft in
            Attribution(
                source: draft.source.map { [$0] } ?? [], cue: [draft.cue], content: draft.content.sorted(),
                speaker: draft.speaker, kind: draft.kind, certainty: draft.certainty)
        }
        for (position, draft) in sorted.enumerated() {
            // A parent stands near: only the neighbours are looked at, so that the cost stays linear.
            var best: Int?
            for other in max(0, position - 12)..<min(sorted.count, position + 12) where other != position {
                guard sorted[other].holds(draft.cue), sorted[other].contentCount > draft.contentCount,
                    !draft.holds(sorted[other].cue)
                else { continue }
                if let known = best, sorted[known].contentCount <= sorted[other].contentCount { continue }
                best = other
            }
            attributions[position].parent = best
        }
        return attributions
    }
}
