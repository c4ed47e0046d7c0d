/// Fragments of HTML, as feeds and JSON carry them, to text.
enum HTMLText {
    /// The words of a fragment, its paragraphs parted by line ends. A text without marks stays as it is.
    static func plain(_ fragment: String, furniture: Furniture, names: PageBlocks, nesting: Int) -> String {
        guard fragment.utf8.contains(UInt8(ascii: "<")) else {
            return ArticleLines.cleaned(withoutEntities(fragment), furniture: furniture)
        }
        guard let tree = PageTree(fragment, nesting: nesting) else { return "" }
        return PageText(tree, names: names).everything(furniture)
    }

    /// A text with its character references read: `AT&amp;T` is `AT&T`.
    static func withoutEntities(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&"),
                let end = bytes[at..<min(bytes.count, at + 12)].firstIndex(of: UInt8(ascii: ";")),
                let scalar = Entities.scalar(String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
            {
                output.append(contentsOf: String(scalar).utf8)
                at = end + 1
            } else {
                output.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
