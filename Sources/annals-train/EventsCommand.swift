import ArgumentParser
import KnowledgeBase
import Record
import Tables
import Training

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Learns how much each likeness of two accounts speaks for their being one event.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract:
            "Learn from events that are named across documents what makes two accounts one; write data/identity/events.tsv.",
        discussion: """
            Rows of the table with the origin `set` keep their weights, thresholds too.

            EXAMPLE
              annals extract --given-events ecbplus/train.jsonl > read.jsonl
              annals-train events read.jsonl ecbplus/train.jsonl
            """)

    @Argument(help: "Records as `annals extract --given-events` makes them of the second file.")
    var records: String

    @Argument(help: "Records whose events have an `instance`.")
    var gold: String

    @Option(help: "The data folder.")
    var data: String?

    @Flag(help: "Show the weights and leave the table as it is.")
    var trial = false

    private struct Gold: Decodable {
        struct Event: Decodable {
            var start: Int
            var end: Int
            var instance: String?
        }
        var id: String
        var events: [Event]
    }

    func run() throws {
        let folder = try DataFolder.locate(data)
        let rules = try EventRules(data: folder)
        var pairs = EventPairs(rules: rules, ontology: try Ontology(data: folder))
        var instances: [String: [[Int]: String]] = [:]
        for line in try Self.lines(gold) {
            let record = try JSONDecoder().decode(Gold.self, from: line)
            for event in record.events {
                instances[record.id, default: [:]][[event.start, event.end]] = event.instance
            }
        }
        var names: [[String?]] = []
        for line in try Self.lines(records) {
            let record = try JSONDecoder().decode(AnnotationRecord.self, from: line)
            names.append(record.events.map { instances[record.id]?[[$0.start, $0.end]] })
            pairs.add(record)
        }
        var examples: [Double] = []
        var outcomes: [Bool] = []
        pairs.each { left, right, features in
            let (one, other) = (pairs.accounts[left], pairs.accounts[right])
            guard let first = one.mentions.lazy.compactMap({ names[one.record][$0] }).first,
                let second = other.mentions.lazy.compactMap({ names[other.record][$0] }).first
            else { return }
            examples += features
            outcomes.append(first == second)
        }
        Report.line("\(pairs.accounts.count) events, \(outcomes.count) pairs, \(outcomes.count { $0 }) of one event")
        let model = LogisticModel(
            examples: examples, outcomes: outcomes, weights: rules.weights.weights, isFixed: rules.weights.isSet)
        for feature in EventFeature.allCases {
            Report.line("\(feature.name)\t\(Self.rounded(model.weights[feature.rawValue]))")
        }
        if !trial { try Self.write(model.weights, to: folder.path + "/" + EventWeights.table) }
    }

    private static func lines(_ path: String) throws -> [Data] {
        try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
    }

    private static func rounded(_ weight: Double) -> String { "\((weight * 100).rounded() / 100)" }

    /// Puts weights in place of those that are learnt; everything else stays as it is.
    private static func write(_ weights: [Double], to path: String) throws {
        let known = Dictionary(uniqueKeysWithValues: EventFeature.allCases.map { ($0.name, $0) })
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard !line.hasPrefix("#"), cells.count >= 3, cells[2] == "learnt", let feature = known[cells[0]] else {
                return String(line)
            }
            cells[1] = rounded(weights[feature.rawValue])
            return cells.joined(separator: "\t")
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path), options: .atomic)
    }
}
