internal import Language
internal import Tables

/// `lexicon/derivations.tsv`: which verb a noun for an event may be made of.
struct Derivations: Sendable {
    static let table = "lexicon/derivations.tsv"

    private let endings: [(noun: String, verb: String)]
    /// The shortest beginning that a noun and its verb share.
    private static let shortestStem = 3

    init(data: DataFolder) throws(DataError) {
        endings = try data.table(Self.table, columns: ["noun", "verb"]).rows.map {
            ($0["noun"], $0["verb"] == "-" ? "" : $0["verb"])
        }
    }

    /// The verb among some that a noun is made of: `announce` of `announcement`.
    func verb(of noun: String, among verbs: Set<String>) -> String? {
        for (ending, other) in endings where noun.hasSuffix(ending) {
            let stem = noun.dropLast(ending.count)
            guard stem.utf8.count >= Self.shortestStem else { continue }
            let verb = stem + other
            if verbs.contains(String(verb)) { return String(verb) }
        }
        return nil
    }
}
