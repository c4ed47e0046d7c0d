internal import Record
internal import Tables

/// First names that stand for one another: spellings, forms in other languages, short forms (`identity/given-names.tsv`). Words are
/// looked up as `Spellings` levels them.
struct GivenNames: Sendable {
    static let table = "identity/given-names.tsv"

    enum Kind: String, Sendable {
        case spelling, form, short
    }

    private struct Membership: Hashable, Sendable {
        var group: Int
        var kind: Kind
    }

    /// The number of a name in one language, whatever its spelling.
    private var names: [String: Int] = [:]
    /// The groups of forms and short forms that a name stands in.
    private var memberships: [Int: [Membership]] = [:]
    /// The number of all that a name can stand for, directly or not: what it is found by.
    private var families: [Int: Int] = [:]

    init(data: DataFolder, spellings: Spellings) throws(DataError) {
        let table = try data.table(Self.table, columns: ["kind", "forms"])
        var numbers: [String: Int] = [:]
        var lines: [(kind: Kind, words: [Int])] = []
        for row in table.rows {
            guard let kind = Kind(rawValue: row["kind"]) else {
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line,
                    expected: "`spelling`, `form` or `short` as `kind`, found `\(row["kind"])`")
            }
            let words = row.list("forms").map { form in
                let word = spellings.leveled(NameKey.of(form))
                let number = numbers[word] ?? numbers.count
                numbers[word] = number
                return number
            }
            lines.append((kind, words))
        }
        var spelled = Clusters(count: numbers.count)
        var related = Clusters(count: numbers.count)
        for line in lines {
            guard let first = line.words.first else { continue }
            for word in line.words.dropFirst() {
                if line.kind == .spelling { spelled.join(first, word) }
                related.join(first, word)
            }
        }
        for (word, number) in numbers {
            let name = spelled.root(of: number)
            names[word] = name
            families[name] = related.root(of: number)
        }
        for (group, line) in lines.enumerated() where line.kind != .spelling {
            for word in line.words {
                let membership = Membership(group: group, kind: line.kind)
                let name = spelled.root(of: word)
                if memberships[name]?.contains(membership) != true { memberships[name, default: []].append(membership) }
            }
        }
    }

    /// How one name stands for another; nil if it does not.
    func relation(_ left: String, _ right: String) -> Kind? {
        guard let one = names[left], let other = names[right] else { return nil }
        if one == other { return .spelling }
        var found: Kind?
        for membership in memberships[one] ?? [] where memberships[other]?.contains(membership) == true {
            if found != .form { found = membership.kind }
        }
        return found
    }

    /// What a name is found by, beside its own letters.
    func block(of word: String) -> String? {
        names[word].flatMap { families[$0] }.map { "#\($0)" }
    }
}
