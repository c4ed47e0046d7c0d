internal import Tables

/// What is known of names, and what each likeness of two names is worth: the tables of `data/identity`.
final class EntityTables {
    static let weights = "identity/entities.tsv"

    let romanizer: Romanizer
    let spellings: Spellings
    let givenNames: GivenNames
    let korean: KoreanNames
    let words: NameWords
    let occupations: Occupations
    let listed: ListedNames
    /// The ends of family names that come from other alphabets, levelled.
    private let endings: [String]
    /// The probability from which on two are taken for one.
    let sameFrom: Double
    /// The probability from which on two are shown to people.
    let unsureFrom: Double
    private var weights: [String: (weight: Double, reason: String)] = [:]

    init(data: DataFolder) throws(DataError) {
        romanizer = try Romanizer(data: data)
        spellings = try Spellings(data: data)
        givenNames = try GivenNames(data: data, spellings: spellings)
        korean = try KoreanNames(data: data)
        words = try NameWords(data: data)
        occupations = try Occupations(data: data)
        listed = ListedNames(data: data)
        endings = words.endings.map(spellings.leveled)
        let table = try data.table(Self.weights, columns: ["feature", "weight", "reason"])
        for row in table.rows {
            guard let weight = Double(row["weight"]), weight.isFinite else {
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line,
                    expected: "a number as `weight`, found `\(row["weight"])`")
            }
            weights[row["feature"]] = (weight, row["reason"])
        }
        sameFrom = weights["threshold same"]?.weight ?? 1
        unsureFrom = weights["threshold unsure"]?.weight ?? 1
    }

    /// True if a levelled family name has the end of those that come from other alphabets.
    func isTransliterated(_ family: String) -> Bool {
        endings.contains { family.utf8.count > $0.utf8.count + 1 && family.hasSuffix($0) }
    }

    /// The logarithm of the odds that features make.
    func weight(of features: [String]) -> Double { features.reduce(0) { $0 + (weights[$1]?.weight ?? 0) } }

    /// The probability that things with these features are one.
    func probability(of features: [String]) -> Double { 1 / (1 + Self.exponential(-weight(of: features))) }

    /// The exponential function by its series, in plain arithmetic so that all machines say the same to the last digit.
    private static func exponential(_ value: Double) -> Double {
        // (e^(x/64))^64, with x/64 so small that ten terms of the series are exact.
        let part = max(-40, min(40, value)) / 64
        var sum = 1.0
        var term = 1.0
        for index in 1...10 {
            term *= part / Double(index)
            sum += term
        }
        for _ in 0..<6 { sum *= sum }
        return sum
    }

    /// What features mean in words, for people.
    func reasons(of features: [String]) -> String {
        let found = features.compactMap { weights[$0]?.reason }.filter { !$0.isEmpty }
        var seen: Set<String> = []
        let reasons = found.filter { seen.insert($0).inserted }
        return reasons.isEmpty ? "the same name" : reasons.joined(separator: "; ")
    }
}
