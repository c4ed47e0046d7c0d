internal import SQLite

/// Writes the summaries of new disagreements, and into event cards how figures changed.
struct SummaryTable {
    let connection: Connection

    /// Writes what is missing. The cards of the events are up to date but for the courses.
    func update() throws(SQLiteError) {
        var missing: [Int64] = []
        try connection.each("SELECT id FROM disagreements WHERE summary = '' ORDER BY id") { row in
            missing.append(row.integer(0))
        }
        guard !missing.isEmpty else { return }
        let writer = SummaryWriter(words: try words())
        var courses: [Int64: [String]] = [:]
        for id in missing {
            guard let (found, label, event) = try disagreement(id, writer.words) else { continue }
            try connection.run(
                "UPDATE disagreements SET summary = ? WHERE id = ?", writer.summary(of: found), id)
            if let event, found.kind == "number", found.nature == "change" || found.nature == "revision" {
                courses[event, default: []].append(writer.course(of: found, label: label))
            }
        }
        for (event, changes) in courses.sorted(by: { $0.key < $1.key }) {
            try connection.run(
                """
                UPDATE event_cards SET numbers = ?1 || CASE WHEN numbers IS NULL THEN '' ELSE '; ' || numbers END
                WHERE event_id = ?2
                """, changes.sorted().joined(separator: "; "), event)
        }
    }

    private func words() throws(SQLiteError) -> SummaryWords {
        var lines: [SummaryLine] = []
        try connection.each("SELECT kind, nature, course, line FROM summary_lines") { row in
            lines.append(SummaryLine(kind: row.text(0), nature: row.text(1), course: row.text(2), line: row.text(3)))
        }
        return SummaryWords(lines)
    }

    private func disagreement(
        _ id: Int64, _ words: SummaryWords
    ) throws(SQLiteError) -> (Disagreement, label: String, event: Int64?)? {
        var found: (Disagreement, label: String, event: Int64?)?
        var predicate = ""
        try connection.each(
            """
            SELECT d.kind, d.nature, coalesce(p.course, 'fixed'), coalesce(p.question, p.label), coalesce(p.figure, p.label),
                coalesce(e.name, ''), p.label, d.subject_event_id, p.name
            FROM disagreements d JOIN predicates p ON p.name = d.predicate
            LEFT JOIN entities e ON e.id = d.subject_entity_id WHERE d.id = ?
            """, id
        ) { row in
            found = (
                Disagreement(
                    kind: row.text(0), nature: row.text(1), course: row.text(2), question: row.text(3),
                    figure: row.text(4), subject: row.text(5), isOfEvent: !row.isNull(7), circumstances: "", sides: []),
                row.text(6), row.optionalInteger(7)
            )
            predicate = row.text(8)
        }
        guard let (head, label, event) = found else { return nil }
        var disagreement = head
        disagreement.sides = try sides(of: id, disagreement.kind, words)
        if let event {
            let phrase = try phrase(of: event, without: predicate, words)
            disagreement.subject = phrase.text
            disagreement.circumstances = phrase.circumstances()
        } else if let scope = disagreement.sides.first?.scope, !scope.isEmpty, scope != disagreement.subject,
            disagreement.sides.allSatisfy({ $0.scope == scope })
        {
            disagreement.circumstances = words.joint("in") + scope
        }
        return (disagreement, label, event)
    }

    private func sides(
        of id: Int64, _ kind: String, _ words: SummaryWords
    ) throws(SQLiteError) -> [Disagreement.Side] {
        var sides: [Disagreement.Side] = []
        try connection.each(
            """
            SELECT coalesce(q.words, f.value), coalesce(q.counted, ''), f.counted, f.point, coalesce(e.name, ''), f.voice,
                s.voices, f.published, f.holds, f.earliest, f.latest, f.value,
                x.voice_id IS NULL AND v.source_id IS NULL, v.title
            FROM disagreement_sides s JOIN facts f ON f.id = s.fact_id JOIN statements x ON x.id = f.id
            JOIN versions v ON v.id = f.version_id
            LEFT JOIN quantities q ON q.id = x.quantity_id LEFT JOIN entities e ON e.id = f.scope_id
            WHERE s.disagreement_id = ? ORDER BY s.number
            """, id
        ) { row in
            var value = row.text(0)
            var voice = row.text(5)
            // Where nobody is named, not even an outlet, the title stands for the text.
            if row.bool(12) { voice = row.optionalText(13).map { "“\($0)”" } ?? words.word("account") }
            switch kind {
            case "date":
                let interval = words.interval(row.optionalText(9), row.optionalText(10))
                value = interval.isEmpty ? row.text(11) : interval
            case "polarity", "denial", "rank": value = words.word(row.bool(8) ? "yes" : "no")
            default: break
            }
            sides.append(
                Disagreement.Side(
                    value: value, counted: row.text(1), countedClass: row.optionalText(2), point: row.optionalReal(3),
                    scope: row.text(4), voice: voice, voices: row.int(6), published: row.optionalText(7),
                    holds: row.bool(8)))
        }
        return sides
    }

    /// - Parameter role: what accounts differ on, which the phrase leaves out; `date` for the day.
    private func phrase(of event: Int64, without role: String, _ words: SummaryWords) throws(SQLiteError) -> EventPhrase
    {
        var pattern = ""
        var place = ""
        var day = ""
        try connection.each(
            """
            SELECT coalesce(t.phrase, 'the ' || replace(c.type, '-', ' ')), coalesce(e.name, ''), c.earliest, c.latest
            FROM event_cards c LEFT JOIN event_types t ON t.name = c.type LEFT JOIN entities e ON e.id = c.place_id
            WHERE c.event_id = ?
            """, event
        ) { row in
            pattern = row.text(0)
            if role != "place" { place = row.text(1) }
            if role != "date", row.optionalText(2) == row.optionalText(3) {
                day = words.day(row.optionalText(2), withYear: true)
            }
        }
        var fillers: [String: String] = [:]
        try connection.each(
            """
            SELECT p.role, e.name FROM event_participants p JOIN entities e ON e.id = p.entity_id
            WHERE p.event_id = ? AND p.role <> 'source'
            ORDER BY p.role, e.reference DESC, p.mentions DESC, length(e.name) DESC, e.key
            """, event
        ) { row in
            if row.text(0) != role, fillers[row.text(0)] == nil, words.areFit(row.text(1)) {
                fillers[row.text(0)] = words.inside(row.text(1))
            }
        }
        return EventPhrase(pattern: pattern, fillers: fillers, place: place, day: day, words: words)
    }
}
