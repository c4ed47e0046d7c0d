internal import Tables

/// A pattern of `data/patterns/times.tsv`: what the tokens must be and how the value is made of them.
struct TimePattern: Sendable {
    indirect enum Element: Sendable {
        case word(String)
        case slot(name: String, classes: [String])
        case choice([[Element]])
        case optional(Element)
        /// Where the expression ends; what follows must be there and is no part of it.
        case end
    }

    let elements: [Element]
    let operation: String
    /// The recipe's arguments in the order written.
    let arguments: [(name: String, template: String)]
    let line: Int
    /// Whether its value depends on where the sentence looks: "on Monday", "in May".
    var turnsOnTense: Bool { Self.tensed.contains(operation) }

    private static let tensed: Set<String> = ["date", "weekday", "holiday", "clock", "quarter", "offset"]

    init(row: Table.Row, file: String) throws(DataError) {
        var parser = Parser(bytes: Array(row["pattern"].utf8))
        guard let elements = parser.sequence(depth: 0), parser.isAtEnd, !elements.isEmpty else {
            throw DataError(
                file: file, line: row.line, expected: "a pattern of words, (choices) and {slots}",
                advice: "Look for a bracket that is not closed.")
        }
        let parts = row["recipe"].utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" }
        guard let operation = parts.first else {
            throw DataError(file: file, line: row.line, expected: "a recipe")
        }
        var arguments: [(name: String, template: String)] = []
        for part in parts.dropFirst() {
            let sides = part.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1).map { String($0) ?? "" }
            guard sides.count == 2 else {
                throw DataError(file: file, line: row.line, expected: "recipe arguments of the form name=value")
            }
            arguments.append((sides[0], sides[1]))
        }
        self.elements = elements
        self.operation = operation
        self.arguments = arguments
        line = row.line
    }

    /// Reads the notation of the pattern column.
    private struct Parser {
        let bytes: [UInt8]
        var at = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { at >= bytes.count }

        mutating func sequence(depth: Int) -> [Element]? {
            var elements: [Element] = []
            while at < bytes.count {
                switch bytes[at] {
                case UInt8(ascii: " "): at += 1
                case UInt8(ascii: "|") where depth > 0, UInt8(ascii: ")") where depth > 0: return elements
                default:
                    guard let element = element(depth: depth) else { return nil }
                    elements.append(element)
                }
            }
            return elements
        }

        private mutating func element(depth: Int) -> Element? {
            let element: Element
            if bytes[at] == UInt8(ascii: "("), at + 1 < bytes.count, bytes[at + 1] != UInt8(ascii: " "), depth < 4 {
                var choices: [[Element]] = []
                repeat {
                    at += 1
                    guard let choice = sequence(depth: depth + 1) else { return nil }
                    choices.append(choice)
                } while at < bytes.count && bytes[at] == UInt8(ascii: "|")
                guard at < bytes.count else { return nil }
                at += 1
                element = .choice(choices)
            } else if bytes[at] == UInt8(ascii: "{") {
                guard let close = bytes[at...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
                let classes = bytes[(at + 1)..<close].split(separator: UInt8(ascii: "|")).map {
                    String(decoding: $0, as: UTF8.self)
                }
                guard let name = classes.first else { return nil }
                at = close + 1
                element = .slot(name: name, classes: classes)
            } else {
                let from = at
                while at < bytes.count, !" ?|)".utf8.contains(bytes[at]) { at += 1 }
                guard at > from else { return nil }
                let word = String(decoding: bytes[from..<at], as: UTF8.self)
                element = word == ">" ? .end : .word(word)
            }
            if at < bytes.count, bytes[at] == UInt8(ascii: "?") {
                at += 1
                return .optional(element)
            }
            return element
        }
    }
}
