internal import Language
internal import Record

/// Finds the innermost attribution around a span, sentence by sentence.
struct AttributionLookup: Sendable {
    private var bySentence: [[Int]]
    private let attributions: [Attribution]

    init(_ attributions: [Attribution], analysis: Analysis) {
        self.attributions = attributions
        bySentence = Array(repeating: [], count: analysis.sentences.count)
        // What is only judged or spoken of is not stated.
        for (index, attribution) in attributions.enumerated() where attribution.certainty != nil {
            for content in attribution.content {
                guard let first = analysis.sentenceIndex(at: content.start),
                    let last = analysis.sentenceIndex(at: max(content.start, content.end - 1)), first <= last
                else { continue }
                for sentence in first...last where bySentence[sentence].last != index {
                    bySentence[sentence].append(index)
                }
            }
        }
    }

    /// The attribution with the shortest content that holds the span.
    func innermost(around span: Span, sentence: Int) -> Int? {
        guard bySentence.indices.contains(sentence) else { return nil }
        var best: (index: Int, length: Int)?
        for index in bySentence[sentence] {
            for content in attributions[index].content where content.contains(span) {
                if best.map({ content.count < $0.length }) ?? true { best = (index, content.count) }
            }
        }
        return best?.index
    }
}
