internal import Language
internal import Record

/// When things are said: "Zelensky stated on Saturday" dates the statement and never what is stated.
enum SpeechTimes {
    /// How far from its cue a time may stand, in code points.
    private static let reach = 60

    /// Gives each attribution the nearest date of its cue's sentence that stands outside what is said.
    static func assign(to attributions: inout [Attribution], in analysis: Analysis, times: [TimeExpression]) {
        for index in attributions.indices {
            let attribution = attributions[index]
            guard attribution.kind != .hedge, attribution.kind != .doubt, let cue = attribution.cue.first,
                let sentence = analysis.sentenceIndex(at: cue.start)
            else { continue }
            let span = analysis.sentences[sentence].span
            var best: (time: Int, distance: Int)?
            // Times stand in text order and do not overlap.
            let first = times.partitioningIndex { $0.end >= max(span.start, cue.start - reach) }
            for number in first..<times.count {
                let time = times[number]
                guard time.start < min(span.end, cue.end + reach + 1) else { break }
                guard time.start >= span.start else { continue }
                guard time.type == .date || time.type == .time,
                    !(attribution.content + attribution.source).contains(where: { $0.overlaps(time.span) })
                else { continue }
                let distance = time.start >= cue.end ? time.start - cue.end : cue.start - time.end
                guard distance >= 0, distance <= reach, distance < best?.distance ?? .max else { continue }
                best = (number, distance)
            }
            attributions[index].time = best?.time
        }
    }
}
