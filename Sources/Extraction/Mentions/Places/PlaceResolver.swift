internal import Language
internal import Record

/// Chooses which place a name means, by all that the article says together: what a place is said to lie in, the countries and
/// regions that it names, words such as "county" or "city" beside the name, other places near by, and else the number of people.
///
/// Each place that bears the name has a score, the sum of the weights of `identity/places.tsv`. It is reckoned twice: what was sure the
/// first time speaks for what lies near it the second time. One name has one meaning in an article unless it is said to lie in two places.
struct PlaceResolver: Sendable {
    let gazetteer: Gazetteer
    let lexicon: MentionLexicon
    let weights: PlaceWeights

    /// So far apart are places that speak for each other, in kilometres.
    private static let nearby = 150.0
    private static let mostAgain = 6
    private static let mostNear = 3
    private static let mostBeside = 2
    /// So many sure places of an article are asked: what a place costs does not grow with the article.
    private static let mostAnchors = 256
    /// So far from all others in its sentence a small place is thought to be another of its name.
    private static let astray = 250.0
    private static let smallTown = 20_000.0
    /// By so much the best must lead to be sure.
    private static let sureLead = 1.0
    /// So much must speak for a village that has namesakes.
    private static let villageEvidence = 0.5

    /// By so much a village that something speaks for must lead before another of its name, unless they are one.
    private static let villageLead = 0.3
    private static let oneSpot = 20.0

    /// The mentions of one name.
    private struct Group {
        var key: String
        var mentions: [Int]
        var sentences: Set<Int>
        var candidates: [PlaceCandidate]
        /// The country of an adjective before it.
        var adjective: String?
        /// What it is first said to lie in.
        var holder: Set<String> = []
    }

    /// Sets `entity` and `country` of places; of sites that have a place's name in theirs only `location`.
    /// - Parameters:
    ///   - countries: how often adjectives name a country.
    ///   - adjectives: the country that an adjective names, by sentence and token.
    func resolve(
        _ names: inout [MentionDraft], in document: DocumentWords, countries: [String: Int], adjectives: [[Int: String]]
    ) {
        let reader = PlaceContextReader(gazetteer: gazetteer, lexicon: lexicon)
        TownClaims(gazetteer: gazetteer, reader: reader).claim(&names, in: document)
        var groups: [Group] = []
        var numbers: [String: Int] = [:]
        for index in names.indices where names[index].kind == .place {
            let name = names[index]
            if let number = numbers[name.key] {
                groups[number].mentions.append(index)
                groups[number].sentences.insert(name.sentence)
                if groups[number].candidates.isEmpty { groups[number].candidates = candidates(name, document) }
            } else {
                numbers[name.key] = groups.count
                groups.append(
                    Group(
                        key: name.key, mentions: [index], sentences: [name.sentence],
                        candidates: candidates(name, document)))
            }
        }
        guard !groups.isEmpty else { return }
        var context = PlaceContext(countries: countries, adjectives: countries)
        reader.read(names, in: document, adjectives: adjectives, into: &context)
        for number in groups.indices {
            let mentions = groups[number].mentions
            groups[number].adjective = mentions.lazy.compactMap { context.adjectiveHolders[$0] }.first
            groups[number].holder = mentions.lazy.compactMap { context.holders[$0] }.first ?? []
        }
        for group in groups {
            guard let sure = surest(group, context) else { continue }
            if context.anchors.count < Self.mostAnchors {
                context.anchors.append(.init(key: group.key, place: sure, sentences: group.sentences))
            }
            if let region = sure.entry.region { context.regions.insert(region) }
            if let country = sure.entry.country { context.countries[country, default: 0] += 1 }
        }
        for group in groups {
            var chosen: [Set<String>: PlaceCandidate?] = [:]
            var holder = group.holder
            for index in group.mentions {
                holder = context.holders[index] ?? holder
                let place: PlaceCandidate?
                if let known = chosen[holder] {
                    place = known
                } else {
                    place = choose(group, holder, context)
                    chosen[holder] = .some(place)
                }
                guard let place else { continue }
                if isSite(names[index], document) {
                    names[index].location = place.entry
                } else {
                    names[index].entity = place.entry
                }
                names[index].country = place.entry.country ?? names[index].country
            }
        }
    }

