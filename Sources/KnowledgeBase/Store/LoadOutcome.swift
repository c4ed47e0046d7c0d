/// What became of a document that was loaded.
public enum LoadOutcome: String, Sendable {
    /// Seen for the first time.
    case new
    /// Known, with another text, other metadata or another extractor. Which of its texts counts, their dates say.
    case changed
    /// Known as it is; nothing was written.
    case same
    /// A text that is there was read again.
    case reread
}

/// How a load went.
public struct LoadSummary: Sendable, Equatable {
    /// The number of the batch, for `annals show` and `undo`.
    public var batch = 0
    public var new = 0
    public var changed = 0
    public var same = 0
    public var failed = 0
    /// Documents of which another text counts than the one this load brought, because that one is newer.
    public var superseded = 0

    public init() {}

    /// Documents whose facts are in the store after the load.
    public var loaded: Int { new + changed + same }

    mutating func count(_ outcome: LoadOutcome) {
        switch outcome {
        case .new: new += 1
        case .changed, .reread: changed += 1
        case .same: same += 1
        }
    }
}
