internal import Foundation
internal import KnowledgeBase
internal import SQLite
internal import Testing

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

@Suite("The network in XML, tables and FollowTheMoney")
struct NetworkExportTests {
    /// The elements of a document with their attributes, and whether it is well-formed.
    private final class Elements: NSObject, XMLParserDelegate {
        private(set) var all: [(name: String, attributes: [String: String])] = []

        static func of(_ text: String) -> [(name: String, attributes: [String: String])]? {
            let elements = Elements()
            let parser = XMLParser(data: Data(text.utf8))
            parser.delegate = elements
            return parser.parse() ? elements.all : nil
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { all.append((name, attributes)) }
    }

    @Test(
        "is well-formed, its edges join its nodes, and no id is twice there", arguments: [ExportFormat.gexf, .graphml])
    func network(format: ExportFormat) throws {
        let elements = try #require(Elements.of(ExportSamples.text(ExportSamples.store(), format)))
        let nodes = elements.filter { $0.name == "node" }.compactMap { $0.attributes["id"] }
        let edges = elements.filter { $0.name == "edge" }.map(\.attributes)
        #expect(!nodes.isEmpty && !edges.isEmpty)
        #expect(Set(nodes).count == nodes.count)
        #expect(Set(edges.compactMap { $0["id"] }).count == edges.count)
        #expect(edges.allSatisfy { nodes.contains($0["source"] ?? "") && nodes.contains($0["target"] ?? "") })
        if format == .graphml {
            #expect(nodes.allSatisfy { $0.utf8.allSatisfy { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ":") } })
        }
    }

    @Test("intervals of days and no instants")
    func intervals() throws {
        let elements = try #require(Elements.of(ExportSamples.text(ExportSamples.store(), .gexf)))
        let edges = elements.filter { $0.name == "edge" }.map(\.attributes)
        #expect(edges.contains { $0["start"] == "2024-10-01" && $0["end"] == "2024-10-31" })
        #expect(edges.contains { $0["start"] == nil && $0["end"] == nil })
        #expect(elements.allSatisfy { $0.attributes["timestamp"] == nil && $0.name != "spell" })
    }

    /// The rows of RFC 4180 text by the names of the columns.
    private func rows(_ text: String) throws -> [[String: String]] {
        var (rows, row, cell, isQuoted): ([[String]], [String], String, Bool) = ([], [], "", false)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"":
                // A doubled quote closes and opens again: the second one is the sign itself.
                if !isQuoted, cell.last != nil { cell.unicodeScalars.append(scalar) }
                isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted: break
            case "\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(scalar)
            }
        }
        let header = try #require(rows.first)
        return try rows.dropFirst().map { row in
            try #require(row.count == header.count)
            return Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
        }
    }

    @Test("links join things; words that look like formulas are guarded unless asked otherwise")
    func tables() throws {
        let sample = try ExportSamples.store()
        let folder = sample.scratch.path + "/tables"
        let summary = try sample.store.export(.csv, toFolder: folder)
        let things = try rows(ExportSamples.files(folder)["things.csv"] ?? "")
        let links = try rows(ExportSamples.files(folder)["links.csv"] ?? "")
        let ids = things.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(links.allSatisfy { ids.contains($0["from"] ?? "") && ids.contains($0["to"] ?? "") })
        #expect(things.contains { $0["label"] == "'=HYPERLINK(1)" })
        #expect(summary.sentence.contains("spreadsheet"))
        let meeting = try #require(things.first { $0["subtype"] == "meet" }?["id"])
        #expect(links.contains { $0["to"] == meeting && $0["type"] == "agent" })
        #expect(links.contains { $0["from"] == meeting && $0["type"] == "partner" })
        var options = ExportOptions()
        options.keepsFormulas = true
        _ = try sample.store.export(.csv, options: options, toFolder: folder)
        #expect(try rows(ExportSamples.files(folder)["things.csv"] ?? "").contains { $0["label"] == "=HYPERLINK(1)" })
    }

    @Test("entities of FollowTheMoney refer to each other, and events to their proof")
    func money() throws {
        let lines = try ExportSamples.text(ExportSamples.store(), .ftm).split(separator: "\n").map {
            try ExportSamples.json(String($0))
        }
        let ids = Dictionary(
            lines.map { ($0["id"] as? String ?? "", $0["schema"] as? String ?? "") },
            uniquingKeysWith: { first, _ in first })
        #expect(ids.count == lines.count)
        for line in lines {
            let properties = try #require(line["properties"] as? [String: [String]])
            #expect(properties.values.allSatisfy { !$0.isEmpty && $0.allSatisfy { !$0.isEmpty } })
            for value in properties.values.flatMap({ $0 }) where value.hasPrefix("annals-") {
                #expect(ids[value] != nil, "\(line)")
            }
            if line["schema"] as? String == "Event" {
                #expect(properties["proof"]?.allSatisfy { ids[$0] == "Article" } == true)
            }
        }
        let deployment = try #require(
            lines.compactMap { $0["properties"] as? [String: [String]] }.first { $0["keywords"]?.first == "deploy" })
        #expect(deployment["date"] == ["2024-10"])
        #expect(ids.values.contains("PublicBody") && ids.values.contains("Address") && ids.values.contains("Person"))
    }
}
