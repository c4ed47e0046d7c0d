/// A corpus file that is missing or says something that cannot be understood.
public struct CorpusError: Error, Equatable, CustomStringConvertible {
    public var file: String
    /// Counted from 1.
    public var line: Int?
    /// What should have been there.
    public var expected: String

    public init(file: String, line: Int?, expected: String) {
        self.file = file
        self.line = line
        self.expected = expected
    }

    public var description: String {
        "\(line.map { "\(file):\($0)" } ?? file): expected \(expected). Fetch the corpus again."
    }
}
