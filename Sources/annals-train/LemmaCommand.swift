import ArgumentParser
import Tables
import Training

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Learns the tables of the lemmatizer and says how good they are.
struct LemmaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lemmas",
        abstract: "Learn lemmas from treebanks and dictionaries; write data/lexicon/lemma*.tsv.",
        discussion: """
            The first treebank counts most: where treebanks differ it decides. Without --train the tables are only scored.

            EXAMPLE
              annals-train lemmas --train ewt/train.conllu --train gum/train.conllu --unimorph eng.tsv \
            --senses oewn/senses.tsv --check ewt/dev.conllu
            """)

    @Option(help: ArgumentHelp("A treebank to learn from.", valueName: "file"))
    var train: [String] = []

    @Option(help: ArgumentHelp("UniMorph's English forms.", valueName: "file"))
    var unimorph: String?

    @Option(help: ArgumentHelp("Open English WordNet's words: lemma, part of speech, synset.", valueName: "file"))
    var senses: String?

    @Option(help: ArgumentHelp("A treebank to score on, with gold words and tags.", valueName: "file"))
    var check: [String] = []

    @Option(help: ArgumentHelp("How many kinds of mistakes are shown.", valueName: "number"))
    var mistakes = 0

    @Option(help: ArgumentHelp("The data folder.", valueName: "folder"))
    var data: String?

    func validate() throws {
        if !train.isEmpty, unimorph == nil || senses == nil {
            throw ValidationError("--train needs --unimorph and --senses.")
        }
        if train.isEmpty, check.isEmpty { throw ValidationError("Name treebanks with --train or --check.") }
    }

    func run() throws {
        let folder = try DataFolder.locate(data)
        if !train.isEmpty, let unimorph, let senses {
            var trainer = LemmaTrainer(inflections: try Inflections(unimorph: unimorph, senses: senses))
            for (place, file) in train.enumerated() {
                trainer.add(try Treebank(path: file), weight: place == 0 ? 8 : 1)
            }
            let tables = trainer.tables()
            try write(
                tables.words, to: folder.path + "/lexicon/lemmas.tsv", columns: "group\tword\tlemma",
                about: "Lemmas of words, folded, by their Penn tag, where endings would not give them.")
            try write(
                tables.endings, to: folder.path + "/lexicon/lemma-endings.tsv", columns: "group\tending\tcut\tadded",
                about:
                    "Endings by Penn tag: how many bytes are cut off and what is put there; ^ is the start of a word.")
            try write(
                tables.cases, to: folder.path + "/lexicon/lemma-case.tsv", columns: "class\tword\tending\tcase",
                about: "Which letters of lemmas are large, by tag and by the letters of the word; =text is written so.")
        }
        let score = try LemmaScore(data: folder)
        for file in check {
            let outcome = score.outcome(on: try Treebank(path: file))
            print("\(file): \(outcome.right) of \(outcome.words) right, \(outcome.folded) but for large letters")
            for mistake in outcome.mistakes.prefix(mistakes) {
                print("\(mistake.count)\t\(mistake.form)\t\(mistake.penn)\t\(mistake.gold)\t\(mistake.guess)")
            }
        }
    }

    private func write(_ rows: [[String]], to path: String, columns: String, about: String) throws {
        let source = """
            # Source: learnt by `annals-train lemmas` from the training parts of Universal Dependencies English EWT
            # (CC BY-SA 4.0) and GUM, permissive genres (CC BY, CC BY-SA), with UniMorph English (CC BY-SA 3.0) and Open
            # English WordNet (CC BY 4.0). Licence of this table: CC BY-SA 4.0. Do not edit: run the command again.
            """
        let lines = rows.map { $0.joined(separator: "\t") }
        let text = "# \(about)\n\(source)\n\(columns)\n" + lines.map { $0 + "\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        print("\(path): \(rows.count) rows")
    }
}
