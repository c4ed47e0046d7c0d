internal import Language
internal import Record

/// When things are said: "Zelensky stated on Saturday" dates the statement and never what is stated.
enum SpeechTimes {
    /// Gives each attribution the time that hangs on its cue, or on the words that name its source.
    static func assign(
        to attributions: inout [Attribution], in analysis: Analysis, view document: DocumentView,
        times: [TimeExpression], words: TimeLinkWords
    ) {
        guard !times.isEmpty else { return }
        var bySentence: [Int: [Int]] = [:]
        for (index, attribution) in attributions.enumerated() {
            guard attribution.kind != .hedge, attribution.kind != .doubt, let cue = attribution.cue.first,
                let sentence = analysis.sentenceIndex(at: cue.start)
            else { continue }
            bySentence[sentence, default: []].append(index)
        }
        for view in document.sentences {
            guard let here = bySentence[view.index] else { continue }
            let span = view.sentence.span
            let first = times.partitioningIndex { $0.start >= span.start }
            let end = times.partitioningIndex { $0.start >= span.end }
            guard first < end else { continue }
            let cues = here.map { tokens(of: attributions[$0].cue, in: view) }
            let all = Set(cues.joined())
            let links = TimeLinks(
                Array(first..<end), of: times, view.sentence, view.tree, words, nouns: [],
                isCue: { all.contains($0) })
            for (index, cue) in zip(here, cues) {
                attributions[index].time = time(of: attributions[index], cue, links, times, view)
            }
        }
    }

    private static func tokens(of spans: [Span], in view: SentenceView) -> [Int] {
        spans.flatMap { span in
            let first = view.tokens.partitioningIndex { $0.span.end > span.start }
            let end = view.tokens.partitioningIndex { $0.span.start >= span.end }
            return first < end ? Array(first..<end) : []
        }
    }

    /// The time nearest to the cue of those that date the saying and stand outside what is said.
    private static func time(
        of attribution: Attribution, _ cue: [Int], _ links: TimeLinks, _ times: [TimeExpression], _ view: SentenceView
    ) -> Int? {
        var best: (time: Int, distance: Int)?
        for link in links.links {
            let host = view.tokens[link.host]
            // "a statement on Monday said"
            let isSource =
                host.tag != .verb && attribution.source.contains { $0.contains(host.span) }
            guard cue.contains(link.host) || isSource,
                !attribution.content.contains(where: { $0.overlaps(times[link.time].span) })
            else { continue }
            let distance = cue.map { abs($0 - link.words.lowerBound) }.min() ?? 0
            if distance < best?.distance ?? .max { best = (link.time, distance) }
        }
        return best?.time
    }
}
