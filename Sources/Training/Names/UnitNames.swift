internal import Tables

/// Makes names of military formations from patterns: "47th Separate Mechanized Brigade", "Third Army Corps".
struct UnitNames {
    private let patterns: [[String]]
    private let parts: [String: [String]]

    init(data: DataFolder) throws(DataError) {
        var patterns: [[String]] = []
        var parts: [String: [String]] = [:]
        for row in try data.table("training/unit-names.tsv", columns: ["part", "words"]).rows {
            if row["part"] == "pattern" {
                patterns.append(row["words"].utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" })
            } else {
                parts[row["part"], default: []] += row.list("words")
            }
        }
        self.patterns = patterns
        self.parts = parts
    }

    func make(_ random: inout SeededGenerator) -> String {
        let words = (random.pick(patterns) ?? []).map { item in
            switch item {
            case "{ordinal}": Self.ordinal(1 + random.below(random.chance(percent: 70) ? 130 : 999))
            case "{number}": "\(1 + random.below(random.chance(percent: 70) ? 20 : 500))"
            default: random.pick(parts[item] ?? []) ?? item
            }
        }
        return words.joined(separator: " ")
    }

    /// "1st", "12th", "22nd".
    static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return "\(number)\(ending)"
    }
}
