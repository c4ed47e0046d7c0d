internal import Record

/// The name of a body as words that can be compared.
struct AgencyName: Sendable {
    /// The words that tell it, in the spelling that stands for all; without little words, the legal form and, where it only says
    /// whose it is, the country.
    let words: [String]
    /// The country in the name: "Ukrainian Energy Ministry".
    let country: String?
    /// The legal form of a company.
    let legalForm: String?
    /// The letters of a name in capitals only: SBU.
    let acronym: String?
    /// The form of `NameKey`.
    let key: String
    /// The first letters of its words, with and without little ones: what a short form may be made of.
    let initials: [String]
    /// True if many countries have, or may have, a body of that name.
    let isGeneric: Bool
    /// True if one of the words may stand at either end: Ministry of Defence, Defence Ministry.
    let hasMovableBody: Bool

    /// - Returns: nil for a name without words.
    init?(_ name: String, _ tables: EntityTables) {
        key = NameKey.of(name)
        let all = tables.romanizer.words(key)
        let lists = tables.words
        var plain = all.filter { !lists.little.contains($0) }
        initials = Set([all, plain].map { String(decoding: $0.compactMap(\.utf8.first), as: UTF8.self) }).sorted()
        var legalForm: String?
        while plain.count > 1, let last = plain.last, let form = lists.legalForms[last] {
            legalForm = form
            plain.removeLast()
        }
        self.legalForm = legalForm
        var words: [String] = []
        var country: String?
        var index = 0
        while index < plain.count {
            if let (code, length) = NameWords.phrase(at: index, in: plain, longest: 3, of: lists.countryCodes) {
                country = country ?? code
                words.append("=\(code)")
                index += length
            } else {
                words.append(lists.words[plain[index]] ?? plain[index])
                index += 1
            }
        }
        let content = words.filter { !$0.utf8.starts(with: "=".utf8) }
        let isState = content.contains { lists.bodies.contains($0) || lists.stateNouns.contains($0) }
        // "Bank of Japan" and "Japanese bank" are two: only a state's own bodies are told by their words and its name.
        if isState, !content.isEmpty {
            words = content
            self.country = country
        } else {
            words = plain.map { lists.words[$0] ?? $0 }
            self.country = nil
        }
        guard !words.isEmpty else { return nil }
        self.words = words
        hasMovableBody = words.contains(where: lists.bodies.contains)
        isGeneric = isState || words.allSatisfy(lists.generic.contains)
        let letters = name.utf8.filter { $0 != UInt8(ascii: ".") }
        let isAcronym =
            (3...7).contains(letters.count) && letters.allSatisfy { (0x41...0x5A).contains($0) } && words.count == 1
        acronym = isAcronym ? words[0] : nil
    }

    /// What names that may be this body's are found by.
    func blocks(_ tables: EntityTables) -> [String] {
        if let acronym { return ["a|\(acronym)"] }
        return ["A|" + leveled(tables).sorted().joined(separator: "|")]
    }

    func leveled(_ tables: EntityTables) -> [String] { words.map(tables.spellings.leveled) }
}
