import Foundation
import Testing

/// A line of `traps.tsv`.
struct Trap: Sendable, CustomTestStringConvertible {
    enum Status: String, Sendable { case held, open, wrong }

    let line: Int
    let status: Status
    let sentence: String
    /// Each holds if one of its claims does.
    let holds: [[TrapClaim]]
    let never: [TrapClaim]

    var testDescription: String { "traps.tsv:\(line): \(sentence)" }

    /// The file, and its lines that are traps.
    static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("traps.tsv")

    static func all() throws -> [Trap] {
        var traps: [Trap] = []
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated()
        where !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("status\t") {
            traps.append(try Trap(String(line), line: index + 1))
        }
        return traps
    }

    private init(_ text: String, line: Int) throws {
        var cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        cells += Array(repeating: "", count: max(0, 5 - cells.count))
        guard let status = Status(rawValue: cells[0]) else {
            throw TrapError(line: line, message: "`\(cells[0])` is no status; write held, open or wrong")
        }
        self.line = line
        self.status = status
        sentence = cells[2]
        holds = try Trap.items(cells[3], ";").map { item in
            try item.components(separatedBy: " or ").map { try TrapClaim($0, in: cells[2], line: line) }
        }
        never = try Trap.items(cells[4], ";").map { try TrapClaim($0, in: cells[2], line: line) }
    }

    static func items(_ text: String, _ separator: Character) -> [String] {
        text.split(separator: separator).map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

struct TrapError: Error, CustomStringConvertible {
    let line: Int
    let message: String
    var description: String { "traps.tsv:\(line): \(message)" }
}
