internal import Tables

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The probabilities of the tagger, from counts that `data/build/tagger.py` made of treebanks.
struct TagModel: Sendable {
    static let tables = ["lexicon/tag-words.tsv", "lexicon/tag-suffixes.tsv", "lexicon/tag-transitions.tsv"]

    /// A tag that a word may have, with the logarithm of the probability of the word given the tag.
    struct Candidate: Sendable {
        var tag: UInt8
        var score: Float
    }

    /// Words or endings with their candidates.
    private struct CandidateTable: Sendable {
        var places = WordMap<Range<Int>>()
        var candidates: [Candidate] = []

        /// Adds what stands under a word, if it does.
        func append(_ word: HashedWord, to found: inout [Candidate]) -> Bool {
            guard let place = places[word] else { return false }
            found.append(contentsOf: candidates[place])
            return true
        }
    }

    /// The names of the tags; the last two are the edges of a sentence.
    let names: [String]
    let start: UInt8
    let end: UInt8
    private let words: CandidateTable
    private let suffixes: CandidateTable
    /// The logarithm of the interpolated probability of a tag after two others, by (first * count + second) * count + third.
    private let transitions: [Float]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.tables[2], columns: ["first", "second", "third", "count"])
        var ids: [String: Int] = [:]
        var names: [String] = []
        func id(_ name: String) -> Int {
            if let known = ids[name] { return known }
            ids[name] = names.count
            names.append(name)
            return names.count - 1
        }
        var trigrams: [(Int, Int, Int, Double)] = []
        trigrams.reserveCapacity(table.rows.count)
        for row in table.rows {
            trigrams.append((id(row[0]), id(row[1]), id(row[2]), Double(row[3]) ?? 0))
        }
        let count = names.count
        self.names = names
        start = UInt8(ids["<s>"] ?? 0)
        end = UInt8(ids["</s>"] ?? 0)
        transitions = Self.interpolated(trigrams, count: count)
        var totals = [Double](repeating: 0, count: count)
        for (_, _, third, number) in trigrams { totals[third] += number }
        words = try Self.candidates(data, Self.tables[0], ids, leastShare: 0) { tag, number, _ in
            Float(log(number / totals[tag]))
        }
        let all = totals.reduce(0, +)
        // By Bayes' rule the word given the tag is the tag given the ending, over the tag.
        suffixes = try Self.candidates(data, Self.tables[1], ids, leastShare: 0.01) { tag, number, sum in
            Float(log(number / sum) - log(max(totals[tag], 1) / all) - 12)
        }
    }

    func transition(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Float {
        transitions[(Int(first) * names.count + Int(second)) * names.count + Int(third)]
    }

    /// Whether a word stands in the model's table as written.
    func knows(_ word: HashedWord) -> Bool { words.places.contains(word) }

    /// Adds the tags that a word may have.
    /// - Parameters:
    ///   - isFirst: whether it starts a sentence, where a capital says nothing.
    ///   - found: empty.
    func findCandidates(_ word: HashedWord, lower: HashedWord, isFirst: Bool, _ found: inout [Candidate]) {
        if isFirst, word.text != "I", words.append(lower, to: &found) {
            if let named = words.places[word] { Self.merge(words.candidates[named], into: &found) }
            return
        }
        if words.append(word, to: &found) { return }
        let capital = word.text.unicodeScalars.first?.properties.isUppercase ?? false
        // A headline or a shout in capitals.
        let isShout =
            capital && word.text.utf8.count > 1 && !word.text.unicodeScalars.contains { $0.properties.isLowercase }
        let known = words.places[lower]
        if !capital || isShout, let known {
            found.append(contentsOf: words.candidates[known])
            return
        }
        if capital, !isFirst, let known,
            words.candidates[known].contains(where: { names[Int($0.tag)].hasPrefix("J") })
        {
            found.append(contentsOf: words.candidates[known])
            Self.merge(unknown(lower.text, capital: true), into: &found)
            return
        }
        if let shape = Self.shape(of: word.text), words.append(HashedWord(shape), to: &found) { return }
        found.append(contentsOf: unknown(lower.text, capital: capital))
        // At the start of a sentence an unknown word may be a name or not.
        if capital, isFirst { Self.merge(unknown(lower.text, capital: false), into: &found) }
    }

    private func unknown(_ lower: String, capital: Bool) -> ArraySlice<Candidate> {
        let mark = capital ? "^" : "_"
        var ending = lower.suffix(5)
        while true {
            if let known = suffixes.places[mark + ending] { return suffixes.candidates[known] }
            guard !ending.isEmpty else { return [] }
            ending.removeFirst()
        }
    }

    /// A known word that stands for all of a shape: numbers.
    private static func shape(of word: String) -> String? {
        guard let first = word.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
        if word.hasSuffix("st") || word.hasSuffix("nd") || word.hasSuffix("rd") || word.hasSuffix("th") {
            return "20th"
        }
        return "20"
    }

    /// Adds candidates to others; of two with one tag the likelier score stays.
    private static func merge(_ more: ArraySlice<Candidate>, into found: inout [Candidate]) {
        for candidate in more {
            if let at = found.firstIndex(where: { $0.tag == candidate.tag }) {
                found[at].score = max(found[at].score, candidate.score)
            } else {
                found.append(candidate)
            }
        }
    }

    private static func candidates(
        _ data: DataFolder, _ name: String, _ ids: [String: Int], leastShare: Double,
        score: (Int, Double, Double) -> Float
    ) throws(DataError) -> CandidateTable {
        let table = try data.table(name, columns: ["tags"])
        var result = CandidateTable(places: WordMap(capacity: table.rows.count))
        for row in table.rows {
            var read: [(Int, Double)] = []
            for item in row.bytes(1).split(separator: UInt8(ascii: "|")) {
                guard let colon = item.lastIndex(of: UInt8(ascii: ":")),
                    let id = ids[String(decoding: item[..<colon], as: UTF8.self)],
                    let number = Double(String(decoding: item[(colon + 1)...], as: UTF8.self))
                else { continue }
                read.append((id, number))
            }
            let sum = read.reduce(0) { $0 + $1.1 }
            let first = result.candidates.count
            // A word whose ending says little would otherwise try every tag beside every other.
            for (id, number) in read where number >= sum * leastShare {
                result.candidates.append(Candidate(tag: UInt8(id), score: score(id, number, sum)))
            }
            result.places.set(first..<result.candidates.count, for: row[0])
        }
        return result
    }

    /// Deleted interpolation of uni-, bi- and trigrams (Brants 2000, section 2.2).
    private static func interpolated(_ trigrams: [(Int, Int, Int, Double)], count: Int) -> [Float] {
        var uni = [Double](repeating: 0, count: count)
        var bi = [Double](repeating: 0, count: count * count)
        var context = [Double](repeating: 0, count: count * count)
        var history = [Double](repeating: 0, count: count)
        var tri = [Double](repeating: 0, count: count * count * count)
        var total = 0.0
        for (first, second, third, number) in trigrams {
            uni[third] += number
            bi[second * count + third] += number
            history[second] += number
            context[first * count + second] += number
            tri[(first * count + second) * count + third] += number
            total += number
        }
        var weights = [0.0, 0.0, 0.0]
        for (first, second, third, number) in trigrams {
            func ratio(_ part: Double, _ whole: Double) -> Double { whole > 1 ? (part - 1) / (whole - 1) : 0 }
            let cases = [
                ratio(uni[third], total), ratio(bi[second * count + third], history[second]),
                ratio(number, context[first * count + second]),
            ]
            let best = cases.indices.max { cases[$0] < cases[$1] } ?? 0
            weights[best] += number
        }
        let sum = max(weights.reduce(0, +), 1)
        weights = weights.map { $0 / sum }
        var result = [Float](repeating: 0, count: tri.count)
        for first in 0..<count {
            for second in 0..<count {
                let pair = first * count + second
                for third in 0..<count {
                    let probability =
                        weights[0] * uni[third] / total
                        + weights[1] * (history[second] > 0 ? bi[second * count + third] / history[second] : 0)
                        + weights[2] * (context[pair] > 0 ? tri[pair * count + third] / context[pair] : 0)
                    result[pair * count + third] = Float(log(max(probability, 1e-9)))
                }
            }
        }
        return result
    }
}
