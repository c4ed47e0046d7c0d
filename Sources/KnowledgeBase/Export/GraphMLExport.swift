internal import Record
internal import SQLite

/// The network in GraphML (graphml.graphdrawing.org). Ids are hashes of keys, for a key may hold signs that an id may not;
/// the key itself is an attribute.
struct GraphMLExport {
    let rows: NetworkRows

    /// Each with the letter of what it belongs to.
    private static let nodeColumns = [
        ("key", "string"), ("label", "string"), ("kind", "string"), ("country", "string"), ("summary", "string"),
        ("mentions", "int"), ("documents", "int"), ("events", "int"), ("latitude", "double"), ("longitude", "double"),
    ]
    private static let edgeColumns = [
        ("label", "string"), ("type", "string"), ("class", "string"), ("role", "string"), ("event", "string"),
        ("start", "string"), ("end", "string"), ("weight", "int"), ("certainty", "int"), ("disputed", "int"),
    ]

    func write(_ write: (String) -> Void) throws(SQLiteError) -> ExportSummary {
        var counts = (nodes: 0, edges: 0, undated: 0)
        write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            \(Self.keys("node", Self.nodeColumns))\(Self.keys("edge", Self.edgeColumns))<graph id="annals" edgedefault="directed">

            """)
        try rows.nodes { node in
            counts.nodes += 1
            write("<node id=\"\(Self.id(node.key))\">")
            write(
                Self.values(
                    "node",
                    [
                        node.key, node.name, node.kind, node.country, node.summary, String(node.mentions),
                        String(node.documents), String(node.events), node.latitude.map { "\($0)" },
                        node.longitude.map { "\($0)" },
                    ]))
            write("</node>\n")
        }
        try rows.edges { edge in
            counts.edges += 1
            if edge.earliest == nil, edge.latest == nil { counts.undated += 1 }
            write("<edge id=\"e\(edge.id)\" source=\"\(Self.id(edge.source))\" target=\"\(Self.id(edge.target))\">")
            write(
                Self.values(
                    "edge",
                    [
                        edge.label, edge.type, edge.group, edge.role, edge.event, edge.earliest, edge.latest,
                        String(edge.texts), String(edge.certainty), String(edge.disputed),
                    ]))
            write("</edge>\n")
        }
        write("</graph>\n</graphml>\n")
        var summary = ExportSummary()
        summary.wrote(counts.nodes, "entities")
        summary.wrote(counts.edges, "links (\(counts.undated) of them without a date)")
        return summary
    }

    private static func id(_ key: String) -> String { "n" + ContentHash.hexadecimal(of: key, digits: 20) }

    private static func keys(_ domain: String, _ columns: [(String, String)]) -> String {
        columns.enumerated().map {
            "<key id=\"\(domain)\($0)\" for=\"\(domain)\" attr.name=\"\($1.0)\" attr.type=\"\($1.1)\"/>\n"
        }.joined()
    }

    private static func values(_ domain: String, _ values: [String?]) -> String {
        values.enumerated().map { index, value in
            value.map { "<data key=\"\(domain)\(index)\">\(ExportText.xml($0))</data>" } ?? ""
        }.joined()
    }
}
