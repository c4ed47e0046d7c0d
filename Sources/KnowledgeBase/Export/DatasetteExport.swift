internal import CSQLite
internal import Record

/// Metadata for Datasette (docs.datasette.io/en/stable/metadata.html): descriptions of tables and columns out of `schema.sql`,
/// and the named queries as canned queries.
struct DatasetteExport {
    let options: ExportOptions
    let queries: [NamedQuery]

    /// What SQLite keeps for itself of the R*Tree.
    private static let internals = ["place_index_node", "place_index_rowid", "place_index_parent"]

    func write(_ write: (String) -> Void) -> ExportSummary {
        let comments = SchemaComments(schema: annals_schema().map { String(cString: $0) } ?? "")
        var json = JSONText()
        json.object { json in
            json.field("title", "Annals: \(options.databaseName)")
            json.field(
                "description",
                "Events from news articles: who did what to whom, where and when, who says so, and where accounts differ."
            )
            json.field("databases") { databases in
                databases.field(options.databaseName) { database in
                    database.field("tables") { tables in
                        for table in comments.tables { tables.field(table.name) { Self.write(table, &$0) } }
                        for name in Self.internals { tables.field(name) { $0.field("hidden", true) } }
                    }
                    database.field("queries") { canned in
                        for query in queries { canned.field(query.name) { Self.write(query, &$0) } }
                    }
                }
            }
        }
        write(String(decoding: json.bytes, as: UTF8.self) + "\n")
        var summary = ExportSummary()
        summary.wrote(comments.tables.count, "tables and views")
        summary.wrote(queries.count, "queries")
        return summary
    }

    private static func write(_ table: SchemaComments.Table, _ json: inout JSONText) {
        json.field("description", table.description)
        guard !table.columns.isEmpty else { return }
        json.field("columns") { columns in
            for column in table.columns { columns.field(column.name, column.description) }
        }
    }

    private static func write(_ query: NamedQuery, _ json: inout JSONText) {
        let canned = CannedQuery(query: query)
        json.field("title", query.title)
        var html = query.description.isEmpty ? "" : "<p>\(ExportText.html(query.description))</p>"
        if !query.parameters.isEmpty {
            html += "<ul>"
            for parameter in query.parameters {
                let fallback =
                    parameter.isRequired ? "required" : parameter.defaultValue.map { "default \($0)" } ?? "optional"
                html += "<li><code>\(ExportText.html(parameter.name))</code>: \(ExportText.html(parameter.help))"
                html += " (\(ExportText.html("\(parameter.type.expectation); \(fallback)")))</li>"
            }
            html += "</ul>"
        }
        json.field("description_html", html)
        json.field("params", canned.parameters)
        json.field("sql", canned.sql)
    }
}
