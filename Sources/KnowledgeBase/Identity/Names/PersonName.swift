/// A person's name as words that can be compared: in Latin letters, without titles.
struct PersonName: Sendable {
    /// Two at least.
    let words: [String]
    /// Junior, senior, II …: fathers and sons differ by it.
    let suffix: String?
    /// True if it is written in Hangul.
    let isHangul: Bool

    /// A way of reading the words.
    struct Reading {
        var given: String
        var middle: [String]
        var family: String
        var isFamilyFirst: Bool
        /// True if the given name is several words written as one.
        var isJoined = false
    }

    /// - Parameter key: the name in the form of `NameKey`.
    /// - Returns: nil for a name of one word.
    init?(_ key: String, _ tables: EntityTables) {
        var words = tables.romanizer.words(key)
        isHangul = Romanizer.isHangul(key)
        while words.count > 2, let first = words.first, tables.words.titles.contains(first) { words.removeFirst() }
        var suffix: String?
        while words.count > 2, let last = words.last, let known = tables.words.suffixes[last] {
            suffix = known
            words.removeLast()
        }
        if words.count > 2 {
            words = words.enumerated().filter { place, word in
                place == 0 || place == words.count - 1 || !tables.words.particles.contains(word)
            }.map(\.element)
        }
        guard words.count >= 2, let first = words.first, !tables.words.titles.contains(first) else { return nil }
        // "D-NJ" and "D-NY" behind a senator's name are nobody.
        guard words.count > 2 || first.utf8.count > 1, words.reduce(0, { $0 + $1.utf8.count }) > 4 else { return nil }
        self.words = words
        self.suffix = suffix
    }

    /// The readings in which the family name stands last, or first.
    func readings(isFamilyFirst: Bool) -> [Reading] {
        let last = words.count - 1
        func joined(_ words: ArraySlice<String>) -> String { words.joined() }
        if isFamilyFirst {
            var found = [
                Reading(
                    given: joined(words[1...]), middle: [], family: words[0], isFamilyFirst: true,
                    isJoined: words.count > 2)
            ]
            if words.count > 2 {
                found.append(
                    Reading(given: words[1], middle: Array(words[2...]), family: words[0], isFamilyFirst: true))
            }
            return found
        }
        var found = [
            Reading(given: words[0], middle: Array(words[1..<last]), family: words[last], isFamilyFirst: false)
        ]
        if words.count == 3 {
            found.append(
                Reading(
                    given: joined(words[..<last]), middle: [], family: words[last], isFamilyFirst: false, isJoined: true
                ))
        }
        return found
    }

    /// Korean readings: a known family name first or last, and a given name of Korean syllables.
    func koreanReadings(_ korean: KoreanNames) -> [Reading] {
        guard words.count <= 3 else { return [] }
        var found: [Reading] = []
        for isFamilyFirst in [true, false] {
            guard let reading = readings(isFamilyFirst: isFamilyFirst).first(where: { $0.middle.isEmpty }),
                korean.isSurname(reading.family), !korean.readings(of: reading.given).isEmpty
            else { continue }
            found.append(reading)
        }
        return found
    }

    /// What names that may be this person's are found by: pairs of a given and a family name, in any order, by their consonants.
    func blocks(_ tables: EntityTables) -> [String] {
        let last = words.count - 1
        var pairs: [(String, String)] = [(words[0], words[last])]
        if words.count == 3 {
            pairs.append((words[0], words[1] + words[2]))
            pairs.append((words[0] + words[1], words[2]))
        } else if words.count > 3 {
            pairs.append((words[0], words[1]))
        }
        var found: [String] = []
        for (one, other) in pairs {
            let sides = [one, other].map { word -> String in
                let leveled = tables.spellings.leveled(word)
                return tables.givenNames.block(of: leveled) ?? tables.spellings.skeleton(leveled)
            }.sorted()
            found.append("P|\(sides[0])|\(sides[1])")
        }
        for reading in koreanReadings(tables.korean) {
            if let surname = tables.korean.block(ofSurname: reading.family) {
                let given = tables.spellings.skeleton(tables.spellings.leveled(reading.given))
                found.append("K|\(surname)|\(given)")
            }
        }
        return Set(found).sorted()
    }
}
