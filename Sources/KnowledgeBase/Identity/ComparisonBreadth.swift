/// Which events of different documents are compared, and how surely two have to be one.
public enum ComparisonBreadth: Sendable {
    /// As a knowledge base needs it: events of a type that share something sharp (a settlement, a named person, a number, a day), with
    /// a threshold by which a wrong merge is worse than a missed one.
    case sure
    /// As `annals link` does: words for events without a type too, also of one document, wherever the word and what the text is
    /// about are alike, with the threshold by which most accounts are joined rightly.
    case wide
}
