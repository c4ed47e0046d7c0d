/// What the content of a reporting word may look like.
struct ReportFrames: OptionSet, Sendable {
    let rawValue: Int

    /// A clause, with or without "that".
    static let clause = ReportFrames(rawValue: 1 << 0)
    /// Words in quotation marks beside it.
    static let quote = ReportFrames(rawValue: 1 << 1)
    /// A question: whether, how, why.
    static let question = ReportFrames(rawValue: 1 << 2)
    /// An infinitive: "pledged to end".
    static let infinitive = ReportFrames(rawValue: 1 << 3)
    /// A gerund: "denied taking it".
    static let gerund = ReportFrames(rawValue: 1 << 4)
    /// A noun phrase: "announced the capture".
    static let object = ReportFrames(rawValue: 1 << 5)
    /// Somebody who is to do something: "urged him to go".
    static let request = ReportFrames(rawValue: 1 << 6)
    /// A noun phrase and a figure: "put the toll at 12".
    static let figure = ReportFrames(rawValue: 1 << 7)
    /// A noun phrase and what it is called: "called it a lie".
    static let naming = ReportFrames(rawValue: 1 << 8)
    /// The words report nothing and hide shorter ones.
    static let none = ReportFrames(rawValue: 1 << 9)

    /// Whatever a whole statement looks like.
    static let statement: ReportFrames = [.clause, .quote, .question]

    /// By its name in the table; nil for the name of a preposition.
    init?(named name: String) {
        switch name {
        case "that": self = .clause
        case "quote": self = .quote
        case "wh": self = .question
        case "to": self = .infinitive
        case "ing": self = .gerund
        case "np": self = .object
        case "np-to": self = .request
        case "np-at": self = .figure
        case "nc": self = .naming
        case "none": self = .none
        default: return nil
        }
    }

    init(rawValue: Int) { self.rawValue = rawValue }
}
