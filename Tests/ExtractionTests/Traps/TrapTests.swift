import Extraction
import Foundation
import Record
import Tables
import Testing

/// Sentences that are easily misread; see `traps.tsv`.
@Suite struct TrapTests {
    private static let traps = Result { try Trap.all() }
    private static let extractor = Result { try Extractor(data: DataFolder.locate()) }

    @Test(arguments: (try? traps.get()) ?? [])
    func statusFits(_ trap: Trap) throws {
        let (status, reasons) = try Self.status(trap)
        #expect(status == trap.status, "\(reasons.joined(separator: "; "))")
    }

    /// Enough of them, in every family of events; each line can be read and names types that exist.
    @Test func tableIsWhole() throws {
        let traps = try Self.traps.get()
        #expect(traps.count >= 200)
        #expect(traps.count { $0.status == .held } >= 150)
        // What must never be read never is.
        #expect(!traps.contains { $0.status == .wrong })
        var groups: [String: String] = [:]
        for row in try DataFolder.locate().table("ontology/events.tsv", columns: ["type", "class"]).rows {
            groups[row["type"]] = row["class"]
        }
        var counts: [String: Int] = [:]
        for trap in traps {
            #expect(!trap.holds.isEmpty || !trap.never.isEmpty, "\(trap.testDescription)")
            let types = (trap.holds.joined() + trap.never).flatMap(\.types).filter { $0 != "*" }
            for type in types where groups[type] == nil {
                Issue.record("\(trap.testDescription): there is no type `\(type)` in ontology/events.tsv")
            }
            for group in Set(types.compactMap { groups[$0] }) { counts[group, default: 0] += 1 }
        }
        for group in Set(groups.values) where group != "other" { #expect(counts[group, default: 0] >= 8, "\(group)") }
    }

    /// `RECORD=1` writes the statuses anew.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["RECORD"] == "1"))
    func recordsStatuses() throws {
        var lines = try String(contentsOf: Trap.url, encoding: .utf8).components(separatedBy: "\n")
        for trap in try Self.traps.get() {
            let (status, _) = try Self.status(trap)
            lines[trap.line - 1] = status.rawValue + lines[trap.line - 1].dropFirst(trap.status.rawValue.count)
        }
        try lines.joined(separator: "\n").write(to: Trap.url, atomically: true, encoding: .utf8)
        #expect(try Trap.all().count == Self.traps.get().count)
    }

    private static func status(_ trap: Trap) throws -> (Trap.Status, reasons: [String]) {
        let record = try extractor.get().extract(Document(id: "trap", text: trap.sentence))
        let missing = trap.holds.filter { !$0.contains { $0.holds(in: record, isStrict: true) } }
        let broken = trap.never.filter { $0.holds(in: record, isStrict: false) }
        let reasons =
            missing.map { "not found: " + $0.map(\.text).joined(separator: " or ") }
            + broken.map { "found: " + $0.text }
        return (broken.isEmpty ? missing.isEmpty ? .held : .open : .wrong, reasons)
    }
}
