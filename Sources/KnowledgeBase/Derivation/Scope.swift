/// The part of a knowledge base that an answer is given from: what was published, and what was loaded, up to a moment.
///
/// The third time, when events happened, is a matter of the queries.
public struct Scope: Sendable, Hashable {
    /// The last moment of publication that counts, ISO 8601, inclusive; a day means all of it. Undated texts do not count.
    public var asOf: String?
    /// The last moment of loading, undoing and deciding that counts, ISO 8601 in UTC, inclusive.
    public var knownAt: String?

    public init(asOf: String? = nil, knownAt: String? = nil) {
        self.asOf = asOf
        self.knownAt = knownAt
    }

    /// True if everything counts.
    public var isEverything: Bool { asOf == nil && knownAt == nil }

    /// A prefix of ISO 8601 text up to which moments count: compared with as many characters of each.
    static func moment(_ column: String, _ parameter: String) -> String {
        "substr(\(column), 1, length(\(parameter))) <= \(parameter)"
    }

    /// Whether a batch was loaded and not taken back by a moment, or is in force now where that is NULL.
    static func isInForce(batch: String, _ moment: String) -> String {
        """
        (\(moment) IS NULL OR \(Scope.moment("\(batch).started", moment)))
            AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.batch_id = \(batch).id
                AND (\(moment) IS NULL AND u.redone IS NULL
                    OR \(moment) IS NOT NULL AND \(Scope.moment("u.undone", moment))
                    AND (u.redone IS NULL OR NOT \(Scope.moment("u.redone", moment)))))
        """
    }
}
