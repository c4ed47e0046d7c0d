internal import Record

/// The pieces of a line as they are found, chunk by chunk; a chunk is what stands between white space.
struct TokenScanner {
    let scalars: [Unicode.Scalar]
    let spellings: SpellingTable
    /// The end of the line.
    let end: Int
    var pieces: [Tokenizer.Piece] = []
    var isAfterSpace = true
    /// Whether a single quotation mark was opened and not closed yet.
    var hasOpenQuote = false

    init(scalars: [Unicode.Scalar], spellings: SpellingTable, end: Int) {
        self.scalars = scalars
        self.spellings = spellings
        self.end = end
    }

    mutating func add(_ from: Int, _ to: Int, isJoined: Bool = false) {
        guard from < to else { return }
        pieces.append(
            Tokenizer.Piece(
                span: Span(start: from, end: to), text: Self.string(scalars, from, to), spaceBefore: isAfterSpace,
                isJoined: isJoined && !isAfterSpace))
        isAfterSpace = false
    }

    /// The pieces of one chunk.
    mutating func scan(_ from: Int, _ to: Int) {
        var at = from
        // Most chunks are letters, perhaps with a comma behind them.
        while at < to, Letters.isASCIILetter(scalars[at]) { at += 1 }
        if at == to || (at + 1 == to && at > from && scalars[at] == ",") {
            addWord(from, at)
            add(at, to)
            return
        }
        at = from
        // An address can start where a chunk does, or after a mark that opens something.
        var mayBeAddress = true
        while at < to {
            let scalar = scalars[at]
            if mayBeAddress, let next = addressEnd(at, to) {
                add(at, next)
                at = next
                mayBeAddress = false
            } else if Letters.isDigit(scalar) || startsNumber(at, from, to) {
                at = number(at, to)
                mayBeAddress = false
            } else if Letters.isWord(scalar) {
                at = word(at, to)
                mayBeAddress = false
            } else {
                at = mark(at, from, to)
                // What an address may hold was looked through already.
                mayBeAddress = !Self.isAddressMark(scalars[at - 1])
            }
        }
    }

    static func string(_ scalars: [Unicode.Scalar], _ from: Int, _ to: Int) -> String {
        var size = 0
        for at in from..<to { size += UTF8.width(scalars[at]) }
        return String(unsafeUninitializedCapacity: size) { bytes in
            var next = 0
            for at in from..<to {
                let scalar = scalars[at]
                if scalar.value < 0x80 {
                    bytes[next] = UInt8(truncatingIfNeeded: scalar.value)
                    next += 1
                } else {
                    guard let units = UTF8.encode(scalar) else { continue }
                    for unit in units {
                        bytes[next] = unit
                        next += 1
                    }
                }
            }
            return next
        }
    }
}
