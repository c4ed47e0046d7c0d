internal import Record

/// An attribution while it is put together.
struct AttributionDraft {
    var source: Span?
    var cue: Span
    var content: [Span]
    var speaker: Int?
    var kind: AttributionKind
    var certainty: Int

    /// From the first to the last piece of content.
    var reach: Span {
        content.dropFirst().reduce(content.first ?? cue) { $0.union($1) }
    }

    var contentCount: Int { content.reduce(0) { $0 + $1.count } }

    func holds(_ span: Span) -> Bool { content.contains { $0.contains(span) } }
}
