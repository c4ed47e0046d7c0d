public import Record

/// Pairs of events that `annals link` would compare, with the features it would weigh: what weights are learnt from.
public struct EventPairs {
    /// An event of a record: all mentions of one chain.
    public struct Account: Sendable {
        /// The record's place among those that were added.
        public let record: Int
        /// Indexes into its events.
        public let mentions: [Int]
        let side: EventComparison.Side
        let blocks: [Int64]
    }

    public private(set) var accounts: [Account] = []
    private let rules: EventRules
    private let ontology: Ontology
    private var count = 0

    public init(rules: EventRules, ontology: Ontology) {
        self.rules = rules
        self.ontology = ontology
    }

    public mutating func add(_ record: AnnotationRecord) {
        let prepared = PreparedRecord(record, ontology: ontology, rules: rules, breadth: .wide)
        let profile = TextProfile(stored: prepared.profile ?? "")
        for (chain, json) in prepared.signatures {
            guard let signature = EventSignature(json: json) else { continue }
            accounts.append(
                Account(
                    record: count, mentions: prepared.eventChains.indices.filter { prepared.eventChains[$0] == chain },
                    side: EventComparison.Side(signature: signature, profile: profile, run: Int64(count)),
                    blocks: signature.blocks + signature.wordBlocks(profile: profile, lexicon: rules.lexicon)))
        }
        count += 1
    }

    /// Calls `body` with the places of two accounts in `accounts` and the values of their features, by `EventFeature.rawValue`, once
    /// for each pair that shares a block and is not ruled out.
    public func each(_ body: (_ left: Int, _ right: Int, _ features: [Double]) -> Void) {
        var blocks: [Int64: [Int]] = [:]
        for (number, account) in accounts.enumerated() {
            var met: Set<Int> = []
            for block in account.blocks { met.formUnion(blocks[block] ?? []) }
            for other in met.sorted() {
                let comparison = EventComparison(accounts[other].side, account.side, lexicon: rules.lexicon)
                if !comparison.isRuledOut { body(other, number, comparison.values) }
            }
            for block in account.blocks { blocks[block, default: []].append(number) }
        }
    }
}
