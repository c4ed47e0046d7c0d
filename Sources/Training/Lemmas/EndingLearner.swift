internal import Language

/// Learns from examples which endings of words decide what: the shortest endings that say it, a longer one only where
/// it says something else than the shorter and enough examples stand behind it.
///
/// The result is a decision list by the longest match (after the ripple-down rules of Plisson and others, 2004).
struct EndingLearner<Value: Hashable & Comparable & Sendable> {
    private var counts: [Ending: [Value: Int]] = [:]

    /// Counts an example.
    mutating func add(_ word: String, _ value: Value, weight: Int) {
        for ending in Ending.all(of: Array(word.utf8)) { counts[ending, default: [:]][value, default: 0] += weight }
    }

    /// The rules, shorter endings first.
    /// - Parameters:
    ///   - threshold: by how much the examples for a rule must outweigh those for the shorter one.
    ///   - otherwise: what holds without any ending; if nil the examples say it.
    func rules(threshold: Int, otherwise: Value? = nil) -> [(ending: Ending, value: Value)] {
        var table = EndingTable<Value>()
        var rules: [(ending: Ending, value: Value)] = []
        if let otherwise, let empty = Ending("") { table[empty] = otherwise }
        let endings = counts.keys.sorted { ($0.length, $0.key) < ($1.length, $1.key) }
        for ending in endings {
            guard let counted = counts[ending], let best = Self.best(of: counted) else { continue }
            if ending.length == 0, otherwise != nil { continue }
            if ending.length > 0 {
                let before = Self.value(of: ending.shorter, in: table)
                if best == before { continue }
                let weight = (counted[best] ?? 0) - (before.flatMap { counted[$0] } ?? 0)
                if weight < threshold { continue }
            }
            table[ending] = best
            rules.append((ending, best))
        }
        return rules
    }

    /// The value with most weight; of several the first.
    private static func best(of counted: [Value: Int]) -> Value? {
        counted.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    private static func value(of ending: Ending, in table: EndingTable<Value>) -> Value? {
        var ending = ending
        while true {
            if let value = table[ending] { return value }
            if ending.length == 0 { return nil }
            ending = ending.shorter
        }
    }
}
