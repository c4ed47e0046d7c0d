#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Names of files as text, though the system takes any bytes for one.
///
/// A byte that is no UTF-8 is written `\xFF`; a path is opened as it stands, and where there is none of that name, with
/// such marks read as bytes. So every file can be named, shown and opened by text.
enum FileName {
    /// The name as text, the same for no other name in its folder.
    static func text(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var rest = bytes[...]
        while let byte = rest.first {
            let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            if let character = String(validating: rest.prefix(length), as: UTF8.self) {
                text += character
                rest = rest.dropFirst(length)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
                rest = rest.dropFirst()
            }
        }
        return text
    }

    /// What the system is to open for a path.
    static func opened(_ path: String) -> [CChar] {
        let plain = path.utf8.map { CChar(bitPattern: $0) } + [0]
        guard path.utf8.contains(UInt8(ascii: "\\")) else { return plain }
        var status = stat()
        return lstat(plain, &status) == 0 ? plain : unescaped(path).map { CChar(bitPattern: $0) } + [0]
    }

    private static func unescaped(_ path: String) -> [UInt8] {
        let bytes = Array(path.utf8)
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\\"), at + 3 < bytes.count, bytes[at + 1] == UInt8(ascii: "x"),
                let byte = UInt8(String(decoding: bytes[(at + 2)...(at + 3)], as: UTF8.self), radix: 16), byte >= 0x80
            {
                result.append(byte)
                at += 4
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return result
    }

    /// The names in a folder, without hidden ones, in the order of their bytes; nil where it cannot be listed.
    static func visibleNames(inFolder path: String) -> [String]? {
        guard let folder = opendir(opened(path)) else { return nil }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map(text)
    }
}
