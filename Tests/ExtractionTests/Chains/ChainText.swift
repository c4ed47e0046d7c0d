import Foundation
import Record
import Testing

/// A line of `chains.tsv`: a text with marks for what stands for what.
struct ChainText: Sendable, CustomTestStringConvertible {
    enum Status: String { case held, open, wrong }

    /// Words and the number of the thing they stand for.
    struct Mark: Sendable {
        var span: Span
        var thing: Int
    }

    var line: Int
    var status: Status
    var theme: String
    var text: String
    var marks: [Mark]

    var testDescription: String { "chains.tsv:\(line) \(theme): \(text)" }

    struct Fault: Error, CustomStringConvertible {
        var line: Int
        var expected: String
        var description: String { "chains.tsv:\(line): expected \(expected)" }
    }

    static let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "chains.tsv")

    static func all() throws -> [ChainText] {
        var found: [ChainText] = []
        var isHeader = true
        for (number, row) in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n").enumerated() {
            guard !row.isEmpty, !row.hasPrefix("#") else { continue }
            if isHeader {
                isHeader = false
                continue
            }
            found.append(try ChainText(row, line: number + 1))
        }
        return found
    }

    init(_ row: String, line: Int) throws {
        let cells = row.components(separatedBy: "\t")
        guard cells.count == 3, let status = Status(rawValue: cells[0]) else {
            throw Fault(line: line, expected: "held, open or wrong, a theme and a text")
        }
        self.line = line
        self.status = status
        theme = cells[1]
        (text, marks) = try Self.parse(cells[2], line: line)
    }

    /// The text without its marks.
    private static func parse(_ marked: String, line: Int) throws -> (String, [Mark]) {
        var text = String.UnicodeScalarView()
        var marks: [Mark] = []
        var open: [(thing: Int, start: Int)] = []
        var scalars = Array(marked.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "[":
                let digits = String(String.UnicodeScalarView(scalars.prefix { ("0"..."9").contains($0) }))
                scalars = scalars.dropFirst(digits.utf8.count)
                guard let thing = Int(digits), scalars.popFirst() == " " else {
                    throw Fault(line: line, expected: "a number and a space after `[`")
                }
                open.append((thing, text.count))
            case "]":
                guard let (thing, start) = open.popLast() else {
                    throw Fault(line: line, expected: "a `[` for each `]`")
                }
                marks.append(Mark(span: Span(start: start, end: text.count), thing: thing))
            default: text.append(scalar)
            }
        }
        guard open.isEmpty else { throw Fault(line: line, expected: "a `]` for each `[`") }
        return (String(text), marks)
    }
}
