internal import Language
internal import Record
internal import Tables

/// The lines of `lexicon/relation-patterns.tsv` by what they are tried at.
struct RelationRules: Sendable {
    static let file = "lexicon/relation-patterns.tsv"

    private(set) var byWord = WordMap<[RelationRule]>()
    /// Verbs that say who holds an office: "served as".
    private(set) var links = WordMap<[RelationRule]>()
    private(set) var office: [RelationRule] = []
    private(set) var kin: [RelationRule] = []
    private(set) var rank: [RelationRule] = []
    private var byKind: [EntityKind: [RelationRule]] = [:]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(
            Self.file, columns: ["pivot", "form", "predicate", "subject", "object", "state"])
        for row in table.rows {
            let rule = try RelationRule(row: row, of: table, file: data.path + "/" + table.name)
            switch rule.pivot {
            case .office: office.append(rule)
            case .kin: kin.append(rule)
            case .rank: rank.append(rule)
            case .mention(let kinds):
                for kind in kinds.isEmpty ? EntityKind.allCases : kinds { byKind[kind, default: []].append(rule) }
            case .words(let words):
                for word in words {
                    if rule.isLink {
                        links[word, default: []].append(rule)
                    } else {
                        byWord[word, default: []].append(rule)
                    }
                }
            }
        }
    }

    func rules(for kind: EntityKind) -> [RelationRule] { byKind[kind] ?? [] }
}
