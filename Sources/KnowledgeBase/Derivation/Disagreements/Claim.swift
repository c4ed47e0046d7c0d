internal import Record

/// What one voice says of one subject in answer to one question: a fact, ready to be compared.
struct Claim: Hashable {
    /// Two claims with equal values give the same answer.
    enum Answer: Hashable {
        case number(low: Double, high: Double, scope: Int64?)
        case days(earliest: String?, latest: String?)
        case thing(Int64)
        case truth(Bool)
    }

    /// Row number and key of the statement.
    var fact: Int64
    var key: String
    var answer: Answer
    /// Whether it says so, and does not deny it.
    var holds = true
    /// The bounding word of a number: about, over, at-least … ; nil for none.
    var qualifier: String?
    /// What is measured: person, km, USD …
    var unit: String?
    /// The number named.
    var point: Double?
    /// What a number counts, as a class of `counted-words.tsv`.
    var counted: String?
    /// When it holds, or the date that it gives: ISO days, inclusive.
    var earliest: String?
    var latest: String?
    /// Whether the text says that it no longer holds.
    var hasEnded = false
    /// Whether a speaker is named, so that it is not the outlet alone that says so.
    var isSpoken = false
    /// One for each independent voice.
    var voice: String
    /// Where it was read, and the independent text that it counts for.
    var version: Int64
    var text: Int64
    /// The account of the event that it is about, where it is about one.
    var account: Int64?
    /// ISO date or date-time of publication.
    var published: String?

    /// The day of publication.
    var day: Int? { published.flatMap { CalendarDate(iso: String($0.prefix(10)))?.dayNumber } }

    /// The order in which claims were made: undated ones last.
    static func isEarlier(_ left: Claim, _ right: Claim) -> Bool {
        (left.published ?? "9999", left.key) < (right.published ?? "9999", right.key)
    }
}
