internal import CLibXML2

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Turns bytes of a character set into UTF-8, in pieces that may end inside a character. What cannot be read becomes
/// U+FFFD.
final class CharacterConverter {
    /// True once something could not be read.
    private(set) var isDamaged = false

    /// The C library's converter; nil for UTF-8, which is only checked.
    private let converter: iconv_t?
    private var pending: [UInt8] = []

    /// Reads UTF-8.
    init() { converter = nil }

    /// - Parameter name: the C library's name of the set.
    /// - Returns: nil where it knows none.
    init?(from name: String) {
        guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
        converter = opened
    }

    deinit {
        if let converter { iconv_close(converter) }
    }

    /// True for a set that the C library knows.
    static func isKnown(_ name: String) -> Bool { CharacterConverter(from: name) != nil }

    /// The next piece as UTF-8.
    func converted(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        var bytes = pending + piece
        pending = []
        guard let converter else {
            if !isLast {
                let tail = Self.unfinished(bytes[...])
                pending = Array(bytes.suffix(tail))
                bytes.removeLast(tail)
            }
            if String(validating: bytes, as: UTF8.self) != nil { return bytes }
            isDamaged = true
            return Array(String(decoding: bytes, as: UTF8.self).utf8)
        }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 2)
        let left = input.withUnsafeMutableBufferPointer { convert($0, with: converter, isLast: isLast, into: &output) }
        if left > 0 { pending = Array(bytes.suffix(left)) }
        return output
    }

    /// Converts what can be; returns how many bytes at the end wait for more.
    private func convert(
        _ input: UnsafeMutableBufferPointer<CChar>, with converter: iconv_t, isLast: Bool, into output: inout [UInt8]
    ) -> Int {
        var piece = [CChar](repeating: 0, count: 1 << 14)
        var from = input.baseAddress
        var left = input.count
        while left > 0 {
            let (made, code) = piece.withUnsafeMutableBufferPointer { piece -> (Int, CInt) in
                var to = piece.baseAddress
                var room = piece.count
                let result = iconv(converter, &from, &left, &to, &room)
                return (piece.count - room, result == -1 ? errno : 0)
            }
            output.append(contentsOf: piece[..<made].lazy.map { UInt8(bitPattern: $0) })
            if code == 0 || code == E2BIG { continue }
            if code == EINVAL, !isLast { return left }
            isDamaged = true
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            guard code == EILSEQ, left > 0 else { break }
            from = from.map { $0 + 1 }
            left -= 1
        }
        return 0
    }

    /// How many bytes at the end start a sequence of UTF-8 that goes on behind it.
    static func unfinished(_ bytes: ArraySlice<UInt8>) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.endIndex - back]
            if byte < 0x80 { return 0 }
            if byte >= 0xC0 { return (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) > back ? back : 0 }
        }
        return 0
    }
}
