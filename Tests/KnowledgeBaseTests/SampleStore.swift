internal import KnowledgeBase
internal import Record
internal import SQLite
internal import Tables

/// A small store with something of everything that queries ask for: an event that two independent texts and a copy tell
/// of, a voice that denies it, numbers that differ, a second country, an event without a date, lasting relations.
final class SampleStore {
    let scratch: Scratch
    let data: DataFolder
    let store: Store
    var connection: Connection { store.connection }

    init(records: [AnnotationRecord] = SampleStore.records) throws {
        scratch = try Scratch()
        data = try DataFolder.locate()
        store = try Store(path: scratch.path + "/kb.db", mode: .write, data: data)
        let batch = try store.beginBatch(command: "test")
        for record in records { try batch.load(record, input: record.id) }
        _ = try batch.finish()
    }

    func run(_ name: String, _ arguments: [String: String] = [:]) throws -> QueryResult {
        let query = try QueryLibrary(data: data).query(named: name)
        return try QueryRunner(connection: connection).run(query, arguments: arguments)
    }

    /// The rows with each value in words, by the names of the columns.
    func rows(_ name: String, _ arguments: [String: String] = [:]) throws -> [[String: String]] {
        let result = try run(name, arguments)
        return result.rows.map { row in
            Dictionary(
                zip(result.columns, row.map { $0.description }), uniquingKeysWith: { first, _ in first })
        }
    }

    static var records: [AnnotationRecord] {
        [
            account(
                outlet: "Alpha", published: "2025-01-12", title: "Two taken near Sudzha", verb: "captured",
                troops: "11,000", value: 11_000, first: true),
            account(
                outlet: "Alpha Mirror", published: "2025-01-13", title: "Two taken near Sudzha", verb: "captured",
                troops: "11,000", value: 11_000, first: true, more: ["Taken over from Alpha."]),
            secondAccount, denial, elsewhere,
        ]
    }

    private static func account(
        outlet: String, published: String, title: String, verb: String, troops: String, value: Double, first: Bool,
        more: [String] = []
    ) -> AnnotationRecord {
        var sketch = RecordSketch(
            outlet: outlet, published: published, title: title,
            sentences: [
                "Zelensky said the SBU \(verb) two North Korean soldiers near Sudzha on January 9, the first time ever.",
                "North Korea has sent \(troops) fighters to Kursk since October 2024, the president added in his speech.",
                "Kim Jong Un and Kim Yo Jong watched it all from afar and would not comment when they were asked.",
            ] + more)
        let speaker = sketch.name("Zelensky", SampleReferences.zelenskyy)
        let captors = sketch.name("SBU", SampleReferences.sbu)
        let two = sketch.number("two", 2)
        let captives = sketch.group(
            "two North Korean soldiers", head: "soldiers", country: "KP", number: two)
        let town = sketch.name("Sudzha", SampleReferences.sudzha)
        let day = sketch.time("January 9", "2025-01-09")
        let voice = sketch.voice(speaker, cue: "said", content: "the SBU")
        sketch.event(
            verb, "capture", ["agent": captors, "patient": captives, "place": town], time: day, voice: voice,
            first: first)
        let country = sketch.name("North Korea", SampleReferences.northKorea, from: "North Korea has")
        let many = sketch.number(troops, value)
        let fighters = sketch.group("\(troops) fighters", head: "fighters", country: "KP", number: many)
        let region = sketch.name("Kursk", SampleReferences.kurskOblast)
        let month = sketch.time("October 2024", "2024-10-01", "2024-10-31")
        sketch.event("sent", "deploy", ["agent": country, "patient": fighters, "destination": region], time: month)
        _ = sketch.name("Kim Jong Un", SampleReferences.kimJongUn)
        _ = sketch.name("Kim Yo Jong", SampleReferences.kimYoJong)
        sketch.relation(captors, "part-of", region)
        return sketch.record
    }

    /// Another hand: other words, fewer fighters, and it was not the first time.
    private static var secondAccount: AnnotationRecord {
        var sketch = RecordSketch(
            outlet: "Beta", published: "2025-01-14", title: "Prisoners from the Far East",
            sentences: [
                "In the fields outside Sudzha a patrol of the SBU took two North Korean soldiers prisoner on January 9.",
                "It was not the first catch of this kind, an officer remarked while the guns went on.",
                "About 3,000 fighters came from North Korea to Kursk in October 2024, by this paper's own count.",
            ])
        let captors = sketch.name("SBU", SampleReferences.sbu)
        let two = sketch.number("two", 2)
        let captives = sketch.group(
            "two North Korean soldiers", head: "soldiers", country: "KP", number: two)
        let town = sketch.name("Sudzha", SampleReferences.sudzha)
        let day = sketch.time("January 9", "2025-01-09")
        sketch.event(
            "took", "capture", ["agent": captors, "patient": captives, "place": town], time: day, first: false)
        let many = sketch.number("3,000", 3000)
        let fighters = sketch.group("3,000 fighters", head: "fighters", country: "KP", number: many)
        let country = sketch.name("North Korea", SampleReferences.northKorea, from: "North Korea to")
        let region = sketch.name("Kursk", SampleReferences.kurskOblast)
        let month = sketch.time("October 2024", "2024-10-01", "2024-10-31")
        sketch.event("came", "deploy", ["agent": country, "patient": fighters, "destination": region], time: month)
        return sketch.record
    }

    private static var denial: AnnotationRecord {
        var sketch = RecordSketch(
            outlet: "Gamma", published: "2025-01-15", title: "Nothing to see",
            sentences: [
                "Russia insisted that the SBU captured no North Korean soldiers near Sudzha on January 9 or later."
            ])
        let speaker = sketch.name("Russia", SampleReferences.russia)
        let captors = sketch.name("SBU", SampleReferences.sbu)
        let captives = sketch.group("North Korean soldiers", head: "soldiers", country: "KP")
        let town = sketch.name("Sudzha", SampleReferences.sudzha)
        let day = sketch.time("January 9", "2025-01-09")
        let voice = sketch.voice(speaker, cue: "insisted", content: "the SBU captured")
        sketch.event(
            "captured", "capture", ["agent": captors, "patient": captives, "place": town], time: day, voice: voice,
            polarity: .negative)
        return sketch.record
    }

    private static var elsewhere: AnnotationRecord {
        var sketch = RecordSketch(
            outlet: "Delta", published: nil, title: "News from Tehran",
            sentences: [
                "A strike hit Tehran on March 3, 2024, and the aid worker Jane Roe was among those who saw it happen.",
                "Crowds had protested in Iran before.",
            ])
        let town = sketch.name("Tehran", SampleReferences.tehran)
        let witness = sketch.name("Jane Roe", kind: .person)
        let day = sketch.time("March 3, 2024", "2024-03-03")
        sketch.event("strike", "strike", ["patient": witness, "place": town], time: day)
        let country = sketch.name("Iran", SampleReferences.iran)
        let crowds = sketch.group("Crowds", head: "Crowds", country: "IR")
        sketch.event("protested", "protest", ["agent": crowds, "place": country])
        return sketch.record
    }
}
