import Foundation
import Record

/// What a line of `traps.tsv` says of an event: `!type(role=words, role=words)~modality`.
struct TrapClaim: Sendable {
    /// A condition on one argument; it is met if one of its alternatives is.
    private struct Condition: Sendable {
        /// nil: any role.
        let role: String?
        /// Where the words stand in the sentence; nil: any filler.
        let places: [Span]?
    }

    let text: String
    let types: [String]
    private let isNegative: Bool
    private let modalities: [String]
    private let arguments: [[Condition]]

    init(_ text: String, in sentence: String, line: Int) throws {
        self.text = text
        isNegative = text.hasPrefix("!")
        var rest = Substring(isNegative ? text.dropFirst() : text[...])
        var modalities: [String] = []
        if let tilde = rest.lastIndex(of: "~") {
            modalities = Trap.items(String(rest[rest.index(after: tilde)...]), "|")
            rest = rest[..<tilde]
        }
        self.modalities = modalities
        var inside = ""
        if let open = rest.firstIndex(of: "(") {
            guard rest.hasSuffix(")") else { throw TrapError(line: line, message: "`\(text)` lacks a bracket") }
            inside = String(rest[rest.index(after: open)...].dropLast())
            rest = rest[..<open]
        }
        types = Trap.items(String(rest), "|")
        // The comma of a figure is no border: "number=4,000".
        arguments = try inside.components(separatedBy: ", ").filter { !$0.isEmpty }.map { argument in
            try Trap.items(argument, "|").map { try Self.condition($0, sentence, line) }
        }
    }

    private static func condition(_ text: String, _ sentence: String, _ line: Int) throws -> Condition {
        let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
        let words = sides.count == 2 ? sides[1] : text
        let places = Self.places(of: words, in: sentence)
        if sides.count == 1, places.isEmpty { return Condition(role: text, places: nil) }
        guard !places.isEmpty else { throw TrapError(line: line, message: "“\(words)” is not in the sentence") }
        return Condition(role: sides.count == 2 && sides[0] != "*" ? sides[0] : nil, places: places)
    }

    /// Where whole words stand in a sentence, in code points.
    private static func places(of words: String, in sentence: String) -> [Span] {
        let text = Array(sentence.unicodeScalars)
        let sought = Array(words.unicodeScalars)
        guard !sought.isEmpty, sought.count <= text.count else { return [] }
        return (0...(text.count - sought.count)).compactMap { start in
            let end = start + sought.count
            guard Array(text[start..<end]) == sought,
                start == 0 || !text[start - 1].properties.isAlphabetic,
                end == text.count || !text[end].properties.isAlphabetic
            else { return nil }
            return Span(start: start, end: end)
        }
    }

    /// True if a record has such an event.
    /// - Parameter isStrict: an event that did not happen does not count, unless the claim says so.
    func holds(in record: AnnotationRecord, isStrict: Bool) -> Bool {
        record.events.contains { event in
            guard !event.isOther, types == ["*"] || types.contains(event.type) else { return false }
            if isNegative || isStrict, isNegative != (event.polarity == .negative) { return false }
            if !modalities.isEmpty {
                guard let modality = event.modality, modalities.contains(modality.rawValue) else { return false }
                if modality == .asserted, !isNegative, event.polarity == .negative { return false }
            }
            return arguments.allSatisfy { alternatives in
                alternatives.contains { condition in
                    event.arguments.contains {
                        (condition.role ?? $0.role) == $0.role && Self.names($0, condition.places, record)
                    }
                }
            }
        }
    }

    /// True if an argument's head, or the head of a mention of its chain, is among the words.
    private static func names(_ argument: EventArgument, _ places: [Span]?, _ record: AnnotationRecord) -> Bool {
        guard let places else { return true }
        guard let index = argument.mention else {
            let span = Span(start: argument.start, end: argument.end)
            return places.contains { $0.contains(span) || span.contains($0) }
        }
        let chain = record.mentions[index].chain
        return record.mentions.contains { mention in
            mention.chain == chain && places.contains { $0.contains(mention.head ?? mention.span) }
        }
    }
}
