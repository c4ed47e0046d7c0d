/// A document's text with both of its coordinates: the UTF-8 bytes that hot loops run on and the code points
/// that the record speaks in.
public struct SourceText: Sendable {
    public let utf8: [UInt8]
    /// How many code points the text has.
    public let count: Int
    /// The byte offset of every 64th code point; the rest is counted from there.
    private let checkpoints: [Int32]
    private let isASCII: Bool

    private static let stride = 64

    public init(_ text: String) {
        let bytes = Array(text.utf8)
        var marks: [Int32] = []
        marks.reserveCapacity(bytes.count / Self.stride + 1)
        var points = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if points % Self.stride == 0 { marks.append(Int32(offset)) }
            points += 1
        }
        utf8 = bytes
        count = points
        checkpoints = marks
        isASCII = points == bytes.count
    }

    /// The byte at which the code point numbered `offset` starts; the end of the text for `count` and beyond.
    public func byteOffset(ofCodePoint offset: Int) -> Int {
        if isASCII { return min(max(offset, 0), utf8.count) }
        if offset >= count { return utf8.count }
        if offset <= 0 { return 0 }
        var byte = Int(checkpoints[offset / Self.stride])
        var left = offset % Self.stride
        while left > 0 {
            byte += 1
            if utf8[byte] & 0xC0 != 0x80 { left -= 1 }
        }
        return byte
    }

    /// The number of the code point that holds byte `offset`; `count` for the end of the text and beyond.
    public func codePoint(ofByte offset: Int) -> Int {
        if isASCII { return min(max(offset, 0), count) }
        if offset >= utf8.count { return count }
        if offset <= 0 { return 0 }
        var low = 0
        var high = checkpoints.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(checkpoints[middle]) <= offset { low = middle } else { high = middle - 1 }
        }
        var point = low * Self.stride
        var byte = Int(checkpoints[low]) + 1
        while byte <= offset {
            if utf8[byte] & 0xC0 != 0x80 { point += 1 }
            byte += 1
        }
        return point
    }

    /// The words of a span. A span that reaches outside the text is cut to it.
    public subscript(span: Span) -> String {
        let from = byteOffset(ofCodePoint: span.start)
        let to = max(from, byteOffset(ofCodePoint: span.end))
        return String(decoding: utf8[from..<to], as: UTF8.self)
    }

    /// The code points of a range of bytes.
    public func span(ofBytes range: Range<Int>) -> Span {
        Span(start: codePoint(ofByte: range.lowerBound), end: codePoint(ofByte: range.upperBound))
    }
}
