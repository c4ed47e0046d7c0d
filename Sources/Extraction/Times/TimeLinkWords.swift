internal import Language
internal import Record
internal import Tables

/// Words that tie a time to what happened, by `data/lexicon/time-links.tsv`.
struct TimeLinkWords: Sendable {
    static let table = "lexicon/time-links.tsv"

    /// How a word ties them; the table's head explains each.
    enum Kind: String, CaseIterable, Sendable {
        case time, close, subj, obj, `in`, xcomp, of, within, apart, `while`
    }

    /// What a word makes of a time.
    enum Tie: Sendable, Equatable {
        case role(TimeRole)
        /// The time says nothing of the event that can be kept: "before Monday".
        case nothing
    }

    /// For each kind, by its place among all, the words.
    private let ties: [WordMap<Tie>]

    init(data: DataFolder) throws(DataError) {
        var ties = Kind.allCases.map { _ in WordMap<Tie>() }
        for row in try data.table(Self.table, columns: ["word", "kind", "role"]).rows {
            let role = TimeRole(rawValue: row["role"])
            guard let kind = Kind(rawValue: row["kind"]), let place = Kind.allCases.firstIndex(of: kind),
                role != nil || row["role"] == "-"
            else {
                throw DataError(
                    file: data.path + "/" + Self.table, line: row.line, expected: "a kind and a role of a time, or -",
                    advice: "The head of the table lists them.")
            }
            ties[place].set(role.map { .role($0) } ?? .nothing, for: row["word"])
        }
        self.ties = ties
    }

    /// What a word makes of a time as one of a kind; nil if it is none.
    func tie(_ word: HashedWord, as kind: Kind) -> Tie? {
        Kind.allCases.firstIndex(of: kind).flatMap { ties[$0][word] }
    }

    /// The role that a word gives a time as one of a kind.
    func role(_ word: HashedWord, as kind: Kind) -> TimeRole? {
        if case .role(let role) = tie(word, as: kind) { return role }
        return nil
    }
}
