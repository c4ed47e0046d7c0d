internal import SQLite

/// The brief of one canonical event.
struct EventBrief {
    let connection: Connection

    /// Accounts that are quoted.
    private static let accounts = 10

    func brief(of event: Int64) throws(SQLiteError) -> Brief {
        var sources = BriefSources(connection: connection)
        let claims = try Claims(of: event, connection: connection)
        var brief = Brief(title: "", lead: [], sections: [], sources: [])
        try connection.each(
            """
            SELECT c.title, c.type, c.dates, c.date_words, c.place, c.certainty_words, c.documents, c.texts, c.voices, c.key,
                c.announced
            FROM event_lines c WHERE c.event_id = ?
            """, event
        ) { row in
            brief.title = row.text(0)
            var when = row.optionalText(2) ?? "date not told"
            if let words = row.optionalText(3), !row.isNull(2) { when += " (“\(words)”)" }
            if row.isNull(2), let announced = row.optionalText(10) { when += ", first told \(announced)" }
            let place = row.optionalText(4) ?? "place not told"
            brief.lead = [
                "\(row.text(1).replacing("-", with: " ")) · \(when) · \(place)",
                "\(row.text(5)) · \(counted(row.int(7), "independent text")) in \(counted(row.int(6), "document")) · "
                    + "\(counted(row.int(8), "voice")) · \(row.text(9))",
            ]
        }
        let agreed = claims.groups.filter { claims.isAgreed($0) }
        brief.sections.append(
            Brief.Section(title: "Agreed", items: agreed.map { item(of: $0, citing: &sources) }))
        brief.sections.append(
            try BriefDisputes(connection: connection).section(ofEvent: event, citing: &sources))
        brief.sections.append(open(claims, citing: &sources))
        brief.sections.append(try accounts(of: event, citing: &sources))
        brief.sections.removeAll(where: \.items.isEmpty)
        brief.sources = try sources.list()
        return brief
    }

    private func item(of group: Claims.Group, citing sources: inout BriefSources) -> Brief.Item {
        Brief.Item(
            label: group.label, text: "\(group.value) (\(counted(group.texts.count, "text")))", key: nil,
            sources: sources.numbers(of: group.versions))
    }

    /// What only one text tells or what nobody stands behind, and what nobody tells.
    private func open(_ claims: Claims, citing sources: inout BriefSources) -> Brief.Section {
        var section = Brief.Section(title: "Open", items: [])
        let agreed = Set(claims.groups.filter { claims.isAgreed($0) }.map(\.predicate))
        for group in claims.groups where !agreed.contains(group.predicate) && !claims.disputed.contains(group.predicate)
        {
            let reservation = group.isFirm ? "told by one text only" : group.certainty
            section.items.append(
                Brief.Item(
                    label: group.label, text: "\(group.value) — \(reservation)",
                    sources: sources.numbers(of: group.versions)))
        }
        for (predicates, question) in [
            (["date", "start-date", "end-date"], "When it happened is not told."),
            (["place", "destination"], "Where it happened is not told."),
            (["agent"], "Who did it is not told."),
        ] where !claims.groups.contains(where: { predicates.contains($0.predicate) }) {
            section.items.append(Brief.Item(text: question))
        }
        return section
    }

    /// The accounts in the order of publication, one sentence of each text.
    private func accounts(of event: Int64, citing sources: inout BriefSources) throws(SQLiteError) -> Brief.Section {
        var section = Brief.Section(title: "Accounts", items: [])
        var rows: [(version: Int64, day: String, voice: String, sentence: String, key: String)] = []
        try connection.each(
            """
            SELECT version_id, day, voice, sentence, key FROM (
                SELECT f.version_id, f.day, f.voice, f.sentence, f.key, f.published,
                    row_number() OVER (PARTITION BY f.text_id ORDER BY f.published IS NULL, f.published, f.version_id, f.key) AS place
                FROM fact_lines f WHERE f.subject_event_id = ?1 AND f.predicate = 'happened')
            WHERE place = 1 ORDER BY published IS NULL, published, key
            """, event
        ) { row in
            rows.append((row.integer(0), row.optionalText(1) ?? "undated", row.text(2), row.text(3), row.text(4)))
        }
        section.more = max(0, rows.count - Self.accounts)
        for row in rows.prefix(Self.accounts) {
            let number = sources.number(of: row.version)
            section.items.append(
                Brief.Item(
                    label: row.day, text: row.voice, key: row.key,
                    quotations: [Brief.Quotation(says: nil, words: row.sentence, sources: [number])]))
        }
        return section
    }
}
