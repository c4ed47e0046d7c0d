internal import ArgumentParser

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `--author`: who decides.
struct AuthorOption: ParsableArguments {
    @Option(
        name: .customLong("author"), help: ArgumentHelp("Who decides. Default: the user's name.", valueName: "name"))
    var given: String?

    /// The name in force.
    var name: String {
        let name = given ?? ProcessInfo.processInfo.environment["USER"] ?? ""
        return name.isEmpty ? "person" : name
    }
}
