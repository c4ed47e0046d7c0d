internal import Language
internal import Record

/// Turns drafts into the record's mentions and the reference entries they are linked to.
struct MentionWriter: Sendable {
    let gazetteer: Gazetteer

    func write(
        _ drafts: [MentionDraft], analysis: Analysis, quantities: [Quantity], published: CalendarDate?
    ) -> (mentions: [Mention], entities: [EntityReference]) {
        var mentions: [Mention] = []
        mentions.reserveCapacity(drafts.count)
        for draft in drafts {
            let sentence = analysis.sentences[draft.sentence]
            guard !draft.tokens.isEmpty, draft.tokens.upperBound <= sentence.tokens.count else { continue }
            let place = draft.kind == .place ? draft.entity ?? draft.location : nil
            mentions.append(
                Mention(
                    span: sentence.span(of: draft.tokens), kind: draft.kind, form: draft.form, chain: draft.chain,
                    head: sentence.tokens[draft.head].span, entity: draft.entity?.id, country: draft.country,
                    latitude: place?.latitude, longitude: place?.longitude,
                    metonym: draft.isMetonym ? true : nil, quantity: draft.quantity))
        }
        let order = mentions.indices.sorted {
            mentions[$0].span != mentions[$1].span ? mentions[$0].span < mentions[$1].span : $0 < $1
        }
        var sorted: [Mention] = []
        var chains: [Int: Int] = [:]
        for index in order {
            var mention = mentions[index]
            if let last = sorted.last, last.span == mention.span { continue }
            let chain = chains[mention.chain] ?? chains.count
            chains[mention.chain] = chain
            mention.chain = chain
            sorted.append(mention)
        }
        var references: [EntityReference] = []
        var seen: Set<String> = []
        for draft in drafts {
            guard let entry = draft.entity, seen.insert(entry.id).inserted else { continue }
            references.append(reference(entry, published: published))
            // What holds a place is known by its name too, though nobody may name it: "Kursk Oblast" around Sudzha.
            if entry.kind == .place, let region = entry.region.flatMap({ gazetteer.region($0) }),
                seen.insert(region.id).inserted
            {
                references.append(reference(region, published: published))
            }
        }
        references.sort { $0.id < $1.id }
        return (sorted, references)
    }

    private func reference(_ entry: GazetteerEntry, published: CalendarDate?) -> EntityReference {
        var reference = EntityReference(
            id: entry.id, kind: entry.kind, name: entry.name, aliases: unique(entry.aliases, but: entry.name),
            country: entry.country, summary: entry.summary, latitude: entry.latitude, longitude: entry.longitude,
            precision: entry.precision, feature: entry.feature, sameAs: entry.wikidata.map { ["wikidata:\($0)"] })
        switch entry.table {
        case .people:
            reference.summary = office(of: entry, published: published)
        case .places, .areas:
            if let region = entry.region.flatMap({ gazetteer.region($0) }) { reference.within.append(region.id) }
            if let country = entry.country.flatMap({ gazetteer.country($0) }) { reference.within.append(country.id) }
        case .regions:
            if let country = entry.country.flatMap({ gazetteer.country($0) }) { reference.within.append(country.id) }
        case .agencies:
            if let parent = entry.parent { reference.within.append(parent) }
        case .countries:
            break
        }
        return reference
    }

    /// The office held on the day of publication; without a day the one that is open, else the last.
    private func office(of entry: GazetteerEntry, published: CalendarDate?) -> String? {
        let offices = gazetteer.offices(of: entry.id)
        let held: OfficeTenure?
        if let published {
            held = offices.first { $0.holds(on: published.description) }
        } else {
            held = offices.first { $0.to.isEmpty } ?? offices.max { $0.to < $1.to }
        }
        guard let held, !held.office.isEmpty else { return entry.summary }
        guard let name = gazetteer.country(id: held.of)?.name ?? gazetteer.agency(held.of)?.name else {
            return held.office
        }
        return "\(held.office) of \(name)"
    }

    private func unique(_ names: [String], but name: String) -> [String] {
        var seen: Set<String> = [name]
        return names.filter { seen.insert($0).inserted }
    }
}
