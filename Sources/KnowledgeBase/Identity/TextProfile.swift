#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What a text is about: its most telling words, each with a weight. A function of the text and of how rare words are, not of
/// what else is loaded.
struct TextProfile: Sendable {
    /// So many words are kept.
    static let size = 60
    /// Words before this byte, in the headline and the first sentence, count once more.
    private static let lead = 300

    /// Stems in the order of their bytes, with weights of which the squares add up to 1.
    let terms: [(stem: String, weight: Float)]

    init(text: [UInt8], lexicon: EventLexicon) {
        var counts: [String: Float] = [:]
        for (start, word) in WordStems.words(of: text) where word.utf8.count > 1 {
            counts[word, default: 0] += start < Self.lead ? 2 : 1
        }
        var stems: [String: Float] = [:]
        for (word, count) in counts { stems[lexicon.stems.stem(word), default: 0] += count }
        var weighed: [(stem: String, weight: Float)] = []
        for (stem, count) in stems {
            let rarity = lexicon.rarity(stem)
            guard rarity >= EventLexicon.common else { continue }
            weighed.append((stem, (1 + log(count)) * rarity * rarity.squareRoot()))
        }
        weighed.sort { ($1.weight, $0.stem) < ($0.weight, $1.stem) }
        weighed.removeLast(max(0, weighed.count - Self.size))
        let length = weighed.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        // Rounded as it is stored, so that a comparison is the same before and after.
        terms = Self.sorted(weighed.map { ($0.stem, (1000 * $0.weight / max(length, 1)).rounded() / 1000) })
    }

    /// - Parameter stored: as `stored` writes it; what is no term is left out.
    init(stored: String) {
        var read: [(stem: String, weight: Float)] = []
        var stem = ""
        for (index, part) in stored.split(separator: " ").enumerated() {
            if index.isMultiple(of: 2) {
                stem = String(part)
            } else if let weight = Int(part), (0...1000).contains(weight) {
                read.append((stem, Float(weight) / 1000))
            }
        }
        terms = Self.sorted(read)
    }

    /// As it stands in the store: stems with their weights in thousandths.
    var stored: String {
        terms.map { "\($0.stem) \(Int(($0.weight * 1000).rounded()))" }.joined(separator: " ")
    }

    /// How much two texts are about the same, from 0 to 1: the cosine.
    func likeness(_ other: TextProfile) -> Double {
        var (left, right) = (0, 0)
        var sum: Float = 0
        while left < terms.count, right < other.terms.count {
            let (one, two) = (terms[left].stem, other.terms[right].stem)
            if one == two {
                sum += terms[left].weight * other.terms[right].weight
                left += 1
                right += 1
            } else if one < two {
                left += 1
            } else {
                right += 1
            }
        }
        return Double(min(sum, 1))
    }

    /// The weightiest stems.
    func leading(_ count: Int) -> [String] {
        terms.sorted { ($1.weight, $0.stem) < ($0.weight, $1.stem) }.prefix(count).map(\.stem)
    }

    private static func sorted(_ terms: [(stem: String, weight: Float)]) -> [(stem: String, weight: Float)] {
        terms.sorted { $0.stem < $1.stem }
    }
}
