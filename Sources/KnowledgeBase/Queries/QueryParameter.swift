/// What a query asks its user for.
public struct QueryParameter: Sendable, Hashable {
    /// As it stands in the SQL, without the colon.
    public var name: String
    public var type: QueryParameterType
    /// What is taken where the user says nothing; nil for nothing (NULL), if it is not required.
    public var defaultValue: String?
    /// Whether the user must give it.
    public var isRequired: Bool
    /// One line for people.
    public var help: String

    public init(name: String, type: QueryParameterType, defaultValue: String?, isRequired: Bool, help: String) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.isRequired = isRequired
        self.help = help
    }
}

/// What a parameter may be, and what the SQL gets of it.
public enum QueryParameterType: String, Sendable, CaseIterable {
    /// Any text, as it is. The SQL may also use `:NAME_key` (the form names are compared in), `:NAME_words` (for
    /// `sentence_search MATCH`) and `:NAME_fragment` (for `name_search MATCH`).
    case text
    case integer
    case number
    /// A day: `2025-01-11`, or a month or year, which stands for its first day.
    case date
    /// A day, or a month or year, which stands for its last day: the end of a time.
    case lastDay = "lastday"
    /// Any name, alias, fragment or key of a person, agency, place, unit …: the SQL gets its canonical `entities.id`.
    case entity
    /// The key of an event: the SQL gets its canonical `events.id`.
    case event
    /// The key, URL or title of a document: the SQL gets its `versions.id`.
    case document
    /// A country's code or any of its names: the SQL gets the ISO 3166-1 alpha-2 code.
    case country
    /// A type of event, or a class of types: the SQL gets its name.
    case eventType = "eventtype"
    /// yes or no: the SQL gets 1 or 0.
    case flag

    /// What a person may write, for messages.
    public var expectation: String {
        switch self {
        case .text: "text"
        case .integer: "a whole number, such as 100"
        case .number: "a number, such as 2.5"
        case .date, .lastDay: "a date: 2025-01-11, 2025-01 or 2025"
        case .entity: "a name, alias, fragment or key of a person, agency, place or unit"
        case .event: "the key of an event, as timelines show it"
        case .document: "the key, URL or title of a document"
        case .country: "a country's name or two-letter code"
        case .eventType: "a type or class of events, such as capture or conflict"
        case .flag: "yes or no"
        }
    }
}
