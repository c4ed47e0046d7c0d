public import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Sentences read from a CoNLL-U file.
///
/// Format: https://universaldependencies.org/format.html. Empty nodes and enhanced dependencies are passed over.
public struct Treebank: Sendable {
    public var sentences: [TreebankSentence]

    public init(sentences: [TreebankSentence]) { self.sentences = sentences }

    /// Reads a file.
    /// - Throws: `DataError` with the line if it is no CoNLL-U.
    public init(path: String) throws(DataError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DataError(file: path, line: nil, expected: "a readable CoNLL-U file", advice: "Name it in full.")
        }
        try self.init(bytes: [UInt8](data), file: path)
    }

    /// Reads the bytes of a file.
    /// - Parameter file: its name, for messages.
    public init(bytes: [UInt8], file: String) throws(DataError) {
        var reader = Reader(file: file)
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            try reader.read(String(decoding: line, as: UTF8.self), line: number + 1)
        }
        try reader.finish()
        sentences = reader.sentences
    }
}

extension Treebank {
    private struct Reader {
        let file: String
        var sentences: [TreebankSentence] = []
        private var line = 0
        private var document = ""
        private var id = ""
        private var text = ""
        private var startsParagraph = false
        private var words: [TreebankWord] = []
        private var multiwords: [(range: Range<Int>, form: String)] = []
        /// Where the last multiword token ends, and whether white space follows it.
        private var multiwordEnd: (last: Int, spaceAfter: Bool)?

        init(file: String) { self.file = file }

        mutating func read(_ content: String, line: Int) throws(DataError) {
            self.line = line
            if content.isEmpty {
                try finish()
            } else if content.hasPrefix("#") {
                comment(content)
            } else {
                try word(content.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
            }
        }

        private mutating func comment(_ content: String) {
            let parts = content.dropFirst().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].trimming()
            let value = parts.count > 1 ? parts[1].trimming() : ""
            switch name {
            case "newdoc id", "newdoc":
                document = value
                startsParagraph = true
            case "newpar id", "newpar": startsParagraph = true
            case "sent_id": id = value
            case "text": text = value
            default: break
            }
        }

        private mutating func word(_ columns: [String]) throws(DataError) {
            guard columns.count == 10 else {
                throw error("ten columns parted by tabs, not \(columns.count)")
            }
            if columns[0].contains(".") { return }
            let spaceAfter = !columns[9].split(separator: "|").contains("SpaceAfter=No")
            if let dash = columns[0].firstIndex(of: "-") {
                guard let first = Int(columns[0][..<dash]),
                    let last = Int(columns[0][columns[0].index(after: dash)...]),
                    first == words.count + 1, last > first
                else { throw error("a range of words that begins at \(words.count + 1)") }
                multiwords.append((first - 1..<last, columns[1]))
                multiwordEnd = (last - 1, spaceAfter)
                return
            }
            guard Int(columns[0]) == words.count + 1, let head = Int(columns[6]), head >= 0 else {
                throw error("word \(words.count + 1) with the number of its head")
            }
            var space = spaceAfter
            if let end = multiwordEnd {
                space = words.count == end.last ? end.spaceAfter : false
                if words.count == end.last { multiwordEnd = nil }
            }
            words.append(
                TreebankWord(
                    form: columns[1], lemma: columns[2], universalTag: columns[3], pennTag: columns[4], head: head - 1,
                    relation: columns[7], spaceAfter: space))
        }

        mutating func finish() throws(DataError) {
            guard !words.isEmpty else { return }
            guard words.allSatisfy({ $0.head < words.count }),
                multiwords.allSatisfy({ $0.range.upperBound <= words.count })
            else { throw error("heads and ranges inside the sentence that ends here") }
            sentences.append(
                TreebankSentence(
                    id: id, document: document, startsParagraph: startsParagraph, text: text, words: words,
                    multiwords: multiwords))
            (id, text, startsParagraph) = ("", "", false)
            words = []
            multiwords = []
            multiwordEnd = nil
        }

        private func error(_ expected: String) -> DataError {
            DataError(file: file, line: line, expected: expected, advice: "See universaldependencies.org/format.html.")
        }
    }
}

extension Substring {
    fileprivate func trimming() -> String {
        var rest = self
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
