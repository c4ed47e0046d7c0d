public import Record

/// A record with all that can be said of it without looking into a store: its identity, its chains at a glance, its statements, and what its
/// events are compared by. A pure function of the record and the ontology, so that several can be made at a time.
public struct PreparedRecord: Sendable {
    public let record: AnnotationRecord
    let identity: VersionIdentity
    let extractor: ExtractorVersion
    let text: SourceText
    let chains: [ChainSummary]
    /// What each chain is, by its number; none for chains that nothing needs.
    let entityKeys: [Int: EntityKey]
    /// The event chain of each event.
    let eventChains: [Int]
    /// What event chains are compared by, in the order of their numbers, as JSON.
    let signatures: [(eventChain: Int, json: String)]
    /// What the text is about, as `TextProfile` stores it; nil where nothing is compared.
    let profile: String?
    let statements: [StatementDraft]

    /// - Parameters:
    ///   - canonicalURL: its URL without what varies between links to one page; documents are the same if it is.
    ///   - rules: by what its events will be compared.
    ///   - breadth: which events are kept and compared.
    public init(
        _ record: AnnotationRecord, canonicalURL: String? = nil, ontology: Ontology, rules: EventRules,
        breadth: ComparisonBreadth = .sure
    ) {
        self.init(
            record, identity: VersionIdentity(record, canonicalURL: canonicalURL), ontology: ontology, rules: rules,
            breadth: breadth)
    }

    /// Another reading of a text that is in the store.
    public init(_ record: AnnotationRecord, of text: StoredText, ontology: Ontology, rules: EventRules) {
        self.init(record, identity: text.identity, ontology: ontology, rules: rules, breadth: .sure)
    }

    private init(
        _ record: AnnotationRecord, identity: VersionIdentity, ontology: Ontology, rules: EventRules,
        breadth: ComparisonBreadth
    ) {
        self.identity = identity
        // What stands for the extractor of a record that names none is its content: a corrected record is another reading.
        extractor =
            record.extractor
            ?? ExtractorVersion(
                name: "unknown", version: "",
                resources: ContentHash.hexadecimal(of: String(decoding: record.json, as: UTF8.self), digits: 16))
        var record = record
        // Words for events of no type say nothing that could be asked for.
        if breadth == .sure { record.events.removeAll(where: \.isOther) }
        self.record = record
        text = SourceText(record.text)
        let chains = ChainSummary.chains(of: record, text: text, occupations: ontology.occupations)
        self.chains = chains
        var keys: [Int: EntityKey] = [:]
        for chain in chains { keys[chain.ordinal] = EntityKey(of: chain, version: identity.key) }
        entityKeys = keys
        let eventChains = StatementBuilder.eventChains(of: record)
        self.eventChains = eventChains
        let found = SignatureBuilder(ontology: ontology, lexicon: rules.lexicon, keepsAll: breadth == .wide).signatures(
            of: record, text: text, chains: Dictionary(uniqueKeysWithValues: chains.map { ($0.ordinal, $0) }),
            keys: keys.mapValues(\.plain), eventChains: eventChains)
        signatures = found.keys.sorted().compactMap { chain in
            guard let signature = found[chain], breadth == .wide || !signature.blocks.isEmpty else { return nil }
            return (chain, signature.json)
        }
        profile =
            signatures.isEmpty ? nil : TextProfile(text: text.utf8, lexicon: rules.lexicon).stored
        statements = StatementBuilder(ontology: ontology, text: text).statements(of: record)
    }
}
