internal import Record

/// An attribution while it is put together.
struct AttributionDraft {
    var source: Span?
    var cue: Span
    var content: [Span]
    var speaker: Int?
    var kind: AttributionKind
    /// Nil if nothing is stated: "condemned the attack".
    var certainty: Int?
    /// The sentence of the cue.
    var sentence: Int
    /// True for reported statements. Wishes, opinions and judgements inside what somebody says are a part of it and
    /// make no attribution of their own.
    var isStatement: Bool

    var contentCount: Int { content.reduce(0) { $0 + $1.count } }

    func holds(_ span: Span) -> Bool { content.contains { $0.contains(span) } }
}
