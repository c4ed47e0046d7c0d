internal import Record

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The folder of tables, queries and samples that the program reads its knowledge from.
public struct DataFolder: Sendable {
    /// An absolute path without a slash at its end.
    public let path: String

    /// A folder that is known to hold the data.
    /// - Throws: `DataError` if there is no such folder or it does not hold Annals' data.
    public init(path: String) throws(DataError) {
        guard Self.holdsData(path) else {
            throw DataError(
                file: path, line: nil,
                expected: "a folder with Annals' data (one that holds `ontology/events.tsv`)",
                advice: "Name the project's `data` folder with --data or ANNALS_DATA.")
        }
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Finds the folder: the one named, else `ANNALS_DATA`, else `share/annals` beside the executable's folder,
    /// else the `data` folder of the checkout that the executable was built in.
    public static func locate(_ named: String? = nil) throws(DataError) -> DataFolder {
        if let named { return try DataFolder(path: named) }
        if let named = ProcessInfo.processInfo.environment["ANNALS_DATA"], !named.isEmpty {
            return try DataFolder(path: named)
        }
        let executable =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = parent(of: executable)
        let installed = parent(of: folder) + "/share/annals"
        if holdsData(installed) { return try DataFolder(path: installed) }
        while folder.count > 1 {
            if holdsData(folder + "/data") { return try DataFolder(path: folder + "/data") }
            folder = parent(of: folder)
        }
        throw DataError(
            file: installed, line: nil, expected: "Annals' data folder",
            advice: "Name the project's `data` folder with --data or ANNALS_DATA.")
    }

    /// The bytes of one of its files, named by its path inside the folder.
    public func bytes(of name: String) throws(DataError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path + "/" + name) else {
            throw DataError(
                file: path + "/" + name, line: nil, expected: "a readable file",
                advice: "The data folder is incomplete; install it again or name another with --data.")
        }
        return [UInt8](data)
    }

    /// The first 64 bytes of a file.
    private func header(of name: String) throws(DataError) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path + "/" + name), options: .alwaysMapped) else {
            return try bytes(of: name)
        }
        return [UInt8](data.prefix(64))
    }

    /// True if the folder has a file of that name: the gazetteer and the name lists may be left out.
    public func holds(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }

    /// Reads one of its tables.
    /// - Parameter columns: the columns that must be there.
    public func table(_ name: String, columns: [String]) throws(DataError) -> Table {
        try Table(name: name, file: path + "/" + name, bytes: bytes(of: name), columns: columns)
    }

    /// Opens one of its tables that are sorted by their first column.
    public func sortedTable(_ name: String, columns: [String]) throws(DataError) -> SortedTable {
        try SortedTable(name: name, file: path + "/" + name, columns: columns)
    }

    /// The names of the files in one of its folders, sorted, as paths inside the data folder.
    public func files(in folder: String, suffix: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
    }

    /// Long tables whose first line is a checksum of the rest.
    private static let summed: Set<String> = ["gazetteer/villages.tsv"]

    /// One hash over the named files: it changes when any of them does. Of a model and of long tables only the header is
    /// read, which holds a checksum of the rest.
    public func contentHash(of names: [String]) throws(DataError) -> String {
        var hash = ContentHash()
        for name in names.sorted() {
            hash.update(field: name)
            let isSummed = name.hasSuffix(".model") || Self.summed.contains(name)
            hash.update(isSummed ? try header(of: name) : try bytes(of: name))
        }
        return hash.hexadecimal(digits: 16)
    }

    private static func holdsData(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/ontology/events.tsv")
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}
