/// A state of a knowledge base that it can be asked for.
public enum HistoryPoint: Sendable, Hashable {
    /// Before a batch began, with all that was decided and undone until then.
    case before(batch: Int)
    /// When a batch had ended.
    case after(batch: Int)
    case now
}
