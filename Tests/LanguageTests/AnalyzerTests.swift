internal import Language
internal import Record
internal import Tables
internal import Testing

@Suite struct AnalyzerTests {
    private static let analyzer = Result { try Analyzer(data: DataFolder.locate()) }

    private func analysis(_ text: String) throws -> Analysis { try Self.analyzer.get().analyze(SourceText(text)) }

    @Test(arguments: [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("We cannot say", ["We", "can", "not", "say"]),
        ("Kyiv\u{2019}s envoy left", ["Kyiv", "\u{2019}s", "envoy", "left"]),
        ("10,000-12,000 men", ["10,000", "-", "12,000", "men"]),
        ("At 21:30 it fell 5.93 points", ["At", "21:30", "it", "fell", "5.93", "points"]),
        ("Wait... what?!", ["Wait", "...", "what", "?!"]),
        ("see https://example.org/a,b.", ["see", "https://example.org/a,b", "."]),
    ])
    func splitsWords(text: String, words: [String]) throws {
        #expect(try analysis(text).sentences.flatMap { $0.tokens.map(\.text) } == words)
    }

    @Test(arguments: [
        ("The U.S. army left. It rained.", 2),
        ("Gen. Ivan Petrenko spoke on Jan. 3 in Lviv. He smiled.", 2),
        ("Prices rose 3.5 percent. \"We wait,\" he said.", 2),
        ("\"Who fired?\" she asked.", 1),
        ("One line\nAnother line", 2),
    ])
    func splitsSentences(text: String, count: Int) throws {
        #expect(try analysis(text).sentences.count == count)
    }

    @Test(arguments: [
        ("The soldiers were captured near the river.", "captured", VerbForm.pastParticiple, "capture"),
        ("The soldiers captured a bridge.", "captured", .past, "capture"),
        ("Rebels are planning a raid.", "planning", .gerund, "plan"),
        ("He has carried it.", "carried", .pastParticiple, "carry"),
    ])
    func tellsVerbForms(text: String, word: String, form: VerbForm, lemma: String) throws {
        let token = try #require(try analysis(text).sentences.first?.tokens.first { $0.text == word })
        #expect(token.verbForm == form)
        #expect(token.lemma == lemma)
    }

    @Test func offsetsNameTheWords() throws {
        let pool = Array("aZé 9.,'’\"“”-–\n\t\u{0}\u{301}🙂한글漢字Привет@#$:/?!()".unicodeScalars)
        var state: UInt64 = 7
        for length in [0, 1, 2, 40, 400, 4000] {
            var view = String.UnicodeScalarView()
            for _ in 0..<length {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                view.append(pool[Int(state >> 33) % pool.count])
            }
            let read = try analysis(String(view))
            var last = 0
            for token in read.sentences.flatMap(\.tokens) {
                #expect(Array(read.source[token.span].unicodeScalars) == Array(token.text.unicodeScalars))
                #expect(token.span.start >= last && token.span.count > 0)
                last = token.span.end
            }
            let again = try analysis(String(view))
            #expect(again.sentences.map(\.tokens) == read.sentences.map(\.tokens))
        }
    }

    @Test(arguments: ["word and ", "\u{201C}He said ", "a, ", "( ", ".)", "1 "])
    func sentencesWithoutAnEndAreCut(words: String) throws {
        let analysis = try analysis(String(repeating: words, count: 3000))
        #expect(analysis.sentences.allSatisfy { $0.tokens.count <= 1001 })
        let spans = analysis.sentences.map(\.span)
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(analysis.sentences.reduce(0) { $0 + $1.tokens.count } >= 3000)
    }

    @Test func readsALongLineWithoutSpaces() throws {
        #expect(try !analysis(String(repeating: "ab1-", count: 10_000)).sentences.isEmpty)
    }
}
