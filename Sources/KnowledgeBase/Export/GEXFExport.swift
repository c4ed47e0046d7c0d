internal import SQLite

/// The network in GEXF 1.2 (gexf.net), as Gephi reads it. Its time is made of intervals only, of inclusive days; an edge
/// without a date has none, and Gephi shows it at all times.
struct GEXFExport {
    let rows: NetworkRows

    private static let nodeColumns = [
        ("kind", "string"), ("country", "string"), ("summary", "string"), ("mentions", "integer"),
        ("documents", "integer"), ("events", "integer"), ("latitude", "double"), ("longitude", "double"),
    ]
    private static let edgeColumns = [
        ("type", "string"), ("class", "string"), ("role", "string"), ("event", "string"), ("texts", "integer"),
        ("certainty", "integer"), ("disputed", "integer"), ("dated", "boolean"),
    ]

    func write(_ write: (String) -> Void) throws(SQLiteError) -> ExportSummary {
        var counts = (nodes: 0, edges: 0, undated: 0)
        write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
            <meta><creator>Annals</creator><description>Who did what to whom, by the articles of a knowledge base</description></meta>
            <graph mode="dynamic" defaultedgetype="directed" timeformat="date">
            \(Self.attributes("node", Self.nodeColumns))\(Self.attributes("edge", Self.edgeColumns))<nodes>

            """)
        try rows.nodes { node in
            counts.nodes += 1
            write("<node id=\"\(ExportText.xml(node.key))\" label=\"\(ExportText.xml(node.name))\"><attvalues>")
            write(
                Self.values([
                    node.kind, node.country, node.summary, String(node.mentions), String(node.documents),
                    String(node.events), node.latitude.map { "\($0)" }, node.longitude.map { "\($0)" },
                ]))
            write("</attvalues></node>\n")
        }
        write("</nodes>\n<edges>\n")
        try rows.edges { edge in
            counts.edges += 1
            let isDated = edge.earliest != nil || edge.latest != nil
            if !isDated { counts.undated += 1 }
            write(
                "<edge id=\"\(edge.id)\" source=\"\(ExportText.xml(edge.source))\" target=\"\(ExportText.xml(edge.target))\""
            )
            write(" label=\"\(ExportText.xml(edge.label))\" weight=\"\(edge.texts)\"")
            if let earliest = edge.earliest { write(" start=\"\(ExportText.xml(earliest))\"") }
            if let latest = edge.latest { write(" end=\"\(ExportText.xml(latest))\"") }
            write("><attvalues>")
            write(
                Self.values([
                    edge.type, edge.group, edge.role, edge.event, String(edge.texts), String(edge.certainty),
                    String(edge.disputed), isDated ? "true" : "false",
                ]))
            write("</attvalues></edge>\n")
        }
        write("</edges>\n</graph>\n</gexf>\n")
        var summary = ExportSummary()
        summary.wrote(counts.nodes, "entities")
        summary.wrote(counts.edges, "links (\(counts.undated) of them without a date)")
        return summary
    }

    private static func attributes(_ name: String, _ columns: [(String, String)]) -> String {
        let lines = columns.enumerated().map { "<attribute id=\"\($0)\" title=\"\($1.0)\" type=\"\($1.1)\"/>\n" }
        return "<attributes class=\"\(name)\" mode=\"static\">\n\(lines.joined())</attributes>\n"
    }

    private static func values(_ values: [String?]) -> String {
        values.enumerated().map { index, value in
            value.map { "<attvalue for=\"\(index)\" value=\"\(ExportText.xml($0))\"/>" } ?? ""
        }.joined()
    }
}
