internal import Record

/// A coreference chain of a record at a glance.
struct ChainSummary {
    /// The chain's number in the record.
    var ordinal: Int
    /// Where its first mention stands.
    var span: Span
    var kind: EntityKind
    /// Its best words: the reference entry's name, else the longest name, else the first mention's words.
    var name: String
    /// Every different name it goes by in the text, in text order.
    var names: [String]
    var isNamed: Bool { !names.isEmpty }
    /// ISO 3166-1 alpha-2.
    var country: String?
    /// A class of `identity/occupations.tsv`, of a named person.
    var occupation: String?
    /// The reference entry that most of its mentions are linked to.
    var reference: String?
    /// The head word of its first nominal, in lower case.
    var head: String?
    /// True if an event, an attribution or a relation needs it.
    var isUsed: Bool

    /// So many different noun phrases of an unnamed chain are kept beside its name: by these a group is found again.
    static let nominalLimit = 6

    /// Words with single spaces between them: a name may run over a line's end.
    static func squeezed(_ words: some StringProtocol) -> String {
        var previous = UInt8(ascii: " ")
        let isPlain = words.utf8.allSatisfy { byte in
            defer { previous = byte }
            // Spaces beyond ASCII start with one of these bytes.
            return byte == UInt8(ascii: " ")
                ? previous != byte : byte > 0x20 && byte != 0xC2 && !(0xE1...0xE3).contains(byte)
        }
        if isPlain, previous != UInt8(ascii: " ") { return String(words) }
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The chains of a record by number, in order.
    static func chains(
        of record: AnnotationRecord, text: SourceText, occupations: Occupations
    ) -> [ChainSummary] {
        var used: Set<Int> = []
        func use(_ mention: Int?) {
            if let mention, record.mentions.indices.contains(mention) { used.insert(record.mentions[mention].chain) }
        }
        for event in record.events { for argument in event.arguments { use(argument.mention) } }
        for attribution in record.attributions { use(attribution.speaker) }
        for relation in record.relations {
            use(relation.subject)
            use(relation.object)
        }
        let references = Dictionary(record.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let byChain = Dictionary(grouping: record.mentions, by: \.chain)
        var chains = byChain.keys.sorted().map { ordinal in
            summary(of: byChain[ordinal] ?? [], ordinal, isUsed: used.contains(ordinal), references, text)
        }
        let facets = EntityFacets.facets(of: record, chains: chains, text: text, occupations: occupations)
        for index in chains.indices {
            guard let facets = facets[chains[index].ordinal] else { continue }
            chains[index].country = facets.country
            chains[index].occupation = facets.occupation
        }
        return chains
    }

    private static func summary(
        of mentions: [Mention], _ ordinal: Int, isUsed: Bool, _ references: [String: EntityReference],
        _ text: SourceText
    ) -> ChainSummary {
        let named = mentions.filter { $0.form == .name }
        var names: [String] = []
        for mention in named {
            let words = squeezed(text[mention.span])
            if !names.contains(words) { names.append(words) }
        }
        var votes: [String: Int] = [:]
        for mention in mentions { if let entity = mention.entity { votes[entity, default: 0] += 1 } }
        let winner = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let reference = winner.flatMap { references[$0] }
        let speaking = (named.isEmpty ? mentions.filter { $0.form == .nominal } : named)
        let kind = reference?.kind ?? speaking.first?.kind ?? mentions.first?.kind ?? .object
        // As `EntityNames` chooses among the names of several chains.
        let longest = names.min { left, right in
            let (one, other) = (left.unicodeScalars.count, right.unicodeScalars.count)
            return one == other ? left.utf8.lexicographicallyPrecedes(right.utf8) : one > other
        }
        // A headline's capitals are no way to show a group, if the body has its words too.
        let nominal =
            mentions.first { $0.form == .nominal && !isTitleCase(text[$0.span]) }
            ?? mentions.first { $0.form == .nominal }
        return ChainSummary(
            ordinal: ordinal, span: mentions.map(\.span).min() ?? Span(start: 0, end: 0), kind: kind,
            name: reference?.name ?? longest ?? nominal.map { affirmed(text[$0.span]) } ?? mentions.first.map {
                text[$0.span]
            }
                ?? "",
            names: names, country: reference?.country ?? mentions.lazy.compactMap(\.country).first,
            reference: reference?.id, head: (nominal ?? mentions.first).flatMap { head(of: $0, in: text) },
            isUsed: isUsed)
    }

    /// "No soldiers were killed" is about soldiers; that it did not happen is said of the event.
    private static func affirmed(_ words: String) -> String {
        words.utf8.count > 3 && words.prefix(3).lowercased() == "no " ? String(words.dropFirst(3)) : words
    }

    private static func isTitleCase(_ words: String) -> Bool {
        words.split(separator: " ").allSatisfy { $0.unicodeScalars.first.map { !$0.properties.isLowercase } ?? true }
    }

    /// The head word, or the last word of a mention whose head is not known; in lower case and without a plural s, so that
    /// "soldiers" and "soldier" compare alike.
    private static func head(of mention: Mention, in text: SourceText) -> String? {
        let words = mention.head.map { text[$0] } ?? text[mention.span]
        guard var word = NameKey.of(words).split(separator: " ").last.map(String.init) else { return nil }
        if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { word.removeLast() }
        return word
    }
}
