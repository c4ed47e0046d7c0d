/// Cuts a tag to a bounded number of attributes and bytes.
///
/// libxml2 compares each attribute of a tag with all before it: 200,000 of them would take minutes.
struct TagBound {
    /// More attributes than any page has in one tag.
    static let attributes = 256
    /// More bytes than any tag needs; pictures inside attributes are cut.
    static let bytes = 1 << 16

    /// True after the tag's `>`.
    private(set) var isClosed = false

    private var count = 0
    private var written = 0
    private var quote: UInt8 = 0
    private var previous: UInt8 = 0
    /// The last byte outside values that is no space: a value follows an equals sign.
    private var visible: UInt8 = 0
    private var isCut = false

    /// Takes the tag's next byte, and writes it where the tag is not too large yet.
    mutating func put(_ byte: UInt8, into output: inout [UInt8]) {
        defer { previous = byte }
        if quote != 0 {
            // A value that was begun is closed, whatever is left out of it.
            let isEnd = byte == quote
            if isEnd { quote = 0 }
            if !isCut, isEnd || written < Self.bytes { write(byte, to: &output) }
            return
        }
        if byte == UInt8(ascii: ">") {
            isClosed = true
            // An empty element stays one.
            if previous == UInt8(ascii: "/"), output.last != previous { output.append(previous) }
            output.append(byte)
            return
        }
        if byte <= 0x20, previous > 0x20 {
            count += 1
            if count > Self.attributes || written >= Self.bytes { isCut = true }
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), visible == UInt8(ascii: "=") { quote = byte }
        if byte > 0x20 { visible = byte }
        if !isCut, written < Self.bytes { write(byte, to: &output) }
    }

    private mutating func write(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(byte)
        written += 1
    }
}
