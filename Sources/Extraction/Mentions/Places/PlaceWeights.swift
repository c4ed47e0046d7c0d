internal import Tables

/// The weights by which places that share a name are told apart: `identity/places.tsv`.
struct PlaceWeights: Sendable {
    static let table = "identity/places.tsv"

    enum Feature: String, CaseIterable {
        case people, capital, seat, alias, common, country, metonym, area, region, district, village, held, holds, near
        case countryElsewhere = "country-elsewhere"
        case metonymPhrase = "metonym-phrase"
        case regionAlias = "region-alias"
        case namesakeSeat = "namesake-seat"
        case regionWord = "region-word"
        case districtWord = "district-word"
        case cityWord = "city-word"
        case cityWordRegion = "city-word-region"
        case heldAdjective = "held-adjective"
        case countryNamed = "country-named"
        case countryAgain = "country-again"
        case regionNamed = "region-named"
        case nearInSentence = "near-in-sentence"
    }

    private var weights: [Feature: Double] = [:]

    init(data: DataFolder) throws(DataError) {
        let table = try data.table(Self.table, columns: ["feature", "weight", "reason"])
        for row in table.rows {
            guard let feature = Feature(rawValue: row["feature"]), let weight = Double(row["weight"]), weight.isFinite
            else {
                throw DataError(
                    file: data.path + "/" + Self.table, line: row.line,
                    expected: "a feature that the program knows and a number",
                    advice: "The features are \(Feature.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            weights[feature] = weight
        }
        for feature in Feature.allCases where weights[feature] == nil {
            throw DataError(
                file: data.path + "/" + Self.table, line: nil, expected: "a row for `\(feature.rawValue)`")
        }
    }

    subscript(feature: Feature) -> Double { weights[feature] ?? 0 }
}
