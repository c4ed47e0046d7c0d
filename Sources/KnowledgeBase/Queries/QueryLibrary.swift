public import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// All named queries: ours and a user's own.
public struct QueryLibrary: Sendable {
    /// Sorted by name.
    public let queries: [NamedQuery]
    /// Files of the user's folder that could not be read; the others can be used.
    public let problems: [DataError]

    /// Reads the queries.
    /// - Parameter userFolder: a folder of `.sql` files; a query of ours gives way to one of the same name.
    /// - Throws: `DataError` if one of ours cannot be read.
    public init(data: DataFolder, userFolder: String? = nil) throws(DataError) {
        var byName: [String: NamedQuery] = [:]
        for file in data.files(in: "queries", suffix: ".sql") {
            let path = data.path + "/" + file
            let text = String(decoding: try data.bytes(of: file), as: UTF8.self)
            let query = try NamedQuery(name: Self.name(of: file), file: path, text: text)
            byName[query.name] = query
        }
        var problems: [DataError] = []
        if let userFolder {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: userFolder))?.sorted()
            if names == nil {
                problems.append(DataError(file: userFolder, line: nil, expected: "a folder of .sql files"))
            }
            for name in names ?? [] where name.hasSuffix(".sql") {
                let path = userFolder + "/" + name
                do throws(DataError) {
                    guard let bytes = FileManager.default.contents(atPath: path) else {
                        throw DataError(file: path, line: nil, expected: "a readable file")
                    }
                    let query = try NamedQuery(
                        name: Self.name(of: name), file: path, text: String(decoding: bytes, as: UTF8.self))
                    byName[query.name] = query
                } catch { problems.append(error) }
            }
        }
        queries = byName.values.sorted { $0.name < $1.name }
        self.problems = problems
    }

    /// A query by its name.
    /// - Throws: `QueryError.unknownQuery` with names that are alike.
    public func query(named name: String) throws(QueryError) -> NamedQuery {
        if let query = queries.first(where: { $0.name == name }) { return query }
        let alike = queries.map(\.name).filter { $0.hasPrefix(name.prefix(3)) || $0.contains(name) }
        throw .unknownQuery(name: name, alike: alike)
    }

    private static func name(of path: String) -> String {
        String((path.split(separator: "/").last ?? "").dropLast(4))
    }
}
