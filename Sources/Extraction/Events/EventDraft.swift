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
}
