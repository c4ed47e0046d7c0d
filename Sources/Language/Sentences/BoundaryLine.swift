/// The pieces of a line as the sentence splitter sees them, with what holds for the line as a whole.
package struct BoundaryLine {
    package private(set) var tokens: [BoundaryToken] = []
    /// For each piece: how many brackets are open behind it (0 to 3), and 4 more if a quotation is.
    private var openings: [UInt8] = []
    /// For each piece: how many pieces on the next stop stands, at most 31.
    private var stopDistances: [UInt8] = []
    /// How the line is written: which letters it has and how it ends.
    private var style: UInt32 = 0

    init(_ pieces: [Tokenizer.Piece], spellings: SpellingTable) {
        tokens.reserveCapacity(pieces.count)
        for piece in pieces { tokens.append(BoundaryToken(piece, spellings: spellings)) }
        settleQuotes()
        measure()
    }

    /// A straight quotation mark opens or closes by the white space around it, else in turn.
    private mutating func settleQuotes() {
        var isOpen = false
        for at in tokens.indices where tokens[at].kind == .openQuote || tokens[at].kind == .closeQuote {
            if tokens[at].kind == .closeQuote {
                isOpen = false
                continue
            }
            let isSpacedAfter = at + 1 == tokens.count || tokens[at + 1].spaceBefore
            if tokens[at].spaceBefore, !isSpacedAfter {
                isOpen = true
            } else if !tokens[at].spaceBefore, isSpacedAfter || isOpen {
                tokens[at].kind = .closeQuote
                isOpen = false
            } else if isOpen {
                tokens[at].kind = .closeQuote
                isOpen = false
            } else {
                isOpen = true
            }
        }
    }

    private mutating func measure() {
        openings = Array(repeating: 0, count: tokens.count)
        stopDistances = Array(repeating: 31, count: tokens.count)
        var depth: UInt8 = 0
        var quote: UInt8 = 0
        var capitals = 0
        var smalls = 0
        for at in tokens.indices {
            switch tokens[at].kind {
            case .openBracket: depth = min(depth + 1, 3)
            case .closeBracket: depth = depth > 0 ? depth - 1 : 0
            case .openQuote: quote = 4
            case .closeQuote: quote = 0
            case .lower: smalls += 1
            case .capital, .upper: capitals += 1
            default: break
            }
            openings[at] = depth + quote
        }
        var distance: UInt8 = 31
        for at in tokens.indices.reversed() {
            stopDistances[at] = distance
            distance = tokens[at].isStop ? 1 : min(distance + 1, 31)
        }
        let ends = tokens.last?.isStop ?? false
        let share = capitals == 0 ? 0 : smalls == 0 ? 3 : capitals * 3 > smalls ? 2 : 1
        style = UInt32(share) * 2 + (ends ? 1 : 0)
    }

    /// Whether a sentence could end behind a piece; elsewhere none ever does.
    package func isCandidate(_ at: Int) -> Bool {
        guard at + 1 < tokens.count else { return false }
        let next = tokens[at + 1]
        switch tokens[at].kind {
        case .stop, .question, .dots: return next.spaceBefore || next.kind.rawValue < BoundaryToken.Kind.stop.rawValue
        case .comma, .hyphen, .openBracket, .openQuote, .clitic, .lower, .mixed:
            guard next.spaceBefore else { return false }
            switch next.kind {
            case .lower, .clitic, .comma, .stop, .number, .hyphen, .closeQuote, .closeBracket: return false
            default: return true
            }
        default: return next.spaceBefore
        }
    }
}

extension BoundaryLine {
    /// How many features a gap between two pieces has.
    package static let featureCount = 34

    /// The features of the gap behind a piece, as places in a table of weights.
    /// - Parameters:
    ///   - start: the first piece of the sentence that would end.
    ///   - mask: the size of the table of weights, a power of two, less one.
    package func features(
        _ at: Int, start: Int, mask: UInt32, _ place: (Int) -> Void
    ) {
        let empty = BoundaryToken.edge
        let before3 = at > 2 ? tokens[at - 3] : empty
        let before2 = at > 1 ? tokens[at - 2] : empty
        let before = at > 0 ? tokens[at - 1] : empty
        let this = tokens[at]
        let next = at + 1 < tokens.count ? tokens[at + 1] : empty
        let next2 = at + 2 < tokens.count ? tokens[at + 2] : empty
        let next3 = at + 3 < tokens.count ? tokens[at + 3] : empty
        let first = tokens[start]
        let space: UInt32 = next.spaceBefore ? 1 : 0
        let pair = UInt32(this.kind.rawValue) << 6 | UInt32(next.kind.rawValue) << 1 | space
        let left = UInt32(before.kind.rawValue) << 12 | pair
        let around = left << 5 | UInt32(next2.kind.rawValue)
        let cased = next.form &+ UInt32(next.kind.rawValue) &* 0x9E37_79B1
        let distance = UInt32(Self.bucket(at - start + 1))
        let opening = UInt32(openings[at])
        let stop = UInt32(min(stopDistances[at], 12))
        let size = UInt32(Self.bucket(tokens.count))
        var number: UInt32 = 0
        func add(_ a: UInt32, _ b: UInt32 = 0) {
            number &+= 1
            var hash = (a ^ (number &* 0x9E37_79B1)) &* 0x85EB_CA6B
            hash = (hash ^ (hash >> 15) ^ b &* 0xC2B2_AE35) &* 0x27D4_EB2F
            place(Int((hash ^ (hash >> 13)) & mask))
        }
        add(pair)
        add(this.form)
        add(cased)
        add(next.form, UInt32(this.kind.rawValue))
        add(left)
        add(around)
        add(around, UInt32(before2.kind.rawValue) << 5 | UInt32(next3.kind.rawValue))
        add(pair, UInt32(next2.kind.rawValue) << 5 | UInt32(next3.kind.rawValue))
        add(left, UInt32(before2.kind.rawValue) << 5 | UInt32(before3.kind.rawValue))
        add(this.form, UInt32(next.kind.rawValue) << 1 | space)
        add(cased, UInt32(this.kind.rawValue) << 1 | space)
        add(this.form, cased)
        add(before.form, pair)
        add(before.form, this.form)
        add(next2.form, pair)
        add(next2.form, cased)
        add(before.form &* 31 &+ this.form, UInt32(next.kind.rawValue))
        add(pair, distance)
        add(pair, UInt32(first.kind.rawValue) << 8 | distance)
        add(pair, style)
        add(pair, stop)
        add(pair, opening)
        add(pair, size)
        add(first.form, pair)
        add(this.ending, pair)
        add(pair, UInt32(this.length) << 8 | UInt32(next.length))
        add(pair, style << 16 | distance << 8 | stop)
        add(pair, opening << 16 | stop << 8 | UInt32(next2.kind.rawValue))
        add(cased, style << 8 | UInt32(this.kind.rawValue))
        add(cased, opening << 8 | UInt32(this.kind.rawValue))
        add(before2.form, pair)
        add(next3.form, pair)
        add(cased, distance << 8 | UInt32(this.kind.rawValue))
        add(around, style << 8 | UInt32(first.kind.rawValue))
    }

    /// Small numbers as they are, large ones in steps.
    private static func bucket(_ count: Int) -> Int {
        if count < 8 { return count }
        if count < 16 { return 8 + (count - 8) / 3 }
        if count < 64 { return 11 + (count - 16) / 12 }
        return count < 128 ? 15 : 16
    }
}

extension BoundaryToken {
    fileprivate var isStop: Bool { kind == .stop || kind == .question || kind == .dots }
}
