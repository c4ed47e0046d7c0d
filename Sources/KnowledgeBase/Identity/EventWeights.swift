public import Tables

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// How much each feature of a pair of events weighs, the words for it, and the thresholds: `data/identity/events.tsv`.
public struct EventWeights: Sendable {
    /// By `EventFeature.rawValue`, in units of log odds.
    public let weights: [Double]
    /// By `EventFeature.rawValue`; empty where a feature has no words of its own.
    let reasons: [String]
    /// Features whose weight is set by hand, as the corpus to learn from cannot teach it.
    public let isSet: [Bool]
    /// Log odds from which two events are one, or worth a look, by how many are compared.
    let same: Double
    let unsure: Double
    let sameWide: Double
    /// From here on time, place or number is enough where nothing else of these and no participant agrees.
    let sameAlone: Double

    public static let table = "identity/events.tsv"

    public init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["feature", "weight", "origin", "reason"])
        var rows: [String: Table.Row] = [:]
        for row in table.rows { rows[row["feature"]] = row }
        func value(_ name: String) throws(DataError) -> Double {
            guard let row = rows[name], let value = Double(row["weight"]) else {
                throw DataError(
                    file: data.path + "/" + table.name, line: rows[name]?.line ?? 1,
                    expected: "a row `\(name)` with a number as weight")
            }
            return value
        }
        func odds(_ name: String) throws(DataError) -> Double {
            let probability = try value(name)
            guard probability > 0, probability < 1 else {
                throw DataError(
                    file: data.path + "/" + table.name, line: rows[name]?.line ?? 1,
                    expected: "a probability between 0 and 1 for `\(name)`, found \(probability)")
            }
            return log(probability / (1 - probability))
        }
        var weights: [Double] = []
        for feature in EventFeature.allCases { weights.append(try value(feature.name)) }
        self.weights = weights
        reasons = EventFeature.allCases.map { rows[$0.name]?["reason"] ?? "" }
        isSet = EventFeature.allCases.map { rows[$0.name]?["origin"] == "set" }
        same = try odds("threshold-same")
        unsure = try odds("threshold-unsure")
        sameWide = try odds("threshold-link")
        sameAlone = try odds("threshold-alone")
    }

    /// The log odds of values by `EventFeature.rawValue`.
    func odds(_ values: [Double]) -> Double {
        var sum = 0.0
        for (value, weight) in zip(values, weights) { sum += value * weight }
        return sum
    }
}
