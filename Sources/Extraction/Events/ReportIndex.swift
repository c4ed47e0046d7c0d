internal import Language
internal import Record

/// Which attributions' contents reach into a sentence, and how certain their speakers are.
struct ReportIndex {
    let attributions: [Attribution]
    private var bySentence: [[Int]]

    /// The most sentences that one content may cover; a quote without an end is cut there.
    private static let longest = 200

    init(_ attributions: [Attribution], _ analysis: Analysis) {
        self.attributions = attributions
        bySentence = Array(repeating: [], count: analysis.sentences.count)
        for (index, attribution) in attributions.enumerated() {
            for content in attribution.content {
                guard let first = analysis.sentenceIndex(at: content.start),
                    let last = analysis.sentenceIndex(at: max(content.start, content.end - 1)), first <= last
                else { continue }
                for sentence in first...min(last, first + Self.longest) where bySentence[sentence].last != index {
                    bySentence[sentence].append(index)
                }
            }
        }
    }

    /// The innermost attribution that states something of what a span says. Who condemns an attack does not say that
    /// there was one.
    func innermost(_ span: Span, sentence: Int) -> Int? {
        var best: (index: Int, size: Int)?
        for index in bySentence[sentence] where attributions[index].certainty != nil {
            guard let content = attributions[index].content.first(where: { $0.contains(span) }) else { continue }
            // Of two of one size the named speaker has it.
            let size = attributions[index].content.count > 1 ? content.count + 1 : content.count
            if let known = best {
                if known.size < size { continue }
                if known.size == size, attributions[index].speaker == nil { continue }
            }
            best = (index, size)
        }
        return best?.index
    }

    /// The least certainty of an attribution and those it stands inside.
    func certainty(_ index: Int) -> Int {
        var least = attributions[index].certainty ?? 2
        var next = attributions[index].parent
        var steps = 0
        while let parent = next, attributions.indices.contains(parent), steps < 8 {
            least = min(least, attributions[parent].certainty ?? 2)
            next = attributions[parent].parent
            steps += 1
        }
        return least
    }

    /// Adds the days of the reports that an event stands in: none of them is the day of what is reported.
    func announce(_ event: inout Event, sentence: Int) {
        for index in holding(event.span, sentence: sentence) {
            guard let time = attributions[index].time, !event.times.contains(where: { $0.time == time }) else {
                continue
            }
            event.times.append(EventTime(role: .announced, time: time))
        }
    }

    /// All attributions of a sentence that state something of what a span says.
    private func holding(_ span: Span, sentence: Int) -> [Int] {
        bySentence[sentence].filter {
            attributions[$0].certainty != nil && attributions[$0].content.contains { $0.contains(span) }
        }
    }

    /// True if a span is among the reporting words of an attribution that states something.
    func isCue(_ span: Span, sentence: Int) -> Bool {
        var low = 0
        var high = attributions.count
        while low < high {
            let middle = (low + high) / 2
            if (attributions[middle].cue.first?.start ?? 0) < span.start { low = middle + 1 } else { high = middle }
        }
        for index in max(0, low - 1)..<min(attributions.count, low + 2)
        where attributions[index].certainty != nil && attributions[index].cue.contains(where: { $0.overlaps(span) }) {
            return true
        }
        return false
    }
}
