internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Tables
internal import Testing

@Suite("What queries answer")
struct QueryAnswersTests {
    let sample: SampleStore

    init() throws { sample = try SampleStore() }

    @Test("a timeline is in the order of the events' days, with each event once")
    func timeline() throws {
        let rows = try sample.rows("timeline", ["entity": "North Korea"])
        #expect(rows.contains { $0["type"] == "deploy" && $0["date"] == "2024-10-01 … 2024-10-31" })
        let dated = rows.compactMap { $0["date"] }.filter { !$0.isEmpty }
        #expect(dated == dated.sorted())

        let captures = try sample.rows("timeline", ["entity": "SBU"]).filter { $0["type"] == "capture" }
        #expect(captures.contains { $0["date"] == "2025-01-09" && $0["place"] == "Sudzha" && $0["texts"] == "3" })
        #expect(captures.first?["role"]?.contains("agent") == true)
        #expect(captures.first?["sentence"]?.contains("SBU") == true)
    }

    @Test("a timeline's bounds are inclusive days")
    func bounds() throws {
        func count(_ arguments: [String: String]) throws -> Int {
            try sample.rows("timeline", arguments.merging(["entity": "SBU", "undated": "no"]) { $1 }).count
        }
        let all = try count([:])
        #expect(all > 0)
        #expect(try count(["from": "2025-01-09", "to": "2025-01-09"]) == all)
        #expect(try count(["to": "2025"]) == all)
        #expect(try count(["to": "2025-01"]) == all)
        #expect(try count(["from": "2025-01-10"]) == 0)
        #expect(try count(["to": "2025-01-08"]) == 0)
        #expect(try count(["to": "2024"]) == 0)
    }

    @Test("the numbers of two outlets stand side by side")
    func numbers() throws {
        let rows = try sample.rows("disagreements", ["entity": "North Korea", "kind": "number"])
        let values = rows.compactMap { $0["value"] }
        #expect(values.contains { $0.hasPrefix("11,000") })
        #expect(values.contains { $0.hasPrefix("3,000") })
        #expect(Set(rows.compactMap { $0["question"] }).count == 1)
        // Alpha's copy is no text and no voice of its own.
        #expect(rows.allSatisfy { $0["texts"] == "1" && $0["voices"] == "1" })
        #expect(try sample.rows("disagreements", ["entity": "Iran"]).isEmpty)
        let all = try sample.rows("disagreements")
        #expect(all.count >= rows.count)
        let given = try sample.rows("numbers", ["entity": "North Korea"])
        #expect(given.contains { $0["value"]?.hasPrefix("3,000") == true && $0["low"] == "3000" })
    }

    @Test("rank and denial are disagreements")
    func denial() throws {
        let kinds = Set(try sample.rows("disagreements", ["entity": "SBU"]).compactMap { $0["kind"] })
        #expect(kinds.contains("rank"))
        #expect(kinds.contains("denial"))
        let firsts = try sample.rows("firsts", ["entity": "SBU"])
        #expect(firsts.contains { $0["claim"] == "first" && $0["voice"] == "Zelensky" })
        #expect(firsts.contains { $0["claim"] == "not the first" && $0["source"] == "Beta" })
    }

    @Test("each voice is kept apart")
    func voices() throws {
        let said = try sample.rows("statements-by", ["speaker": "Zelensky"])
        #expect(!said.isEmpty)
        #expect(said.allSatisfy { $0["source"]?.hasPrefix("Alpha") == true })
        let denied = try sample.rows("statements-by", ["speaker": "Russia"])
        #expect(denied.contains { $0["what"]?.hasPrefix("not: ") == true && $0["certainty"] == "denied" })
        let voices = Set(try sample.rows("who-says", ["entity": "SBU"]).compactMap { $0["voice"] })
        #expect(voices.isSuperset(of: ["Volodymyr Zelenskyy", "Beta", "Russia"]))
    }

    @Test("an event's accounts, its mentions and their evidence hang together")
    func evidence() throws {
        let card = try #require(try sample.rows("timeline", ["entity": "SBU"]).first { $0["type"] == "capture" })
        let accounts = try sample.rows("event", ["event": card["id"] ?? ""])
        #expect(accounts.first?["what"]?.contains("happened") == true)
        let mentions = try sample.rows("mentions-of-event", ["event": card["id"] ?? ""])
        #expect(mentions.contains { $0["words"] == "took" && $0["source"] == "Beta" })
        #expect(mentions.contains { $0["voices"] == "Zelensky (said)" })
        for account in accounts {
            let proof = try sample.rows("evidence", ["statement": account["id"] ?? ""])
            #expect(proof.count == 1)
            let words = try #require(proof.first?["words"])
            #expect(proof.first?["sentence"]?.contains(words) == true)
        }
        #expect(try sample.rows("evidence", ["statement": "nothing"]).isEmpty)
    }

