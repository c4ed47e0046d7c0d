internal import Testing

@testable internal import Reading

@Suite struct TextDecoderTests {
    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61], nil, "a"),
            ([0xFF, 0xFE, 0x61, 0x00, 0x16, 0x04], nil, "aЖ"),
            ([0xFE, 0xFF, 0x00, 0x61, 0x04, 0x16], nil, "aЖ"),
            ([0x63, 0x61, 0x66, 0xE9], "iso-8859-1", "café"),
            ([0x93, 0x61, 0x94], "windows-1252", "“a”"),
            ([0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0], "windows-1251", "Москва"),
            ([0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1], "KOI8-R", "Москва"),
            ([0xB1, 0xE8, 0xC1, 0xA4, 0xC0, 0xBA], "euc-kr", "김정은"),
            // Said to be Latin, but it is UTF-8.
            ([0xC3, 0xA9], "iso-8859-1", "é"),
        ] as [([UInt8], String?, String)])
    func decodes(bytes: [UInt8], declared: String?, expected: String) {
        let decoded = TextDecoder.decode(bytes, declared: declared)
        #expect(decoded.text == expected)
        #expect(decoded.warning == nil)
    }

    @Test func whatIsNoTextIsReplacedAndSaid() {
        let broken = TextDecoder.decode([0x61, 0xFF, 0x62])
        #expect(broken.text == "a\u{FFFD}b")
        #expect(broken.warning != nil)
        let odd = TextDecoder.decode([0xFF, 0xFE, 0x61, 0x00, 0x62])
        #expect(odd.text == "a")
        #expect(odd.warning != nil)
        let unknown = TextDecoder.decode([0x61, 0xFF], declared: "x-no-such-set")
        #expect(unknown.text == "a\u{FFFD}")
        #expect(unknown.warning?.contains("X-NO-SUCH-SET") == true)
        let guessed = TextDecoder.decode([0x63, 0x61, 0x66, 0xE9], fallback: "WINDOWS-1252")
        #expect(guessed.text == "café")
        #expect(guessed.warning != nil)
    }

    @Test(arguments: [nil, "windows-1251", "utf-16", "gb18030", "//TRANSLIT", "", "iso-2022-jp"] as [String?])
    func anyBytesAreDecoded(declared: String?) {
        var dice = Dice(state: 3)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...64, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
            _ = TextDecoder.decode(bytes, declared: declared, fallback: "WINDOWS-1252")
        }
    }
}
