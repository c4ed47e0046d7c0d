/// What an import of decisions did.
public struct DecisionImport: Sendable {
    /// A line that was left out.
    public struct BadLine: Sendable, Equatable {
        /// Counted from 1.
        public var number: Int
        /// What was expected.
        public var reason: String
    }

    /// The batch, for `undo`.
    public var batch = 0
    /// Decisions that were not here.
    public var new = 0
    /// Decisions that were here already.
    public var same = 0
    /// Words that take decisions back, or bring them back, that were not here.
    public var takenBack = 0
    /// Decisions about something that is not here yet; they take effect when it comes.
    public var waiting = 0
    /// Pairs that count as unsure because people say same and different.
    public var contested = 0
    public var badLines: [BadLine] = []
    public var change = KnowledgeChange()
}
