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
        ])
    func digest(text: String, expected: String) { #expect(ContentHash.hexadecimal(of: text) == expected) }
}
