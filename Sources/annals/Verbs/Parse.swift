internal import ArgumentParser
internal import Language
internal import Record
internal import Tables

/// `annals parse`: what the language stage sees.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show sentences, words, tags and lemmas of a text as CoNLL-U.",
        discussion: """
            EXAMPLE
              echo 'Troops captured two soldiers near Kursk.' | annals parse
            """)

    @OptionGroup var data: DataOption

    func run() throws {
        let analyzer = try Analyzer(data: data.folder())
        let analysis = analyzer.analyze(SourceText(StandardInput.readText()))
        for sentence in analysis.sentences {
            var lines = "# text = \(Terminal.shown(analysis.source[sentence.span]))\n"
            for (index, token) in sentence.tokens.enumerated() {
                let isSpaced = index + 1 < sentence.tokens.count && !sentence.tokens[index + 1].spaceBefore
                lines +=
                    [
                        String(index + 1), token.text, token.tag == .properNoun ? token.text : token.lemma,
                        token.tag.rawValue, token.penn, "_",
                        index == 0 ? "0" : "1",
                        index == 0 ? "root" : "dep", "_", isSpaced ? "SpaceAfter=No" : "_",
                    ].joined(separator: "\t") + "\n"
            }
            Terminal.write(lines + "\n")
        }
    }
}
