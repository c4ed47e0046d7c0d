/// Whether two clusters of accounts may become one: not only the surest pair, but their members on the whole have to be alike.
///
/// Average linkage over a few members of each, those that stand at even distances in the order of publication, so that a join costs the
/// same however large the clusters are. A chain of accounts that are each like the next does not bring two events together.
struct ClusterAgreement {
    /// So many members of a cluster are asked.
    private static let sample = 5

    /// Date of publication and key, and what is compared, by key; none for what is not there at present.
    let sides: [String: (place: String, side: EventComparison.Side?)]
    let rules: EventRules
    let breadth: ComparisonBreadth

    func admits(_ left: [String], _ right: [String]) -> Bool {
        // One pair has been compared already.
        guard left.count + right.count > 2 else { return true }
        var sum = 0.0
        var pairs = 0
        var opposed = 0
        let others = sample(of: right)
        for one in sample(of: left) {
            for other in others {
                // Whether two events of one text are one was decided when it was read.
                if breadth == .sure, one.run == other.run { continue }
                let match = EventMatch(one, other, rules: rules, breadth: breadth)
                sum += min(max(match.odds, -EventMatch.limit), EventMatch.limit)
                pairs += 1
                if match.isRuledOut { opposed += 1 }
            }
        }
        guard pairs > 0 else { return true }
        let weights = rules.weights
        return opposed * 4 <= pairs && sum / Double(pairs) >= (breadth == .sure ? weights.unsure : weights.sameWide)
    }

    private func sample(of keys: [String]) -> [EventComparison.Side] {
        let standing = keys.compactMap { sides[$0] }.sorted { $0.place < $1.place }.compactMap(\.side)
        guard standing.count > Self.sample else { return standing }
        return (0..<Self.sample).map { standing[$0 * (standing.count - 1) / (Self.sample - 1)] }
    }
}
