/// What an undo, a redo or a decision does to what the knowledge base says.
public struct KnowledgeChange: Sendable {
    /// A document that appears or vanishes.
    public struct Document: Sendable, Equatable {
        /// The version's key.
        public var key: String
        public var title: String?
        public var outlet: String?
        public var published: String?
    }

    /// Documents that count from now on.
    public var appeared: [Document] = []
    /// Documents that do not count any more. One of which another version counts now stands in both lists.
    public var vanished: [Document] = []
    /// What a person should know about it, in sentences: why a decision does not take effect.
    public var notes: [String] = []
    public var before = StoreStatus(counts: [])
    public var after = StoreStatus(counts: [])

    /// The counts that are different, with their names.
    public var differences: [(name: String, before: Int, after: Int)] {
        zip(before.counts, after.counts).compactMap { old, new in
            old.count == new.count ? nil : (old.name, old.count, new.count)
        }
    }
}
