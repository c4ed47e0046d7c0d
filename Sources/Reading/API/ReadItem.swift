public import Record

/// One thing that a reader found: a document, or a record that an extractor has made of one already.
public struct ReadItem: Sendable, Equatable {
    /// What was found.
    public enum Content: Sendable, Equatable {
        /// Normalised text with metadata, ready for extraction.
        case document(Document)
        /// A line of JSON that carries annotation layers. Its text is as it stood, because its offsets point into it.
        case record(AnnotationRecord)
    }

    public var content: Content
    /// What is doubtful about it: an unreadable date, replaced characters.
    public var warnings: [ReadWarning]
    /// The file, as it was named; `-` for standard input.
    public var path: String
    /// The line (JSON Lines) or item (feeds) in that file, counted from 1; nil for files of one document.
    public var position: Int?

    public init(content: Content, warnings: [ReadWarning] = [], path: String, position: Int? = nil) {
        self.content = content
        self.warnings = warnings
        self.path = path
        self.position = position
    }

    /// The document, without the layers of a record.
    public var document: Document {
        switch content {
        case .document(let document): document
        case .record(let record): record.document
        }
    }
}
