import Foundation
import Language
import Record
import Tables
import Testing

@testable import Extraction

@Suite struct EventTimesTests {
    @Test func datesEvents() throws {
        let words = try TimeLinkWords(data: DataFolder.locate())
        try CaseFile("Events/event-times.tsv").check(pairs: { sentence, asked in
            let text = MarkedText(sentence, analyzer: try Stages.analyzer.get())
            let view = SentenceView(0, text.analysis, MentionIndex(text.record, text.analysis))
            #expect(text.analysis.sentences.count == 1)
            // Every event word is looked for behind the one before it.
            var events: [(name: String, place: Int)] = []
            for item in asked.split(separator: ";") {
                guard let name = item.split(separator: " ").first.map(String.init) else { continue }
                let word = name.hasSuffix("*") ? String(name.dropLast()) : name
                let place = view.tokens.indices.first { at in
                    view.tokens[at].text == word && !events.contains { $0.place == at }
                }
                events.append((name, try #require(place, "\(word) in \(sentence)")))
            }
            let cues = Set(events.filter { $0.name.hasSuffix("*") }.map(\.place))
            let nouns = Set(events.map(\.place).filter { view.tokens[$0].tag == .noun })
            let dated = EventTimes(
                Array(text.record.times.indices), text.record, view, words, nouns: nouns,
                isCue: { cues.contains($0) })
            return events.map { event in
                let times = dated.times(of: event.place)
                    .map { "\($0.role) \(text.analysis.source[text.record.times[$0.time].span])" }
                return ([event.name] + [times.joined(separator: ", ")]).filter { !$0.isEmpty }.joined(separator: " ")
            }.joined(separator: "; ")
        })
    }
}
