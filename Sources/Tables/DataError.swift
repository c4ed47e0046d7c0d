/// A data file that is missing or says something that cannot be understood.
public struct DataError: Error, Equatable, CustomStringConvertible {
    public var file: String
    /// Counted from 1.
    public var line: Int?
    /// What should have been there.
    public var expected: String
    /// What to do about it.
    public var advice: String?

    public init(file: String, line: Int?, expected: String, advice: String? = nil) {
        self.file = file
        self.line = line
        self.expected = expected
        self.advice = advice
    }

    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): expected \(expected)." + (advice.map { " \($0)" } ?? "")
    }
}
