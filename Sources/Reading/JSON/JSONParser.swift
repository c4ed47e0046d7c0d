/// Reads JSON (RFC 8259) from bytes, with bounded depth.
///
/// It is lenient where saved pages are sloppy: control characters inside strings, a comma before a closing bracket,
/// and lone surrogates are read.
struct JSONParser {
    /// Why the bytes are no JSON.
    struct Problem: Error, Equatable {
        var reason: String
        /// Where, in bytes from the start.
        var offset: Int
    }

    private let bytes: [UInt8]
    private let nesting: Int
    private var at = 0

    /// Reads one value that takes up all the bytes.
    /// - Parameter nesting: how deep values may stand inside values; at most a few hundred, since each takes stack.
    static func parse(_ bytes: [UInt8], nesting: Int) throws(Problem) -> JSONValue {
        var parser = JSONParser(bytes: bytes, nesting: min(nesting, 512))
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.at = 3 }
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.at == bytes.count else { throw parser.problem("something follows the value") }
        return value
    }

    private init(bytes: [UInt8], nesting: Int) {
        self.bytes = bytes
        self.nesting = nesting
    }

    private func problem(_ reason: String) -> Problem { Problem(reason: reason, offset: at) }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
            at += 1
        }
    }

    private mutating func takes(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func takes(word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard at + length <= bytes.count else { return false }
        let matches = word.withUTF8Buffer { bytes[at..<at + length].elementsEqual($0) }
        if matches { at += length }
        return matches
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        guard depth <= nesting else { throw problem("the values are nested too deeply") }
        skipSpace()
        guard at < bytes.count else { throw problem("a value is missing at the end") }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): if takes(word: "true") { return .bool(true) }
        case UInt8(ascii: "f"): if takes(word: "false") { return .bool(false) }
        case UInt8(ascii: "n"): if takes(word: "null") { return .null }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: break
        }
        throw problem("a value is expected")
    }

    private mutating func object(depth: Int) throws(Problem) -> JSONValue {
        at += 1
        var members: [(key: String, value: JSONValue)] = []
        while !takes(UInt8(ascii: "}")) {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                throw problem("a member's name is expected")
            }
            let key = try string()
            guard takes(UInt8(ascii: ":")) else { throw problem("a colon is expected") }
            members.append((key, try value(depth: depth + 1)))
            if takes(UInt8(ascii: ",")) { continue }
            guard takes(UInt8(ascii: "}")) else { throw problem("a comma or a closing brace is expected") }
            break
        }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Problem) -> JSONValue {
        at += 1
        var items: [JSONValue] = []
        while !takes(UInt8(ascii: "]")) {
            items.append(try value(depth: depth + 1))
            if takes(UInt8(ascii: ",")) { continue }
            guard takes(UInt8(ascii: "]")) else { throw problem("a comma or a closing bracket is expected") }
            break
        }
        return .array(items)
    }

    private mutating func number() throws(Problem) -> JSONValue {
        let from = at
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                at += 1
                continue
            default: break
            }
            break
        }
        guard let number = Double(String(decoding: bytes[from..<at], as: UTF8.self)) else {
            throw problem("this is no number")
        }
        return .number(number)
    }

    private mutating func string() throws(Problem) -> String {
        at += 1
        var text: [UInt8] = []
        while true {
            let from = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
            text.append(contentsOf: bytes[from..<at])
            guard at < bytes.count else { throw problem("a string is not closed") }
            at += 1
            if bytes[at - 1] == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard at < bytes.count else { throw problem("a string is not closed") }
            let escape = bytes[at]
            at += 1
            switch escape {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
            default: text.append(escape)
            }
        }
    }

    private mutating func scalar() throws(Problem) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        if (0xD800..<0xDC00).contains(first), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        {
            let back = at
            at += 2
            let second = try unit()
            if (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
            at = back
        }
        return "\u{FFFD}"
    }

    private mutating func unit() throws(Problem) -> UInt32 {
        guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw problem("four hexadecimal digits are expected") }
        at += 4
        return value
    }
}
