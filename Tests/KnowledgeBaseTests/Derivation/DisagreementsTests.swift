internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Testing

@Suite("What accounts answer differently")
struct DisagreementsTests {
    /// An account of a strike on Sudzha that killed people.
    struct Account {
        var outlet: String
        var published: String
        var words = "11"
        var number = 11.0
        var qualifier = "exact"
        var counted = "people"
        var speaker: EntityReference?
        var denies = false
        var isFirst: Bool?
        var day = ("9 January", "2025-01-09")

        /// - Parameter filler: words of its own, so that no text is a copy of another.
        func record(_ filler: String) -> AnnotationRecord {
            let who = speaker.map { "\($0.name) said that " } ?? ""
            let verb = denies ? "did not kill" : "killed"
            var sketch = RecordSketch(
                outlet: outlet, published: published, title: "\(outlet) on Sudzha",
                sentences: [
                    "\(who)Iran \(verb) \(words) \(counted) in Sudzha on \(day.0), the first time.", filler,
                ])
            let voice = speaker.map { reference in
                sketch.voice(sketch.name(reference.name, reference), cue: "said", content: "Iran")
            }
            let agent = sketch.name("Iran", SampleReferences.iran)
            let quantity = sketch.number(words, number, qualifier: qualifier, counted: counted)
            let victims = sketch.group(
                "\(words) \(counted)", head: counted, country: "RU", number: quantity)
            let town = sketch.name("Sudzha", SampleReferences.sudzha)
            let when = sketch.time(day.0, day.1)
            sketch.event(
                verb, "kill", ["agent": agent, "patient": victims, "place": town], time: when, voice: voice,
                polarity: denies ? .negative : .positive, first: isFirst)
            return sketch.record
        }
    }

