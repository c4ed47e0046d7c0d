internal import SQLite

/// Finds pairs of facts that cannot both be exactly right.
///
/// What can conflict at all is said by the predicates: their cardinality, tolerance and kind of conflict. Facts with the same value and the
/// same voice are one side; the first of them by publication stands for it.
struct DisagreementTable {
    let connection: Connection

    /// Of so many different values, the first published, the pairs are looked at: a thousand tolls are no disagreement of a
    /// thousand sides.
    static let sides = 64

    /// Looks for disagreements anew about what has changed.
    func update() throws(SQLiteError) {
        try connection.run(
            "DELETE FROM disagreements WHERE subject_event_id IN (SELECT event_id FROM temp.dirty_events)")
        try connection.run(
            """
            DELETE FROM disagreements
            WHERE (subject_entity_id, predicate) IN (SELECT entity_id, predicate FROM temp.dirty_subjects)
            """)
        let isComparable =
            "p.cardinality = 'one' AND p.conflict <> 'none' AND f.modality IN ('asserted', 'hedged', 'denied')"
        try connection.run(
            """
            INSERT INTO temp.sides (\(WorkTables.sideColumns))
            SELECT id, subject_entity_id, subject_event_id, predicate, object_id, low, high, unit, earliest, latest, scope_id,
                holds, voice_id, voice, version_id, text_id, published, statement, conflict, tolerance, \(Self.texts)
            FROM (
                SELECT *, row_number() OVER (PARTITION BY subject_entity_id, subject_event_id, predicate
                    ORDER BY published IS NULL, published, statement) AS number
                FROM (
                    SELECT f.*, s.key AS statement, p.conflict, p.tolerance,
                        row_number() OVER (PARTITION BY f.subject_entity_id, f.subject_event_id, f.predicate, f.scope_id,
                            f.low, f.high, f.unit, f.earliest, f.latest, f.object_id, f.holds, f.voice
                            ORDER BY f.published IS NULL, f.published, s.key) AS place
                    FROM (
                        SELECT f.id FROM temp.dirty_events d CROSS JOIN facts f ON f.subject_event_id = d.event_id
                        CROSS JOIN predicates p ON p.name = f.predicate WHERE \(isComparable)
                        UNION ALL
                        SELECT f.id FROM temp.dirty_subjects d
                        CROSS JOIN facts f ON f.subject_entity_id = d.entity_id AND f.predicate = d.predicate
                        CROSS JOIN predicates p ON p.name = f.predicate WHERE \(isComparable)
                    ) AS wanted
                    CROSS JOIN facts f ON f.id = wanted.id CROSS JOIN statements s ON s.id = f.id
                    CROSS JOIN predicates p ON p.name = f.predicate
                ) WHERE place = 1
            ) AS l WHERE number <= \(Self.sides)
            """)
        try connection.run(
            """
            INSERT INTO disagreements (subject_entity_id, subject_event_id, predicate, kind, nature, left_fact_id,
                right_fact_id, left_texts, right_texts)
            SELECT l.subject_entity_id, l.subject_event_id, l.predicate, l.conflict,
                CASE
                    WHEN \(Self.sameVoice) AND l.published IS NOT r.published THEN 'revision'
                    WHEN l.conflict = 'number' AND (\(Self.narrower("r", than: "l")) AND r.high <= l.low
                        OR \(Self.narrower("l", than: "r")) AND l.high <= r.low) THEN 'refinement'
                    ELSE 'conflict'
                END,
                l.id, r.id, l.texts, r.texts
            FROM temp.sides l CROSS JOIN temp.sides r
                ON r.subject_event_id IS l.subject_event_id AND r.subject_entity_id IS l.subject_entity_id
                AND r.predicate = l.predicate AND r.id <> l.id
                AND (coalesce(l.published, '9999'), l.statement) < (coalesce(r.published, '9999'), r.statement)
            WHERE NOT (l.text_id = r.text_id AND \(Self.sameVoice)) AND NOT \(Self.gives("l", valueOf: "r"))
                AND NOT \(Self.gives("r", valueOf: "l")) AND CASE l.conflict
                WHEN 'number' THEN l.holds AND r.holds AND (l.unit IS NULL OR r.unit IS NULL OR l.unit = r.unit)
                    AND (l.high * (1 + l.tolerance) < r.low OR r.high * (1 + l.tolerance) < l.low)
                    AND (l.scope_id IS r.scope_id OR \(Self.inside("r", "l")) OR \(Self.inside("l", "r")))
                    AND (l.earliest IS NULL OR r.earliest IS NULL OR l.earliest <= r.latest AND r.earliest <= l.latest)
                WHEN 'date' THEN l.holds AND r.holds AND (l.latest < r.earliest OR r.latest < l.earliest)
                WHEN 'place' THEN l.holds AND r.holds AND l.object_id <> r.object_id
                    AND EXISTS (SELECT 1 FROM places WHERE entity_id = l.object_id)
                    AND EXISTS (SELECT 1 FROM places WHERE entity_id = r.object_id)
                    AND NOT EXISTS (SELECT 1 FROM place_containment c WHERE c.place_id = l.object_id AND c.container_id = r.object_id)
                    AND NOT EXISTS (SELECT 1 FROM place_containment c WHERE c.place_id = r.object_id AND c.container_id = l.object_id)
                WHEN 'participant' THEN l.holds AND r.holds AND l.object_id <> r.object_id
                    AND (l.subject_entity_id IS NULL
                        OR EXISTS (SELECT 1 FROM entities e WHERE e.id = l.subject_entity_id AND e.reference = 1))
                    AND EXISTS (SELECT 1 FROM entities a JOIN entities b ON b.id = r.object_id
                        WHERE a.id = l.object_id AND a.country <> b.country)
                ELSE l.holds <> r.holds
            END
            """)
    }

