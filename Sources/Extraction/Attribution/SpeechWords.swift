internal import Language

/// Closed classes of English grammar that the reading of speech turns on.
enum SpeechWords {
    /// What parts a clause from its neighbours.
    static func isEdge(_ token: Token) -> Bool {
        switch token.text {
        case ",", ";", ":", ".", "—", "–", "-", "―": token.tag == .punctuation
        default: false
        }
    }

    /// What stands before "he said" where it is put into or behind what he says.
    static func opensParenthesis(_ token: Token) -> Bool {
        switch token.text {
        case ",", "—", "–", "-", "―", "(": true
        default: FunctionWords.quotes.contains(token.text)
        }
    }

    static func isDash(_ token: Token) -> Bool {
        switch token.text {
        case "-", "–", ".", "’", "'": token.tag == .punctuation
        default: false
        }
    }

    /// Adverbs that open or join a clause and are no part of a cue.
    static let clauseAdverbs: Set<String> = [
        "when", "how", "why", "where", "as", "so", "if", "however", "meanwhile", "then",
    ]
    /// What opens an adjunct that says when, where or why somebody speaks, and not what he says.
    static let adjunctOpeners: Set<String> = [
        "when", "as", "while", "after", "before", "since", "because", "if", "until", "during", "by", "though",
        "although", "without", "on", "in", "at", "amid", "despite", "where",
    ]
    /// Prepositions of what belongs to the object of a verb: "accused him of theft".
    static let objectPrepositions: Set<String> = ["as", "for", "of", "over", "from", "to", "with", "against", "about"]
    /// Subordinators that open no content.
    static let adverbialOpeners: Set<String> = [
        "if", "because", "when", "as", "while", "after", "until", "though", "although",
    ]
    static let questionWords: Set<String> = ["how", "why", "whether", "what", "when", "where", "who", "which"]
    static let relatives: Set<String> = ["who", "which", "that", "whom"]
    /// Subjects of a clause that is no parenthesis.
    static let plainSubjects: Set<String> = ["you", "that", "this", "it", "which", "who", "there", "what"]
    /// What a subject begins with where it denies its verb.
    static let negativeSubjects: Set<String> = ["no", "neither", "none", "nobody", "no-one", "few"]
    /// Subjects that stand for nobody: "it is certain that".
    static let dummies: Set<String> = ["it", "there", "that", "this"]
}
