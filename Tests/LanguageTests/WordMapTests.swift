internal import Language
internal import Testing

@Suite("Tables of words")
struct WordMapTests {
    @Test("holds what a dictionary holds")
    func values() {
        var map = WordMap<Int>()
        var expected: [String: Int] = [:]
        for number in 0..<5000 {
            let word = number % 7 == 0 ? "місто\(number % 1900)" : "word\(number % 1900)"
            map[word, default: 0] += number
            expected[word, default: 0] += number
        }
        #expect(map.count == expected.count)
        #expect(Set(map.words) == Set(expected.keys))
        for (word, value) in expected { #expect(map[word] == value) }
        #expect(map["word"] == nil)
        #expect(map[""] == nil)
    }

    @Test("a value set again replaces the one before")
    func replacing() {
        var map = WordMap<String>()
        map.set("first", for: "a")
        map.set("second", for: "a")
        #expect(map["a"] == "second")
        #expect(map.words == ["a"])
    }

    @Test("strings that are equal are one word, however they are written", arguments: [("é", "e\u{301}"), ("Å", "Å")])
    func equivalents(one: String, other: String) {
        let words = WordSet([one])
        #expect(words.contains(HashedWord(other)))
        #expect(!words.contains(HashedWord(other + "x")))
    }
}
