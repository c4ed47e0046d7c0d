internal import Record
internal import Tables

/// What the names of a page's elements tell about them, as `data/reading/page-blocks.tsv` lists it.
struct PageBlocks: Sendable {
    /// What an element holds.
    enum Kind: String {
        case aside, caption, body, keep
    }

    private var kinds: [String: Kind] = [:]

    init(_ table: Table) throws(DataError) {
        for row in table.rows {
            guard let kind = Kind(rawValue: row["kind"]) else {
                throw DataError(
                    file: table.name, line: row.line, expected: "`aside`, `caption`, `body` or `keep` as kind")
            }
            kinds[NameKey.of(row["words"])] = kind
        }
    }

    /// What the words of a class, id or role say; a body outweighs a caption, a caption an aside.
    func kind(ofName name: String) -> Kind? {
        let words = Self.words(name)
        var found: Kind?
        func take(_ key: String) {
            guard let kind = kinds[key] else { return }
            if found == nil || kind == .body || (kind == .caption && found == .aside) { found = kind }
        }
        for (index, word) in words.enumerated() {
            take(word)
            if index + 1 < words.count { take(word + " " + words[index + 1]) }
        }
        return found
    }

    /// The words of a name, parted at marks, and at capitals that follow a small letter.
    private static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var previous: UInt8 = 0
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        for byte in name.utf8.prefix(400) {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if (0x61...0x7A).contains(previous) { end() }
                word.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): word.append(byte)
            default: end()
            }
            previous = byte
        }
        end()
        return words
    }
}
