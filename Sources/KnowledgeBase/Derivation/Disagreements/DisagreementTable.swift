internal import SQLite

/// Finds what accounts answer differently, and keeps each question with its sides.
///
/// What can conflict at all is said by the predicates: their cardinality, tolerance, course and kind of conflict.
struct DisagreementTable {
    let connection: Connection

    /// Looks for disagreements anew about what has changed. Summaries are empty until `SummaryTable` writes them.
    func update() throws(SQLiteError) {
        try forget()
        let predicates = try comparedPredicates()
        let isComparable =
            "p.cardinality = 'one' AND p.conflict <> 'none' AND f.modality IN ('asserted', 'hedged', 'denied')"
        let differs = """
            GROUP BY 1, 2 HAVING count(*) > 1 AND (max(f.holds) <> min(f.holds) OR max(f.object_id) <> min(f.object_id)
                OR max(coalesce(f.low, -1e300)) <> min(coalesce(f.low, -1e300))
                OR max(coalesce(f.high, 1e300)) <> min(coalesce(f.high, 1e300))
                OR max(f.earliest) <> min(f.earliest) OR max(f.latest) <> min(f.latest))
            """
        try look(
            """
            SELECT f.subject_event_id, f.predicate FROM temp.dirty_events d
            CROSS JOIN facts f ON f.subject_event_id = d.event_id CROSS JOIN predicates p ON p.name = f.predicate
            WHERE \(isComparable)
                -- Who did it is a question where something was done to somebody. Whoever meets, agrees or fights with others is
                -- named now by one side and now by the other.
                AND (f.predicate <> 'agent' OR NOT EXISTS (SELECT 1 FROM events c JOIN event_types t ON t.name = c.type
                    WHERE c.id = f.subject_event_id AND (instr(t.phrase, '{partner}') > 0 OR instr(t.phrase, '{patient}') = 0)))
                \(differs)
            """, column: "subject_event_id", predicates)
        try look(
            """
            SELECT f.subject_entity_id, f.predicate FROM temp.dirty_subjects d
            CROSS JOIN facts f ON f.subject_entity_id = d.entity_id AND f.predicate = d.predicate
            CROSS JOIN predicates p ON p.name = f.predicate WHERE \(isComparable) \(differs)
            """, column: "subject_entity_id", predicates)
    }

    private func forget() throws(SQLiteError) {
        for stale in [
            "subject_event_id IN (SELECT event_id FROM temp.dirty_events)",
            "(subject_entity_id, predicate) IN (SELECT entity_id, predicate FROM temp.dirty_subjects)",
        ] {
            try connection.run(
                "DELETE FROM disagreement_sides WHERE disagreement_id IN (SELECT id FROM disagreements WHERE \(stale))")
            try connection.run("DELETE FROM disagreements WHERE \(stale)")
        }
    }

    private func comparedPredicates() throws(SQLiteError) -> [String: ComparedPredicate] {
        var predicates: [String: ComparedPredicate] = [:]
        try connection.each(
            "SELECT name, conflict, tolerance, course, days FROM predicates WHERE cardinality = 'one' AND conflict <> 'none'"
        ) { row in
            predicates[row.text(0)] = ComparedPredicate(
                name: row.text(0), conflict: row.text(1), tolerance: row.real(2),
                course: row.optionalText(3).flatMap(ComparedPredicate.Course.init) ?? .fixed, days: row.int(4))
        }
        return predicates
    }

    /// - Parameters:
    ///   - subjects: a query for subjects and predicates with more than one value.
    ///   - column: the column of facts that holds such subjects.
    private func look(
        _ subjects: String, column: String, _ predicates: [String: ComparedPredicate]
    ) throws(SQLiteError) {
        var wanted: [(subject: Int64, predicate: String)] = []
        try connection.each(subjects) { row in wanted.append((row.integer(0), row.text(1))) }
        let isOfEvent = column == "subject_event_id"
        for (subject, name) in wanted {
            guard let predicate = predicates[name] else { continue }
            let claims = try claims(of: subject, column: column, predicate)
            let surroundings = try ClaimSurroundings(connection: connection).surroundings(
                of: claims, subject: isOfEvent ? nil : subject)
            let comparison = ClaimComparison(
                predicate: predicate, isOfEvent: isOfEvent, surroundings: surroundings)
            for question in QuestionFinder(comparison: comparison).questions(in: claims) {
                try insert(question, about: subject, isOfEvent: isOfEvent, name)
            }
        }
    }

    private func claims(
        of subject: Int64, column: String, _ predicate: ComparedPredicate
    ) throws(SQLiteError) -> [Claim] {
        var claims: [Claim] = []
        // Two things of one name are one answer for a reader; the first published stands for them.
        var named: [String: Int64] = [:]
        try connection.each(
            """
            SELECT f.id, s.key, f.low, f.high, f.unit, f.scope_id, f.earliest, f.latest, f.object_id, f.holds, f.qualifier,
                f.point, f.counted, f.ended, s.voice_id IS NOT NULL, f.voice_key, f.version_id, f.text_id, f.published,
                s.subject_event_id, coalesce(e.name, '')
            FROM facts f JOIN statements s ON s.id = f.id LEFT JOIN entities e ON e.id = f.object_id
            WHERE f.\(column) = ? AND f.predicate = ? AND f.modality IN ('asserted', 'hedged', 'denied')
            ORDER BY f.published IS NULL, f.published, s.key
            """, subject, predicate.name
        ) { row in
            let answer: Claim.Answer
            switch predicate.conflict {
            case "number":
                guard !row.isNull(2) || !row.isNull(3) else { return }
                answer = .number(
                    low: row.optionalReal(2) ?? -.infinity, high: row.optionalReal(3) ?? .infinity,
                    scope: row.optionalInteger(5))
            case "date": answer = .days(earliest: row.optionalText(6), latest: row.optionalText(7))
            case "place", "participant":
                guard let object = row.optionalInteger(8) else { return }
                answer = .thing(named[row.text(20)] ?? object)
                named[row.text(20)] = named[row.text(20)] ?? object
            default: answer = .truth(row.bool(9))
            }
            claims.append(
                Claim(
                    fact: row.integer(0), key: row.text(1), answer: answer, holds: row.bool(9),
                    qualifier: row.optionalText(10), unit: row.optionalText(4), point: row.optionalReal(11),
                    counted: row.optionalText(12),
                    earliest: row.optionalText(6), latest: row.optionalText(7), hasEnded: row.bool(13),
                    isSpoken: row.bool(14), voice: row.text(15), version: row.integer(16), text: row.integer(17),
                    account: row.optionalInteger(19),
                    published: row.optionalText(18)))
        }
        return claims
    }

    private func insert(
        _ question: Question, about subject: Int64, isOfEvent: Bool, _ predicate: String
    ) throws(SQLiteError) {
        guard let first = question.sides.first, question.sides.count > 1 else { return }
        let row = try connection.insert(
            """
            INSERT INTO disagreements (subject_entity_id, subject_event_id, predicate, kind, nature, first_fact_id, sides,
                texts, voices, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')
            """,
            isOfEvent ? nil : subject, isOfEvent ? subject : nil, predicate, question.kind, question.nature.rawValue,
            first.claim.fact, question.sides.count, question.texts, question.voices)
        for (number, side) in question.sides.enumerated() {
            try connection.run(
                """
                INSERT INTO disagreement_sides (disagreement_id, number, fact_id, texts, voices) VALUES (?, ?, ?, ?, ?)
                """, row, number + 1, side.claim.fact, side.texts.count, side.voices.count)
        }
    }
}
