internal import Language
internal import Record

/// Chooses which entry of the tables a name means, by all that the document says: the countries it names, words such as
/// "region" or "city" beside the name, offices, the publication date. One name has one meaning in a document.
struct Linker: Sendable {
    let gazetteer: Gazetteer
    let lexicon: MentionLexicon

    /// What the document tells about places.
    private struct Context {
        /// How often a country is named or meant by an adjective.
        var countries: [String: Int] = [:]
        /// How often a country is meant by an adjective.
        var adjectives: [String: Int] = [:]
        /// Codes of the regions that it names: `US.AL`.
        var regions: Set<String> = []
        /// Keys of names that stand beside "region", "oblast" and the like, or beside "city", "town" …
        var regionNames: Set<String> = []
        var cityNames: Set<String> = []
        /// "Belaya, Kursk Oblast": name to the country or region after the comma.
        var holders: [String: Set<String>] = [:]
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
        var context = Context(countries: countries, adjectives: countries)
        context.published = published?.description ?? ""
        gather(&context, names, document)
        var chosen: [String: GazetteerEntry?] = [:]
        for index in names.indices where !names[index].hits.isEmpty && names[index].kind != .group {
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

    /// How much a country's being named counts for a town in it: less than a tenfold population.
    private static let placeContext = 0.3

    // MARK: - Context

    private func gather(_ context: inout Context, _ names: [MentionDraft], _ document: DocumentWords) {
        for (index, name) in names.enumerated() {
            if name.kind == .person, name.tokens.count > 1 { context.fullNames.insert(name.key) }
            for hit in name.hits where hit.table == .countries && hit.role != .metonym {
                if let code = gazetteer.entry(hit).country { context.countries[code, default: 0] += 1 }
            }
            guard name.kind == .place else { continue }
            let words = document.sentences[name.sentence]
            if let feature = featureBeside(name, words) {
                switch feature {
                case "region", "district": context.regionNames.insert(name.key)
                case "city", "village", "town": context.cityNames.insert(name.key)
                default: break
                }
            }
            if name.hits.count == 1, name.hits[0].table == .regions, let code = gazetteer.entry(name.hits[0]).region {
                context.regions.insert(code)
            }
            // "Belaya, Kursk Oblast"
            let comma = name.tokens.upperBound
            if index + 1 < names.count, names[index + 1].sentence == name.sentence,
                names[index + 1].tokens.lowerBound == comma + 1, comma < words.count, words[comma].token.text == ","
            {
                for hit in names[index + 1].hits {
                    let entry = gazetteer.entry(hit)
                    if hit.table == .countries, hit.role != .metonym, let code = entry.country {
                        context.holders[name.key, default: []].insert(code)
                    }
                    if hit.table == .regions, let code = entry.region {
                        context.holders[name.key, default: []].insert(code)
                    }
                }
            }
        }
    }

    /// The kind of place that a noun beside a name tells: "Kursk region", "the city of Kursk".
    private func featureBeside(_ name: MentionDraft, _ words: [Word]) -> String? {
        let end = name.tokens.upperBound
        if end < words.count, let match = lexicon.placeNouns.match(words, at: end, limit: words.count),
            match.value.after
        {
            return match.value.feature
        }
        if let match = lexicon.placeNouns.match(words, at: name.tokens.upperBound - 1, limit: words.count),
            match.value.after
        {
            return match.value.feature
        }
        var start = name.tokens.lowerBound - 1
        if start > 0, words[start].lower == "of" { start -= 1 }
        guard start >= 0, start < name.tokens.lowerBound else { return nil }
        return lexicon.placeNouns.match(words, at: start, limit: name.tokens.lowerBound)?.value.feature
    }

    // MARK: - Choice

    private func choose(_ name: MentionDraft, _ context: Context) -> GazetteerEntry? {
        var best: (score: Double, entry: GazetteerEntry)?
        var second = -Double.infinity
        var seen: Set<String> = []
        for hit in name.hits {
            let entry = hit.role == .metonym && hit.table == .countries ? gazetteer.entry(hit) : gazetteer.entry(hit)
            guard fits(entry, name.kind), seen.insert(entry.id + "\(hit.role == .metonym)").inserted,
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
        case .place: entry.kind == .place
        case .group, .object: false
        }
    }

    private func score(
        _ hit: GazetteerHit, _ entry: GazetteerEntry, _ name: MentionDraft, _ context: Context
    ) -> Double? {
        switch hit.table {
        case .countries:
            guard hit.role == .metonym else { return isRegionElsewhere(entry, name, context) ? 4 : 11 }
            // "the White House", "Downing Street": no city of that name is meant, as with "San Salvador".
            let isCity = name.hits.contains {
                $0.table == .places && ["PPLC", "PPLG"].contains(gazetteer.entry($0).feature)
            }
            return name.tokens.count > 1 && !isCity ? 8.5 : 1
        case .regions:
            var score = hit.role == .name ? 4.6 : 4.2
            if context.cityNames.contains(name.key) { score -= 3 }
            if context.regionNames.contains(name.key) {
                score += 5 + context.weight(entry.country)
            } else {
                // "Geneva": where canton and city have one name, the bare name is the city.
                let isShared =
                    hit.role == .name
                    && (entry.sharesCityName
                        || name.hits.contains {
                            $0.table == .places && $0.role == .name && gazetteer.entry($0).region == entry.region
                        })
                score += context.weight(entry.country) * (isShared ? Self.placeContext : 1)
            }
            if let country = entry.country, context.holders[name.key]?.contains(country) == true { score += 5 }
            return score
        case .areas:
            return 6.2 + context.weight(entry.country)
        case .places:
            var score = logarithm(entry.population)
            if entry.isCommon, entry.population < 40_000 { score -= 0.5 }
            if entry.feature == "PPLC" { score += 1.5 }
            if entry.feature == "PPLA" { score += 0.5 }
            if hit.role != .name { score -= 0.3 }
            if context.cityNames.contains(name.key) { score += 3 }
            score += context.weight(entry.country) * Self.placeContext
            if let region = entry.region, context.regions.contains(region) { score += 1.5 }
            if let holders = context.holders[name.key],
                holders.contains(entry.country ?? "") || holders.contains(entry.region ?? "")
            {
                score += 6
            }
            return score
        case .people:
            return personScore(hit, entry, name, context)
        case .agencies:
            var score = hit.role == .name ? 4.0 : hit.role == .alias ? 3.8 : 3.0
            score += context.weight(entry.country)
            if let country = name.country, let other = entry.country { score += country == other ? 4 : -4 }
            return score
        }
    }

    /// "Georgia" in a text that names other states of the United States and nothing Georgian.
    private func isRegionElsewhere(_ country: GazetteerEntry, _ name: MentionDraft, _ context: Context) -> Bool {
        guard let code = country.country, context.adjectives[code] == nil else { return false }
        return name.hits.contains { hit in
            guard hit.table == .regions, let other = gazetteer.entry(hit).country, other != code else { return false }
            return context.regions.contains { $0.hasPrefix(other + ".") }
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

    /// The logarithm to base ten, in steps fine enough to rank towns by size.
    private func logarithm(_ population: Double) -> Double {
        guard population >= 1, population.isFinite else { return 2 }
        var value = population
        var result = 0.0
        while value >= 10 {
            value /= 10
            result += 1
        }
        return result + (value - 1) / 9
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
