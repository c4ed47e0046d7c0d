/// Makes XML harmless before the parser sees it, piece by piece.
///
/// Comments, processing instructions and document types never reach the parser, so that it cannot be told to open a
/// file or to expand an entity; forbidden control characters become spaces, named characters of HTML, which XML does
/// not know, become themselves; tags are cut to a bounded size.
struct FeedFilter {
    /// True once a document type with declarations of its own was met.
    private(set) var declaresEntities = false

    private enum State: Equatable {
        case text, tag, cdata
        /// Inside something that is left out, up to the mark that ends it.
        case comment, instruction, doctype
    }

    private var state = State.text
    private var pending: [UInt8] = []
    private var tag = TagBound()
    private var hasStarted = false

    /// The longest mark or reference that a piece may end in the middle of.
    private static let lookahead = 16

    /// The harmless form of the next piece; what cannot be judged yet is held back until the next one.
    mutating func filtered(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        let bytes = pending + piece
        pending = []
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var at = 0
        let end = isLast ? bytes.count : bytes.count - Self.lookahead
        while at < end, !declaresEntities { at = step(bytes, at, into: &output) }
        if at < bytes.count { pending = Array(bytes[at...]) }
        return output
    }

    private mutating func step(_ bytes: [UInt8], _ at: Int, into output: inout [UInt8]) -> Int {
        let byte = bytes[at]
        switch state {
        case .text:
            if byte == UInt8(ascii: "<") { return open(bytes, at, into: &output) }
            if byte == UInt8(ascii: "&"), let (scalar, end) = Self.named(bytes, at) {
                output.append(contentsOf: String(scalar).utf8)
                return end
            }
            // Some servers send blank lines or stray bytes before the root element.
            if !hasStarted, byte != 0x0A { return at + 1 }
            output.append(Self.isForbidden(byte) ? 0x20 : byte)
            return at + 1
        case .tag:
            if byte == UInt8(ascii: "&"), let (scalar, end) = Self.named(bytes, at) {
                for byte in String(scalar).utf8 { tag.put(byte, into: &output) }
                return end
            }
            tag.put(Self.isForbidden(byte) ? 0x20 : byte, into: &output)
            if tag.isClosed { state = .text }
            return at + 1
        case .cdata:
            if byte == UInt8(ascii: "]"), bytes[at...].starts(with: "]]>".utf8) {
                state = .text
                return at + 3
            }
            switch byte {
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            default: output.append(Self.isForbidden(byte) ? 0x20 : byte)
            }
            return at + 1
        case .comment: return skip(bytes, at, to: "-->", into: &output)
        case .instruction: return skip(bytes, at, to: "?>", into: &output)
        case .doctype:
            if byte == 0x0A { output.append(byte) }
            if byte == UInt8(ascii: "[") { declaresEntities = true }
            if byte == UInt8(ascii: ">") { state = .text }
            return at + 1
        }
    }

    private mutating func open(_ bytes: [UInt8], _ at: Int, into output: inout [UInt8]) -> Int {
        let rest = bytes[at...]
        if rest.starts(with: "<![CDATA[".utf8) {
            // The parser is slow on large ones; as plain text they say the same.
            state = .cdata
            return at + 9
        }
        if rest.starts(with: "<!--".utf8) {
            state = .comment
            return at + 4
        }
        guard at + 1 < bytes.count else { return at + 1 }
        let next = bytes[at + 1]
        switch next {
        case UInt8(ascii: "?"): state = .instruction
        case UInt8(ascii: "!"): state = .doctype
        case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: ":"), 0x41...0x5A, 0x61...0x7A, 0x80...:
            state = .tag
            hasStarted = true
            tag = TagBound()
            tag.put(UInt8(ascii: "<"), into: &output)
            return at + 1
        default:
            // No tag starts so: the mark stands for itself.
            output.append(contentsOf: "&lt;".utf8)
            return at + 1
        }
        return at + 2
    }

    /// Goes on inside something that is left out; its line ends stay, so that lines are counted right.
    private mutating func skip(_ bytes: [UInt8], _ at: Int, to mark: String, into output: inout [UInt8]) -> Int {
        if bytes[at] == 0x0A { output.append(0x0A) }
        guard bytes[at...].starts(with: mark.utf8) else { return at + 1 }
        state = .text
        return at + mark.utf8.count
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }

    private static func named(_ bytes: [UInt8], _ at: Int) -> (Unicode.Scalar, Int)? {
        let bound = min(bytes.count, at + 12)
        guard let end = bytes[at..<bound].firstIndex(of: UInt8(ascii: ";")), at + 1 < end,
            bytes[at + 1] != UInt8(ascii: "#")
        else { return nil }
        let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        guard !["amp", "lt", "gt", "quot", "apos"].contains(name), let scalar = Entities.scalar(name) else {
            return nil
        }
        return (scalar, end + 1)
    }
}
