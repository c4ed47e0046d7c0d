/// A file, line or item that gave no document.
public struct ReadFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong, for counts and exit codes.
    public enum Kind: String, Sendable {
        /// Passed over on purpose: a file in a folder that is of no known format.
        case skipped
        /// There is no such file, or it may not be opened.
        case unreadable
        /// Its content is not what its format asks for.
        case malformed
        /// It holds no text.
        case empty
        /// It is larger than the limit.
        case tooLarge
    }

    public var kind: Kind
    /// The file, as it was named.
    public var path: String
    /// The line or item, counted from 1.
    public var position: Int?
    /// What is wrong.
    public var reason: String
    /// What to do about it.
    public var advice: String?

    public init(kind: Kind, path: String, position: Int? = nil, reason: String, advice: String? = nil) {
        self.kind = kind
        self.path = path
        self.position = position
        self.reason = reason
        self.advice = advice
    }

    public var description: String {
        "\(position.map { "\(path):\($0)" } ?? path): \(reason)." + (advice.map { " \($0)" } ?? "")
    }
}
