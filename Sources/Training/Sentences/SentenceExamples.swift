internal import Language
public import Tables

/// The paragraphs of treebanks with the gaps where their sentences end.
public struct SentenceExamples: Sendable {
    struct Paragraph: Sendable {
        let line: BoundaryLine
        /// For each piece: whether a sentence ends behind it.
        let isEnd: [Bool]
        /// How many sentences the treebank has in it.
        let sentences: Int
    }

    private(set) var paragraphs: [Paragraph] = []

    /// How many sentences the treebanks hold.
    public var sentenceCount: Int { paragraphs.reduce(0) { $0 + $1.sentences } }

    /// Reads treebanks as raw text: sentences of a paragraph are set apart by a space.
    /// - Throws: `DataError` if a table of the tokenizer cannot be read.
    public init(_ treebanks: [Treebank], data: DataFolder) throws(DataError) {
        let reader = try BoundaryReader(data: data)
        for treebank in treebanks {
            var texts: [String] = []
            for sentence in treebank.sentences {
                if sentence.startsParagraph { add(texts, reader) }
                if sentence.startsParagraph { texts = [] }
                texts.append(sentence.text)
            }
            add(texts, reader)
        }
    }

    /// Adds paragraphs, one a line, in which a bar stands where a sentence ends; lines that begin with `#` are comments.
    /// - Parameter times: how often each counts.
    public mutating func add(marked: [UInt8], times: Int, data: DataFolder) throws(DataError) {
        let reader = try BoundaryReader(data: data)
        let lines = marked.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
        for line in lines {
            let texts = String(decoding: line, as: UTF8.self).split(separator: " | ").map(String.init)
            for _ in 0..<times { add(texts, reader) }
        }
    }

    private mutating func add(_ texts: [String], _ reader: BoundaryReader) {
        guard !texts.isEmpty else { return }
        var scalars: [Unicode.Scalar] = []
        var golds: [Int] = []
        for text in texts {
            if !scalars.isEmpty { scalars.append(" ") }
            scalars += text.unicodeScalars
            golds.append(scalars.count)
        }
        let (line, ends) = reader.read(scalars)
        var isEnd = [Bool](repeating: false, count: ends.count)
        var next = 0
        for (at, end) in ends.enumerated() {
            while next < golds.count, golds[next] < end { next += 1 }
            isEnd[at] = next < golds.count && golds[next] == end
        }
        paragraphs.append(Paragraph(line: line, isEnd: isEnd, sentences: golds.count))
    }
}
