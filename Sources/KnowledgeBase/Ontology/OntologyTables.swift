internal import SQLite
internal import Tables

/// The ontology's copy in the store, so that the file explains itself without our data folder.
struct OntologyTables {
    let connection: Connection
    let data: DataFolder

    /// Copies the event types, the predicates and the lines that disagreements are told in. Where they are not what they
    /// were, what follows from them is made anew.
    func copy(_ ontology: Ontology) throws {
        try connection.transaction {
            let before = try connection.text(Self.content)
            try copyTypes(ontology)
            try copyPredicates(ontology)
            try connection.run("DELETE FROM summary_lines")
            for line in ontology.summaryLines {
                try connection.run(
                    "INSERT OR REPLACE INTO summary_lines VALUES (?, ?, ?, ?)", line.kind, line.nature, line.course,
                    line.line)
            }
            let isChanged = try connection.text(Self.content) != before
            if isChanged, try connection.integer("SELECT 1 FROM live_runs LIMIT 1") != nil {
                try Derivation(connection: connection, data: data).rebuild()
            }
        }
    }

    private static let content = """
        SELECT (SELECT json_group_array(json_array(name, class, plover, mode, cameo, acled, number_role, measure, phrase))
            FROM (SELECT * FROM event_types ORDER BY name))
        || (SELECT json_group_array(json_array(name, label, cardinality, tolerance, conflict, course, days, question, figure))
            FROM (SELECT * FROM predicates ORDER BY name))
        || (SELECT json_group_array(json_array(kind, nature, course, line))
            FROM (SELECT * FROM summary_lines ORDER BY kind, nature, course))
        """

    private func copyTypes(_ ontology: Ontology) throws(SQLiteError) {
        for type in ontology.eventTypes {
            try connection.insert(
                """
                INSERT OR REPLACE INTO event_types (name, class, definition, plover, mode, cameo, acled, number_role,
                    measure, phrase) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                type.name, type.group, type.definition, type.plover.nilIfEmpty, type.mode.nilIfEmpty,
                type.cameo.nilIfEmpty, type.acled.nilIfEmpty, type.numberRole.nilIfEmpty, type.measure.nilIfEmpty,
                type.phrase.nilIfEmpty)
        }
    }

    private func copyPredicates(_ ontology: Ontology) throws(SQLiteError) {
        for predicate in ontology.predicates {
            try connection.insert(
                """
                INSERT INTO predicates (name, label, subject, object, cardinality, tolerance, conflict, description,
                    course, days, question, figure) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET label = excluded.label, subject = excluded.subject,
                    object = excluded.object, cardinality = excluded.cardinality, tolerance = excluded.tolerance,
                    conflict = excluded.conflict, description = excluded.description, course = excluded.course,
                    days = excluded.days, question = excluded.question, figure = excluded.figure
                """,
                predicate.name, predicate.label, predicate.subject, predicate.object,
                predicate.isFunctional ? "one" : "many", predicate.tolerance, predicate.conflict,
                predicate.definition, predicate.course.nilIfEmpty, predicate.days, predicate.question.nilIfEmpty,
                predicate.figure.nilIfEmpty)
        }
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
