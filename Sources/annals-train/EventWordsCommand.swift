import ArgumentParser
import KnowledgeBase
import Tables
import Training

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes the tables of words by which events are compared.
struct EventWordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event-words",
        abstract:
            "Count how rare words are, and list what words for events mean; write data/identity/word-counts.tsv, meanings.tsv.",
        discussion: """
            EXAMPLE
              annals-train event-words --texts gum/train.jsonl --texts wikiwars/dev.jsonl --wordnet oewn
            """)

    @Option(help: ArgumentHelp("Records of which the texts are counted.", valueName: "file"))
    var texts: [String]

    @Option(help: ArgumentHelp("Open English WordNet: senses.tsv, synsets.tsv, derivations.tsv.", valueName: "folder"))
    var wordnet: String

    @Option(help: "The data folder.")
    var data: String?

    /// Longer texts are counted in pieces of so many words.
    private static let piece = 400
    /// Words in fewer texts are left out.
    private static let fewest = 3
    /// What nouns for that can happen, by WordNet's files.
    private static let happenings: Set<String> = ["noun.act", "noun.event", "noun.phenomenon", "noun.process"]
    private static let derived = happenings.union([
        "noun.communication", "noun.state", "noun.feeling", "noun.possession",
    ])

    private struct Text: Decodable {
        var text: String
    }

    func run() throws {
        let folder = try DataFolder.locate(data)
        let stems = try EventLexicon.stems(data: folder)
        try replaceRows(of: folder.path + "/" + EventLexicon.tables[0], with: try counts(stems))
        try replaceRows(of: folder.path + "/" + EventLexicon.tables[1], with: try meanings(stems))
    }

    private func counts(_ stems: WordStems) throws -> [String] {
        var counts: [String: Int] = [:]
        var pieces = 0
        for path in texts {
            for line in try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")) {
                let text = try JSONDecoder().decode(Text.self, from: line).text
                let words = WordStems.words(of: text.utf8).map(\.word)
                for start in stride(from: 0, to: words.count, by: Self.piece) {
                    let part = words[start..<min(start + Self.piece, words.count)]
                    // The end of a long text is no text of its own.
                    if start > 0, part.count < Self.piece / 4 { continue }
                    pieces += 1
                    for stem in Set(part.map(stems.stem)) { counts[stem, default: 0] += 1 }
                }
            }
        }
        Report.line("\(pieces) texts, \(counts.count) stems")
        let kept = counts.filter { $0.value >= Self.fewest }.sorted { $0.key < $1.key }
        return ["*\t\(pieces)"] + kept.map { "\($0.key)\t\($0.value)" }
    }

    private func meanings(_ stems: WordStems) throws -> [String] {
        var files: [Substring: Substring] = [:]
        for row in try rows("synsets.tsv") where row.count >= 2 { files[row[0]] = row[1] }
        func isKind(_ synset: Substring, _ kinds: Set<String>) -> Bool {
            files[synset].map { kinds.contains(String($0)) } ?? false
        }
        var meanings: [String: Set<Substring>] = [:]
        func add(_ word: Substring, _ synset: Substring) {
            guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return }
            meanings[stems.stem(word.lowercased()), default: []].insert(synset)
        }
        for row in try rows("senses.tsv") where row.count >= 3 {
            if row[1] == "v" || row[1] == "n" && isKind(row[2], Self.happenings) { add(row[0], row[2]) }
        }
        for row in try rows("derivations.tsv") where row.count >= 4 && isKind(row[1], Self.derived) {
            add(row[0], row[3])
        }
        var uses: [Substring: Int] = [:]
        for synset in meanings.values.joined() { uses[synset, default: 0] += 1 }
        // A meaning that one word has brings no two words together.
        let shared = uses.filter { $0.value > 1 }.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(shared, 1...))
        Report.line("\(meanings.count) stems, \(shared.count) meanings")
        return meanings.sorted { $0.key < $1.key }.compactMap { stem, synsets in
            let known = synsets.compactMap { numbers[$0] }.sorted()
            return known.isEmpty ? nil : "\(stem)\t\(known.map(String.init).joined(separator: " "))"
        }
    }

    private func rows(_ name: String) throws -> [[Substring]] {
        String(decoding: try Data(contentsOf: URL(filePath: wordnet + "/" + name)), as: UTF8.self)
            .split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }

    /// Keeps a table's comments and column names.
    private func replaceRows(of path: String, with rows: [String]) throws {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        var head: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            head.append(line)
            if !line.hasPrefix("#") { break }
        }
        try Data(((head.map(String.init) + rows).joined(separator: "\n") + "\n").utf8)
            .write(to: URL(filePath: path), options: .atomic)
    }
}
