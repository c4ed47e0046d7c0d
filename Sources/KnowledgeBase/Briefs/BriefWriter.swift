internal import SQLite

/// Writes briefs from what the knowledge base says at the moment it is looked at.
public struct BriefWriter {
    private let store: Store

    public init(store: Store) { self.store = store }

    /// The brief of an event or an entity.
    /// - Parameter subject: the key of an event, or any key, name or alias of an entity.
    /// - Throws: `QueryError.notFound` or `.ambiguous` with candidates.
    public func brief(of subject: String) throws(QueryError) -> Brief {
        let connection = store.connection
        do throws(SQLiteError) {
            if let event = try EventKeys(connection: connection).liveEvent(subject),
                let canonical = try connection.integer(
                    "SELECT canonical_id FROM canonical_events WHERE event_id = ?", event)
            {
                return try EventBrief(connection: connection).brief(of: canonical)
            }
        } catch { throw .sqlite(error) }
        let entity = try EntityResolver(connection: connection).resolve(subject)
        do throws(SQLiteError) {
            return try EntityBrief(connection: connection).brief(of: entity)
        } catch { throw .sqlite(error) }
    }
}
