/// Writes the sentence that tells a disagreement, from the lines of `disagreement-lines.tsv`.
struct SummaryWriter {
    let words: SummaryWords

    /// Answers told one by one; of more the number is given.
    private static let told = 5

    /// - Returns: a sentence; empty where no line fits.
    func summary(of disagreement: Disagreement) -> String {
        let line = words.line(kind: disagreement.kind, nature: disagreement.nature, course: disagreement.course)
        let sides = disagreement.sides
        guard let first = sides.first, let last = last(of: disagreement) else { return "" }
        let withYears = Set(sides.compactMap { $0.published?.prefix(4) }).count > 1
        let scopes = Set(sides.map(\.scope))
        let answers = sides.map { side in
            let place = scopes.count > 1 && !side.scope.isEmpty ? words.joint("in") + side.scope : ""
            return answer(side, disagreement, place: place, withYear: withYears)
        }
        let whereabouts =
            (disagreement.isOfEvent ? "" : words.joint("of") + disagreement.subject) + disagreement.circumstances
        var slots = [
            "question": question(disagreement), "figure": disagreement.figure, "where": whereabouts,
            "subject": disagreement.subject, "event": disagreement.subject, "answers": listed(answers, last: "or"),
            "all": listed(answers, last: "and"), "course": listed(answers, last: "then"),
            "first": words.inside(first.value),
            "last": words.inside(last.value), "voice": words.inside(first.voice),
            "period": words.period(first.published, last.published),
        ]
        slots["claimant"] = sides.first(where: \.holds).map { speaker($0, withYear: withYears) }
        slots["denier"] = sides.first { !$0.holds }.map { speaker($0, withYear: withYears) }
        return Self.capitalized(Self.filled(line, slots))
    }

    /// "killed 11 (3 Mar, BBC) → 14 (5 Mar, AFP)": how a figure changed.
    func course(of disagreement: Disagreement, label: String) -> String {
        let steps = disagreement.sides.map { side in
            let told = [words.shortDay(side.published), side.voice].filter { !$0.isEmpty }
            return "\(side.value) (\(told.joined(separator: words.joint("comma"))))"
        }
        return "\(label) \(steps.joined(separator: " → "))"
    }

    /// What rises has risen to its highest; else the latest.
    private func last(of disagreement: Disagreement) -> Disagreement.Side? {
        guard disagreement.course == "cumulative" else { return disagreement.sides.last }
        return disagreement.sides.last { side in
            !disagreement.sides.contains { ($0.point ?? 0) > (side.point ?? 0) }
        }
    }

    private func question(_ disagreement: Disagreement) -> String {
        var counted = ""
        let sides = disagreement.sides
        if let first = sides.first(where: { $0.point != 1 }), !first.counted.isEmpty,
            Set(sides.map(\.countedClass)).count == 1
        {
            counted = words.inside(first.counted)
        }
        var text = ""
        var rest = disagreement.question[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            switch rest[rest.index(after: open)..<close] {
            case "event", "subject": text += disagreement.subject
            case let fallback:
                text += counted.isEmpty ? String(fallback) : counted
                // "North Korean troops" are North Korea's; "troops" are anybody's.
                if !disagreement.isOfEvent, !counted.contains(where: \.isUppercase) {
                    text += words.joint("of") + disagreement.subject
                }
            }
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        return disagreement.question.contains("{event}") ? text : text + disagreement.circumstances
    }

    private func answer(
        _ side: Disagreement.Side, _ disagreement: Disagreement, place: String, withYear: Bool
    ) -> String {
        var value = words.inside(side.value)
        if disagreement.kind == "number", Set(disagreement.sides.map(\.countedClass)).count > 1, !side.counted.isEmpty,
            !value.contains(side.counted)
        {
            value += " " + side.counted
        }
        var told = words.inside(side.voice)
        if side.voices == 2 { told += joined("other", 1) }
        if side.voices > 2 { told += joined("others", side.voices - 1) }
        let day = words.day(side.published, withYear: withYear)
        return "\(value)\(place) (\(told)\(day.isEmpty ? "" : words.joint("comma") + day))"
    }

    private func joined(_ name: String, _ number: Int) -> String {
        words.joint(name).replacing("{number}", with: String(number))
    }

    private func speaker(_ side: Disagreement.Side, withYear: Bool) -> String {
        var told = words.inside(side.voice)
        if side.voices == 2 { told += joined("other", 1) }
        if side.voices > 2 { told += joined("others", side.voices - 1) }
        let day = words.day(side.published, withYear: withYear)
        return day.isEmpty ? told : "\(told) (\(day))"
    }

    private func listed(_ answers: [String], last name: String) -> String {
        guard answers.count > Self.told else { return words.joined(answers, last: name) }
        let more = words.word("more").replacing("{number}", with: String(answers.count - Self.told))
        return words.joined(answers.prefix(Self.told) + [more], last: name)
    }

    /// A text with what its slots in braces stand for; an unknown slot stands for nothing.
    static func filled(_ text: String, _ slots: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += slots[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return (result + rest).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
            .replacing(" .", with: ".")
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