    /// The disagreements of accounts that somebody has decided are of one event.
    private func disagreements(_ accounts: [Account]) throws -> [[String: String]] {
        let fillers = [
            "Smoke hung over the old market hall until the evening, a baker told our reporter there.",
            "Trains to the south were late and schools stayed shut, as the mayor had asked for on the radio.",
            "Volunteers brought blankets, soup and candles to a gymnasium beside the river bridge all night.",
        ]
        let sample = try SampleStore(records: zip(accounts, fillers).map { $0.record($1) })
        let keys = try #require(
            try sample.connection.text("SELECT group_concat(key, ' ') FROM (SELECT key FROM events ORDER BY id)"))
        let events = keys.split(separator: " ").map(String.init)
        for other in events.dropFirst() {
            try sample.store.decide(.same, .event, events[0], other, author: "test", reason: "one strike")
        }
        let rows = try sample.rows("disagreements", ["all": "yes"])
        #expect(try sample.store.verify() == [])
        return rows
    }

    @Test(
        "two accounts: kind, nature and the line an editor could print",
        arguments: [
            (
                [
                    Account(outlet: "Alpha", published: "2025-01-10", words: "14", number: 14),
                    Account(outlet: "Beta", published: "2025-01-11"),
                ],
                "number", "conflict",
                "Sources differ on how many people were killed in Sudzha on 9 January 2025: 14 (Alpha, 10 January) or 11 (Beta, 11 January)."
            ),
            (
                [
                    Account(outlet: "Alpha", published: "2025-01-10"),
                    Account(outlet: "Beta", published: "2025-01-12", words: "14", number: 14),
                ],
                "number", "change",
                "The death toll in Sudzha on 9 January 2025 rose from 11 to 14 between 10 and 12 January."
            ),
            (
                [
                    Account(outlet: "Alpha", published: "2025-01-10", words: "14", number: 14),
                    Account(outlet: "Alpha", published: "2025-01-12"),
                ],
                "number", "revision",
                "Alpha revised the account of how many people were killed in Sudzha on 9 January 2025: 14 (Alpha, 10 January), then 11 (Alpha, 12 January)."
            ),
            (
                [
                    Account(outlet: "Alpha", published: "2025-01-10", speaker: SampleReferences.zelenskyy),
                    Account(outlet: "Beta", published: "2025-01-11", speaker: SampleReferences.russia, denies: true),
                ],
                "denial", "conflict",
                "Volodymyr Zelenskyy (10 January) reported the killing of 11 people by Iran in Sudzha on 9 January 2025; Russia (11 January) denied it."
            ),
            (
                [
                    Account(outlet: "Alpha", published: "2025-01-10"),
                    Account(outlet: "Beta", published: "2025-01-11", denies: true),
                ],
                "polarity", "conflict",
                "Alpha (10 January) reported the killing of 11 people by Iran in Sudzha on 9 January 2025; Beta (11 January) said that it did not happen."
            ),
            (
                [
                    Account(outlet: "Alpha", published: "2025-01-10", isFirst: true),
                    Account(outlet: "Beta", published: "2025-01-11", isFirst: false),
                ],
                "rank", "conflict",
                "Sources differ on whether the killing of 11 people by Iran in Sudzha on 9 January 2025 was the first of its kind: yes (Alpha, 10 January) or no (Beta, 11 January)."
            ),
            (
                [
                    Account(outlet: "Alpha", published: "2025-01-12"),
                    Account(outlet: "Beta", published: "2025-01-13", day: ("11 January", "2025-01-11")),
                ],
                "date", "conflict",
                "Sources differ on the date of the killing of 11 people by Iran in Sudzha: 9 January 2025 (Alpha, 12 January) or 11 January 2025 (Beta, 13 January)."
            ),
        ])
    func twoAccounts(accounts: [Account], kind: String, nature: String, summary: String) throws {
        let rows = try disagreements(accounts)
        #expect(Set(rows.compactMap { $0["kind"] }) == [kind])
        #expect(Set(rows.compactMap { $0["nature"] }) == [nature])
        #expect(rows.first?["summary"] == summary)
        #expect(rows.count == 2)
    }

    @Test(
        "no disagreement",
        arguments: [
            [Account(outlet: "Alpha", published: "2025-01-10"), Account(outlet: "Beta", published: "2025-01-11")],
            [
                Account(outlet: "Alpha", published: "2025-01-10", words: "2", number: 2, counted: "children"),
                Account(outlet: "Beta", published: "2025-01-10"),
            ],
            [
                Account(outlet: "Alpha", published: "2025-01-10", words: "287", number: 287),
                Account(outlet: "Beta", published: "2025-01-10", words: "300", number: 300, qualifier: "about"),
            ],
        ])
    func agreement(accounts: [Account]) throws {
        #expect(try disagreements(accounts).isEmpty)
    }

    @Test("one question with its answers, counted by independent voices")
    func sides() throws {
        let rows = try disagreements([
            Account(outlet: "Alpha", published: "2025-01-10", speaker: SampleReferences.zelenskyy),
            Account(outlet: "Beta", published: "2025-01-10", speaker: SampleReferences.zelenskyy),
            Account(
                outlet: "Gamma", published: "2025-01-11", words: "9", number: 9, speaker: SampleReferences.russia),
        ])
        #expect(rows.map { $0["value"] } == ["11 people", "9 people"])
        #expect(rows.map { $0["texts"] } == ["2", "1"])
        #expect(rows.map { $0["voices"] } == ["1", "1"])
    }

    @Test("the card of an event shows how a toll rose")
    func course() throws {
        let sample = try SampleStore(records: [
            Account(outlet: "Alpha", published: "2025-01-10").record("A first filler sentence that nobody else has."),
            Account(outlet: "Beta", published: "2025-01-12", words: "14", number: 14).record("Other words stand here."),
        ])
        let keys = try #require(try sample.connection.text("SELECT group_concat(key, ' ') FROM events"))
        let events = keys.split(separator: " ").map(String.init)
        try sample.store.decide(.same, .event, events[0], events[1], author: "test", reason: "one strike")
        #expect(
            try sample.connection.text("SELECT numbers FROM event_cards")
                == "killed 11 (10 Jan, Alpha) → 14 (12 Jan, Beta)")
        let told = try sample.rows("accounts", ["event": events[1]])
        #expect(told.map { $0["published"] } == ["2025-01-10", "2025-01-12"])
        #expect(told.last?["changed"] == "killed 11 people → 14 people")
        // Events of a place are those in what lies in it.
        #expect(try sample.rows("timeline", ["entity": "Russia"]).count == 1)
    }

    @Test("ages and offices with their times")
    func relations() throws {
        func record(_ outlet: String, _ published: String, _ age: String, _ filler: String) -> AnnotationRecord {
            var sketch = RecordSketch(
                outlet: outlet, published: published, title: outlet,
                sentences: ["Kim Yo Jong, \(age), was minister from 2019 until 2021.", filler])
            let person = sketch.name("Kim Yo Jong", SampleReferences.kimYoJong)
            sketch.relation(person, "age", value: age)
            let since = sketch.time("2019", "2019-01-01", "2019-12-31")
            let until = sketch.time("2021", "2021-01-01", "2021-12-31")
            sketch.relation(person, "holds-office", value: "minister", since: since, until: until, ended: true)
            return sketch.record
        }
        let sample = try SampleStore(records: [
            record("Alpha", "2025-01-10", "37", "The hall was cold and the speech was short this time."),
            record("Beta", "2026-01-10", "38", "Nobody clapped before the flag had gone up on the square."),
        ])
        let rows = try sample.rows("disagreements", ["entity": "Kim Yo Jong"])
        #expect(Set(rows.compactMap { $0["nature"] }) == ["change"])
        #expect(
            rows.first?["summary"]
                == "Kim Yo Jong grew older: 37 (Alpha, 10 January 2025), then 38 (Beta, 10 January 2026).")
        let office = try sample.rows("entity", ["entity": "Kim Yo Jong"]).first { $0["value"] == "minister" }
        #expect(office?["detail"] == "2019-01-01 … 2021-12-31")
        #expect(office?["what"] == "formerly: holds the office of")
        #expect(try sample.store.verify() == [])
    }
}
