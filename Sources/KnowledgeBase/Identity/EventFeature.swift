/// What speaks for or against two events being one: the rows of `data/identity/events.tsv`.
public enum EventFeature: Int, CaseIterable, Sendable {
    /// 1 for every pair.
    case bias
    /// The share of the words of the shorter trigger that both have, by rarity.
    case word
    /// How rare the rarest word is that both triggers have; 1 from nine powers of e on.
    case rareWord
    /// 1 if the triggers have no word in common but a meaning.
    case meaning
    /// 1 if both are of one type of the ontology.
    case type
    /// 1 if they are of two types of the ontology.
    case otherType
    /// How much the two texts are about the same, and by how much that is more than 0.05, 0.1, 0.2 and 0.4; 0 in one text.
    case text, text05, text10, text20, text40
    /// `word` and `meaning` times how much the texts are about the same, up to 0.3.
    case wordText, meaningText
    /// 1 in one text.
    case document
    /// `word` in one text.
    case documentWord
    /// 1 if a role has fillers of whom nothing is alike.
    case otherParticipant
    /// Points for fillers of one role that are the same, or alike.
    case participants
    /// Points for times that overlap, the more the finer they are.
    case time
    /// Points for being reported at the same time, which everything is that happened that week.
    case report
    /// Points for one place, or one inside the other.
    case place
    /// Points for the same number.
    case number

    /// As the table names it.
    public var name: String {
        switch self {
        case .bias: "bias"
        case .word: "word"
        case .rareWord: "rare-word"
        case .meaning: "meaning"
        case .type: "type"
        case .otherType: "other-type"
        case .text: "text"
        case .text05: "text-0.05"
        case .text10: "text-0.1"
        case .text20: "text-0.2"
        case .text40: "text-0.4"
        case .wordText: "word-text"
        case .meaningText: "meaning-text"
        case .document: "document"
        case .documentWord: "document-word"
        case .otherParticipant: "other-participant"
        case .participants: "participants"
        case .time: "time"
        case .report: "report"
        case .place: "place"
        case .number: "number"
        }
    }
}
