internal import Record

/// The name of a military formation: its number, size and arm.
struct UnitName: Sendable {
    let number: Int
    /// Corps, brigade, regiment …
    let echelon: String
    /// Mechanized, tank, airborne …; empty where the name does not say.
    let arms: Set<String>
    let country: String?
    /// What else is in the name, such as a nickname.
    let names: Set<String>

    /// - Returns: nil for a name without a number or a size.
    init?(_ name: String, _ tables: EntityTables) {
        let lists = tables.words
        let words = tables.romanizer.words(NameKey.of(name)).filter { !lists.little.contains($0) }
        var number: Int?
        var echelon: String?
        var arms: Set<String> = []
        var country: String?
        var names: Set<String> = []
        var index = 0
        while index < words.count {
            if number == nil, let value = Self.ordinal(words[index], isFirst: index == 0 || country != nil, lists) {
                number = value
                index += 1
            } else if let (code, length) = NameWords.phrase(at: index, in: words, longest: 3, of: lists.countryCodes) {
                country = country ?? code
                index += length
            } else if let (size, length) = NameWords.phrase(at: index, in: words, longest: 3, of: lists.echelons) {
                echelon = size
                index += length
            } else if let (arm, length) = NameWords.phrase(at: index, in: words, longest: 2, of: lists.arms) {
                arms.insert(arm)
                index += length
            } else {
                if !lists.honours.contains(words[index]) { names.insert(words[index]) }
                index += 1
            }
        }
        guard let number, let echelon else { return nil }
        self.number = number
        self.echelon = echelon
        self.arms = arms
        self.country = country
        self.names = names
    }

    /// "93rd", "11", and at the start "XI", "Eleventh".
    private static func ordinal(_ word: String, isFirst: Bool, _ lists: NameWords) -> Int? {
        let digits = word.utf8.prefix { (0x30...0x39).contains($0) }
        if !digits.isEmpty {
            let ending = String(decoding: word.utf8.dropFirst(digits.count), as: UTF8.self)
            return ["", "st", "nd", "rd", "th"].contains(ending) ? Int(String(decoding: digits, as: UTF8.self)) : nil
        }
        return isFirst ? lists.ordinals[word] : nil
    }

    var block: String { "U|\(number)|\(echelon)" }

    /// True if the two cannot be one formation.
    func differs(from other: UnitName) -> Bool {
        if number != other.number || echelon != other.echelon { return true }
        return !arms.isSubset(of: other.arms) && !other.arms.isSubset(of: arms)
    }
}
