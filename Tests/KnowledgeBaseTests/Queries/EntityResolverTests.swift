internal import KnowledgeBase
internal import SQLite
internal import Testing

@Suite("Finding an entity by what people call it")
struct EntityResolverTests {
    let sample: SampleStore

    init() throws { sample = try SampleStore() }

    @Test(
        "keys, names, aliases and fragments in any script",
        arguments: [
            ("annals:sbu", "annals:sbu"), ("SBU", "annals:sbu"), ("sbu", "annals:sbu"), ("СБУ", "annals:sbu"),
            ("Security Service of Ukraine", "annals:sbu"), ("security service", "annals:sbu"),
            ("Зеленський", "annals:volodymyr-zelenskyy"), ("еленс", "annals:volodymyr-zelenskyy"),
            ("ZELENSKYY", "annals:volodymyr-zelenskyy"), ("김정은", "annals:kim-jong-un"),
            ("북한", "geonames:1873107"), ("Суджа", "geonames:486068"),
            ("kursk oblast", "geonames:538555"), ("Kursk", "geonames:538555"),
        ])
    func found(words: String, key: String) throws {
        #expect(try EntityResolver(connection: sample.connection).resolve(words).key == key)
    }

    @Test("several are listed by their keys")
    func ambiguous() throws {
        do {
            _ = try EntityResolver(connection: sample.connection).resolve("Kim ")
            Issue.record("nothing was thrown")
        } catch .ambiguous(let value, let candidates) {
            #expect(value == "Kim ")
            #expect(Set(candidates.map(\.key)) == ["annals:kim-jong-un", "annals:kim-yo-jong"])
            let message = QueryError.ambiguous(value: value, candidates: candidates).description
            #expect(message.contains("annals:kim-yo-jong"))
        } catch { Issue.record("\(error)") }
    }

    @Test("nothing found says so and names what is near")
    func missing() throws {
        do {
            _ = try EntityResolver(connection: sample.connection).resolve("Olga Zelensky-Nobody")
            Issue.record("nothing was thrown")
        } catch .notFound(_, _, let alike) {
            #expect(alike.map(\.key) == ["annals:volodymyr-zelenskyy"])
        } catch { Issue.record("\(error)") }
        // Two letters of Hangul are no fragment and begin no name.
        for words in ["qqqq", "여정", ""] {
            #expect(throws: QueryError.self) { try sample.run("timeline", ["entity": words]) }
        }
    }
}
