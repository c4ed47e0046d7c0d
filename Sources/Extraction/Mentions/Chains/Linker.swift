internal import Language
internal import Record

/// Chooses which entry of the tables the name of a person or a body means, by all that the document says: the countries it names,
/// offices, the publication date. One name has one meaning in a document. Then finds the capitals that stand for their governments.
struct Linker: Sendable {
    let gazetteer: Gazetteer
    let lexicon: MentionLexicon

    /// What the document tells.
    private struct Context {
        /// How often a country is named or meant by an adjective.
        var countries: [String: Int] = [:]
        var fullNames: Set<String> = []
        var published = ""

        func weight(_ country: String?) -> Double {
            guard let country, let count = countries[country] else { return 0 }
            return 1.5 + min(Double(count), 6) * 0.25
        }
    }

    func link(
        _ names: inout [MentionDraft], in document: DocumentWords, countries: [String: Int], published: CalendarDate?
    ) {
        var context = Context(countries: countries)
        context.published = published?.description ?? ""
        gather(&context, names)
        var chosen: [String: GazetteerEntry?] = [:]
        for index in names.indices
        where !names[index].hits.isEmpty && names[index].kind != .group && names[index].kind != .place {
            let key = "\(names[index].kind.rawValue) \(names[index].key)"
            let entry: GazetteerEntry?
            if let known = chosen[key] {
                entry = known
            } else {
                entry = choose(names[index], context)
                chosen[key] = .some(entry)
            }
            names[index].entity = entry
            names[index].country = entry?.country ?? names[index].country
        }
        for index in names.indices where names[index].kind == .group { names[index].entity = nil }
        findMetonyms(&names, document)
    }

    // MARK: - Context

    private func gather(_ context: inout Context, _ names: [MentionDraft]) {
        for name in names {
            if name.kind == .person, name.tokens.count > 1 { context.fullNames.insert(name.key) }
            for hit in name.hits where hit.table == .countries && hit.role != .metonym {
                if let code = gazetteer.entry(hit).country { context.countries[code, default: 0] += 1 }
            }
        }
    }

    // MARK: - Choice

    private func choose(_ name: MentionDraft, _ context: Context) -> GazetteerEntry? {
        var best: (score: Double, entry: GazetteerEntry)?
        var second = -Double.infinity
        var seen: Set<String> = []
        for hit in name.hits {
            let entry = gazetteer.entry(hit)
            guard fits(entry, name.kind), seen.insert(entry.id).inserted,
                let score = score(hit, entry, name, context)
            else { continue }
            if let current = best, score <= current.score {
                second = max(second, score)
            } else {
                if let current = best { second = max(second, current.score) }
                best = (score, entry)
            }
        }
        guard let best else { return nil }
        // People who share a name are told apart by context or not at all.
        if name.kind == .person, best.score - second < 0.5 { return nil }
        return best.entry
    }

    private func fits(_ entry: GazetteerEntry, _ kind: EntityKind) -> Bool {
        switch kind {
        case .person: entry.kind == .person
        case .agency, .unit: entry.kind == .agency
        case .place, .group, .object: false
        }
    }

    private func score(
        _ hit: GazetteerHit, _ entry: GazetteerEntry, _ name: MentionDraft, _ context: Context
    ) -> Double? {
        switch hit.table {
        case .countries, .regions, .areas, .places:
            return nil
        case .people:
            return personScore(hit, entry, name, context)
        case .agencies:
            var score = hit.role == .name ? 4.0 : hit.role == .alias ? 3.8 : 3.0
            score += context.weight(entry.country)
            if let country = name.country, let other = entry.country { score += country == other ? 4 : -4 }
            return score
        }
    }

    private func personScore(
        _ hit: GazetteerHit, _ entry: GazetteerEntry, _ name: MentionDraft, _ context: Context
    ) -> Double? {
        var score = hit.role == .short ? 1.0 : 4.0
        let offices = gazetteer.offices(of: entry.id)
        let countries = Set(
            [entry.country].compactMap { $0 } + offices.compactMap { gazetteer.country(id: $0.of)?.country })
        let weight = countries.map(context.weight).max() ?? 0
        score += weight
        if !context.published.isEmpty, !offices.isEmpty {
            score += offices.contains { $0.holds(on: context.published) } ? 0.7 : 0
        }
        if hit.role == .short {
            // A surname alone is a person only where the document fits that person and names no other by full name.
            guard weight > 0 || name.title != nil else { return nil }
            let other = context.fullNames.contains { $0.hasSuffix(" " + name.key) && !self.names(entry, key: $0) }
            if other { return nil }
        }
        return score
    }

