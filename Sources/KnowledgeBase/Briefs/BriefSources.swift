internal import SQLite

/// Numbers the texts that a brief cites.
struct BriefSources {
    let connection: Connection
    private var numbers: [Int64: Int] = [:]
    private var versions: [Int64] = []

    init(connection: Connection) { self.connection = connection }

    /// The number of a text, given at its first citation.
    mutating func number(of version: Int64) -> Int {
        if let known = numbers[version] { return known }
        versions.append(version)
        numbers[version] = versions.count
        return versions.count
    }

    /// The numbers of several texts, each once, in ascending order.
    mutating func numbers(of versions: [Int64]) -> [Int] {
        var seen: Set<Int> = []
        for version in versions { seen.insert(number(of: version)) }
        return seen.sorted()
    }

    /// The list for the end of the page.
    func list() throws(SQLiteError) -> [Brief.Source] {
        var sources: [Brief.Source] = []
        for (index, version) in versions.enumerated() {
            var source = Brief.Source(number: index + 1, key: "")
            try connection.each(
                """
                SELECT v.key, o.name, v.title, v.published, d.url FROM versions v
                JOIN documents d ON d.id = v.document_id LEFT JOIN sources o ON o.id = v.source_id WHERE v.id = ?
                """, version
            ) { row in
                source.key = row.text(0)
                source.outlet = row.optionalText(1)
                source.title = row.optionalText(2)
                source.published = row.optionalText(3)
                source.url = row.optionalText(4)
            }
            try connection.each(
                """
                SELECT DISTINCT coalesce(o.name, v.title, v.key) FROM independent_texts i
                JOIN versions v ON v.id = i.version_id LEFT JOIN sources o ON o.id = v.source_id
                WHERE i.text_id = ?1 AND i.version_id <> ?1 ORDER BY 1
                """, version
            ) { row in source.copies.append(row.text(0)) }
            sources.append(source)
        }
        return sources
    }
}
