/// What a noun phrase does in its clause, as far as it makes it come to mind again.
enum GrammaticalRole: Sendable {
    case subject, object, oblique, possessor, modifier
    /// The head of a sentence without a verb, or a predicate noun.
    case root

    /// - Parameter relation: a universal relation, with its subtype.
    init(relation: String) {
        switch relation {
        case "nsubj", "nsubj:pass", "nsubj:outer", "csubj": self = .subject
        case "obj", "iobj": self = .object
        case "obl", "obl:agent", "obl:unmarked", "obl:arg": self = .oblique
        case "nmod:poss": self = .possessor
        case "root", "parataxis", "ccomp", "advcl", "xcomp": self = .root
        default: self = .modifier
        }
    }

    /// True for what a verb takes.
    var isArgument: Bool { self == .subject || self == .object || self == .oblique }
}
