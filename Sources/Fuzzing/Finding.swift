/// A promise that an input broke.
public struct Finding: Error, Sendable, CustomStringConvertible {
    /// What was fuzzed.
    public var target: FuzzTarget
    /// The promise, and how it was broken.
    public var reason: String

    public var description: String { "\(target.rawValue): \(reason)" }
}
