/// A reporting verb with what was found of its clause.
struct VerbClause {
    let verb: Int
    /// The verb that governs it in its cue, or itself: "went" of "went on to say".
    let top: Int
    /// The last of the words that the table lists.
    let last: Int
    let cue: Range<Int>
    let subject: Int?
    let entry: ReportingEntry
}
