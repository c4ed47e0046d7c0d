internal import Testing

@testable internal import Reading

@Suite struct DocumentDateTests {
    @Test(arguments: [
        ("2025-01-12", "2025-01-12"),
        ("2025-1-2", "2025-01-02"),
        ("2025/01/12", "2025-01-12"),
        ("20250112", "2025-01-12"),
        ("2025-01-12T10:30:05Z", "2025-01-12T10:30:05Z"),
        ("2025-01-12T10:30:05.123+02:00", "2025-01-12T10:30:05+02:00"),
        ("2025-01-12 10:30", "2025-01-12T10:30"),
        ("2025-01-12T10:30:05+0000", "2025-01-12T10:30:05Z"),
        ("2025-01-12T23:30:00-0500", "2025-01-12T23:30:00-05:00"),
        ("Sun, 12 Jan 2025 10:30:05 GMT", "2025-01-12T10:30:05Z"),
        ("Sun, 12 Jan 2025 10:30 EST", "2025-01-12T10:30-05:00"),
        ("12 Jan 99 10:30 +0100", "1999-01-12T10:30+01:00"),
        ("January 12, 2025", "2025-01-12"),
        ("Jan. 12, 2025", "2025-01-12"),
        ("Sept 3, 2024", "2024-09-03"),
        ("January 12th, 2025 at 3:05 PM EST", "2025-01-12T15:05-05:00"),
        ("12 January 2025", "2025-01-12"),
        ("12th of January, 2025", "2025-01-12"),
        ("Sunday 12 January 2025 12:00 am", "2025-01-12T00:00"),
        ("Published on 12 January 2025", "2025-01-12"),
        ("12-Jan-2025", "2025-01-12"),
        ("12.01.2025", "2025-01-12"),
        ("13/01/2025", "2025-01-13"),
        ("01/13/2025", "2025-01-13"),
        ("29 February 2024", "2024-02-29"),
    ])
    func reads(text: String, expected: String) {
        #expect(DocumentDate.normalized(text) == expected)
    }

    @Test(arguments: [
        "", "yesterday", "2025", "January 2025", "2025-01", "2025-13-01", "31 February 2025", "29 February 2025",
        "01/02/2025", "12 January", "99999999999999999999-01-01", "January 12, 99999", "Monday", "4 hours ago",
        "2025-01-00", "0000000000", "Jan 12 25:00",
    ])
    func readsNoDate(text: String) {
        #expect(DocumentDate.normalized(text) == nil)
    }

    @Test func readsUnixTime() {
        #expect(DocumentDate.normalized(unixTime: 1_736_676_000) == "2025-01-12T10:00:00Z")
        #expect(DocumentDate.normalized(unixTime: 1_736_676_000_000) == "2025-01-12T10:00:00Z")
        #expect(DocumentDate.normalized(unixTime: 7) == nil)
        #expect(DocumentDate.normalized(unixTime: .infinity) == nil)
        #expect(DocumentDate.normalized(unixTime: .nan) == nil)
    }

    @Test func anyBytesAreReadWithoutHarm() {
        var dice = Dice(state: 7)
        let alphabet = Array("0123456789-/:.,TZ+ JanFebMarchpmAMst".utf8)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &dice)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &dice)]
            }
            if let date = DocumentDate.normalized(String(decoding: bytes, as: UTF8.self)) {
                #expect(DocumentDate.normalized(date) == date)
            }
        }
    }
}
