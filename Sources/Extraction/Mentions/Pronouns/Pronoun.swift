internal import Language

/// A pronoun that looks for its antecedent.
struct Pronoun {
    var position: Int
    var sentence: Int
    var agreement: ReferenceWords.Class
    var role: GrammaticalRole
    var isPossessive: Bool
    /// The number of the quotation it stands in; 0 if none.
    var quote: Int
    /// The verb or noun whose argument it is.
    var predicate: Int?

    /// True if number, animacy and gender allow it to stand for something.
    func agrees(_ other: Antecedent) -> Bool {
        switch agreement {
        case .masculine: other.features.contains(.person) && other.gender != .feminine
        case .feminine: other.features.contains(.person) && other.gender != .masculine
        case .plural: !other.features.isDisjoint(with: [.plural, .body])
        case .pair: other.features.contains(.pair)
        case .thing: other.features.contains(.thing)
        default: false
        }
    }
}
