/// The inflection of a verb, as far as its form and neighbours tell.
public enum VerbForm: String, Codable, Sendable {
    case base, present, past, gerund, pastParticiple

    /// Of a word with a Penn tag; nil for what is no verb.
    init?(penn: String) {
        switch penn {
        case "VB": self = .base
        case "VBP", "VBZ", "MD": self = .present
        case "VBD": self = .past
        case "VBN": self = .pastParticiple
        case "VBG": self = .gerund
        default: return nil
        }
    }
}