    @Test("copies count once")
    func copies() throws {
        let sources = try sample.rows("sources")
        #expect(sources.count == 5)
        let told = try sample.rows("corroboration", ["entity": "SBU"])
        #expect(told.contains { $0["type"] == "capture" && $0["texts"] == "3" && $0["documents"] == "4" })
        let single = try sample.rows("single-source")
        #expect(single.contains { $0["type"] == "protest" })
        #expect(!single.contains { $0["type"] == "capture" })
    }

    @Test("times and places part the events")
    func timesAndPlaces() throws {
        let march = try sample.rows("events-between", ["from": "2024-03", "to": "2024-03"])
        #expect(march.map { $0["type"] } == ["strike"])
        #expect(try sample.rows("events-between", ["country": "ir"]).map { $0["type"] } == ["strike"])
        #expect(try sample.rows("events-between", ["type": "custody"]).allSatisfy { $0["type"] == "capture" })
        let near = try sample.rows("near", ["place": "Sudzha", "km": "20"])
        #expect(near.first?["km"] == "0")
        #expect(near.allSatisfy { $0["place"] == "Sudzha" })
        #expect(try sample.rows("near", ["place": "Sudzha", "km": "200"]).contains { $0["type"] == "deploy" })
        let undated = try sample.rows("undated")
        #expect(undated.contains { $0["type"] == "protest" })
        let casualties = try sample.rows("casualties", ["country": "Russia"])
        #expect(casualties.contains { $0["value"]?.hasPrefix("two") == true })
        #expect(try sample.rows("casualties", ["country": "Iran"]).isEmpty)
    }

    @Test("nearness holds across the 180th meridian and at the poles")
    func aroundTheGlobe() throws {
        func place(_ id: String, _ name: String, _ latitude: Double, _ longitude: Double) -> EntityReference {
            EntityReference(
                id: id, kind: .place, name: name, country: "NZ", latitude: latitude, longitude: longitude,
                feature: "PPL")
        }
        let places = [
            place("geonames:1", "Westisle", -16.8, 179.95), place("geonames:2", "Eastisle", -16.8, -179.95),
            place("geonames:3", "Nearpole", 89.9, 10), place("geonames:4", "Farpole", 89.9, -170),
        ]
        var sketch = RecordSketch(
            outlet: "Globe", published: nil, title: "Storms",
            sentences: ["A strike hit Westisle, Eastisle, Nearpole and Farpole."])
        for reference in places { sketch.event("strike", "strike", ["place": sketch.name(reference.name, reference)]) }
        let globe = try SampleStore(records: [sketch.record])
        for (from, to, km) in [("Westisle", "Eastisle", "11"), ("Nearpole", "Farpole", "23")] {
            let found = try globe.rows("near", ["place": from, "km": km])
            #expect(found.map { $0["place"] } == [from, to])
            #expect(try globe.rows("near", ["place": from, "km": "5"]).map { $0["place"] } == [from])
        }
    }

    @Test("entities: what is known, who stands beside whom, how two hang together")
    func entities() throws {
        let known = try sample.rows("entity", ["entity": "СБУ"])
        #expect(known.first?["value"] == "Security Service of Ukraine")
        #expect(known.contains { $0["what"] == "also called" && $0["value"] == "SBU" })
        #expect(try sample.rows("relations", ["entity": "SBU"]).contains { $0["object"] == "Kursk Oblast" })
        #expect(
            try sample.rows("co-mentions", ["entity": "Zelensky"]).contains {
                $0["name"]?.hasPrefix("Security") == true
            })
        #expect(try sample.rows("path", ["from": "Zelensky", "to": "Sudzha"]).first?["steps"] == "1")
        #expect(try sample.rows("find-entity", ["name": "еленс"]).first?["name"] == "Volodymyr Zelenskyy")
        #expect(try sample.rows("find-entity", ["name": "김정"]).first?["id"] == "annals:kim-jong-un")
        #expect(try sample.rows("unresolved").contains { $0["name"] == "Jane Roe" })
    }

    @Test("a search finds words, words in a row and beginnings")
    func search() throws {
        func count(_ words: String) throws -> Int { try sample.rows("search", ["words": words]).count }
        #expect(try count("patrol") == 1)
        #expect(try count("PATRÓL prisoner") == 1)
        #expect(try count("prison*") == 1)
        #expect(try count("\"two North Korean\"") == 3)
        #expect(try count("\"Korean two\"") == 0)
        #expect(try count("patrol speech") == 0)
        #expect(try sample.rows("search", ["words": "soldiers", "from": "2025-01-15"]).count == 1)
        #expect(try sample.rows("search", ["words": "soldiers", "to": "2025-01-12"]).count == 1)
    }
}
