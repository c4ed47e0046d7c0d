internal import Language
internal import Record

/// Something that a pronoun may stand for. Every pronoun looks at many, so they are small.
struct Antecedent {
    struct Features: OptionSet {
        let rawValue: Int
        /// One person.
        static let person = Features(rawValue: 1)
        /// One thing that is no person: an agency, a place, a unit.
        static let thing = Features(rawValue: 2)
        /// Several.
        static let plural = Features(rawValue: 4)
        /// One body of many people: "the police", "the company".
        static let body = Features(rawValue: 8)
        static let name = Features(rawValue: 16)
        static let pronoun = Features(rawValue: 32)
        /// "a man", "his brother": what brings in somebody new, mostly in passing.
        static let passing = Features(rawValue: 64)
        /// Two of them.
        static let pair = Features(rawValue: 128)
        static let place = Features(rawValue: 256)
    }

    /// What it is.
    enum Source {
        /// The number of a draft.
        case draft(Int)
        /// The number of a coordination: "Ada and Ivo".
        case together(Int)
        /// A noun that is no mention. A pronoun that stands for it stands for nobody.
        case noun
    }

    var source: Source
    var chain: Int
    var sentence: Int
    var tokens: Range<Int>
    var top: Int
    var role: GrammaticalRole
    var features: Features
    var gender: Gender?
    /// The number of the quotation it stands in; 0 if none.
    var quote: Int
    /// The last sentence from which a pronoun may still lean on it.
    var lastSentence: Int

    /// True if it is one mention: neither a noun that is none nor several named together.
    var isDraft: Bool {
        if case .draft = source { return true }
        return false
    }

    /// True if it is a mention or several.
    var isMentioned: Bool {
        if case .noun = source { return false }
        return true
    }
}
