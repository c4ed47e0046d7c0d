internal import Testing

@testable internal import KnowledgeBase

@Suite("How two claims stand to each other")
struct ClaimComparisonTests {
    struct Figure: CustomTestStringConvertible {
        var value: Double
        var qualifier = "exact"
        var counted: String?
        var voice = "a"
        var published: String? = "2025-03-03"
        var scope: Int64?
        var isSpoken = false

        var testDescription: String { "\(qualifier) \(value) \(counted ?? "") \(voice) \(published ?? "undated")" }

        var claim: Claim {
            let isLeast = qualifier == "at-least" || qualifier == "over"
            return Claim(
                fact: Int64(value), key: "\(voice)\(value)",
                answer: .number(
                    low: qualifier == "up-to" ? -.infinity : value, high: isLeast ? .infinity : value, scope: scope),
                qualifier: qualifier, point: value, counted: counted, isSpoken: isSpoken, voice: voice, version: 1,
                text: voice == "a" ? 1 : 2, published: published)
        }
    }

    /// Place 1 lies inside place 2.
    private static var surroundings: ClaimComparison.Surroundings {
        ClaimComparison.Surroundings(
            isInside: { $0 == 1 && $1 == 2 }, isPlace: { $0 < 10 }, areOfDifferentCountries: { $0 != $1 },
            areNear: { abs($0 - $1) < 5 }, areDirectlyOne: { _, _ in true })
    }

    private func nature(
        _ left: Claim, _ right: Claim, _ conflict: String, course: ComparedPredicate.Course = .fixed,
        tolerance: Double = 0, days: Int = 0, isOfEvent: Bool = true, together: Bool = false
    ) -> String? {
        let predicate = ComparedPredicate(
            name: "p", conflict: conflict, tolerance: tolerance, course: course, days: days)
        let comparison = ClaimComparison(
            predicate: predicate, isOfEvent: isOfEvent, surroundings: Self.surroundings)
        return comparison.nature(of: left, right, bothAreGivenTogether: together)?.rawValue
    }

    @Test(
        "figures of one event",
        arguments: [
            // What is over has one figure.
            (Figure(value: 11), Figure(value: 14, voice: "b"), "fixed", "conflict"),
            (Figure(value: 11), Figure(value: 11, voice: "b"), "fixed", nil),
            (Figure(value: 14), Figure(value: 11, published: "2025-03-05"), "fixed", nil),
            // A toll rises, and what falls contradicts.
            (Figure(value: 11), Figure(value: 14, voice: "b", published: "2025-03-05"), "cumulative", "change"),
            (Figure(value: 14), Figure(value: 11, voice: "b", published: "2025-03-05"), "cumulative", "conflict"),
            (Figure(value: 11), Figure(value: 14, voice: "b"), "cumulative", "conflict"),
            (
                Figure(value: 11, qualifier: "at-least"), Figure(value: 14, voice: "b", published: "2025-03-05"),
                "cumulative", "change"
            ),
            // Bounds that fit.
            (Figure(value: 1000, qualifier: "over"), Figure(value: 1200, voice: "b"), "fixed", "refinement"),
            (Figure(value: 1200, qualifier: "up-to"), Figure(value: 1000, voice: "b"), "fixed", "refinement"),
            (Figure(value: 1000, qualifier: "over"), Figure(value: 800, voice: "b"), "fixed", "conflict"),
            // Rounding.
            (Figure(value: 300, qualifier: "about"), Figure(value: 287, voice: "b"), "fixed", nil),
            (
                Figure(value: 12_000, qualifier: "about"), Figure(value: 11_000, qualifier: "about", voice: "b"),
                "fixed", "conflict"
            ),
            (Figure(value: 20, qualifier: "about"), Figure(value: 40, voice: "b"), "fixed", "conflict"),
            // What is counted.
            (Figure(value: 2, counted: "child"), Figure(value: 11, counted: "person", voice: "b"), "fixed", nil),
            (Figure(value: 3, counted: "soldier"), Figure(value: 11, counted: "civilian", voice: "b"), "fixed", nil),
            (
                Figure(value: 3, counted: "person"), Figure(value: 11, counted: "soldier", voice: "b"), "fixed",
                nil
            ),
            // What goes up and down.
            (Figure(value: 11), Figure(value: 14, voice: "b", published: "2025-05-05"), "varying", "change"),
            (Figure(value: 14), Figure(value: 11, voice: "b", published: "2025-03-05"), "varying", "conflict"),
            // A smaller place.
            (Figure(value: 14, scope: 2), Figure(value: 11, voice: "b", scope: 1), "fixed", "refinement"),
            (Figure(value: 14, scope: 2), Figure(value: 11, voice: "b", scope: 3), "fixed", nil),
        ] as [(Figure, Figure, String, String?)])
    func numbers(left: Figure, right: Figure, course: String, expected: String?) {
        let course = ComparedPredicate.Course(rawValue: course) ?? .fixed
        #expect(nature(left.claim, right.claim, "number", course: course, days: 30) == expected)
    }

