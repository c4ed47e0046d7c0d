internal import Record
internal import Tables

/// The first and family names of `lexicon/first-names.tsv` and `last-names.tsv`: two different names that are both listed are
/// probably two, and a name that is not is rare. They are read when they are first asked for.
final class ListedNames {
    static let firstNames = "lexicon/first-names.tsv"
    static let lastNames = "lexicon/last-names.tsv"

    private let data: DataFolder
    private lazy var first = names(in: Self.firstNames)
    private lazy var last = names(in: Self.lastNames)

    init(data: DataFolder) { self.data = data }

    func isFirstName(_ word: String) -> Bool { first.contains(Self.hash(word.utf8)) }
    func isLastName(_ word: String) -> Bool { last.contains(Self.hash(word.utf8)) }

    private func names(in table: String) -> Set<UInt64> {
        // An installation may leave the lists out; then no name is known, and none rare.
        guard data.holds(table), let bytes = try? data.bytes(of: table) else { return [] }
        var hashes = Set<UInt64>(minimumCapacity: 100_000)
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let cell = line.prefix { $0 != UInt8(ascii: "\t") }
            if cell.allSatisfy({ $0 < 0x80 }) {
                hashes.insert(Self.hash(cell.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }))
            } else {
                hashes.insert(Self.hash(NameKey.of(String(decoding: cell, as: UTF8.self)).utf8))
            }
        }
        return hashes
    }

    /// FNV-1a.
    private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}
