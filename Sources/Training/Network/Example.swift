/// A sentence to learn from, as numbers. What its source does not say is -1 throughout.
struct Example: Sendable {
    /// The rows of the embedding table for all words, one after another.
    var rows: [UInt32] = []
    /// Where the rows of each word begin, and the end of the last.
    var rowStarts: [Int] = [0]
    /// The rows of pretrained vectors, -1 where there is none.
    var vectors: [Int] = []
    /// How often each form stands in the training text.
    var counts: [Int] = []
    var universalTags: [Int] = []
    var pennTags: [Int] = []
    /// -1 for the root; -2 throughout where there is no tree.
    var heads: [Int] = []
    var relations: [Int] = []
    var names: [Int] = []

    var count: Int { vectors.count }
    var hasTree: Bool { heads.first.map { $0 > -2 } ?? false }
}
