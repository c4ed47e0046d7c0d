internal import Record
internal import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
    @Test(
        "known days",
        arguments: [
            ("1970-01-01", 0, 4), ("2025-01-11", 20_099, 6), ("2024-02-29", 19_782, 4), ("1900-03-01", -25_508, 4),
        ])
    func known(text: String, number: Int, weekday: Int) throws {
        let date = try #require(CalendarDate(iso: text))
        #expect(date.dayNumber == number)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test("every day of four centuries survives the way there and back")
    func roundTrip() {
        for number in stride(from: -80_000, to: 80_000, by: 7) {
            let (year, month, day) = CalendarDate(dayNumber: number).components
            #expect(CalendarDate(year: year, month: month, day: day)?.dayNumber == number)
        }
    }

    @Test("no such day", arguments: ["2025-02-29", "2025-13-01", "2025-1-1", "x025-01-01", ""])
    func refused(text: String) { #expect(CalendarDate(iso: text) == nil) }

    @Test("months are added to the end of short ones")
    func months() {
        #expect(CalendarDate(iso: "2025-01-31")?.adding(months: 1).description == "2025-02-28")
        #expect(CalendarDate(iso: "2025-01-31")?.adding(months: -2).description == "2024-11-30")
    }
}
