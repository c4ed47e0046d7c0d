internal import Record
internal import Testing

@testable internal import Reading

@Suite struct TextCleanerTests {
    @Test(arguments: [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\u{FEFF}a", "a"),
        ("a\u{00A0}b\u{2009}c\u{3000}d", "a b c d"),
        ("a  b\t c", "a b c"),
        ("  a  \n  b  ", "a\nb"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("\n\na\n\n", "a"),
        ("co\u{00AD}operate", "cooperate"),
        ("a\u{200B}b\u{2060}c\u{202E}d\u{2066}e", "abcde"),
        ("a\u{0000}b\u{0007}c\u{007F}d", "abcd"),
        ("a\u{2028}b\u{2029}c", "a\nb\nc"),
        ("a\u{0B}b\u{0C}c", "a\nb\nc"),
        ("cafe\u{0301}", "caf\u{00E9}"),
        ("\u{110B}\u{1161}", "\u{C544}"),
        ("\u{212B}", "\u{00C5}"),
        ("\u{0093}word\u{0094} \u{0096} it\u{0092}s", "“word” – it’s"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("no\u{200D}join", "nojoin"),
        ("👩\u{200D}🚀", "👩\u{200D}🚀"),
        ("a\u{FFFE}b\u{FFFF}", "ab"),
        ("", ""),
        (" \n \t ", ""),
    ])
    func cleans(text: String, expected: String) {
        #expect(Array(TextCleaner.clean(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func cleaningTwiceChangesNothing() {
        var dice = Dice(state: 1)
        for _ in 0..<2000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &dice) {
                let bound: UInt32 = [0x80, 0x400, 0x3000, 0x11_0000].randomElement(using: &dice) ?? 0x80
                if let scalar = Unicode.Scalar(UInt32.random(in: 0..<bound, using: &dice)) { scalars.append(scalar) }
            }
            let once = TextCleaner.clean(String(scalars))
            #expect(Array(TextCleaner.clean(once).utf8) == Array(once.utf8))
            let source = SourceText(once)
            #expect(source.count == once.unicodeScalars.count)
            #expect(Array(source[Span(start: 0, end: source.count)].utf8) == Array(once.utf8))
        }
    }
}
