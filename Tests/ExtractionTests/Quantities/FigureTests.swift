import Record
import Tables
import Testing

@testable import Extraction

/// Figures with what they count and the events that they belong to.
@Suite struct FigureTests {
    static let extractor = Result { try Extractor(data: DataFolder.locate()) }

    @Test func tiesFiguresToEvents() throws {
        let extractor = try Self.extractor.get()
        try CaseFile("Quantities/figures.tsv").check { sentence in
            let record = extractor.extract(Document(id: "figures", text: sentence))
            let source = SourceText(sentence)
            return record.quantities.enumerated().map { index, quantity in
                let number = { (value: Double?) in value.map { Int(exactly: $0).map(String.init) ?? "\($0)" } ?? "" }
                let events = record.events.filter { event in event.arguments.contains { $0.quantity == index } }
                let parts: [String?] = [
                    source[quantity.span] + ":", quantity.qualifier, number(quantity.point),
                    quantity.low == nil && quantity.high == nil
                        ? nil : number(quantity.low) + ".." + number(quantity.high),
                    quantity.unit, quantity.counted.map { "(" + source[$0] + ")" },
                    events.isEmpty ? nil : "> " + events.map { source[$0.span] }.joined(separator: ", "),
                ]
                return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
            }.joined(separator: "; ")
        }
    }
}
