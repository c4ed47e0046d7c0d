/// What of a knowledge base is taken out, and how.
public struct ExportOptions: Sendable {
    /// The rows into which a timeline is parted.
    public enum Grouping: String, Sendable, CaseIterable {
        /// The upper level of the ontology: conflict, diplomacy …
        case `class`
        /// The type of event: attack, meet …
        case type
        /// The place of the event.
        case place
        /// One row.
        case none
    }

    /// Only events that it takes part in: any name, alias or key. Nil for all.
    public var entity: String?
    /// Also what is planned, demanded, supposed or usual, and what is only denied.
    public var includesAll = false
    public var grouping = Grouping.class
    /// Leaves cells of CSV as they are even where a spreadsheet would take them for a formula.
    public var keepsFormulas = false
    /// The name under which Datasette serves the file: its name without `.db`.
    public var databaseName = "annals"
    /// The named queries for Datasette; ours if nil.
    public var queries: [NamedQuery]?

    public init() {}
}
