internal import SQLite

/// What is claimed of one event, with equal values together.
struct Claims {
    /// One value of one predicate.
    struct Group {
        var predicate: String
        var label: String
        /// As the first text words it.
        var value: String
        /// Independent texts that give it.
        var texts: Set<Int64>
        /// The same in the order of publication.
        var versions: [Int64]
        /// Whether somebody stands behind it without reserve.
        var isFirm: Bool
        /// The firmest certainty, in words.
        var certainty: String
    }

    private(set) var groups: [Group] = []
    /// Predicates that accounts disagree on.
    private(set) var disputed: Set<String> = []

    init(of event: Int64, connection: Connection) throws(SQLiteError) {
        var disputed: Set<String> = []
        try connection.each(
            "SELECT DISTINCT predicate FROM disagreements WHERE subject_event_id = ? AND nature <> 'refinement'", event
        ) { row in disputed.insert(row.text(0)) }
        self.disputed = disputed
        var numbers: [String: Int] = [:]
        var groups: [Group] = []
        try connection.each(
            """
            SELECT f.predicate, f.label, f.value, f.dates, f.version_id, f.text_id, f.certainty, f.certainty_words, f.modality,
                coalesce(f.object_id, '') || '|' || coalesce(f.low, '') || '|' || coalesce(f.high, '') || '|'
                    || coalesce(f.earliest, '') || '|' || coalesce(f.latest, '') || '|' || f.holds || '|'
                    || CASE WHEN coalesce(f.object_id, f.low, f.high, f.earliest, f.latest) IS NULL THEN f.value ELSE '' END,
                o.name
            FROM fact_lines f LEFT JOIN entities o ON o.id = f.object_id
            WHERE f.subject_event_id = ? AND f.predicate NOT IN ('happened', 'announced-date')
            ORDER BY CASE f.predicate WHEN 'date' THEN 0 WHEN 'place' THEN 1 WHEN 'agent' THEN 2 WHEN 'patient' THEN 3 ELSE 4 END,
                f.predicate, f.published IS NULL, f.published, f.key
            """, event
        ) { row in
            let key = row.text(0) + "|" + row.text(9)
            let isFirm = row.integer(6) >= 2 && row.text(8) == "asserted"
            if let number = numbers[key] {
                // A copy is named with the text it is a copy of.
                if groups[number].texts.insert(row.integer(5)).inserted {
                    groups[number].versions.append(row.integer(5))
                }
                if isFirm, !groups[number].isFirm {
                    groups[number].isFirm = true
                    groups[number].certainty = row.text(7)
                }
                return
            }
            numbers[key] = groups.count
            groups.append(
                Group(
                    predicate: row.text(0), label: row.text(1),
                    value: row.optionalText(10) ?? row.optionalText(3) ?? row.text(2), texts: [row.integer(5)],
                    versions: [row.integer(5)], isFirm: isFirm, certainty: row.text(7)))
        }
        self.groups = groups
    }

    /// Two independent texts give the value, somebody stands behind it, and nobody gives another.
    func isAgreed(_ group: Group) -> Bool {
        group.texts.count > 1 && group.isFirm && !disputed.contains(group.predicate)
    }
}
