import Testing

@testable import Extraction

struct SpellingTests {
    @Test(
        "spellings of one name have one form",
        arguments: [
            ("zaluzhny", "zaluzhnyi"), ("petrenkov", "petrenkow"), ("petrenkoff", "petrenkov"), ("valery", "valerii"),
            ("mikhail", "mikail"), ("sergei", "sergey"),
        ])
    func same(one: String, other: String) { #expect(Spelling.folded(one) == Spelling.folded(other)) }

    @Test("different names stay apart", arguments: [("ivanov", "ivanova"), ("kim", "kimm a"), ("", "a")])
    func apart(one: String, other: String) { #expect(Spelling.folded(one) != Spelling.folded(other)) }
}
