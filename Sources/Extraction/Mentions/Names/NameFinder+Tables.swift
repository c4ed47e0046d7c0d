internal import Language
internal import Record

/// What the gazetteer says of words, and how names are noted.
extension NameFinder {
    /// The longest gazetteer name whose capitals fit: acronyms must be written in capitals.
    func longestNameMatch(_ words: [Word], at start: Int, limit: Int) -> (end: Int, hits: [GazetteerHit])? {
        var best: (end: Int, hits: [GazetteerHit])?
        gazetteer.forEachMatch(in: words, at: start, limit: limit) { end, hits in
            guard words[end - 1].shape != .lower || end - start > 2 else { return }
            let fitting = hits.filter { hit in
                !hit.isUpper || words[start..<end].allSatisfy { $0.shape != .capitalized || $0.key.count < 2 }
            }
            if !fitting.isEmpty { best = (end, fitting) }
        }
        return best
    }

    func demonym(_ match: (end: Int, hits: [GazetteerHit])?) -> (code: String, isPeople: Bool)? {
        guard let match, let hit = match.hits.first(where: { $0.role == .demonym || $0.role == .people }),
            !match.hits.contains(where: { $0.table == .countries && $0.role != .demonym && $0.role != .people })
        else { return nil }
        return gazetteer.entry(hit).country.map { ($0, hit.role == .people) }
    }

    /// The kind that all or the best hits agree on.
    func kind(of hits: [GazetteerHit]) -> EntityKind? {
        if hits.isEmpty { return nil }
        if hits.contains(where: { $0.table == .countries && $0.role != .metonym }) { return .place }
        if hits.contains(where: { $0.table == .people }) { return .person }
        if hits.contains(where: { $0.table == .agencies }) { return .agency }
        return .place
    }

    /// True if a name goes on after its "the" and the table's first name has none.
    func isArticle(_ words: [Word], _ start: Int, _ match: (end: Int, hits: [GazetteerHit])) -> Bool {
        guard let rest = longestNameMatch(words, at: start + 1, limit: match.end), rest.end == match.end else {
            return false
        }
        return match.hits.contains { hit in
            rest.hits.contains { $0.table == hit.table && $0.row == hit.row }
                && !gazetteer.entry(hit).name.hasPrefix("The ")
        }
    }

    /// What the whole name names, else the part that is no noun: "Tuva" of "Republic of Tuva", "Kursk" of "Kursk Krai".
    func placeHits(_ words: [Word], _ range: Range<Int>) -> [GazetteerHit] {
        var best: [GazetteerHit] = []
        var features: Set<String> = []
        for position in range {
            guard let match = lexicon.placeNouns.match(words, at: position, limit: range.upperBound) else { continue }
            // Where the noun does not end the name, it is no site of the town in it: "Joint Base Elmendorf-Richardson".
            let isSite = Self.sites.contains(match.value.feature)
            if !isSite || match.end == range.upperBound { features.insert(match.value.feature) }
        }
        for start in range where words[start].isCapital {
            guard let match = longestNameMatch(words, at: start, limit: range.upperBound) else { continue }
            if start == range.lowerBound, match.end == range.upperBound { return match.hits }
            let isNoun = lexicon.placeNouns.match(words, at: start, limit: range.upperBound) != nil
            // "Gold Coast of Australia", but "Battle of Britain"
            if start == range.lowerBound, match.end > start + 1, !isNoun, words[match.end].lower == "of" {
                return match.hits
            }
            // "Northern Axis" is no province of Northern.
            let isDirection = words[start..<match.end].allSatisfy {
                lexicon.isA($0, .compass) || lexicon.isA($0, .direction)
            }
            guard !features.isEmpty, best.isEmpty, !isNoun, !isDirection else { continue }
            best = match.hits.filter { fits($0.table, features) }
        }
        return best
    }

    /// What is built in or by a town and may have its name.
    static let sites: Set<String> = ["building", "military", "road"]

    /// "Scott County" is not the town of Scott, "Salinas Valley" no province of Salinas, "City of Springfield" is Springfield, and
    /// an airport lies where the city lies.
    private func fits(_ table: GazetteerTable, _ features: Set<String>) -> Bool {
        let isOfPeople = !features.isDisjoint(with: ["region", "district", "country", "border"])
        let isSite = !features.isDisjoint(with: Self.sites)
        switch table {
        case .countries, .areas: return true
        case .regions: return isOfPeople || isSite || features.contains("area") || features.contains("city")
        case .places: return features.contains("city") || features.contains("village") || isSite
        case .people, .agencies: return false
        }
    }

    /// The ranks and offices that stand before a name: "Acting Defence Minister Gen." before "Ivo Pendergast".
    func title(_ words: [Word], before name: Int) -> Range<Int>? {
        var start = name
        search: while start > 0 {
            for candidate in stride(from: max(0, start - Self.longestTitle), to: start, by: 1)
            where words[candidate].isCapital {
                if let end = titleEnd(words, at: candidate), end == start {
                    start = candidate
                    continue search
                }
            }
            break
        }
        return start < name ? start..<name : nil
    }

    /// In words: "Chairman of the Joint Chiefs of Staff".
    private static let longestTitle = 7

    func mark(_ found: inout Found, _ range: Range<Int>, _ code: String) {
        for token in range {
            found.countries[token] = code
            found.taken.insert(token)
        }
    }

    /// Notes a name.
    /// - Returns: its place among the names found.
    @discardableResult
    func add(
        _ found: inout Found, _ sentence: Int, _ words: [Word], _ range: Range<Int>, kind: EntityKind,
        country: String? = nil
    ) -> Int {
        var key = ""
        for token in range where !words[token].key.isEmpty {
            if !key.isEmpty, !words[token].isClitic { key += " " }
            key += String(decoding: words[token].key, as: UTF8.self)
        }
        var draft = MentionDraft(
            sentence: sentence, tokens: range, head: head(words, range, kind), kind: kind, form: .name, key: key)
        draft.country = country
        if kind == .agency || kind == .unit,
            let match = longestNameMatch(words, at: range.lowerBound, limit: range.upperBound),
            match.end == range.upperBound
        {
            draft.hits = match.hits
        }
        found.names.append(draft)
        for token in range { found.taken.insert(token) }
        return found.names.count - 1
    }

    /// The last word, or for agencies the one before "of": "Service" of "Security Service of Ukraine".
    private func head(_ words: [Word], _ range: Range<Int>, _ kind: EntityKind) -> Int {
        if kind != .person {
            for token in range.dropFirst() where words[token].lower == "of" || words[token].lower == "for" {
                return token - 1
            }
        }
        var last = range.upperBound - 1
        while last > range.lowerBound, words[last].key.isEmpty || lexicon.isA(words[last], .generation) { last -= 1 }
        return last
    }
}
