internal import SQLite

/// The section of a brief that says what is disputed: each question in one sentence, and every answer with its words.
struct BriefDisputes {
    let connection: Connection

    private static let questions = 8
    private static let answers = 5

    /// What is disputed about an event.
    func section(ofEvent event: Int64, citing sources: inout BriefSources) throws(SQLiteError) -> Brief.Section {
        try section("d.subject_event_id = ?1", event, &sources)
    }

    /// What is disputed about an entity, or about an event it takes part in.
    func section(ofEntity entity: Int64, citing sources: inout BriefSources) throws(SQLiteError) -> Brief.Section {
        try section(
            """
            d.id IN (SELECT id FROM disagreements WHERE subject_entity_id = ?1
                UNION SELECT g.id FROM event_participants p CROSS JOIN disagreements g ON g.subject_event_id = p.event_id
                WHERE p.entity_id = ?1)
            """, entity, &sources)
    }

    private func section(
        _ condition: String, _ id: Int64, _ sources: inout BriefSources
    ) throws(SQLiteError) -> Brief.Section {
        var section = Brief.Section(title: "Disputed", items: [])
        var questions: [(id: Int64, item: Brief.Item)] = []
        try connection.each(
            """
            SELECT d.id, d.kind, d.nature, d.summary FROM disagreements d JOIN statements s ON s.id = d.first_fact_id
            WHERE \(condition) AND d.nature <> 'refinement'
            ORDER BY CASE d.nature WHEN 'conflict' THEN 0 WHEN 'revision' THEN 1 ELSE 2 END, d.texts DESC, d.kind, s.key
            """, id
        ) { row in
            questions.append((row.integer(0), Brief.Item(label: "\(row.text(1)), \(row.text(2))", text: row.text(3))))
        }
        section.more = max(0, questions.count - Self.questions)
        for (id, question) in questions.prefix(Self.questions) {
            var item = question
            try connection.each(
                """
                SELECT CASE WHEN d.kind IN ('polarity', 'denial', 'rank') THEN CASE f.holds WHEN 1 THEN 'yes' ELSE 'no' END
                    ELSE f.value END, f.voice, s.texts, f.sentence, f.version_id
                FROM disagreements d JOIN disagreement_sides s ON s.disagreement_id = d.id JOIN fact_lines f ON f.id = s.fact_id
                WHERE d.id = ? ORDER BY s.number LIMIT \(Self.answers)
                """, id
            ) { row in
                item.quotations.append(
                    Brief.Quotation(
                        says: "\(row.text(0)) — \(row.text(1)), \(counted(row.int(2), "text"))", words: row.text(3),
                        sources: [sources.number(of: row.integer(4))]))
            }
            section.items.append(item)
        }
        return section
    }
}
