internal import Language
internal import Tables
internal import Testing

@Suite("Lemmas")
struct LemmatizerTests {
    private static let lemmatizer = Result { try Lemmatizer(data: DataFolder.locate()) }

    private func lemma(_ word: String, _ penn: String, _ tag: PartOfSpeech? = nil) throws -> String {
        try Self.lemmatizer.get().lemma(HashedWord(WordFolding.folded(word)), penn: penn, tag: tag).text
    }

    @Test(
        "verbs lose their endings",
        arguments: [
            ("captured", "VBD", "capture"), ("shelled", "VBN", "shell"), ("jammed", "VBD", "jam"),
            ("repelled", "VBD", "repel"), ("mobilised", "VBN", "mobilise"), ("evacuated", "VBN", "evacuate"),
            ("downed", "VBD", "down"), ("besieged", "VBN", "besiege"), ("denied", "VBD", "deny"),
            ("died", "VBD", "die"), ("fled", "VBD", "flee"), ("fled", "VBN", "flee"), ("struck", "VBD", "strike"),
            ("shot", "VBD", "shoot"), ("withdrew", "VBD", "withdraw"), ("overthrown", "VBN", "overthrow"),
            ("took", "VBD", "take"), ("said", "VBD", "say"), ("met", "VBD", "meet"), ("sank", "VBD", "sink"),
            ("put", "VBD", "put"), ("xyz", "VBD", "xyz"), ("lying", "VBG", "lie"), ("dying", "VBG", "die"),
            ("targeting", "VBG", "target"),
            ("referring", "VBG", "refer"), ("seizing", "VBG", "seize"), ("panicking", "VBG", "panic"),
            ("launches", "VBZ", "launch"), ("denies", "VBZ", "deny"), ("does", "VBZ", "do"), ("has", "VBZ", "have"),
            ("'s", "VBZ", "be"), ("'ve", "VBP", "have"), ("'re", "VBP", "be"), ("were", "VBD", "be"),
            ("wo", "MD", "will"), ("ca", "MD", "can"), ("would", "MD", "would"),
        ])
    func verbs(word: String, penn: String, expected: String) throws {
        #expect(try lemma(word, penn) == expected)
    }

    @Test(
        "nouns lose their plural",
        arguments: [
            ("soldiers", "NNS", "soldier"), ("cities", "NNS", "city"), ("churches", "NNS", "church"),
            ("houses", "NNS", "house"), ("troops", "NNS", "troops"), ("missiles", "NNS", "missile"),
            ("wives", "NNS", "wife"),
            ("children", "NNS", "child"), ("men", "NNS", "man"), ("servicewomen", "NNS", "servicewoman"),
            ("crises", "NNS", "crisis"), ("headquarters", "NNS", "headquarters"), ("series", "NNS", "series"),
            ("aircraft", "NNS", "aircraft"), ("people", "NNS", "people"), ("buses", "NNS", "bus"),
            ("Americans", "NNPS", "american"), ("States", "NNPS", "state"), ("Clinics", "NNPS", "clinic"),
            ("glass", "NN", "glass"), ("1990s", "NNS", "1990s"), ("drones", "NNS", "drone"),
            ("cargoes", "NNS", "cargo"), ("heroes", "NNS", "hero"), ("shoes", "NNS", "shoe"), ("UAVs", "NNS", "uav"),
        ])
    func nouns(word: String, penn: String, expected: String) throws {
        #expect(try lemma(word, penn) == expected)
    }

    @Test(
        "other words",
        arguments: [
            ("bigger", "JJR", "big"), ("heavier", "JJR", "heavy"), ("larger", "JJR", "large"),
            ("better", "JJR", "good"),
            ("better", "RBR", "well"), ("worst", "JJS", "bad"), ("deadliest", "JJS", "deadly"), ("most", "JJS", "most"),
            ("fatter", "JJR", "fat"), ("me", "PRP", "i"), ("them", "PRP", "they"), ("his", "PRP$", "his"),
            ("n't", "RB", "not"), ("n\u{2019}t", "RB", "not"), ("an", "DT", "a"), ("those", "DT", "that"),
            ("5,000", "CD", "5000"), ("1,234,567.5", "CD", "1234567.5"), ("7,5", "CD", "7.5"), ("1,2,3", "CD", "1,2,3"),
            ("Kyiv", "NNP", "kyiv"), ("'s", "POS", "'s"), ("of", "IN", "of"), ("Sept.", "NNP", "september"),
        ])
    func others(word: String, penn: String, expected: String) throws {
        #expect(try lemma(word, penn) == expected)
    }

    @Test("verbs inside names are known by both tags")
    func verbsInNames() throws {
        #expect(try lemma("United", "NNP", .verb) == "unite")
        #expect(try lemma("United", "NNP", .adjective) == "united")
    }

    @Test("letters that are large in a small sentence are no plural")
    func acronyms() throws {
        let lemmatizer = try Self.lemmatizer.get()
        for penn in ["NNS", "NNPS"] {
            #expect(lemmatizer.lemma(HashedWord("himars"), penn: penn, isAcronym: true).text == "himars")
            #expect(lemmatizer.lemma(HashedWord("drones"), penn: penn, isAcronym: false).text == "drone")
        }
    }

    @Test("a clitic is of have in the perfect")
    func perfect() throws {
        let lemmatizer = try Self.lemmatizer.get()
        #expect(lemmatizer.lemma(HashedWord("'s"), penn: "VBZ", tag: .auxiliary, isPerfect: true).text == "have")
        #expect(lemmatizer.lemma(HashedWord("'s"), penn: "VBZ", tag: .auxiliary).text == "be")
        #expect(lemmatizer.lemma(HashedWord("may"), penn: "MD", tag: .auxiliary, isPerfect: true).text == "may")
    }

    @Test(
        "any word under any tag has a lemma",
        arguments: ["", "s", "ed", "ing", "ies", "é", "ёs", "日本s", "\u{301}s", "🙂ed", "'", ",", "1,", "-er", "^s"])
    func strangeWords(word: String) throws {
        for penn in ["NNS", "NNPS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS", "RBR", "RBS", "CD", "NN", "??", ""] {
            let found = try lemma(word, penn)
            #expect(found.isEmpty == word.isEmpty, "\(word) \(penn) gives \(found)")
            #expect(!found.unicodeScalars.contains("\u{FFFD}"))
        }
    }

    @Test("a word of many letters costs no more than its length")
    func longWord() throws {
        let word = String(repeating: "a", count: 100_000)
        #expect(try lemma(word + "ing", "VBG").utf8.count >= 100_000)
    }
}
