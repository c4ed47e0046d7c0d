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

    /// The names of the tags; the last two are the edges of a sentence.
    let names: [String]
    let start: UInt8
    let end: UInt8
    private let words: [String: [Candidate]]
    private let suffixes: [String: [Candidate]]
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
    func knows(_ word: String) -> Bool { words[word] != nil }

    /// The tags that a word may have.
    /// - Parameter isFirst: whether it starts a sentence, where a capital says nothing.
    func candidates(_ word: String, lower: String, isFirst: Bool) -> [Candidate] {
        if isFirst, let known = words[lower], word != "I" {
            guard let named = words[word] else { return known }
            return Self.merged(known, named)
        }
        if let known = words[word] { return known }
        let capital = word.unicodeScalars.first?.properties.isUppercase ?? false
        // A headline or a shout in capitals.
        let isShout = capital && word.utf8.count > 1 && !word.unicodeScalars.contains { $0.properties.isLowercase }
        if !capital || isShout, let known = words[lower] { return known }
        if capital, !isFirst, let known = words[lower], known.contains(where: { names[Int($0.tag)].hasPrefix("J") }) {
            return Self.merged(known, unknown(lower, capital: true))
        }
        if let shape = Self.shape(of: word) { if let known = words[shape] { return known } }
        // At the start of a sentence an unknown word may be a name or not.
        if capital, isFirst { return Self.merged(unknown(lower, capital: true), unknown(lower, capital: false)) }
        return unknown(lower, capital: capital)
    }

    private func unknown(_ lower: String, capital: Bool) -> [Candidate] {
        let mark = capital ? "^" : "_"
        var ending = String(lower.suffix(5))
        while true {
            if let known = suffixes[mark + ending] { return known }
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

    private static func merged(_ first: [Candidate], _ second: [Candidate]) -> [Candidate] {
        var result = first
        for candidate in second {
            if let at = result.firstIndex(where: { $0.tag == candidate.tag }) {
                result[at].score = max(result[at].score, candidate.score)
            } else {
                result.append(candidate)
            }
        }
        return result
    }

    private static func candidates(
        _ data: DataFolder, _ name: String, _ ids: [String: Int], leastShare: Double,
        score: (Int, Double, Double) -> Float
    ) throws(DataError) -> [String: [Candidate]] {
        let table = try data.table(name, columns: ["tags"])
        var result: [String: [Candidate]] = [:]
        result.reserveCapacity(table.rows.count)
        for row in table.rows {
            var read: [(Int, Double)] = []
            for item in row[1].utf8.split(separator: UInt8(ascii: "|")) {
                guard let colon = item.lastIndex(of: UInt8(ascii: ":")), let tag = String(item[..<colon]),
                    let id = ids[tag], let digits = String(item[item.index(after: colon)...]),
                    let number = Double(digits)
                else { continue }
                read.append((id, number))
            }
            let sum = read.reduce(0) { $0 + $1.1 }
            // A word whose ending says little would otherwise try every tag beside every other.
            let likely = read.filter { $0.1 >= sum * leastShare }
            result[row[0]] = likely.map { Candidate(tag: UInt8($0.0), score: score($0.0, $0.1, sum)) }
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
