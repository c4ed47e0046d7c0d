internal import CLibXML2

/// Character references of HTML.
enum Entities {
    /// What `amp`, `nbsp`, `#8217` or `#x2019` stands for.
    static func scalar(_ name: String) -> Unicode.Scalar? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value =
                digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
        }
        if name == "apos" { return "'" }
        guard !name.isEmpty, let entry = htmlEntityLookup(name) else { return nil }
        return Unicode.Scalar(entry.pointee.value)
    }
}
