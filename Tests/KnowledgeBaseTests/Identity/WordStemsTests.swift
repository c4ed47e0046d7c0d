internal import Tables
internal import Testing

@testable internal import KnowledgeBase

@Suite("Stems and what texts are about")
struct WordStemsTests {
    @Test(
        "forms and derived words meet",
        arguments: [
            ("arrested", "arrests"), ("planned", "planning"), ("nomination", "nominations"), ("died", "die"),
            ("dying", "dies"), ("fell", "falling"),
            ("companies", "company"), ("bombing", "bombed"), ("acquires", "acquired"), ("struck", "strikes"),
        ])
    func meet(one: String, other: String) throws {
        let stems = try EventLexicon.stems(data: DataFolder.locate())
        #expect(stems.stem(one) == stems.stem(other))
    }

    @Test(
        "different words stay apart",
        arguments: [("war", "ward"), ("sing", "sink"), ("attack", "attach"), ("hit", "hint")])
    func apart(one: String, other: String) throws {
        let stems = try EventLexicon.stems(data: DataFolder.locate())
        #expect(stems.stem(one) != stems.stem(other))
    }

    @Test("words are runs of letters and digits in any script, in lower case")
    func words() {
        #expect(
            WordStems.words(of: "Kyiv’s 300 men — “Київ”, don't!".utf8).map(\.word)
                == ["kyiv", "s", "300", "men", "київ", "don", "t"])
        #expect(WordStems.words(of: "".utf8).isEmpty)
    }

    @Test("a profile is the same after it was stored, and likeness is symmetric")
    func profile() throws {
        let lexicon = try EventLexicon(data: DataFolder.locate())
        let one = TextProfile(text: Array(Stories.capture.utf8), lexicon: lexicon)
        let other = TextProfile(text: Array(Stories.depot.utf8), lexicon: lexicon)
        let again = TextProfile(stored: one.stored)
        #expect(again.stored == one.stored)
        #expect(one.likeness(other) == other.likeness(one))
        #expect(one.likeness(one) > 0.95)
        #expect(one.likeness(other) < 0.2)
        #expect(TextProfile(stored: "x y z -1 a 2000").terms.isEmpty)
        #expect(TextProfile(text: [], lexicon: lexicon).terms.isEmpty)
    }
}