    /// True if a full name is one of a person's.
    private func names(_ entry: GazetteerEntry, key: String) -> Bool {
        gazetteer.hits(for: key).contains { $0.table == .people && $0.row == entry.row }
    }

    // MARK: - Metonyms

    /// A capital that acts stands for its country: "Moscow is bolstering its forces".
    private func findMetonyms(_ names: inout [MentionDraft], _ document: DocumentWords) {
        for index in names.indices where names[index].kind == .place {
            let hits = names[index].hits
            guard let hit = hits.first(where: { $0.table == .countries && $0.role == .metonym }) else { continue }
            let isOnlyMetonym = names[index].entity.map { $0.table == .countries } ?? false
            let words = document.sentences[names[index].sentence]
            guard isOnlyMetonym || acts(names[index], words, names) else { continue }
            let country = gazetteer.entry(hit)
            // Tripoli in Lebanon speaks for nobody in Libya.
            if let place = names[index].entity, place.country != country.country { continue }
            names[index].entity = country
            names[index].country = country.country
            names[index].isMetonym = true
        }
    }

    /// True for what only governments have or get: "demand", "offer", "invasion".
    private func speaks(_ word: Word) -> Bool {
        word.token.tag == .noun
            && (lexicon.isA(lemmaOf: word, .stateNoun) || lexicon.speakingNouns.contains(word.token.lemma))
    }

    private func acts(_ name: MentionDraft, _ words: [Word], _ names: [MentionDraft]) -> Bool {
        let start = name.tokens.lowerBound
        if start > 0 {
            let before = words[start - 1]
            // "pressure from Washington", "a message to Moscow"
            if before.lower == "from" || before.lower == "to" || before.lower == "on", start > 1,
                speaks(words[start - 2])
            {
                return true
            }
            if lexicon.isA(before, .placePreposition) { return false }
            if before.token.tag == .verb, lexicon.speakingVerbs.contains(before.token.lemma) { return true }
            if before.token.tag == .adposition, before.lower != "between", before.lower != "by", before.lower != "with",
                before.lower != "against"
            {
                return false
            }
            if before.lower == "between" || before.lower == "with" || before.lower == "against" { return true }
        }
        var next = name.tokens.upperBound
        // "Moscow and Kyiv are …"
        if next + 1 < words.count, words[next].lower == "and", words[next + 1].isCapital {
            next += 1
            while next < words.count, words[next].isCapital { next += 1 }
        }
        guard next < words.count else { return false }
        if words[next].isPossessive {
            var token = next + 1
            while token < words.count, token < next + 4 {
                if speaks(words[token]) { return true }
                if let noun = lexicon.personNouns.match(words, at: token, limit: words.count)?.value {
                    return noun.kind != .person && noun.sector == "military" || noun.sector == "government"
                        || noun.sector == "intelligence"
                }
                if words[token].token.tag == .noun, token + 1 < words.count, words[token + 1].token.tag != .noun {
                    break
                }
                token += 1
            }
            return false
        }
        var auxiliaries: [Word] = []
        while next < words.count,
            words[next].token.tag == .adverb || words[next].token.tag == .auxiliary
                || words[next].token.tag == .particle
        {
            if words[next].token.tag == .auxiliary { auxiliaries.append(words[next]) }
            next += 1
        }
        guard next < words.count, words[next].token.tag == .verb else { return false }
        let verb = words[next].token
        if lexicon.isA(words[next], .placeVerb) || lexicon.isA(lemmaOf: words[next], .placeVerb) { return false }
        let isPassive =
            auxiliaries.last?.token.lemma == "be"
            && (verb.verbForm == .pastParticiple || verb.verbForm == .past)
        if isPassive { return false }
        if auxiliaries.isEmpty, verb.verbForm == .gerund || verb.verbForm == .pastParticiple { return false }
        return true
    }
}
