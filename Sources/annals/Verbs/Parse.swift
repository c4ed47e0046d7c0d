internal import ArgumentParser
internal import Language
internal import Reading
internal import Record
internal import Tables

/// `annals parse`: what the language stage sees.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the words, tags, lemmas, trees and names of a text, as CoNLL-U or drawn.",
        discussion: """
            Files are read as `annals load` reads them: plain text, Markdown, saved web pages, JSON Lines, feeds, folders. \
            Standard input is taken as plain text as it is, a paragraph a line. In the last column of CoNLL-U names are marked, \
            Name=B-person where one begins and Name=I-person where it goes on.

            EXAMPLES
              echo 'Troops captured two soldiers near Kursk.' | annals parse --tree
              annals parse story.md > story.conllu
            """)

    @Argument(help: ArgumentHelp("Files, folders, or - for standard input (the default).", valueName: "path"))
    var paths: [String] = ["-"]

    @Flag(help: "Draw each sentence's tree, with the names in it.")
    var tree = false

    @Flag(help: "Say where each word stands, in code points: Start=0|End=6 in the last column.")
    var offsets = false

    @OptionGroup var data: DataOption

    func validate() throws {
        if tree, offsets { throw ValidationError("--offsets goes with CoNLL-U, not with --tree.") }
    }

    func run() throws {
        let folder = try data.folder()
        let analyzer = try Analyzer(data: folder)
        let writer = try CoNLLUWriter(data: folder, showsOffsets: offsets)
        let reader = try DocumentReader(data: folder)
        func show(_ text: String, name: String?) {
            let analysis = analyzer.analyze(SourceText(text))
            Terminal.write(tree ? TreeView.lines(of: analysis) : writer.lines(of: analysis, document: name))
        }
        var failed = false
        for path in paths {
            if path == "-" {
                show(StandardInput.readText(), name: nil)
                continue
            }
            reader.read(path) { result in
                switch result {
                case .success(let item): show(item.document.text, name: item.document.id)
                case .failure(let failure):
                    failed = failed || failure.kind != .skipped
                    Terminal.note("\(Terminal.shown("\(failure)"))\n")
                }
            }
        }
        if failed { throw Failure.partial }
    }
}
