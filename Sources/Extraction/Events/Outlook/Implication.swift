internal import Record

/// What a word says of the event that depends on it.
///
/// After the implication signatures of Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual
/// inference" (2006).
enum Implication: Sendable, Equatable {
    /// It happened or not, as far as the word's own event did.
    case happened(Bool)
    /// It happened, whatever is said of the word.
    case fact
    /// All that is said of the word is said of it.
    case same
    case manner(Modality, polarity: Polarity, certainty: Int)

    /// Reads a cell of `implications.tsv`; nil if it says nothing known.
    init?(_ text: String) {
        switch text {
        case "yes": self = .happened(true)
        case "no": self = .happened(false)
        case "fact": self = .fact
        case "same": self = .same
        default:
            let isNegative = text.hasPrefix("-")
            let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ":", maxSplits: 1)
            guard let name = parts.first, let modality = Modality(rawValue: String(name)) else { return nil }
            let certainty = parts.count > 1 ? Int(parts[1]) : Self.usualCertainty(of: modality)
            guard let certainty, (-3...3).contains(certainty) else { return nil }
            let polarity: Polarity = isNegative || modality == .denied ? .negative : .positive
            self = .manner(modality, polarity: polarity, certainty: certainty)
        }
    }

    /// What is left of certainty where a table does not say.
    static func usualCertainty(of modality: Modality) -> Int {
        switch modality {
        case .future, .hedged: 1
        case .conditional, .ordered: 0
        case .asserted, .habitual, .denied: 3
        }
    }

    /// What is said of the event that depends on a word of which something is said.
    func applied(to word: Outlook) -> Outlook {
        var outlook = Outlook()
        outlook.tense = word.tense
        switch self {
        case .same: return word
        case .fact: outlook.isMarked = true
        case .happened(let yes):
            outlook.modality = word.modality
            outlook.certainty = word.certainty
            outlook.polarity = yes ? .positive : .negative
            outlook.isMarked = true
        case .manner(let modality, let polarity, let certainty):
            outlook.modality = word.modality
            outlook.polarity = polarity
            outlook.certainty = word.certainty
            outlook.take(modality, certainty: certainty)
        }
        return outlook
    }
}
