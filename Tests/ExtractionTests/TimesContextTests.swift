import Record
import Testing

@testable import Extraction

/// What a time is counted from: the tense of its verb, its neighbours, the story so far.
struct TimesContextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var published: String
        /// The words of all times with their values.
        var times: [String]
        init(_ text: String, _ published: String, _ times: String...) {
            (self.text, self.published, self.times) = (text, published, times)
        }
        var testDescription: String { text }
    }

    // 2025-01-15 is a Wednesday.
    static let tenses = [
        Case("They met on Tuesday.", "2025-01-15", "Tuesday=2025-01-14"),
        Case("They will meet on Tuesday.", "2025-01-15", "Tuesday=2025-01-21"),
        Case("They plan to meet on Tuesday.", "2025-01-15", "Tuesday=2025-01-21"),
        Case("They were expected to meet on Tuesday.", "2025-01-15", "Tuesday=2025-01-21"),
        Case("The talks are scheduled for Tuesday.", "2025-01-15", "Tuesday=2025-01-21"),
        Case("They have scheduled talks for Tuesday.", "2025-01-15", "Tuesday=2025-01-21"),
        Case("They managed to escape on Tuesday.", "2025-01-15", "Tuesday=2025-01-14"),
        Case("They may have escaped on Tuesday.", "2025-01-15", "Tuesday=2025-01-14"),
        Case("The deadline is Friday.", "2025-01-15", "Friday=2025-01-17"),
        Case("He flew to the capital to meet them on Tuesday.", "2025-01-15", "Tuesday=2025-01-14"),
        Case("The ministry said the army attacked on Tuesday.", "2025-01-15", "Tuesday=2025-01-14"),
        Case("The ministry said it will pay on Tuesday.", "2025-01-15", "Tuesday=2025-01-21"),
        Case(
            "The offer, which expires on 21 February, was made in May.", "2025-01-15", "21 February=2025-02-21",
            "May=2024-05"),
        Case("It was set up in November.", "2025-01-15", "November=2024-11"),
        Case("They have been held since November.", "2025-01-15", "November=2024-11"),
        Case("It will open in November.", "2025-01-15", "November=2025-11"),
        Case("On Monday, Feb. 3, they will vote.", "2025-01-15", "Monday, Feb. 3=2025-02-03"),
        Case("They fought over the weekend.", "2025-01-15", "the weekend=2025-W02-WE"),
    ]

    static let sequences = [
        Case("They fought on 12-14 July 2014.", "2025-01-15", "12=2014-07-12", "14 July 2014=2014-07-14"),
        Case("They fought on May 4 and 5.", "2025-06-15", "May 4=2025-05-04", "5=2025-05-05"),
        Case("They fought on March 5-9, 1918.", "2025-06-15", "March 5=1918-03-05", "9, 1918=1918-03-09"),
        Case("It lasted from May to July 2014.", "2025-06-15", "May=2014-05", "July 2014=2014-07"),
        Case("It lasted from November to March 1918.", "2025-06-15", "November=1917-11", "March 1918=1918-03"),
        Case(
            "They came in the summer and autumn of 1914.", "2025-06-15", "the summer=1914-SU", "autumn of 1914=1914-FA"),
        Case("On May 4 and 5 soldiers came.", "2025-06-15", "May 4=2025-05-04"),
    ]

    static let stories = [
        Case(
            "Profit rose in the third quarter. It was up from 5 million a year earlier.", "2025-11-15",
            "the third quarter=2025-Q3", "a year earlier=2024-Q3"),
        Case("They left in May. A year earlier they had come.", "2025-11-15", "May=2025-05", "A year earlier=2024"),
        Case(
            "The war began in 1940. In August of that year the town fell.", "", "1940=1940",
            "August of that year=1940-08"),
        Case("As the war approaches its third year, talks go on.", "2025-11-15", "its third year=XXXX"),
        Case("The day after he left the shop closed.", "2025-11-15", "The day after=XXXX-XX-XX"),
        Case("It ended earlier than planned.", "2025-11-15"),
        Case("He is in his 30s.", "2025-11-15"),
        Case("It imports three quarters of its grain.", "2025-11-15"),
        Case("They met in April Nixon told them.", "2025-11-15", "April=2025-04"),
        Case("The May offensive failed.", "2025-11-15", "May=2025-05"),
    ]

    @Test(arguments: tenses + sequences + stories) func looksAround(_ item: Case) throws {
        let times = try TimesHarness.times(in: item.text, published: item.published)
        #expect(times.map { "\(SourceText(item.text)[$0.span])=\($0.value)" } == item.times)
    }

    /// A history: bare dates belong to the story, and a year named once is background.
    @Test func followsAHistory() throws {
        let text = """
            The war began in 1914. In March 1915 the army attacked. In April 1915 it withdrew. On 3 May it came back. \
            As in 1812, winter stopped it. In 1916 it tried again. On 1 July it lost. In 1917 it gave up. In 1918 the war ended.
            """
        let times = try TimesHarness.times(in: text, published: "2025-11-15")
        let values = times.map(\.value)
        #expect(values.contains("1915-05-03"))
        #expect(values.contains("1916-07-01"))
    }
}
