internal import Record

/// An event while it is put together.
struct EventDraft {
    var event: Event
    var sentence: Int
    /// Tokens of the trigger in its sentence.
    var tokens: [Int]
    /// The verb whose clause tells it: its own, or for a noun the one that governs it.
    var verb: Int?
    /// True for "the captured soldiers": only a reference to an event told elsewhere.
    var isReference: Bool
    var isNoun: Bool
    /// True if it stands with a definite article or none of its participants are named.
    var isDefinite: Bool
    /// True for a noun in the plural: "the attacks" are not the attack.
    var isPlural = false
    /// True for "another attack", "a second strike": none that was told before.
    var isOther = false
    /// Of an event that no frame tells apart its lemma, or the verb that it is made of; `alone` where nothing else tells it.
    var stem: String?

    /// The stem of what somebody says: each time it is something else.
    static let alone = ""

    /// What events are compared by: only those with one key can be one.
    var key: String { stem.map { "\(event.type) \($0)" } ?? event.type }

    /// An event of which nothing is known but where it stands.
    static func unread(_ span: Span) -> EventDraft {
        EventDraft(
            event: Event(span: span, type: Event.otherType, class: Event.otherType), sentence: 0, tokens: [], verb: nil,
            isReference: false, isNoun: false, isDefinite: false, stem: alone)
    }
}
