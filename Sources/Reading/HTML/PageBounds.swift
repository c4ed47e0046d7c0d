#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A page as the HTML parser may have it: with no tag of a size that would take it minutes.
enum PageBounds {
    /// Tags up to this size hold too few attributes to matter.
    private static let harmless = 1024

    /// The page with its large tags cut, and how many elements start in it.
    static func bounded(_ bytes: [UInt8]) -> (bytes: [UInt8], elements: Int) {
        var output: [UInt8] = []
        var copied = 0
        var elements = 0
        var at = 0
        while let open = index(of: UInt8(ascii: "<"), in: bytes, from: at) {
            at = open + 1
            guard at < bytes.count else { break }
            if bytes[at...].starts(with: "!--".utf8) {
                at = end(of: "-->", in: bytes, from: at + 3)
                continue
            }
            guard (0x61...0x7A).contains(bytes[at] | 0x20) else { continue }
            elements += 1
            let name = bytes[at...].prefix(8).map { $0 | 0x20 }
            let close = index(of: UInt8(ascii: ">"), in: bytes, from: at) ?? bytes.count
            if close - open > harmless {
                output.append(contentsOf: bytes[copied..<open])
                var tag = TagBound()
                at = open
                while at < bytes.count, !tag.isClosed {
                    tag.put(bytes[at], into: &output)
                    at += 1
                }
                copied = at
            } else {
                at = close + 1
            }
            for raw in ["script", "style"] where name.starts(with: raw.utf8) {
                at = end(of: "</" + raw, in: bytes, from: min(at, bytes.count))
            }
        }
        guard copied > 0 else { return (bytes, elements) }
        output.append(contentsOf: bytes[copied...])
        return (output, elements)
    }

    private static func index(of byte: UInt8, in bytes: [UInt8], from: Int) -> Int? {
        guard from < bytes.count else { return nil }
        return bytes.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress, let found = memchr(base + from, CInt(byte), all.count - from) else {
                return nil
            }
            return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        }
    }

    /// Where an ASCII mark ends, in letters of either case; the end of the page where it does not come.
    private static func end(of mark: String, in bytes: [UInt8], from: Int) -> Int {
        let mark = Array(mark.utf8)
        var at = from
        while let found = index(of: mark[0], in: bytes, from: at) {
            let rest = bytes[found...].prefix(mark.count)
            if rest.count == mark.count, zip(rest, mark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
                return found + mark.count
            }
            at = found + 1
        }
        return bytes.count
    }
}
