internal import Tables

/// The comment block of a query file while it is read.
struct QueryHeader {
    let file: String
    private(set) var title = ""
    private(set) var parameters: [QueryParameter] = []
    private(set) var examples: [String] = []
    private var paragraphs: [String] = []
    private var startsParagraph = true

    init(file: String) { self.file = file }

    var description: String { paragraphs.joined(separator: "\n\n") }

    /// Reads a comment line without its dashes.
    mutating func read(_ text: Substring, line: Int) throws(DataError) {
        let words = text.trimmed
        if words.isEmpty {
            startsParagraph = true
        } else if words.words.first == "@param" {
            try readParameter(Substring(words.utf8.dropFirst(6)), line: line)
        } else if words.words.first == "@example" {
            let example = Substring(words.utf8.dropFirst(8)).trimmed
            guard !example.isEmpty else {
                throw DataError(file: file, line: line, expected: "a command after @example")
            }
            examples.append(String(example))
        } else if words.utf8.first == UInt8(ascii: "@") {
            throw DataError(file: file, line: line, expected: "@param or @example, found `\(words)`")
        } else if title.isEmpty {
            title = String(words)
        } else if startsParagraph || paragraphs.isEmpty {
            paragraphs.append(String(words))
            startsParagraph = false
        } else {
            paragraphs[paragraphs.count - 1] += " " + words
        }
    }

    /// `NAME TYPE [= DEFAULT]: HELP`
    private mutating func readParameter(_ text: Substring, line: Int) throws(DataError) {
        let form = "`-- @param NAME TYPE [= DEFAULT]: HELP`"
        guard let (declaration, text) = text.split(at: UInt8(ascii: ":"), UInt8(ascii: " ")) else {
            throw DataError(file: file, line: line, expected: form)
        }
        let help = String(text.trimmed)
        var left = declaration
        var value: Substring?
        if let equals = left.utf8.firstIndex(of: UInt8(ascii: "=")) {
            value = Substring(left.utf8[left.utf8.index(after: equals)...]).trimmed
            left = left[..<equals]
        }
        let words = left.words
        guard words.count == 2, !help.isEmpty else { throw DataError(file: file, line: line, expected: form) }
        let name = String(words[0])
        guard name.utf8.allSatisfy(\.isSmallLetter) else {
            throw DataError(file: file, line: line, expected: "a parameter's name of small letters, found `\(name)`")
        }
        guard let type = QueryParameterType(rawValue: String(words[1])) else {
            let known = QueryParameterType.allCases.map(\.rawValue).joined(separator: ", ")
            throw DataError(file: file, line: line, expected: "a type (\(known)), found `\(words[1])`")
        }
        guard !parameters.contains(where: { $0.name == name }) else {
            throw DataError(file: file, line: line, expected: "each parameter once, found `\(name)` again")
        }
        parameters.append(
            QueryParameter(
                name: name, type: type, defaultValue: value.flatMap { $0 == "none" ? nil : String($0) },
                isRequired: value == nil, help: help))
    }
}
