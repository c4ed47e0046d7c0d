internal import Record
internal import Tables

/// A line of `lexicon/relation-patterns.tsv`: a word or a kind of mention, where its two ends stand in the tree, and what
/// that says.
struct RelationRule: Sendable {
    /// What a line is tried at.
    enum Pivot: Sendable {
        /// One of several words, by lemma or form.
        case words([String])
        case office, kin, rank
        /// A mention; no kinds means any.
        case mention([EntityKind])
    }

    /// What the line says of the time for which it holds.
    enum State: String, Sendable {
        case always = ""
        case began, ended
        /// Said only of what is wanted or planned, which is enough: "efforts to defeat the rebels".
        case intended
    }

    /// One place where an end may stand, and what may stand there.
    struct End: Sendable {
        var position: RelationPosition
        /// No kinds means any.
        var kinds: [EntityKind]
        /// True if only a name will do.
        var isName: Bool
        /// True if the document must name it somewhere.
        var isKnown: Bool

        func takes(_ mention: Mention, namedChains: [Bool]) -> Bool {
            (kinds.isEmpty || kinds.contains(mention.kind)) && (!isName || mention.form == .name)
                && (!isKnown || namedChains[mention.chain])
        }
    }

    /// Where the object is no mention.
    enum Value: String, Sendable {
        case words, age, date
    }

    /// The form of a line for one office of several.
    static let indefinite = "indefinite"
    /// The predicate of offices that may be told without a body.
    static let officeAlone = "holds-office"
    /// The predicate that geography can rule out.
    static let containment = "located-in"

    var pivot: Pivot
    /// `v`, `n`, `a` or empty for any; for an office `indefinite`; for a mention the prepositions it must have.
    var form: [String]
    /// Empty for a line that only ties an office to its holder.
    var predicate: String
    /// Tried in order; the first that is filled counts.
    var subject: [End]
    var object: [End]
    var value: Value?
    var state: State
    /// Where it stands: `lexicon/relation-patterns.tsv:57`.
    var rule: String

    /// Whether it says who holds the office that a verb names: "Ada served as mayor".
    var isLink: Bool { predicate.isEmpty }

    /// Reads a line.
    /// - Throws: `DataError` if a part is not understood.
    init(row: Table.Row, of table: Table, file: String) throws(DataError) {
        let line = row.line
        func fault(_ expected: String) -> DataError { DataError(file: file, line: line, expected: expected) }
        func kinds(_ text: some StringProtocol) throws(DataError) -> [EntityKind] {
            var kinds: [EntityKind] = []
            for name in text.split(separator: ",") where name != "name" && name != "known" {
                guard let kind = EntityKind(rawValue: String(name)) else {
                    throw fault(
                        "a kind of mention (\(EntityKind.allCases.map(\.rawValue).joined(separator: ", "))), found `\(name)`"
                    )
                }
                kinds.append(kind)
            }
            return kinds
        }
        func ends(_ cell: String) throws(DataError) -> [End] {
            var ends: [End] = []
            for text in cell.split(separator: "|") {
                let pieces = text.split(separator: ":", maxSplits: 1)
                guard let name = pieces.first else { throw fault("a position, found `\(cell)`") }
                let allowed = pieces.count > 1 ? pieces[1] : ""
                let words = allowed.split(separator: ",")
                ends.append(
                    End(
                        position: RelationPosition(String(name)), kinds: try kinds(allowed),
                        isName: words.contains("name"), isKnown: words.contains("known")))
            }
            return ends
        }
        switch row["pivot"] {
        case "{office}": pivot = .office
        case "{kin}": pivot = .kin
        case "{rank}": pivot = .rank
        case let text where text.hasPrefix("{mention") && text.hasSuffix("}"):
            pivot = .mention(try kinds(text.dropFirst("{mention:".count).dropLast()))
        case let text:
            guard !text.isEmpty, !text.hasPrefix("{") else {
                throw fault("words, {office}, {kin}, {rank} or {mention:kinds}, found `\(text)`")
            }
            pivot = .words(row.list("pivot").map { $0.lowercased() })
        }
        form = row.list("form")
        predicate = row["predicate"] == "=" ? "" : row["predicate"]
        subject = try ends(row["subject"])
        value = Value(rawValue: row["object"])
        object = value == nil ? try ends(row["object"]) : []
        guard let state = State(rawValue: row["state"]) else {
            throw fault("began, ended, intended or nothing, found `\(row["state"])`")
        }
        self.state = state
        rule = table.place(of: row)
        guard !row["predicate"].isEmpty, !subject.isEmpty else { throw fault("a predicate and a subject") }
        guard value != nil || !object.isEmpty else { throw fault("an object") }
    }
}
