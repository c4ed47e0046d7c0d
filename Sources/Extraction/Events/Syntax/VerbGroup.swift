internal import Language

/// A main verb with its auxiliaries, and what stands around it in its clause.
struct VerbGroup: Sendable {
    enum Form: Sendable { case finite, infinitive, gerund, participle }

    /// Tokens of the sentence, from the first auxiliary to the main verb.
    var range: Range<Int>
    /// The main verb.
    var head: Int
    var form: Form
    var isPassive: Bool
    /// Indexes of the noun phrases that are its grammatical subject.
    var subjects: [Int] = []
    /// Indexes of the noun phrases that follow without a preposition.
    var objects: [Int] = []
    /// Indexes of the noun phrases that follow with a preposition.
    var obliques: [Int] = []
    /// Where its clause begins and ends.
    var clause: Range<Int>
    /// The verb group that this one depends on: "agreed" for "to send".
    var governor: Int?
    /// The verb group before it in a coordination that shares its subject.
    var sharesWith: Int?
}
