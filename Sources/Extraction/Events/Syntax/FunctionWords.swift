/// The closed classes of English grammar that clause reading turns on.
enum FunctionWords {
    static let negations: Set<String> = ["not", "n't", "never", "cannot", "nor"]
    static let relatives: Set<String> = ["who", "which", "whom", "whose", "where"]
    static let openers: Set<String> = [
        "that", "if", "when", "while", "whether", "because", "although", "though", "since", "unless", "until", "as",
        "whereas", "before", "after", "despite", "once", "where", "why", "how",
    ]
    static let quotes: Set<String> = ["“", "”", "\"", "„", "«", "»", "``", "''"]
    static let subjects: Set<String> = ["he", "she", "they", "we", "i", "it", "you"]
    /// Before a number they bound it and are no prepositions.
    static let bounds: Set<String> = ["over", "around", "about", "under", "above", "below", "than", "nearly", "near"]
    static let locatives: Set<String> = ["in", "at", "near", "inside", "outside", "around", "across", "within"]
}
