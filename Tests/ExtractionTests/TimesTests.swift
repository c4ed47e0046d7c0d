import Record
import Testing

@testable import Extraction

/// Values, bounds and what is no time.
struct TimesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var published: String
        var value: String
        var earliest: String?
        var latest: String?
        init(_ text: String, _ published: String, _ value: String, _ earliest: String? = nil, _ latest: String? = nil) {
            (self.text, self.published, self.value) = (text, published, value)
            (self.earliest, self.latest) = (earliest, latest)
        }
        var testDescription: String { text }
    }

    static let bounded = [
        Case("The minister spoke on Saturday.", "2025-01-12", "2025-01-11", "2025-01-11", "2025-01-11"),
        Case("It fell in the final week of December.", "2025-01-12", "2024-12", "2024-12-25", "2024-12-31"),
        Case("They had come last autumn.", "2025-01-12", "2024-FA", "2024-09-01", "2024-11-30"),
        Case("The push of August in 2024 stalled.", "2025-01-12", "2024-08", "2024-08-01", "2024-08-31"),
        Case("He will fly on Tuesday.", "2025-01-12", "2025-01-14", "2025-01-14", "2025-01-14"),
        Case("He flew on Tuesday.", "2025-01-12", "2025-01-07", "2025-01-07", "2025-01-07"),
        Case("He flew on Sunday.", "2025-01-12", "2025-01-12", "2025-01-12", "2025-01-12"),
        Case("He flew in November.", "2025-01-12", "2024-11", "2024-11-01", "2024-11-30"),
        Case("He will fly in November.", "2025-01-12", "2025-11", "2025-11-01", "2025-11-30"),
        Case("He flew last month.", "2025-01-12", "2024-12", "2024-12-01", "2024-12-31"),
        Case("He flew last year.", "2025-01-12", "2024", "2024-01-01", "2024-12-31"),
        Case("They won in the third quarter of 2023.", "2025-01-12", "2023-Q3", "2023-07-01", "2023-09-30"),
        Case("They lived there in the 1990s.", "2025-01-12", "199", "1990-01-01", "1999-12-31"),
        Case("It was built in the 18th century.", "2025-01-12", "17", "1700-01-01", "1799-12-31"),
        Case("She left last winter.", "2025-04-10", "2024-WI", "2024-12-01", "2025-02-28"),
        Case("She left on 29 February 2024.", "", "2024-02-29", "2024-02-29", "2024-02-29"),
        Case("She left on 31/12/2024.", "", "2024-12-31", "2024-12-31", "2024-12-31"),
        Case("She leaves tomorrow.", "2024-12-31", "2025-01-01", "2025-01-01", "2025-01-01"),
    ]

    @Test(arguments: bounded) func givesBounds(_ item: Case) throws {
        let times = try TimesHarness.times(in: item.text, published: item.published)
        let first = try #require(times.first)
        #expect(times.count == 1)
        #expect(first.value == item.value)
        #expect(first.earliest == item.earliest)
        #expect(first.latest == item.latest)
    }

    static let open = [
        Case("He spoke on Saturday.", "", "XXXX-WXX-6"), Case("He came in December.", "", "XXXX-12"),
        Case("They came last autumn.", "", "XXXX-FA"), Case("They came last week.", "", "XXXX-WXX"),
        Case("They came yesterday.", "", "XXXX-XX-XX"), Case("They came last year.", "", "XXXX"),
        Case("They came on 3 June.", "", "XXXX-06-03"), Case("They came three days ago.", "", "XXXX-XX-XX"),
        Case("He is now at home.", "2025-01-12", "PRESENT_REF"), Case("They come daily.", "2025-01-12", "P1D"),
        Case("It took four hours.", "2025-01-12", "PT4H"),
        Case("It was a four-year war.", "2025-01-12", "P4Y"),
    ]

    @Test(arguments: open) func guessesNothing(_ item: Case) throws {
        let times = try TimesHarness.times(in: item.text, published: item.published)
        let first = try #require(times.first)
        #expect(times.count == 1)
        #expect(first.value == item.value)
        #expect(first.earliest == nil)
        #expect(first.latest == nil)
    }

    @Test(arguments: [
        "They lived in 2,000 homes.", "Some 1,987 people came.", "He may leave.", "They sat down.",
        "They march to the hill.", "Theresa May resigned.", "The second attack failed.", "She is 34 years old.",
        "April Jones sang.", "The fall of the city shocked us.", "They won 3-1.", "He drove a T-72.",
        "She met August Brandt there.", "A man aged 40 was hurt.", "They paid $ 1999 for it.",
    ]) func takesNoOtherWords(_ text: String) throws {
        #expect(try TimesHarness.times(in: text, published: "2025-01-12").isEmpty)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8]) func survivesAnyText(_ seed: UInt64) throws {
        let words = [
            "last", "next", "week", "2024", "May", ",", "of", "the", "99999999999999999999", "ago", "two", "-", "9:99",
            "31", "February", "'", "80s", "0000", "12/31/0000", "é", "\u{1F600}", "\u{301}", "\n", "billion",
            "trillion", "hundred", "thousand", "$", "end", "%", "1e999", "half", "a", "and",
        ]
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        var text = ""
        for _ in 0..<600 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += words[Int(state >> 33) % words.count] + " "
        }
        let times = try TimesHarness.times(in: text, published: "2025-01-12")
        let quantities = try TimesHarness.quantities(in: text)
        #expect(times == (try TimesHarness.times(in: text, published: "2025-01-12")))
        let count = text.unicodeScalars.count
        for span in times.map(\.span) + quantities.map(\.span) {
            #expect(span.start >= 0 && span.start < span.end && span.end <= count)
        }
        for time in times {
            if let earliest = time.earliest, let latest = time.latest { #expect(earliest <= latest) }
        }
    }
}
