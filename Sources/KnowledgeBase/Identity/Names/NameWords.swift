internal import Record
internal import Tables

/// Words in names that are no part of them or are written in several ways (`identity/name-words.tsv`), and the words for
/// countries in the names of bodies.
struct NameWords: Sendable {
    static let table = "identity/name-words.tsv"
    static let countries = "gazetteer/countries.tsv"

    private(set) var titles: Set<String> = []
    private(set) var particles: Set<String> = []
    private(set) var little: Set<String> = []
    private(set) var bodies: Set<String> = []
    /// Nouns for bodies of a state beside which a country's name is no part of the name.
    private(set) var stateNouns: Set<String> = []
    private(set) var generic: Set<String> = []
    private(set) var honours: Set<String> = []
    /// The ends of family names that come from other alphabets.
    private(set) var endings: [String] = []
    /// By spelling: the first of its line.
    private(set) var suffixes: [String: String] = [:]
    private(set) var legalForms: [String: String] = [:]
    private(set) var words: [String: String] = [:]
    private(set) var ordinals: [String: Int] = [:]
    /// Phrases as words parted by spaces.
    private(set) var arms: [String: String] = [:]
    private(set) var echelons: [String: String] = [:]
    /// Country codes by the country's names and adjectives.
    private(set) var countryCodes: [String: String] = [:]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["kind", "forms", "value"])
        for row in table.rows {
            let forms = row.list("forms")
            guard let first = forms.first else { continue }
            func note(_ words: inout [String: String]) { for form in forms { words[form] = first } }
            switch row["kind"] {
            case "title": titles.formUnion(forms)
            case "particle": particles.formUnion(forms)
            case "little": little.formUnion(forms)
            case "body": bodies.formUnion(forms)
            case "state": stateNouns.formUnion(forms)
            case "generic": generic.formUnion(forms)
            case "honour": honours.formUnion(forms)
            case "ending": endings += forms
            case "suffix": note(&suffixes)
            case "legal": note(&legalForms)
            case "word": note(&words)
            case "arm": note(&arms)
            case "echelon": note(&echelons)
            case "ordinal":
                guard let value = Int(row["value"]) else {
                    throw DataError(
                        file: data.path + "/" + table.name, line: row.line,
                        expected: "a number as `value`, found `\(row["value"])`")
                }
                ordinals[first] = value
            case let kind:
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line, expected: "a kind of word, found `\(kind)`")
            }
        }
        guard data.holds(Self.countries) else { return }
        for row in try data.table(Self.countries, columns: ["iso2", "name", "aliases", "demonyms"]).rows {
            for name in [row["name"]] + row.list("aliases") + row.list("demonyms") {
                let key = NameKey.of(name)
                guard !key.isEmpty, key.utf8.allSatisfy({ $0 < 0x80 }), countryCodes[key] == nil else { continue }
                countryCodes[key] = row["iso2"]
                countryCodes[key + "s"] = countryCodes[key + "s"] ?? row["iso2"]
            }
        }
    }

    /// Takes the longest phrase of a table that starts at `index`.
    static func phrase<Value>(
        at index: Int, in words: [String], longest: Int, of table: [String: Value]
    ) -> (value: Value, length: Int)? {
        var length = min(longest, words.count - index)
        while length > 0 {
            if let value = table[words[index..<index + length].joined(separator: " ")] { return (value, length) }
            length -= 1
        }
        return nil
    }
}