    @Test("one voice that says something else later has revised it")
    func revision() {
        var later = Figure(value: 11, published: "2025-03-05").claim
        later.text = 2
        #expect(nature(Figure(value: 14).claim, later, "number") == "revision")
        #expect(nature(Figure(value: 14).claim, later, "number", course: .cumulative) == "revision")
        later.answer = .number(low: 20, high: 20, scope: nil)
        #expect(nature(Figure(value: 14).claim, later, "number", course: .cumulative) == "change")
    }

    @Test(
        "ages fit if one date of birth explains both",
        arguments: [
            (26, "2025-01-12", 27, "2026-01-12", "change"), (26, "2025-01-12", 27, "2025-06-01", "change"),
            (26, "2025-01-12", 27, "2025-01-12", nil), (26, "2025-01-12", 20, "2025-01-12", "conflict"),
            (26, "2025-01-12", 30, "2026-01-12", "conflict"), (26, "2025-01-12", 26, "2026-06-01", nil),
            (27, "2025-01-12", 26, "2026-01-12", "conflict"), (26, nil, 30, "2026-01-12", nil),
        ] as [(Double, String?, Double, String?, String?)])
    func ages(age: Double, day: String?, other: Double, next: String?, expected: String?) {
        let left = Figure(value: age, published: day).claim
        let right = Figure(value: other, voice: "b", published: next).claim
        #expect(nature(left, right, "number", course: .age, isOfEvent: false) == expected)
    }

    @Test("totals of a country have risen by a quarter at most, and those of other times are no contradiction")
    func totals() {
        func nature(_ value: Double, _ day: String) -> String? {
            self.nature(
                Figure(value: 4000).claim, Figure(value: value, voice: "b", published: day).claim, "number",
                course: .cumulative, isOfEvent: false)
        }
        #expect(nature(4700, "2025-03-20") == "change")
        #expect(nature(9000, "2025-03-20") == nil)
        #expect(nature(9000, "2025-03-04") == "conflict")
        #expect(nature(3000, "2025-03-20") == "conflict")
        #expect(nature(3000, "2025-08-20") == nil)
    }

    @Test(
        "days",
        arguments: [
            ("2025-01-09", "2025-01-09", "2025-01-11", "2025-01-11", "conflict"),
            ("2025-01-09", "2025-01-09", "2025-01-01", "2025-01-31", "refinement"),
            ("2025-01-09", "2025-01-09", "2025-01-09", "2025-01-09", nil),
            ("2025-01-09", "2025-01-12", "2025-01-11", "2025-01-15", nil),
            ("2025-01-09", "2025-01-09", "2025-06-11", "2025-06-11", nil),
        ] as [(String, String, String, String, String?)])
    func dates(start: String, end: String, otherStart: String, otherEnd: String, expected: String?) {
        func claim(_ earliest: String, _ latest: String, _ voice: String, _ text: Int64) -> Claim {
            Claim(
                fact: text, key: voice, answer: .days(earliest: earliest, latest: latest), earliest: earliest,
                latest: latest, voice: voice, version: text, text: text, published: "2025-01-16")
        }
        let nature = nature(claim(start, end, "a", 1), claim(otherStart, otherEnd, "b", 2), "date", days: 7)
        #expect(nature == expected)
    }

    @Test(
        "places and participants",
        arguments: [
            (1, 2, "place", "refinement"), (1, 3, "place", "conflict"), (1, 8, "place", nil), (1, 20, "place", nil),
            (1, 3, "participant", "conflict"), (3, 3, "participant", nil),
        ] as [(Int64, Int64, String, String?)])
    func things(one: Int64, other: Int64, conflict: String, expected: String?) {
        func claim(_ thing: Int64, _ voice: String, _ text: Int64) -> Claim {
            Claim(fact: text, key: voice, answer: .thing(thing), voice: voice, version: text, text: text)
        }
        #expect(nature(claim(one, "a", 1), claim(other, "b", 2), conflict) == expected)
    }

    @Test("two figures of two speakers side by side are shown, those of one list are not")
    func together() {
        let left = Figure(value: 300, voice: "kyiv", isSpoken: true).claim
        let right = Figure(value: 63, voice: "moscow", isSpoken: true).claim
        #expect(nature(left, right, "number", together: true) == "conflict")
        #expect(nature(left, Figure(value: 63, voice: "b").claim, "number", together: true) == nil)
    }

    @Test("a relation that has ended does not contradict one that holds")
    func validity() {
        func claim(_ thing: Int64, _ text: Int64, from: String?, to: String?, ended: Bool = false) -> Claim {
            Claim(
                fact: text, key: "\(text)", answer: .thing(thing), earliest: from, latest: to, hasEnded: ended,
                voice: "\(text)", version: text, text: text)
        }
        func nature(_ left: Claim, _ right: Claim) -> String? {
            self.nature(left, right, "participant", isOfEvent: false)
        }
        let now = claim(1, 1, from: "2023-05-01", to: nil)
        #expect(nature(now, claim(2, 2, from: nil, to: "2022-12-31")) == nil)
        #expect(nature(now, claim(2, 2, from: nil, to: nil)) == "conflict")
        #expect(nature(now, claim(2, 2, from: nil, to: nil, ended: true)) == nil)
        #expect(nature(claim(2, 2, from: "2019-01-01", to: "2021-12-31"), now) == nil)
    }
}
