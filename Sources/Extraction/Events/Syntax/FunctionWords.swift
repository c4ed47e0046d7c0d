/// The closed classes of English grammar that clause reading turns on.
enum FunctionWords {
    static let negations: Set<String> = ["not", "n't", "never", "cannot", "nor"]
    static let relatives: Set<String> = ["who", "which", "whom", "whose", "where"]
    static let openers: Set<String> = [
        "that", "if", "when", "while", "whether", "because", "although", "though", "since", "unless", "until", "as",
        "whereas", "before", "after", "despite", "once", "where", "why", "how",
    ]
    /// What is a subordinator wherever it stands before a clause.
    static let subordinators: Set<String> = [
        "that", "if", "while", "whilst", "whether", "because", "although", "though", "since", "unless", "until",
        "whereas", "before", "once", "so",
    ]
    /// What a pair of conjunctions begins with.
    static let firstOfPairs: Set<String> = ["neither", "either", "both"]
    /// Subordinators that also stand before a noun by itself.
    static let prepositions: Set<String> = ["since", "after", "before", "until", "despite", "following"]
    static let quotes: Set<String> = ["“", "”", "\"", "„", "«", "»", "``", "''"]
    /// Verbs that a participle after them forms a tense, a passive or a result with.
    static let helpers: Set<String> = ["be", "have", "get", "become", "remain", "feel", "seem", "keep", "stay", "go"]
    /// Before a participle without a noun they make it one: "their wounded".
    static let owners: Set<String> = ["the", "their", "his", "her", "its", "our", "my", "your"]
    /// What makes a noun refer to something told before.
    static let definites: Set<String> = ["the", "this", "that", "these", "those"]
    static let subjects: Set<String> = ["he", "she", "they", "we", "i", "it", "you"]
    /// Before a number they bound it and are no prepositions.
    static let bounds: Set<String> = ["over", "around", "about", "under", "above", "below", "than", "nearly", "near"]
    /// After "at" and before a number they bound it: "at least 300 soldiers".
    static let superlatives: Set<String> = ["least", "most"]
    static let locatives: Set<String> = ["in", "at", "near", "inside", "outside", "around", "across", "within"]
}
