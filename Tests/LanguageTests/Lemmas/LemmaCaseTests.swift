internal import Language
internal import Tables
internal import Testing

@Suite("Letters of lemmas")
struct LemmaCaseTests {
    private static let letters = Result { try LemmaCase(data: DataFolder.locate()) }

    @Test(
        "names keep their capitals, other words lose them",
        arguments: [
            ("Kyiv", "kyiv", "NNP", PartOfSpeech.properNoun, "Kyiv"),
            ("Americans", "american", "NNPS", .properNoun, "American"),
            ("NATO", "nato", "NNP", .properNoun, "NATO"), ("U.S.", "u.s.", "NNP", .properNoun, "U.S."),
            ("McDonald", "mcdonald", "NNP", .properNoun, "McDonald"),
            ("Sept.", "september", "NNP", .properNoun, "September"),
            ("Palestinian", "palestinian", "JJ", .adjective, "Palestinian"),
            ("Kazakh", "kazakh", "JJ", .adjective, "Kazakh"), ("american", "american", "JJ", .adjective, "American"),
            ("Heavy", "heavy", "JJ", .adjective, "heavy"), ("Soldiers", "soldier", "NNS", .noun, "soldier"),
            ("DNA", "dna", "NN", .noun, "DNA"), ("The", "the", "DT", .determiner, "the"),
            ("me", "i", "PRP", .pronoun, "I"),
            ("I", "i", "PRP", .pronoun, "I"), ("He", "he", "PRP", .pronoun, "he"),
            ("Captured", "capture", "VBN", .verb, "capture"), ("İzmir", "i̇zmir", "NNP", .properNoun, "i̇zmir"),
        ])
    func written(form: String, lemma: String, penn: String, tag: PartOfSpeech, expected: String) throws {
        #expect(
            try Self.letters.get().written(lemma, form: form, penn: penn, tag: tag, isShouted: false) == expected)
    }

    @Test("in a sentence of capitals names are written as in others")
    func shouted() throws {
        let letters = try Self.letters.get()
        let words = ["TROOPS", "ENTER", "DRESDEN", "SUBURB"]
        #expect(LemmaCase.isShouted(words))
        #expect(!LemmaCase.isShouted(["NATO", "said", "it", "would", "stay"]))
        #expect(!LemmaCase.isShouted([]))
        #expect(
            letters.written("dresden", form: "DRESDEN", penn: "NNP", tag: .properNoun, isShouted: true) == "Dresden")
        #expect(letters.written("suburb", form: "SUBURB", penn: "NN", tag: .noun, isShouted: true) == "suburb")
    }

    @Test(
        "the shape of a word",
        arguments: [
            ("peace", LetterShape.small), ("I", .single), ("X.", .single), ("Paris", .capitalized), ("NATO", .large),
            ("iPhone", .mixed), ("McKay", .mixed), ("U.S.", .large), ("", .small), ("2024", .small),
            ("Élan", .capitalized),
        ])
    func shapes(word: String, shape: LetterShape) { #expect(LetterShape(word) == shape) }
}