    // MARK: - Candidates

    private func candidates(_ name: MentionDraft, _ document: DocumentWords) -> [PlaceCandidate] {
        let words = document.sentences[name.sentence]
        var found: [PlaceCandidate] = []
        var seen: Set<String> = []
        let isWord = isGeneral(name, words)
        // A name whose kind was settled by others may have lost what it can name.
        let hits = name.hits.isEmpty ? gazetteer.hits(for: name.key).filter { !$0.isUpper } : name.hits
        for hit in hits {
            let entry = gazetteer.entry(hit)
            guard entry.kind == .place, hit.role != .demonym, hit.role != .people,
                !isWord || hit.table == .areas || hit.table == .countries
            else { continue }
            let isMetonym = hit.table == .countries && hit.role == .metonym
            guard seen.insert(isMetonym ? entry.id + " metonym" : entry.id).inserted else { continue }
            let sort: PlaceCandidate.Sort
            switch hit.table {
            case .countries: sort = isMetonym ? .metonym : .country
            case .regions: sort = .region
            case .areas: sort = .area
            default: sort = .place
            }
            found.append(PlaceCandidate(entry: entry, sort: sort, isMainName: hit.role == .name))
        }
        if !isWord, !found.contains(where: { $0.sort == .country }) {
            for entry in gazetteer.villages(named: name.key) where seen.insert(entry.id).inserted {
                let sort: PlaceCandidate.Sort = entry.feature == "ADM2" ? .district : .village
                found.append(PlaceCandidate(entry: entry, sort: sort, isMainName: true))
            }
        }
        if found.isEmpty, let part = withoutNoun(name, words) {
            let towns = gazetteer.hits(for: part.key).lazy.filter { $0.table == .places }.map(gazetteer.entry)
            for entry in gazetteer.villages(named: part.key) + towns where seen.insert(entry.id).inserted {
                // A town gives its district its name, but must be known to be the one.
                let sort: PlaceCandidate.Sort = entry.feature == "ADM2" ? .district : .village
                guard part.isDistrict || sort == .village else { continue }
                found.append(PlaceCandidate(entry: entry, sort: sort, isMainName: true))
            }
        }
        let start = name.tokens.lowerBound
        // "Cambridge, Mass."
        if found.isEmpty, start > 0, words[start - 1].token.text == ",",
            let region = gazetteer.region(abbreviated: words[start].token.text).flatMap({ gazetteer.region($0) })
        {
            found.append(PlaceCandidate(entry: region, sort: .region, isMainName: true))
        }
        for index in found.indices { found[index].prior = prior(found[index], among: found, words: name.tokens.count) }
        return found
    }

    /// True for "Central", "Republic": names of somewhere, but without another word only a direction or a noun.
    private func isGeneral(_ name: MentionDraft, _ words: [Word]) -> Bool {
        if words[name.tokens].allSatisfy({ lexicon.isA($0, .compass) || lexicon.isA($0, .direction) }) { return true }
        return name.tokens.count == 1
            && lexicon.placeNouns.match(words, at: name.tokens.lowerBound, limit: name.tokens.upperBound) != nil
    }

    /// "Kabale" of "Kabale district", "Bieżuń" of "town of Bieżuń".
    private func withoutNoun(_ name: MentionDraft, _ words: [Word]) -> (key: String, isDistrict: Bool)? {
        var range = name.tokens
        guard range.count > 1 else { return nil }
        var feature = ""
        if let match = lexicon.placeNouns.match(words, at: range.upperBound - 1, limit: range.upperBound) {
            feature = match.value.feature
            range = range.lowerBound..<range.upperBound - 1
        } else if let match = lexicon.placeNouns.match(words, at: range.lowerBound, limit: range.upperBound) {
            feature = match.value.feature
            let end = match.end < range.upperBound && words[match.end].lower == "of" ? match.end + 1 : match.end
            range = end..<range.upperBound
        }
        guard !range.isEmpty, ["region", "district", "city", "village"].contains(feature) else { return nil }
        let keys = range.lazy.map { words[$0].key }.filter { !$0.isEmpty }
        let key = keys.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        return (key, feature == "district" || feature == "region")
    }

