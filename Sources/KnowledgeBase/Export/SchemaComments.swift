/// The comments of `schema.sql`: what each table, view and column holds, in the words that its reader finds there.
struct SchemaComments {
    struct Table {
        var name: String
        var description: String
        /// In the order of the file.
        var columns: [(name: String, description: String)]
    }

    private(set) var tables: [Table] = []

    init(schema: String) {
        var comment: [Substring] = []
        var isInside = false
        for line in schema.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(
            Substring.init)
        {
            if isInside {
                if line.hasPrefix(")") { isInside = false }
                if let column = Self.column(line), !tables.isEmpty {
                    tables[tables.count - 1].columns.append(column)
                }
            } else if line.hasPrefix("--") {
                comment.append(line.dropFirst(line.hasPrefix("-- ") ? 3 : 2))
            } else {
                let words = line.split(whereSeparator: { $0 == " " || $0 == "(" })
                if words.count > 2, words[0] == "CREATE" {
                    let isVirtual = words[1] == "VIRTUAL"
                    if words[1] == "TABLE" || words[1] == "VIEW" || isVirtual, words.count > (isVirtual ? 3 : 2) {
                        tables.append(Self.table(String(words[isVirtual ? 3 : 2]), comment))
                        isInside = words[1] == "TABLE"
                        inherit()
                    }
                }
                comment = []
            }
        }
    }

    /// A view that says "all columns of NAME" has those of that table before its own.
    private mutating func inherit() {
        guard let last = tables.last, let phrase = last.description.firstRange(of: "all columns of ") else { return }
        let name = last.description[phrase.upperBound...].prefix { $0.isLetter || $0 == "_" }
        guard let from = tables.first(where: { $0.name == name }) else { return }
        let own = Set(last.columns.map(\.name))
        tables[tables.count - 1].columns.insert(contentsOf: from.columns.filter { !own.contains($0.name) }, at: 0)
    }

    /// `    name TYPE …, -- what it is`
    private static func column(_ line: Substring) -> (name: String, description: String)? {
        guard line.hasPrefix("    "), let mark = line.firstRange(of: " -- ") else { return nil }
        guard let name = line.split(separator: " ").first,
            name.utf8.allSatisfy({ $0.isSmallLetter || $0 == UInt8(ascii: "_") })
        else { return nil }
        return (String(name), String(line[mark.upperBound...]))
    }

    /// A comment names the columns of a view on lines of their own, set in by two more spaces.
    private static func table(_ name: String, _ comment: [Substring]) -> Table {
        var table = Table(name: name, description: "", columns: [])
        for line in comment where !line.hasPrefix("----") {
            guard line.hasPrefix("  ") else {
                table.description += (table.description.isEmpty ? "" : " ") + line
                continue
            }
            let words = line.split(separator: " ")
            guard let gap = line.dropFirst(2).firstRange(of: "  "), line.dropFirst(2).first != " ", words.count > 1
            else {
                if !table.columns.isEmpty {
                    table.columns[table.columns.count - 1].description += " " + words.joined(separator: " ")
                }
                continue
            }
            let description = line[gap.upperBound...].drop { $0 == " " }
            for name in line[..<gap.lowerBound].split(whereSeparator: { $0 == " " || $0 == "," }) {
                table.columns.append((String(name), String(description)))
            }
        }
        return table
    }
}
