internal import Foundation
internal import Tables
internal import Testing

/// Every export opened by the program or library that it is made for, where that is installed: `make check-exports` installs all.
@Suite("Exports, opened by what reads them", .serialized)
struct ReaderTests {
    /// Python with the libraries: that of `make check-exports`, else the system's.
    private enum Python {
        static let root = Result {
            URL(fileURLWithPath: try DataFolder.locate().path).deletingLastPathComponent().path
        }
        static let path: String? = {
            guard let root = try? root.get() else { return nil }
            let places = [root + "/.build-readers/bin/python", "/usr/bin/python3", "/usr/local/bin/python3"]
            return places.first { FileManager.default.isExecutableFile(atPath: $0) }
        }()

        static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
            guard let path else { return (127, "there is no python3") }
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
            try process.run()
            let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: output, as: UTF8.self))
        }

        static func holds(_ modules: String...) -> Bool {
            (try? run(["-c", "import " + modules.joined(separator: ", ")]))?.status == 0
        }
    }

    /// The samples and an article that tries to break every format, loaded once.
    private static let loaded: Result<Scratch, any Error> = Result {
        let folder = try Scratch()
        let samples = try DataFolder.locate().path + "/samples"
        let hostile = try Python.root.get() + "/Tests/Measuring/readers/hostile.jsonl"
        _ = try Program.run(["load", samples, hostile], database: folder.path + "/samples.db")
        return folder
    }

    private func check(_ format: String) throws {
        let database = try Self.loaded.get().path + "/samples.db"
        let outcome = try Python.run([
            try Python.root.get() + "/Tests/Measuring/readers", Program.path, "--only", format, "--db", database,
        ])
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.hasPrefix(format))
    }

    @Test("TimelineJS, by its documented rules", .enabled(if: Python.holds("json"), "python3 is not there"))
    func timelinejs() throws { try check("timelinejs") }

    @Test("GeoPandas", .enabled(if: Python.holds("geopandas", "geojson"), "geopandas or geojson is not installed"))
    func geojson() throws { try check("geojson") }

    @Test("NetworkX", .enabled(if: Python.holds("networkx"), "networkx is not installed"))
    func gexf() throws { try check("gexf") }

    @Test("igraph", .enabled(if: Python.holds("networkx", "igraph"), "networkx or igraph is not installed"))
    func graphml() throws { try check("graphml") }

    @Test("pandas", .enabled(if: Python.holds("pandas"), "pandas is not installed"))
    func csv() throws { try check("csv") }

    @Test("followthemoney", .enabled(if: Python.holds("followthemoney"), "followthemoney is not installed"))
    func ftm() throws { try check("ftm") }

    @Test("Obsidian's links, and PyYAML", .enabled(if: Python.holds("yaml"), "PyYAML is not installed"))
    func notes() throws { try check("notes") }

    @Test("Datasette", .enabled(if: Python.holds("datasette"), "datasette is not installed"))
    func datasette() throws { try check("datasette") }
}
