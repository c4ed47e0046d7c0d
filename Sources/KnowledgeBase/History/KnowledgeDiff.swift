internal import SQLite

/// What a knowledge base says in one state that it does not say in another.
public struct KnowledgeDiff: Sendable {
    /// What a line is about.
    public enum Subject: String, Sendable, CaseIterable {
        case document, event, entity, disagreement, fact
    }

    /// Something that is different.
    public struct Line: Sendable, Equatable {
        public var subject: Subject
        /// appeared, vanished, merged, split; date, place, figures, type, polarity, texts; opened, settled, answers; how many facts.
        public var change: String
        /// What it is, in words.
        public var what: String
        public var before: String?
        public var after: String?
        /// The public key; of the later state where it is there.
        public var key: String?
    }

    /// By subject, then by change, then in the order of time.
    public var lines: [Line] = []

    /// The lines as rows.
    public var result: QueryResult {
        QueryResult(
            columns: ["about", "change", "what", "before", "after", "id"],
            rows: lines.map { line in
                func value(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
                return [
                    .text(line.subject.rawValue), .text(line.change), .text(line.what), value(line.before),
                    value(line.after), value(line.key),
                ]
            })
    }
}
