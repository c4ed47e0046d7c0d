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
            $0.isSmallLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isPlain, !name.isEmpty else {
            throw DataError(
                file: file, line: nil, expected: "a file name of small letters, digits and hyphens",
                advice: "The file's name is the query's name.")
        }
        var header = QueryHeader(file: file)
        var body: [Substring] = []
        // Some editors put a byte order mark first.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? Substring(text.unicodeScalars.dropFirst()) : text[...]
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        for (index, line) in lines.enumerated() {
            let isComment = line.utf8.starts(with: "--".utf8)
            if body.isEmpty, isComment {
                try header.read(Substring(line.utf8.dropFirst(2)), line: index + 1)
            } else if !body.isEmpty || !line.trimmed.isEmpty {
                if body.isEmpty {
                    let word = Substring(line.trimmed.utf8.prefix { $0 & 0xDF >= 0x41 && $0 & 0xDF <= 0x5A })
                        .uppercased()
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
        while body.last?.trimmed.isEmpty == true { body.removeLast() }
        sql = body.joined(separator: "\n")
    }
}
