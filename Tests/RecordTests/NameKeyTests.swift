internal import Foundation
internal import Record
internal import Testing

@Suite("Name keys and hashes")
struct NameKeyTests {
    @Test(
        "names compare alike",
        arguments: [
            ("Kim Jong-un", "kim jong un"), ("U.S.", "us"), ("Zelenskyy’s", "zelenskyys"),
            ("José Ángel Núñez", "jose angel nunez"),
            ("Зеленський", "зеленський"), ("김정은", "김정은"), ("  Łódź–Śródmieście ", "lodz srodmiescie"),
            ("Nguyễn", "nguyen"),
        ])
    func key(name: String, expected: String) { #expect(NameKey.of(name) == expected) }

    @Test(
        "SHA-256 agrees with FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func digest(text: String, expected: String) { #expect(ContentHash.hexadecimal(of: text) == expected) }

    @Test("a text is hashed alike in whatever pieces it comes", arguments: [1, 7, 63, 64, 65, 130])
    func pieces(length: Int) {
        let text = String(repeating: "0123456789", count: 100)
        let bytes = Array(text.utf8)
        var hash = ContentHash()
        for from in stride(from: 0, to: bytes.count, by: length) {
            hash.update(bytes[from..<min(from + length, bytes.count)])
        }
        #expect(hash.hexadecimal() == ContentHash.hexadecimal(of: text))
    }

    @Test("the list of accented letters is that of Unicode's decomposition")
    func accents() throws {
        for value in Array(0xC0..<0x250) + Array(0x1E00..<0x1F00) {
            let letter = String(try #require(Unicode.Scalar(UInt32(value))))
            let parts = Array(letter.decomposedStringWithCanonicalMapping.unicodeScalars)
            guard parts.count > 1, ("a"..."z").contains(parts[0]) else { continue }
            // A second accent that is a caron or a diaeresis is not folded.
            if parts.count > 2, parts[2] == "\u{30C}" || parts[2] == "\u{308}" { continue }
            #expect(NameKey.of(letter) == String(parts[0]), "\(letter)")
        }
    }
}
