import Record
import Tables
import Testing

@testable import Extraction

@Suite struct RelationsTests {
    private static let extractor: Result<Extractor, DataError> = {
        do throws(DataError) {
            return .success(try Extractor(data: try DataFolder.locate()))
        } catch {
            return .failure(error)
        }
    }()

    @Test func findsRelations() throws {
        try CaseFile("Relations/relation-cases.tsv").check { text in
            let record = try Self.record(text)
            return record.relations.map { record.notation($0) }.joined(separator: "; ")
        }
    }

    @Test(
        "every relation stands in its text, under a predicate of the ontology, made by a line of the table",
        arguments: [
            "Finnish President Sauli Niinisto, born in Salo, met his wife Jenni Haukio in Turku, Finland.",
            "Taliban fighters, commanded by Abdul Karim until 2009, held Kabul. He no longer belongs to the Taliban.",
        ])
    func isGrounded(_ text: String) throws {
        let record = try Self.record(text)
        #expect(!record.relations.isEmpty)
        let table = try DataFolder.locate().table("ontology/predicates.tsv", columns: ["predicate"])
        let predicates = Set(table.rows.map { $0["predicate"] })
        for relation in record.relations {
            #expect(predicates.contains(relation.predicate))
            #expect(relation.rule?.hasPrefix("lexicon/relation-patterns.tsv:") == true)
            let span = Span(start: relation.start ?? -1, end: relation.end ?? -1)
            #expect(record.sentences.contains { $0.contains(span) })
            #expect(relation.object != nil || relation.value?.isEmpty == false)
            #expect(relation.object.map { record.mentions[$0].chain } != record.mentions[relation.subject].chain)
        }
    }

    @Test(arguments: ["", " ", "of of of", ", , , , ,", "- - - in in in", "who is is is head of", "🙂 in 🙂"])
    func readsAnything(_ text: String) throws {
        _ = try Self.record(text)
        _ = try Self.record(String(repeating: text + " Oslo, Norway, head of NATO, ", count: 80))
    }

    private static func record(_ text: String) throws -> AnnotationRecord {
        try extractor.get().extract(Document(id: "test", text: text))
    }
}

extension AnnotationRecord {
    /// `holds-office(Ada Stone, Peru) "president" since 2019`; `!` before what is denied, `?` before what is not certain.
    fileprivate func notation(_ relation: Relation) -> String {
        var ends = [words(mentions[relation.subject])]
        if let object = relation.object { ends.append(words(mentions[object])) }
        var text = relation.polarity == .negative ? "!" : (relation.certainty ?? 3) < 3 ? "?" : ""
        text += relation.predicate + "(" + ends.joined(separator: ", ") + ")"
        if let value = relation.value { text += " \"\(value)\"" }
        let source = SourceText(self.text)
        for (word, time) in [("since", relation.since), ("until", relation.until), ("at", relation.time)] {
            if let time { text += " \(word) \(source[times[time].span])" }
        }
        if relation.ended == true { text += " ended" }
        if let attribution = relation.attribution, let speaker = attributions[attribution].speaker {
            text += " says " + words(mentions[speaker])
        }
        return text
    }
}
