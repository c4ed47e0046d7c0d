internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite
internal import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What every verb that asks has in common: the knowledge base, the form of the answer, the user's own queries.
struct QueryOptions: ParsableArguments {
    @OptionGroup var output: OutputOptions
    @OptionGroup var reading: ReadingOptions

    var database: DatabaseOption { reading.database }

    /// Our queries and those of the user's folder: `ANNALS_QUERIES`, else `~/.config/annals/queries`.
    static func library(_ data: DataFolder) throws -> QueryLibrary {
        let environment = ProcessInfo.processInfo.environment
        let folder = environment["ANNALS_QUERIES"] ?? environment["HOME"].map { $0 + "/.config/annals/queries" }
        let isThere = folder.map { FileManager.default.fileExists(atPath: $0) } ?? false
        let library = try QueryLibrary(data: data, userFolder: isThere ? folder : nil)
        for problem in library.problems { Terminal.note("annals: \(Terminal.shown(problem.description))\n") }
        return library
    }

    /// Runs a named query and prints its answer.
    /// - Parameter view: makes the form for reading; a plain table where it is nil.
    func answer(_ name: String, _ arguments: [String: String], view: ((QueryResult) -> String)? = nil) throws {
        let library = try Self.library(try database.data.folder())
        let query = try library.query(named: name)
        let store = try reading.open()
        let result = try QueryRunner(connection: store.connection).run(query, arguments: arguments)
        if result.rows.isEmpty, output.isForReading {
            Terminal.note("Nothing found.\n")
            throw Failure.partial
        }
        if output.isForReading, let view {
            Terminal.write(view(result))
        } else {
            ResultWriter(format: output.format ?? .table).write(columns: result.columns, rows: result.rows)
        }
        if result.rows.isEmpty { throw Failure.partial }
    }
}
