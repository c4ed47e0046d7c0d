internal import Language
internal import Record
internal import Tables
internal import Testing

/// Texts of every shape: what must hold of an analysis whatever it was made of.
@Suite("Texts in any shape")
struct ShapesTests {
    private static let analyzer = Result { try Analyzer(data: DataFolder.locate()) }

    @Test("analyses are sound", arguments: ShapeSamples.all)
    func sound(_ sample: ShapeSamples.Sample) throws {
        try expectSound(sample.text, sample.name)
    }

    @Test("random characters are read", arguments: 0..<12)
    func random(seed: Int) throws {
        try expectSound(ShapeSamples.randomText(seed: UInt64(seed), count: 2000), "seed \(seed)")
    }

    @Test("random bytes are read", arguments: 0..<4)
    func bytes(seed: Int) throws {
        let bytes = ShapeSamples.randomNumbers(seed: UInt64(seed), count: 2000).map {
            UInt8(truncatingIfNeeded: $0 >> 40)
        }
        try expectSound(String(decoding: bytes, as: UTF8.self), "seed \(seed)")
    }

    @Test(
        "long sentences are read whole or cut, never lost", arguments: ["plain", "nested", "listed", "without spaces"])
    func long(kind: String) throws {
        try expectSound(ShapeSamples.longSentence(kind, words: 500), "\(kind) 500")
    }

    @Test("a sentence of 5,000 words is read")
    func longest() throws {
        try expectSound(ShapeSamples.longSentence("plain", words: 5000), "plain 5000")
    }

    @Test("what is printed grows as the text does", arguments: ["plain", "nested", "listed", "without spaces"])
    func growth(kind: String) throws {
        let writer = try CoNLLUWriter(data: DataFolder.locate())
        func size(_ words: Int) throws -> (bytes: Int, tokens: Int) {
            let analysis = try Self.analyzer.get().analyze(
                SourceText(ShapeSamples.longSentence(kind, words: words)))
            return (writer.lines(of: analysis).utf8.count, analysis.sentences.reduce(0) { $0 + $1.tokens.count })
        }
        let small = try size(200)
        let large = try size(800)
        #expect(large.bytes <= small.bytes * 5)
        #expect(large.tokens <= small.tokens * 5)
    }

    @Test("a text before or after others is read as by itself", arguments: ShapeSamples.paragraphs)
    func independent(_ sample: ShapeSamples.Sample) throws {
        let analyzer = try Self.analyzer.get()
        func tokens(_ text: String) -> [[String]] {
            analyzer.analyze(SourceText(text)).sentences.map { $0.tokens.map(\.text) }
        }
        let first = "The ministry said on Monday that talks would go on."
        let alone = tokens("\(first)\n\n\(first)\n\n")
        let others = tokens(sample.text)
        #expect(tokens("\(first)\n\n\(sample.text)\n\n\(first)\n").count == alone.count + others.count)
    }

    private func expectSound(_ text: String, _ name: String) throws {
        let analysis = try Self.analyzer.get().analyze(SourceText(text))
        #expect(SoundAnalysis.faults(of: analysis, text: text) == [], "\(name)")
    }
}
