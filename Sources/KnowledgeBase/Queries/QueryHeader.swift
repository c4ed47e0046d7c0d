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
        let words = Self.trimmed(text)
        if words.isEmpty {
            startsParagraph = true
        } else if words.hasPrefix("@param ") {
            try readParameter(words.dropFirst(7), line: line)
        } else if words.hasPrefix("@example ") {
            examples.append(String(Self.trimmed(words.dropFirst(9))))
        } else if words.hasPrefix("@") {
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
        guard let colon = text.range(ofSeparator: ": ") else {
            throw DataError(file: file, line: line, expected: form)
        }
        let help = String(Self.trimmed(text[colon.upperBound...]))
        var left = text[..<colon.lowerBound]
        var value: Substring?
        if let equals = left.firstIndex(of: "=") {
            value = Self.trimmed(left[left.index(after: equals)...])
            left = left[..<equals]
        }
        let words = left.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, !help.isEmpty else { throw DataError(file: file, line: line, expected: form) }
        let name = String(words[0])
        let isPlain = name.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        guard isPlain else {
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

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}

extension Substring {
    /// Where a separator first stands.
    fileprivate func range(ofSeparator separator: String) -> Range<Index>? {
        var from = startIndex
        while from < endIndex {
            if self[from...].hasPrefix(separator) { return from..<index(from, offsetBy: separator.count) }
            from = index(after: from)
        }
        return nil
    }
}
