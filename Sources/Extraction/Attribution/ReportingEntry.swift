/// A line of `lexicon/reporting.tsv`.
struct ReportingEntry: Sendable {
    /// What reporting it is: the table's column `class`.
    enum Group: String, Sendable {
        case say, write, show, think, learn, ask, commit, judge, doubt, deny, quote, seem
    }

    let words: [String]
    let certainty: Int
    let frames: ReportFrames
    /// The prepositions that its content follows; given are those whose content is only spoken of.
    let prepositions: [(word: String, isGiven: Bool)]
    /// True if its object is only spoken of and taken as given: "condemned the attack".
    let givesObject: Bool
    let group: Group

    func takes(_ frames: ReportFrames) -> Bool { !self.frames.isDisjoint(with: frames) }

    /// Whether its content follows a preposition, and if so whether that is only spoken of; nil if it does not.
    func preposition(_ word: String) -> (word: String, isGiven: Bool)? { prepositions.first { $0.word == word } }

    /// The certainty under a negation: what is not confirmed and not denied is left open, what is not believed is
    /// doubted.
    var negatedCertainty: Int { group == .think ? -min(certainty, 1) : 0 }

    /// True for what makes a statement or passes one on, rather than a wish, an opinion or a judgement.
    var isSpeech: Bool { group == .say || group == .write }

    /// True for a plan or wish whose infinitive the speaker would do himself: "pledged to end".
    var governsInfinitive: Bool { takes(.infinitive) && group != .seem }
}
