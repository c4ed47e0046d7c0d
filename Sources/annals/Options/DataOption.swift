internal import ArgumentParser
internal import Tables

/// `--data`: where the tables lie.
struct DataOption: ParsableArguments {
    @Option(name: .customLong("data"), help: ArgumentHelp("The folder of tables to use.", valueName: "folder"))
    var path: String?

    func folder() throws -> DataFolder { try DataFolder.locate(path) }
}
