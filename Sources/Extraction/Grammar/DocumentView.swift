internal import Language
internal import Record

/// The sentences of a document, read once for attribution and events.
struct DocumentView {
    let mentions: MentionIndex
    let sentences: [SentenceView]

    /// - Parameter record: holds the mentions already.
    init(_ analysis: Analysis, _ record: AnnotationRecord) {
        let mentions = MentionIndex(record, analysis)
        self.mentions = mentions
        sentences = analysis.sentences.indices.map { SentenceView($0, analysis, mentions) }
    }
}
