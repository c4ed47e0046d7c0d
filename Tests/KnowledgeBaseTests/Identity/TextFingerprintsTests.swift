internal import Testing

@testable internal import KnowledgeBase

@Suite("Fingerprints of texts")
struct TextFingerprintsTests {
    private static let story = (0..<120).map { "word\($0 * 7 % 113) of item \($0)" }.joined(separator: " ")

    private func share(_ text: String, in other: String) -> Double {
        let own = TextFingerprints(text: text).all.dropFirst().map(\.hash)
        let theirs = Set(TextFingerprints(text: other).all.map(\.hash))
        return Double(own.filter(theirs.contains).count) / Double(max(1, own.count))
    }

    @Test("case, punctuation and line breaks make no difference")
    func sameWords() {
        let plain = TextFingerprints(text: "Five soldiers crossed the river at dawn on Friday.")
        let other = TextFingerprints(text: "FIVE soldiers -- crossed\nthe river,  at dawn (on Friday)")
        #expect(plain.all.map(\.hash) == other.all.map(\.hash))
    }

    @Test("sixteen words in a row are noticed wherever they stand", arguments: [0, 1, 7, 60, 333])
    func passages(before: Int) {
        let passage = (0..<16).map { "passage\($0)" }.joined(separator: " ")
        let around = (0..<before).map { "other\($0 * $0 % 401)" }.joined(separator: " ")
        #expect(share(passage, in: around + " " + passage + " and so it ended in the end of all") > 0)
    }

    @Test("a text with a changed line keeps most of them, another text has none of them")
    func copies() {
        #expect(share("Updated at noon. " + Self.story + " Reporting by a colleague.", in: Self.story) > 0.9)
        #expect(share((0..<200).map { "else\($0 * 31 % 197)" }.joined(separator: " "), in: Self.story) == 0)
    }

    @Test("positions are code points at which words start", arguments: ["", "Київ, ", "Über 15 Dörfer: "])
    func positions(before: String) throws {
        let text = Array((before + Self.story).unicodeScalars)
        let prints = TextFingerprints(text: before + Self.story).all.dropFirst()
        #expect(prints.count > 40)
        for print in prints {
            #expect(print.position == 0 || text[print.position - 1] == " ")
            #expect(text[print.position] != " ")
        }
    }

    @Test("texts too short to compare have none", arguments: ["", "one", "one two three four", "…"])
    func short(text: String) { #expect(TextFingerprints(text: text).all.isEmpty) }

    @Test(
        "texts stand in the order of publication, to the minute and with their zones, undated ones last",
        arguments: [
            ("2025-01-11", "2025-01-12"), ("2025-01-12", "2025-01-12T00:01"), ("2025-01-12T09:59", "2025-01-12T10:00"),
            ("2025-01-12T12:00:00+03:00", "2025-01-12T10:00:00Z"), ("9999-12-31", nil), ("0000-01-01", "1987-02-26"),
        ] as [(String?, String?)])
    func order(earlier: String?, later: String?) {
        let hash = String(repeating: "f", count: 64)
        let other = String(repeating: "0", count: 64)
        #expect(TextOrder.place(published: earlier, hash: hash) < TextOrder.place(published: later, hash: other))
    }
}
