/// JSON as it is written: bytes at the end of a buffer, without a tree of values in between.
package struct JSONText {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Writes `{`, what `body` writes, and `}`.
    package mutating func object(_ body: (inout JSONText) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        body(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    package mutating func array<Item>(_ items: [Item], _ body: (inout JSONText, Item) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for item in items {
            part(after: UInt8(ascii: "["))
            body(&self, item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Writes a field's name. The fields of a record's objects are to come in the order of their names.
    package mutating func key(_ name: String) {
        part(after: UInt8(ascii: "{"))
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A comma, unless it is the first item after a bracket. No value ends with an opening bracket.
    private mutating func part(after bracket: UInt8) {
        if bytes.last != bracket { bytes.append(UInt8(ascii: ",")) }
    }

    // MARK: Fields

    package mutating func field(_ name: String, _ value: Int?) {
        guard let value else { return }
        key(name)
        number(value)
    }

    package mutating func field(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    /// A number that JSON cannot hold is left out.
    package mutating func field(_ name: String, _ value: Double?) {
        guard let value, value.isFinite else { return }
        key(name)
        number(value)
    }

    package mutating func field(_ name: String, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    package mutating func field(_ name: String, _ values: [String]) {
        key(name)
        array(values) { $0.string($1) }
    }

    /// A field that holds numbers, all of them finite.
    package mutating func field(_ name: String, _ values: [Double]) {
        key(name)
        array(values) { $0.number($1) }
    }

    /// A field that holds an object.
    package mutating func field(_ name: String, _ body: (inout JSONText) -> Void) {
        key(name)
        object(body)
    }

    package mutating func field<Item>(_ name: String, _ items: [Item], _ body: (inout JSONText, Item) -> Void) {
        key(name)
        array(items, body)
    }

    // MARK: Values

    private mutating func number(_ value: Int) {
        // Most offsets are small: their digits are put down from the last one on.
        var rest = value.magnitude
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Whole numbers are written without a fraction.
    private mutating func number(_ value: Double) {
        let digits = value.description
        bytes.append(contentsOf: digits.hasSuffix(".0") ? digits.utf8.dropLast(2) : digits.utf8[...])
    }

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var from = 0
            for at in utf8.indices where Self.needsEscape(utf8[at]) {
                bytes.append(contentsOf: utf8[from..<at])
                escape(utf8[at])
                from = at + 1
            }
            bytes.append(contentsOf: utf8[from...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x00..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
