internal import KnowledgeBase
internal import SQLite
internal import Testing

@Suite("Search text that means harm")
struct HostileTextTests {
    static let texts = [
        "", " ", "\"", "\"\"", "\"\"\"", "'", "''; DROP TABLE facts; --", "NEAR(a b, 5)", "NEAR", "AND", "OR NOT",
        "a AND", "*", "**", "a**", "* a", "^a", "^", "text:soldiers", "{text} : a", "-text : a", "a + b", "(", "a)",
        "\0", "a\0b", "\"a\0", "\0*", "\"\u{301}", "a\"\u{301} OR b", "*\u{301}", "\u{0}\u{301}x", "\r\n", "a\u{2028}b",
        "%", "_", "\\", "\u{FEFF}", "\u{202E}abc", "🇺🇦🇺🇦", "👩‍👩‍👧", "김", "김정", "İ", "ﬃ", "a:b:c", "1e999", "NULL",
        String(repeating: "a", count: 10_000), String(repeating: "a ", count: 5_000),
        String(repeating: "\" ", count: 5_000), String(repeating: "a* \"b c\" ", count: 1_000),
        String(repeating: "(", count: 10_000), String(repeating: "\u{301}", count: 10_000),
        String(repeating: "NEAR ", count: 2_000),
    ]

    @Test("never is an error")
    func neverFails() throws {
        let sample = try SampleStore()
        for text in Self.texts {
            _ = try sample.run("search", ["words": text])
            _ = try sample.run("find-entity", ["name": text])
            _ = try sample.run("evidence", ["statement": text])
            _ = try EntityResolver(connection: sample.connection).candidates(text)
            do {
                _ = try EntityResolver(connection: sample.connection).resolve(text)
            } catch {
                switch error {
                case .notFound, .ambiguous: break
                default: Issue.record("\(error)")
                }
            }
        }
    }

    @Test("any scalars at all are no error")
    func anyScalars() throws {
        let sample = try SampleStore(records: [])
        var state: UInt64 = 7
        func next() -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: state >> 33)
        }
        let signs = Array("\"*^:(){}+- NEARANDOR'\0\u{301}".unicodeScalars)
        for _ in 0..<300 {
            var text = String.UnicodeScalarView()
            for _ in 0..<(next() % 24) {
                let any = Unicode.Scalar(next() % 0x11_0000) ?? "a"
                text.append(next() % 3 == 0 ? any : signs[Int(next()) % signs.count])
            }
            _ = try sample.run("search", ["words": String(text)])
            _ = try sample.run("find-entity", ["name": String(text)])
        }
    }
}
