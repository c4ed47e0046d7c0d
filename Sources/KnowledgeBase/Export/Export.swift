internal import SQLite

extension Store {
    /// Writes what it knows in a form for other programs.
    /// - Parameters:
    ///   - format: one that is a single text.
    ///   - write: called with each piece of the text.
    /// - Throws: `QueryError` if the entity is unknown, `ExportError` if the format is a folder, `StoreError` else.
    @discardableResult
    public func export(
        _ format: ExportFormat, options: ExportOptions = ExportOptions(), _ write: (String) -> Void
    ) throws -> ExportSummary {
        try exporting {
            let rows = NetworkRows(connection: connection, includesAll: options.includesAll)
            switch format {
            case .timelinejs:
                return try TimelineJSExport(connection: connection, options: options, entity: entity(of: options))
                    .write(write)
            case .geojson:
                return try GeoJSONExport(connection: connection, options: options, entity: entity(of: options)).write(
                    write)
            case .gexf: return try GEXFExport(rows: rows).write(write)
            case .graphml: return try GraphMLExport(rows: rows).write(write)
            case .ftm:
                // Its schemas have no word for what has not happened.
                let rows = NetworkRows(connection: connection, includesAll: false)
                return try FTMExport(rows: rows, data: data).write(write)
            case .datasette:
                let queries = try options.queries ?? QueryLibrary(data: data).queries
                return DatasetteExport(options: options, queries: queries).write(write)
            case .plover:
                var summary = ExportSummary()
                summary.wrote(try PloverExport(connection: connection, data: data).write(write), "events")
                return summary
            case .csv, .notes: throw ExportError.needsFolder(format)
            }
        }
    }

    /// Writes what it knows as files in a folder: all of them, or none.
    /// - Parameters:
    ///   - path: the folder; it is made if there is none.
    ///   - isForced: whether files that are not of an earlier export are overwritten.
    /// - Throws: `ExportError` if files would be overwritten or cannot be written, `StoreError` else.
    public func export(
        _ format: ExportFormat, options: ExportOptions = ExportOptions(), toFolder path: String, isForced: Bool = false
    ) throws -> ExportSummary {
        try exporting {
            let folder = try ExportFolder(path: path, isForced: isForced)
            let rows = NetworkRows(connection: connection, includesAll: options.includesAll)
            var summary: ExportSummary
            switch format {
            case .csv: summary = try CSVExport(rows: rows, options: options).write(to: folder)
            case .notes: summary = try NotesExport(rows: rows).write(to: folder)
            case .timelinejs, .geojson, .gexf, .graphml, .ftm, .datasette, .plover:
                throw ExportError.needsNoFolder(format)
            }
            let (removed, kept) = try folder.finish()
            if removed > 0 { summary.remark("\(removed) files of an earlier export are gone.") }
            if kept > 0 { summary.remark("\(kept) files of an earlier export stay, because somebody changed them.") }
            return summary
        }
    }

    /// Reads one state of the file from the first row to the last, whoever writes meanwhile.
    private func exporting(_ body: () throws -> ExportSummary) throws -> ExportSummary {
        do {
            return try connection.transaction(.deferred, body)
        } catch let error as QueryError {
            throw error
        } catch let error as ExportError {
            throw error
        } catch {
            throw Self.explained(error, path: path)
        }
    }

    private func entity(of options: ExportOptions) throws(QueryError) -> Int64? {
        guard let name = options.entity else { return nil }
        return try EntityResolver(connection: connection).resolve(name).id
    }
}
