/// Something doubtful in a document that was read all the same.
public struct ReadWarning: Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public var path: String
    /// The line or item, counted from 1.
    public var position: Int?
    /// What is doubtful and what was done about it.
    public var message: String

    public init(path: String, position: Int? = nil, message: String) {
        self.path = path
        self.position = position
        self.message = message
    }

    public var description: String { "\(position.map { "\(path):\($0)" } ?? path): \(message)" }
}
