internal import Record
internal import Tables

/// Classes of what people do, by which people of one name are told apart (`identity/occupations.tsv`).
public struct Occupations: Sendable {
    static let table = "identity/occupations.tsv"

    private var classes: [String: String] = [:]
    private var apart: [String: Set<String>] = [:]

    init(data: DataFolder) throws(DataError) {
        for row in try data.table(Self.table, columns: ["class", "apart", "words"]).rows {
            for word in row.list("words") { classes[word] = classes[word] ?? row["class"] }
            for other in row.list("apart") {
                apart[row["class"], default: []].insert(other)
                apart[other, default: []].insert(row["class"])
            }
        }
    }

    /// The class that a noun phrase or an office points at, by its last noun: "a retired British general".
    func occupation(in phrase: String) -> String? {
        var words = NameKey.of(phrase).split(separator: " ")[...]
        // "minister of defence", "commander for the east"
        if let end = words.dropFirst().firstIndex(where: { $0 == "of" || $0 == "for" || $0 == "in" || $0 == "to" }) {
            words = words[..<end]
        }
        return words.last.flatMap { classes[String($0)] }
    }

    /// True if nobody belongs to both classes at about the same time.
    func areApart(_ left: String, _ right: String) -> Bool { apart[left]?.contains(right) ?? false }
}
