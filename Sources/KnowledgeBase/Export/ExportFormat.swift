/// A form in which a knowledge base can be taken to other programs; `docs/exports.md` describes each.
public enum ExportFormat: String, Sendable, CaseIterable {
    /// A timeline of dated events for TimelineJS (Knight Lab). A missing month or day stays missing.
    case timelinejs
    /// A FeatureCollection of the events that have a place (RFC 7946).
    case geojson
    /// A directed network of entities whose edges have intervals of days, for Gephi (GEXF 1.2).
    case gexf
    /// The same network for igraph, yEd, Cytoscape and NetworkX (GraphML).
    case graphml
    /// A pair of tables, things and links, for i2, Maltego and spreadsheets (RFC 4180).
    case csv
    /// Entities, events and links of FollowTheMoney in JSON Lines, for Aleph and what else reads them.
    case ftm
    /// A folder of Markdown notes, one an entity, with wikilinks, for Obsidian.
    case notes
    /// Titles, descriptions of tables and columns, and the named queries, for Datasette.
    case datasette
    /// Coded events in JSON Lines: the records of PLOVER, an interchange format of event data (openeventdata/PLOVER).
    case plover

    /// One line for people.
    public var title: String {
        switch self {
        case .timelinejs: "dated events for TimelineJS, or those of one entity"
        case .geojson: "events on a map, with the precision of each place: QGIS, Leaflet, kepler.gl, GeoPandas"
        case .gexf: "who did what to whom as a network in time: Gephi"
        case .graphml: "the same network: igraph, yEd, Cytoscape, NetworkX"
        case .csv: "things.csv and links.csv: i2, Maltego, spreadsheets"
        case .ftm: "FollowTheMoney entities, JSON Lines: Aleph, OpenSanctions tools"
        case .notes: "Markdown notes with [[wikilinks]], one an entity: Obsidian"
        case .datasette: "metadata with the named queries: datasette serve FILE -m metadata.json"
        case .plover: "coded events, JSON Lines (docs/coding.md)"
        }
    }

    /// Whether it is several files in a folder, not one text.
    public var isFolder: Bool { self == .csv || self == .notes }

    /// Whether it can be about one entity alone.
    public var takesEntity: Bool { self == .timelinejs || self == .geojson }
}
