/// Lines and words of query files, by bytes: only ASCII signs have a meaning in them.
extension Substring {
    /// Without spaces, tabs and carriage returns at either end.
    var trimmed: Substring {
        var bytes = utf8
        while let first = bytes.first, first.isSpace { bytes.removeFirst() }
        while let last = bytes.last, last.isSpace { bytes.removeLast() }
        return Substring(bytes)
    }

    /// The pieces between runs of spaces.
    var words: [Substring] { utf8.split(whereSeparator: \.isSpace).map(Substring.init) }

    /// What stands before and after the first place where the two bytes stand; nil if they stand nowhere.
    func split(at first: UInt8, _ second: UInt8) -> (before: Substring, after: Substring)? {
        let bytes = utf8
        var index = bytes.startIndex
        while let found = bytes[index...].firstIndex(of: first) {
            let next = bytes.index(after: found)
            if next < bytes.endIndex, bytes[next] == second {
                return (Substring(bytes[..<found]), Substring(bytes[bytes.index(after: next)...]))
            }
            index = next
        }
        return nil
    }
}

extension UInt8 {
    /// Whether it is a space, a tab or the carriage return of a line end.
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

    /// Whether it is one of the letters a to z.
    var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
