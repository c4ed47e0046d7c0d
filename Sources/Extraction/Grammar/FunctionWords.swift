/// The closed classes of English grammar that clause reading turns on.
enum FunctionWords {
    static let negations: Set<String> = ["not", "n't", "never", "cannot", "nor"]
    static let relatives: Set<String> = ["who", "which", "whom", "whose", "where"]
    /// What is a subordinator wherever it stands before a clause.
    static let subordinators: Set<String> = [
        "that", "if", "while", "whilst", "whether", "because", "although", "though", "since", "unless", "until",
        "whereas", "before", "once", "so",
    ]
    /// What a pair of conjunctions begins with.
    static let firstOfPairs: Set<String> = ["neither", "either", "both"]
    static let quotes: Set<String> = ["“", "”", "\"", "„", "«", "»", "``", "''"]
    /// What makes a noun refer to something told before.
    static let definites: Set<String> = ["the", "this", "that", "these", "those"]
    static let locatives: Set<String> = ["in", "at", "near", "inside", "outside", "around", "across", "within"]
}
