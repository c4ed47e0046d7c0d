import Record
import Tables

@testable import Extraction

/// A text whose triggers stand between `<` and `>`, read with these events and no others.
struct MarkedTriggers {
    static let extractor = Result { try Extractor(data: DataFolder.locate()) }

    let record: AnnotationRecord
    /// What was marked, in text order.
    let given: [Span]
    private let text: SourceText

    init(_ marked: String, isGiven: Bool = true) throws {
        var plain = String.UnicodeScalarView()
        var triggers: [Span] = []
        var open = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "<": open = plain.count
            case ">": triggers.append(Span(start: open, end: plain.count))
            default: plain.append(scalar)
            }
        }
        given = triggers.sorted()
        let document = Document(
            id: "marked", text: String(plain), metadata: Metadata(published: "2024-05-08"))
        record = try Self.extractor.get().extract(document, triggers: isGiven ? triggers : nil)
        text = SourceText(document.text)
    }

    /// `trigger: type(role=words, …) chain`, with the day that is known or inferred.
    var notation: [String] {
        record.events.map { event in
            let roles = event.arguments.map { "\($0.role)=\(text[$0.span])" }
            let day =
                event.time.map { "on \(record.times[$0].value)" } ?? event.anchor.map { "~\($0.value) \($0.basis)" }
            return "\(text[event.span]): \(event.type)(\(roles.joined(separator: ", ")))"
                + (day.map { " " + $0 } ?? "")
        }
    }

    /// The chain of each event, -1 for none.
    var chains: [Int] { record.events.map { $0.chain ?? -1 } }
}
