package import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Inflected forms that dictionaries list or that follow from them.
///
/// Verbs are those of UniMorph that Open English WordNet knows; nouns are WordNet's, with the plural that the rules of
/// spelling give them.
package struct Inflections {
    /// By group and form, the lemmas it may be of, sorted.
    private(set) var lemmas: [LemmaExamples.Key: [String]] = [:]
    /// Base forms of verbs and nouns.
    private(set) var bases: Set<String> = []
    /// Names of peoples, languages and faiths in lower case, which are adjectives too.
    private(set) var peoples: [String] = []

    /// Reads the two dictionaries.
    /// - Parameters:
    ///   - unimorph: `eng.tsv`: lemma, form, features.
    ///   - senses: WordNet's words: lemma, part of speech, synset.
    package init(unimorph: String, senses: String) throws(DataError) {
        var verbs: Set<String> = []
        var nouns: Set<String> = []
        var names: Set<String> = []
        try Self.forEachRow(of: senses) { cells in
            let word = cells[0]
            guard word.utf8.count > 1, Self.isPlain(word) else { return }
            let folded = word.lowercased()
            if cells[1] == "v", word == folded { verbs.insert(word) }
            // Two letters are abbreviations among nouns.
            if cells[1] == "n", word.utf8.count > 2 {
                if word == folded { nouns.insert(word) } else { names.insert(folded) }
            }
        }
        let tags = ["V;PST": "VBD", "V;V.PTCP;PST": "VBD", "V;V.PTCP;PRS": "VBG", "V;3;SG;PRS": "VBZ"]
        var found: [LemmaExamples.Key: Set<String>] = [:]
        try Self.forEachRow(of: unimorph) { cells in
            guard cells.count > 2, let group = tags[cells[2]], verbs.contains(cells[0]), Self.isPlain(cells[1]) else {
                return
            }
            found[LemmaExamples.Key(group: group, word: cells[1].lowercased()), default: []].insert(cells[0])
        }
        for group in ["NNS", "NNPS"] {
            for noun in nouns {
                found[LemmaExamples.Key(group: group, word: Self.plural(noun)), default: []].insert(noun)
            }
            // "Cargos" and "cargoes" are both written; "shoes" is of "shoe".
            for noun in nouns where noun.hasSuffix("o") {
                let key = LemmaExamples.Key(group: group, word: noun + "es")
                if found[key] == nil { found[key] = [noun] }
            }
            // "Series" and "headquarters" have no singular of their own.
            for noun in nouns where noun.hasSuffix("s") && !noun.hasSuffix("ss") {
                let key = LemmaExamples.Key(group: group, word: noun)
                if found[key] == nil { found[key] = [noun] }
            }
        }
        bases = verbs.union(nouns)
        lemmas = found.mapValues { $0.sorted() }
        let ends = ["an", "ese", "ish", "i", "ic", "ist"]
        peoples = names.filter { name in ends.contains { name.hasSuffix($0) } }.sorted()
    }

    private static func isPlain(_ word: String) -> Bool {
        word.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    }

    private static func plural(_ noun: String) -> String {
        if ["s", "x", "z", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
        if noun.hasSuffix("y"), let before = noun.utf8.dropLast().last, !"aeiou".utf8.contains(before) {
            return noun.dropLast() + "ies"
        }
        return noun + "s"
    }

    private static func forEachRow(of path: String, _ body: ([String]) -> Void) throws(DataError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DataError(file: path, line: nil, expected: "a readable table", advice: "Name it in full.")
        }
        for line in data.split(separator: UInt8(ascii: "\n")) {
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            if cells.count > 1 { body(cells.map { String(decoding: $0, as: UTF8.self) }) }
        }
    }
}
