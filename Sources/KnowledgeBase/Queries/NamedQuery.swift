public import Tables

/// A query with a name, kept in a file: a comment block that says what it is and asks for, then one SELECT.
///
/// `docs/queries.md` describes the format.
public struct NamedQuery: Sendable, Hashable {
    /// The file's name without `.sql`.
    public let name: String
    /// One line.
    public let title: String
    /// Paragraphs parted by empty lines; may be empty.
    public let description: String
    public let parameters: [QueryParameter]
    /// Command lines that show its use.
    public let examples: [String]
    /// The SELECT, from its first word to its last.
    public let sql: String
    /// Where it was read from.
    public let file: String

    /// Reads a query.
    /// - Parameter file: the path that errors name.
    /// - Throws: `DataError` with the line that is wrong.
    public init(name: String, file: String, text: String) throws(DataError) {
        let isPlain = name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-")
        }
        guard isPlain, !name.isEmpty else {
            throw DataError(
                file: file, line: nil, expected: "a file name of small letters, digits and hyphens",
                advice: "The file's name is the query's name.")
        }
        var header = QueryHeader(file: file)
        var body: [Substring] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let isComment = line.utf8.starts(with: "--".utf8)
            if body.isEmpty, isComment {
                try header.read(line.dropFirst(2), line: index + 1)
            } else if !body.isEmpty || !line.allSatisfy(\.isWhitespace) {
                if body.isEmpty {
                    let word = line.drop(while: \.isWhitespace).prefix { $0.isLetter }.uppercased()
                    guard word == "SELECT" || word == "WITH" else {
                        throw DataError(
                            file: file, line: index + 1, expected: "SELECT or WITH after the comment block",
                            advice: "A query reads only.")
                    }
                }
                body.append(line)
            }
        }
        guard !header.title.isEmpty else {
            throw DataError(
                file: file, line: 1, expected: "a title in the first line",
                advice: "Start the file with `-- What the query answers`.")
        }
        guard !body.isEmpty else {
            throw DataError(file: file, line: nil, expected: "a SELECT after the comment block")
        }
        self.name = name
        self.file = file
        title = header.title
        description = header.description
        parameters = header.parameters
        examples = header.examples
        var sql = body.joined(separator: "\n")
        while let last = sql.last, last.isWhitespace { sql.removeLast() }
        self.sql = sql
    }
}