    private static let sameVoice =
        "(l.voice_id = r.voice_id OR l.voice_id IS NULL AND r.voice_id IS NULL AND l.voice = r.voice)"

    /// Whether one side speaks of a smaller place or a shorter time: a total without either is the widest.
    private static func narrower(_ inner: String, than outer: String) -> String {
        "(\(inside(inner, outer)) OR \(inner).subject_entity_id IS NOT NULL AND \(inner).earliest IS NOT NULL AND \(outer).earliest IS NULL)"
    }

    private static func inside(_ inner: String, _ outer: String) -> String {
        """
        (\(inner).scope_id IS NOT NULL AND \(outer).scope_id IS NULL
            OR EXISTS (SELECT 1 FROM place_containment c
                WHERE c.place_id = \(inner).scope_id AND c.container_id = \(outer).scope_id))
        """
    }

    /// Whether the document of one side gives the other side's value too: "on Friday and Saturday" is a list and no conflict.
    private static func gives(_ side: String, valueOf other: String) -> String {
        """
        (l.conflict NOT IN ('polarity', 'rank') AND EXISTS (SELECT 1 FROM facts f
         WHERE f.id IN (SELECT id FROM facts WHERE subject_event_id = \(side).subject_event_id
                AND predicate = \(side).predicate AND version_id = \(side).version_id
                UNION ALL SELECT id FROM facts WHERE subject_entity_id = \(side).subject_entity_id
                AND predicate = \(side).predicate AND version_id = \(side).version_id)
            AND f.low IS \(other).low AND f.high IS \(other).high AND f.earliest IS \(other).earliest
            AND f.latest IS \(other).latest AND f.object_id IS \(other).object_id))
        """
    }

    /// How many independent texts give the same value.
    private static let texts = """
        (SELECT count(DISTINCT f.text_id) FROM facts f
         WHERE \(about("l")) AND f.low IS l.low AND f.high IS l.high AND f.earliest IS l.earliest
            AND f.latest IS l.latest AND f.object_id IS l.object_id AND f.holds = l.holds)
        """

    /// Whether a fact is about the subject of a side; written so that each kind of subject can use its index.
    private static func about(_ side: String) -> String {
        """
        f.id IN (SELECT id FROM facts WHERE subject_event_id = \(side).subject_event_id AND predicate = \(side).predicate
            UNION ALL SELECT id FROM facts WHERE subject_entity_id = \(side).subject_entity_id AND predicate = \(side).predicate)
        """
    }
}
