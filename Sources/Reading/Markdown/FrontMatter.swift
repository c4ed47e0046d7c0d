internal import Yams

/// The YAML block between two lines of dashes at the start of a Markdown file.
struct FrontMatter {
    /// A field with its name in lower case and its words; a list's items are joined by commas.
    var fields: [(name: String, value: String)] = []
    var warning: String?

    private static let longest = 1 << 16

    /// Parts a text into its front matter and the rest; nil front matter where there is none.
    static func split(_ text: String) -> (FrontMatter?, Substring) {
        let bytes = text.utf8
        guard text.hasPrefix("---\n") else { return (nil, text[...]) }
        var lineStart = bytes.index(bytes.startIndex, offsetBy: 4)
        let from = lineStart
        var length = 0
        while lineStart != bytes.endIndex {
            let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = text[lineStart..<lineEnd]
            let next = lineEnd == bytes.endIndex ? lineEnd : bytes.index(after: lineEnd)
            let dashes = line.utf8.allSatisfy { $0 == 0x2D || $0 == 0x20 } && line.utf8.starts(with: "---".utf8)
            if dashes || line == "..." { return (FrontMatter(yaml: String(text[from..<lineStart])), text[next...]) }
            length += bytes.distance(from: lineStart, to: next)
            if length > longest { break }
            lineStart = next
        }
        return (nil, text[...])
    }

    init(yaml: String) {
        if !Self.isTooDeep(yaml), let node = try? Yams.compose(yaml: yaml), let mapping = node.mapping {
            for (key, value) in mapping {
                if let name = key.scalar?.string, let words = Self.words(value) {
                    fields.append((name.lowercased(), words))
                }
            }
            return
        }
        // Crawlers write titles with colons and quotes as they come; most lines still say what they mean.
        for line in yaml.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "-", line.first != "#" else {
                continue
            }
            var value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\"" || $0 == "'" }
            while let last = value.last, last == " " || last == "\"" || last == "'" { value.removeLast() }
            fields.append((line[..<colon].lowercased(), String(value)))
        }
        if !yaml.utf8.allSatisfy({ $0 == 0x0A || $0 == 0x20 }) {
            warning = "the front matter is no YAML; it was read line by line"
        }
    }

    /// The first value of the names given that is not empty, with its name.
    func first(_ names: [String]) -> (name: String, value: String)? {
        for name in names {
            if let field = fields.first(where: { $0.name == name && !$0.value.isEmpty }) { return field }
        }
        return nil
    }

    /// YAML's own parser calls itself for every level.
    private static func isTooDeep(_ yaml: String) -> Bool {
        var depth = 0
        var dashes = 0
        for byte in yaml.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\n"): dashes = 0
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): dashes += 1
            default: break
            }
            if depth > 32 || dashes > 200 { return true }
        }
        return false
    }

    private static func words(_ node: Node) -> String? {
        if let scalar = node.scalar {
            return scalar.string == "null" || scalar.string == "~" ? nil : scalar.string
        }
        if let items = node.sequence {
            let names = items.compactMap { $0.scalar?.string ?? $0.mapping?["name"]?.scalar?.string }
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
        return node.mapping?["name"]?.scalar?.string
    }
}
