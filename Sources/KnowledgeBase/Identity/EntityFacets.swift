internal import Record

/// What a document says of a named person beside the name: by it people of one name are told apart.
struct EntityFacets {
    /// ISO 3166-1 alpha-2; nil where the document says none, or several.
    var country: String?
    /// A class of `identity/occupations.tsv`; nil where the document says none, or several.
    var occupation: String?

    /// Relations whose other end belongs to the same country.
    private static let national: Set<String> = [
        "nationality", "holds-office", "office-of", "heads", "member-of", "works-for", "commands", "spokesperson-of",
        "represents",
    ]
    private static let occupational: Set<String> = ["holds-office", "occupation", "rank", "heads", "commands"]

    /// The facets of the named people of a record, by chain.
    static func facets(
        of record: AnnotationRecord, chains: [ChainSummary], text: SourceText, occupations: Occupations
    ) -> [Int: EntityFacets] {
        var countries: [Int: Set<String>] = [:]
        var classes: [Int: Set<String>] = [:]
        let people = Set(chains.lazy.filter { $0.kind == .person && $0.isNamed && $0.reference == nil }.map(\.ordinal))
        guard !people.isEmpty else { return [:] }
        for mention in record.mentions where people.contains(mention.chain) && mention.form != .pronoun {
            if let country = mention.country { countries[mention.chain, default: []].insert(country) }
            guard mention.form == .nominal else { continue }
            if let found = occupations.occupation(in: mention.head.map { text[$0] } ?? text[mention.span]) {
                classes[mention.chain, default: []].insert(found)
            }
        }
        for relation in record.relations where record.mentions.indices.contains(relation.subject) {
            let chain = record.mentions[relation.subject].chain
            guard people.contains(chain), relation.polarity != .negative else { continue }
            if national.contains(relation.predicate), let object = relation.object,
                record.mentions.indices.contains(object), let country = record.mentions[object].country
            {
                countries[chain, default: []].insert(country)
            }
            if occupational.contains(relation.predicate), let value = relation.value,
                let found = occupations.occupation(in: value)
            {
                classes[chain, default: []].insert(found)
            }
        }
        var facets: [Int: EntityFacets] = [:]
        for chain in people {
            func only(_ found: Set<String>?) -> String? { found?.count == 1 ? found?.first : nil }
            facets[chain] = EntityFacets(country: only(countries[chain]), occupation: only(classes[chain]))
        }
        return facets
    }
}
