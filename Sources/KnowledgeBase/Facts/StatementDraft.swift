internal import Record

/// A statement as a record makes it, before it has rows: everything by index into the record's layers.
struct StatementDraft: Hashable {
    enum Subject: Hashable {
        /// A coreference chain of the record.
        case chain(Int)
        /// A country that is known from a group's or an agency's affiliation only (ISO 3166-1 alpha-2).
        case country(String)
        /// An event chain of the record.
        case event(Int)
    }

    var subject: Subject
    var predicate: String
    /// A chain.
    var object: Int?
    var quantity: Int?
    var time: Int?
    var value: String?
    /// The chain of the place it holds for.
    var scope: Int?
    var holds = true
    var certainty = 0
    var modality: Modality?
    /// The event mention it comes from.
    var event: Int?
    var attribution: Int?
    var span: Span
    var rule: String
    /// Times of the record since and until when it holds.
    var since: Int?
    var until: Int?
    /// Whether the text says that it no longer holds.
    var hasEnded: Bool?
    /// A plain number that is no quantity of the record: an age.
    var number: Double?
    /// What the quantity counts, as a class.
    var counted: String?
}
