internal import Testing

@testable internal import KnowledgeBase

@Suite("Sketches of texts")
struct TextSketchTests {
    private static let story = (0..<120).map { "word\($0 * 7 % 113) of item \($0)" }.joined(separator: " ")

    @Test("a text is like itself and its bytes come back")
    func identity() throws {
        let sketch = TextSketch(text: Self.story)
        #expect(sketch.similarity(to: sketch) == 1)
        #expect(try #require(TextSketch(bytes: sketch.bytes)) == sketch)
        #expect(TextSketch(bytes: [1, 2, 3]) == nil)
    }

    @Test("a copy with a changed line shares a band; another text does not look like it")
    func copies() {
        let original = TextSketch(text: Self.story)
        let copy = TextSketch(text: "Updated at noon. " + Self.story + " Reporting by a colleague.")
        #expect(copy.similarity(to: original) > 0.8)
        #expect(!Set(copy.bands).isDisjoint(with: original.bands))
        let other = TextSketch(text: (0..<200).map { "else\($0 * 31 % 197)" }.joined(separator: " "))
        #expect(other.similarity(to: original) < 0.1)
    }

    @Test("texts too short to compare are like nothing", arguments: ["", "one", "one two three four"])
    func short(text: String) {
        let sketch = TextSketch(text: text)
        #expect(sketch.isEmpty)
        #expect(sketch.similarity(to: sketch) == 0)
    }
}
