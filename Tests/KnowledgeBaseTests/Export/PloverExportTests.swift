internal import Foundation
internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Testing

@Suite("Events as PLOVER records")
struct PloverExportTests {
    /// The lines, each a JSON object.
    private func lines(_ sample: SampleStore) throws -> [[String: Any]] {
        var text = ""
        try sample.store.export(.plover) { text += $0 }
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func actors(_ line: [String: Any], _ side: String) -> [String] {
        (line[side] as? [[String: Any]] ?? []).map { "\($0["code"] ?? "?") \($0["sector"] ?? "?")" }
    }

    @Test("one line a merged event, with codes, evidence and accounts")
    func capture() throws {
        let sample = try SampleStore()
        let captures = try lines(sample).filter { $0["type"] as? String == "capture" }
        let line = try #require(captures.first { $0["happened"] as? Bool == true })
        #expect(line["event"] as? [String] == ["ASSAULT"])
        #expect(line["mode"] as? String == "abduct")
        #expect(line["cameo"] as? String == "18")
        #expect(line["quad_code"] as? Int == 4)
        #expect(line["event_scale"] as? Double == -9.3)
        #expect(line["date"] as? String == "2025-01-09")
        #expect(line["date_basis"] as? String == "event")
        #expect(line["enddate"] == nil)
        #expect(actors(line, "source") == ["UKR SPY"])
        #expect(actors(line, "recipient") == ["PRK MIL"])
        let place = try #require(line["event_loc"] as? [String: Any])
        #expect(place["geonameid"] as? Int == 486068)
        #expect(place["cc3"] as? String == "RUS")
        let sentence = try #require(line["text"] as? String)
        #expect(sentence.contains("two North Korean soldiers"))
        #expect(
            (line["cite_info"] as? [[String: Any]])?.compactMap { $0["publication"] as? String }.contains("Beta")
                == true)
        // The copy in another outlet is no further text.
        let texts = try #require(line["texts"] as? Int)
        let documents = try #require(line["documents"] as? Int)
        #expect(texts < documents)
    }

    @Test("what has no category, and only that, is left out; keys are in order")
    func selection() throws {
        let sample = try SampleStore()
        let all = try lines(sample)
        #expect(!all.isEmpty)
        let keys = all.compactMap { $0["id"] as? String }
        #expect(keys == keys.sorted())
        let coded = try sample.connection.integer(
            "SELECT count(*) FROM event_cards c JOIN event_types t ON t.name = c.type WHERE t.plover IS NOT NULL")
        #expect(all.count == Int(coded ?? 0))
    }

    @Test(
        "what has not happened is told apart",
        arguments: [
            (Polarity.positive, Modality.future, ["AGREE", "CONSULT"], "future", 4.2),
            (.positive, .conditional, ["CONSULT"], "hypothetical", 2.1),
            (.negative, .denied, ["CONSULT"], "negation", 2.1),
        ])
    func outlook(
        polarity: Polarity, modality: Modality, categories: [String], context: String, scale: Double
    ) throws {
        var sketch = RecordSketch(
            outlet: "Alpha", published: "2025-02-01", title: "Talks",
            sentences: ["The leaders of North Korea and Russia may or may not hold their talks in Tehran one day."])
        let one = sketch.name("North Korea", SampleReferences.northKorea)
        let other = sketch.name("Russia", SampleReferences.russia)
        sketch.event("talks", "meet", ["agent": one, "partner": other])
        var record = sketch.record
        record.events[0].polarity = polarity
        record.events[0].modality = modality
        let line = try #require(try lines(SampleStore(records: [record])).first)
        #expect(line["event"] as? [String] == categories)
        #expect(line["context"] as? [String] == [context])
        #expect(line["event_scale"] as? Double == scale)
        #expect(line["happened"] as? Bool == false)
        // Who meets is a source, on whichever side the verb has put it.
        #expect(Set(actors(line, "source")) == ["PRK ", "RUS "])
        #expect(actors(line, "recipient") == [])
        // Nothing dates it but the day it was told.
        #expect(line["date"] as? String == "2025-02-01")
        #expect(line["date_basis"] as? String == "announced")
    }

    @Test("offices say the sector, and end")
    func offices() throws {
        var sketch = RecordSketch(
            outlet: "Alpha", published: "2025-02-01", title: "Words",
            sentences: ["Zelensky accused Russia of delay, and Zelensky had met Kim Jong Un in 2010 as a comedian."])
        let speaker = sketch.name("Zelensky", SampleReferences.zelenskyy)
        let country = sketch.name("Russia", SampleReferences.russia)
        let day = sketch.time("2010", "2010-01-01", "2010-12-31")
        let other = sketch.name("Kim Jong Un", SampleReferences.kimJongUn)
        sketch.event("accused", "accuse", ["agent": speaker, "patient": country])
        sketch.event("met", "meet", ["agent": speaker, "partner": other], time: day)
        let all = try lines(SampleStore(records: [sketch.record]))
        let accusal = try #require(all.first { $0["type"] as? String == "accuse" })
        #expect(actors(accusal, "source") == ["UKR GOV"])
        #expect(actors(accusal, "recipient") == ["RUS "])
        let meeting = try #require(all.first { $0["type"] as? String == "meet" })
        #expect((meeting["context"] as? [String])?.contains("historical") == true)
    }

    @Test("an empty knowledge base has no lines")
    func nothing() throws {
        #expect(try lines(SampleStore(records: [])).isEmpty)
    }
}
