internal import ArgumentParser
internal import KnowledgeBase

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `--db`: which knowledge base.
struct DatabaseOption: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp(
            "The knowledge base. Default: the environment variable ANNALS_DB, else annals.db.", valueName: "file"))
    var path: String?

    @OptionGroup var data: DataOption

    /// The path in force.
    var resolved: String { path ?? ProcessInfo.processInfo.environment["ANNALS_DB"] ?? "annals.db" }

    /// The file's name without `.db`, as Datasette calls it.
    var name: String {
        let file = resolved.split(separator: "/").last.map(String.init) ?? "annals"
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
        return String(file[..<dot])
    }

    func open(_ mode: Store.Mode) throws -> Store { try Store(path: resolved, mode: mode, data: data.folder()) }
}
