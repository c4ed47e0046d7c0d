internal import Record
internal import Testing

@Suite("Spans and text")
struct SpanTests {
    @Test(
        "code points and bytes convert both ways",
        arguments: ["", "plain", "Київ і 서울 — 🙂 x", String(repeating: "aé", count: 200)])
    func offsets(text: String) {
        let source = SourceText(text)
        let scalars = Array(text.unicodeScalars)
        #expect(source.count == scalars.count)
        var byte = 0
        for (point, scalar) in scalars.enumerated() {
            #expect(source.byteOffset(ofCodePoint: point) == byte)
            #expect(source.codePoint(ofByte: byte) == point)
            #expect(source[Span(start: point, end: point + 1)].unicodeScalars.first == scalar)
            byte += String(scalar).utf8.count
        }
        #expect(source.byteOffset(ofCodePoint: scalars.count) == byte)
        #expect(source[Span(start: -3, end: 10_000)] == text)
    }
}
