internal import Record

/// A stretch between quotation marks.
struct Quotation {
    /// With its marks.
    var span: Span
    /// The sentence and the word where its opening mark stands.
    var first: (sentence: Int, token: Int)
    /// The sentence and the word where it ends: its closing mark if it has one.
    var last: (sentence: Int, token: Int)
    var wordCount: Int
    /// True if it continues the quotation before it over a paragraph break.
    var continues: Bool

    /// Fewer words than this are a scare quote or a name, unless they are what a verb of saying stands beside.
    static let fewWords = 3

    var isStatement: Bool { wordCount >= Self.fewWords }

    /// Its words in one of the sentences that it runs through, which has so many.
    func range(in sentence: Int, of count: Int) -> Range<Int> {
        let from = first.sentence == sentence ? first.token : 0
        let to = last.sentence == sentence ? last.token + 1 : count
        return min(from, count)..<max(min(from, count), min(to, count))
    }
}