    /// True for "Da Nang International Airport": it lies where the place in its name lies, but is another thing.
    private func isSite(_ name: MentionDraft, _ document: DocumentWords) -> Bool {
        let words = document.sentences[name.sentence]
        guard name.tokens.count > 1,
            let match = lexicon.placeNouns.match(
                words, at: name.tokens.upperBound - 1, limit: name.tokens.upperBound),
            NameFinder.sites.contains(match.value.feature)
        else { return false }
        return gazetteer.hits(for: name.key).isEmpty
    }

    private func prior(_ place: PlaceCandidate, among all: [PlaceCandidate], words: Int) -> Double {
        let entry = place.entry
        let people = weights[.people] * logarithm(entry.population)
        func bears(_ other: PlaceCandidate) -> Bool {
            other.sort == .place && other.entry.region == entry.region && other.entry.region != nil
        }
        switch place.sort {
        case .country: return weights[.country]
        case .metonym:
            // "the White House", "Downing Street": no city of that name is meant, as with "San Salvador".
            return weights[words > 1 && !all.contains(where: \.isCapital) ? .metonymPhrase : .metonym]
        case .area: return weights[.area]
        case .region:
            // "Geneva": where canton and city have one name, the bare name is the city.
            // "Washington": so does a capital in another region.
            let isShared =
                place.isMainName && entry.sharesCityName
                || all.contains {
                    bears($0) && $0.isMainName || $0.isCapital && $0.entry.country == entry.country
                }
            return people + weights[place.isMainName ? .region : .regionAlias]
                + (isShared ? weights[.namesakeSeat] : 0)
        case .district:
            return people + weights[.district] + (all.contains(where: bears) ? weights[.namesakeSeat] : 0)
        case .village: return people + weights[.village]
        case .place:
            var score = people
            if entry.isCommon, entry.population < 40_000 { score += weights[.common] }
            if entry.feature == "PPLC" { score += weights[.capital] }
            if entry.feature == "PPLA" { score += weights[.seat] }
            if !place.isMainName { score += weights[.alias] }
            return score
        }
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

    // MARK: - Choice

    /// The place that a name means without help from others, if it is a town or region and no other comes close.
    private func surest(_ group: Group, _ context: PlaceContext) -> PlaceCandidate? {
        let ranked = ranked(group, group.holder, context)
        guard let best = ranked.first, best.place.sort != .country, best.place.sort != .metonym,
            best.place.sort != .area
        else { return nil }
        if ranked.count > 1, best.score - ranked[1].score < Self.sureLead { return nil }
        if best.place.sort == .village, best.score - best.place.prior < Self.villageEvidence { return nil }
        return best.place
    }

    private func choose(_ group: Group, _ holder: Set<String>, _ context: PlaceContext) -> PlaceCandidate? {
        let ranked = ranked(group, holder, context)
        guard let best = ranked.first else { return nil }
        // Nothing tells one hamlet from another of its name, or from what no table has.
        if best.place.sort == .village {
            if best.score - best.place.prior < Self.villageEvidence { return nil }
            if ranked.count > 1, best.score - ranked[1].score < Self.villageLead,
                best.place.kilometres(to: ranked[1].place) ?? .infinity > Self.oneSpot
            {
                return nil
            }
        }
        return best.place
    }

    private func ranked(
        _ group: Group, _ holder: Set<String>, _ context: PlaceContext
    ) -> [(score: Double, place: PlaceCandidate)] {
        let isKnown = group.candidates.contains { $0.sort != .village && $0.sort != .district }
        var ranked: [(score: Double, place: PlaceCandidate)] = []
        for place in group.candidates {
            let score = score(place, group, holder, context)
            if isAstray(place, group, holder, context) { continue }
            // A village needs a reason to be meant instead of what everybody knows.
            if isKnown, place.sort == .village, score - place.prior < Self.villageEvidence { continue }
            ranked.append((score, place))
        }
        // Equal ones stay in the order of the tables.
        return ranked.enumerated().sorted { left, right in
            left.element.score != right.element.score
                ? left.element.score > right.element.score : left.offset < right.offset
        }.map(\.element)
    }

    private func score(
        _ place: PlaceCandidate, _ group: Group, _ holder: Set<String>, _ context: PlaceContext
    ) -> Double {
        var score = place.prior
        let entry = place.entry
        let country = entry.country
        if place.sort == .country, isRegionElsewhere(place, group, context) { score = weights[.countryElsewhere] }
        if place.sort == .country || place.sort == .region, let held = context.held[group.key] {
            let code = place.sort == .region ? entry.region : country
            if let code, held.contains(code) { score += weights[.holds] }
        }
        guard place.sort != .country, place.sort != .metonym else { return score }
        if place.lies(in: holder) { score += weights[.held] }
        if let adjective = group.adjective, adjective == country { score += weights[.heldAdjective] }
        if let country, let count = context.countries[country] {
            score += weights[.countryNamed] + weights[.countryAgain] * Double(min(count, Self.mostAgain))
        }
        switch place.sort {
        case .region:
            if context.cityWords.contains(group.key) { score += weights[.cityWordRegion] }
            if context.regionWords.contains(group.key) {
                score += weights[.regionWord]
            } else if context.districtWords.contains(group.key) {
                score += weights[.districtWord]
            }
        case .district:
            if context.cityWords.contains(group.key) { score += weights[.cityWordRegion] }
            if context.districtWords.contains(group.key) || context.regionWords.contains(group.key) {
                score += weights[.districtWord]
            }
        case .place, .village:
            if context.cityWords.contains(group.key) { score += weights[.cityWord] }
        case .area, .country, .metonym:
            return score
        }
        if place.sort != .region, let region = entry.region, context.regions.contains(region) {
            score += weights[.regionNamed]
        }
        let near = context.anchors.lazy.filter { anchor in
            anchor.key != group.key && (place.kilometres(to: anchor.place) ?? .infinity) < Self.nearby
        }
        let beside = near.filter { !$0.sentences.isDisjoint(with: group.sentences) }
        return score + weights[.near] * Double(near.prefix(Self.mostNear).count { _ in true })
            + weights[.nearInSentence] * Double(beside.prefix(Self.mostBeside).count { _ in true })
    }

    /// True for a small place far from all towns that its sentence names: many a village has namesakes that no table lists.
    private func isAstray(
        _ place: PlaceCandidate, _ group: Group, _ holder: Set<String>, _ context: PlaceContext
    ) -> Bool {
        guard place.sort == .village || place.sort == .place && place.entry.population < Self.smallTown,
            !place.lies(in: holder), group.adjective == nil || group.adjective != place.entry.country
        else { return false }
        let beside = context.anchors.lazy.filter { anchor in
            anchor.key != group.key && anchor.place.sort == .place
                && !anchor.sentences.isDisjoint(with: group.sentences)
        }
        let distances = beside.compactMap { place.kilometres(to: $0.place) }
        guard distances.count >= (place.sort == .village ? 1 : 2) else { return false }
        return distances.allSatisfy { $0 > Self.astray }
    }

    /// "Georgia" in a text that names other states of the United States and nothing Georgian.
    private func isRegionElsewhere(_ place: PlaceCandidate, _ group: Group, _ context: PlaceContext) -> Bool {
        guard let code = place.entry.country, context.adjectives[code] == nil else { return false }
        return group.candidates.contains { other in
            guard other.sort == .region, let country = other.entry.country, country != code else { return false }
            return context.regions.contains { $0.hasPrefix(country + ".") && $0 != other.entry.region }
        }
    }
}
