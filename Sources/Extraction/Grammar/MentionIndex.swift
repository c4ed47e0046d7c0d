internal import Language
internal import Record

/// The mentions of a document by sentence, and which of them a noun phrase stands for.
struct MentionIndex {
    let mentions: [Mention]
    private var bySentence: [[Int]]
    /// In text order.
    private let quantities: [Quantity]

    init(_ record: AnnotationRecord, _ analysis: Analysis) {
        quantities = record.quantities
        mentions = record.mentions
        bySentence = Array(repeating: [], count: analysis.sentences.count)
        for (index, mention) in record.mentions.enumerated() {
            if let sentence = analysis.sentenceIndex(at: mention.start) { bySentence[sentence].append(index) }
        }
    }

    /// Indexes of the mentions in a sentence, in the order of the record.
    func inSentence(_ sentence: Int) -> [Int] { bySentence[sentence] }

    /// True if a word is a part of a quantity: "thousands".
    func isNumber(_ span: Span) -> Bool {
        let next = quantities.partitioningIndex { $0.end > span.start }
        return next < quantities.count && quantities[next].start <= span.start
    }

    /// The quantities that start inside a span.
    func quantities(in span: Span) -> ArraySlice<Quantity> {
        let first = quantities.partitioningIndex { $0.start >= span.start }
        return quantities[first..<max(first, quantities.partitioningIndex { $0.start >= span.end })]
    }

    /// For each token the mentions whose head it is, the widest first.
    func byHead(_ sentence: Int, _ tokens: [Token]) -> [Int: [Int]] {
        var table: [Int: [Int]] = [:]
        for index in bySentence[sentence] {
            let mention = mentions[index]
            let end = mention.head?.end ?? mention.end
            if let token = Self.token(endingAt: end, tokens) { table[token, default: []].append(index) }
        }
        for key in table.keys { table[key]?.sort { mentions[$0].span.count > mentions[$1].span.count } }
        return table
    }

    static func token(endingAt offset: Int, _ tokens: [Token]) -> Int? {
        var low = 0
        var high = tokens.count - 1
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].span.end < offset { low = middle + 1 } else { high = middle }
        }
        guard low < tokens.count, tokens[low].span.start < offset else { return nil }
        return low
    }
}
