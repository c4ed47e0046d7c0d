internal import Language
internal import Record

/// The sentences of a document, read once for attribution and events.
struct DocumentView {
    private(set) var mentions: MentionIndex
    private(set) var sentences: [SentenceView]

    /// - Parameter record: holds the mentions already.
    init(_ analysis: Analysis, _ record: AnnotationRecord) {
        let mentions = MentionIndex(record, analysis)
        self.mentions = mentions
        sentences = analysis.sentences.indices.map { SentenceView($0, analysis, mentions) }
    }

    /// Looks at the mentions that a record has now.
    mutating func replaceMentions(_ analysis: Analysis, _ record: AnnotationRecord) {
        mentions = MentionIndex(record, analysis)
        for index in sentences.indices { sentences[index].replaceMentions(by: mentions) }
    }
}
