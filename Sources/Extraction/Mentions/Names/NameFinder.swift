internal import Language
internal import Record

/// Names by shape, word lists and gazetteer: finds where they stand and, where the pattern itself says so, their kind.
///
/// A name without such a pattern is left open (`isTyped` false) for `NameTyper`, which weighs all evidence of the document.
struct NameFinder: Sendable {
    let gazetteer: Gazetteer
    let lexicon: MentionLexicon

    /// The names of one sentence and the adjectives of countries ("North Korean") by token.
    struct Found {
        var names: [MentionDraft] = []
        /// The country that an adjective at a token names, by token number.
        var countries: [Int: String] = [:]
        /// Tokens that belong to a name or to a country's adjective.
        var taken: Set<Int> = []
    }

    func names(in document: DocumentWords, sentence number: Int) -> Found {
        let words = document.sentences[number]
        var found = Found()
        var position = 0
        while position < words.count {
            if let end = unit(words, at: position) {
                add(&found, number, words, position..<end, kind: .unit)
                position = end
                continue
            }
            if let end = object(words, at: position) {
                add(&found, number, words, position..<end, kind: .object)
                position = end
                continue
            }
            guard startsName(document, number, position) else {
                position += 1
                continue
            }
            let end = runEnd(document, number, from: position)
            position = segment(document, number, position..<end, into: &found)
        }
        return found
    }

    // MARK: - Runs of capitals

    /// True if a name may start at a token.
    private func startsName(_ document: DocumentWords, _ sentence: Int, _ position: Int) -> Bool {
        let words = document.sentences[sentence]
        let word = words[position]
        guard word.isCapital, !word.isClitic, !word.key.isEmpty else { return false }
        let isTitle = document.isTitleCase[sentence] || document.isAllCaps[sentence]
        if isCode(words, position) || lexicon.isA(word, .platform) && !isPlatform(words, position) { return false }
        if word.shape == .upper, word.key.count > 1, !document.isAllCaps[sentence] {
            // "US" may be tagged as a pronoun; "NOT" is only loud.
            if !isFunctionWord(word) { return true }
            if !lexicon.isA(word, .stop), !lexicon.isA(word, .acronymStop),
                longestNameMatch(words, at: position, limit: words.count) != nil
            {
                return true
            }
        }
        if word.plain == "us" { return false }
        if isTitle { return hasOwnEvidence(document, words, position) }
        if isFunctionWord(word) { return longGazetteerMatch(words, position) }
        guard DocumentWords.startsSentence(words, position) else { return true }
        if word.token.tag == .properNoun, !document.isSeenLower(word) { return true }
        if document.isSeenAsName(word) || hasOwnEvidence(document, words, position) { return true }
        if position + 1 < words.count, words[position + 1].isCapital, words[position + 1].token.tag == .properNoun,
            word.token.tag == .noun || word.token.tag == .properNoun || word.token.tag == .other,
            !document.isSeenLower(word)
        {
            return true
        }
        // "Security Service of Ukraine …": a common word, but the next one needs its capital.
        guard position + 1 < words.count, words[position + 1].isCapital, word.token.tag != .adverb,
            word.token.tag != .verb, word.token.tag != .numeral
        else { return false }
        return lexicon.agencyNouns.match(words, at: position + 1, limit: words.count) != nil
            || lexicon.agencyNouns.match(words, at: position, limit: words.count) != nil
            || lexicon.ranks.match(words, at: position, limit: words.count) != nil
            || lexicon.offices.match(words, at: position, limit: words.count) != nil
    }

    /// "L2", "DH2017", the "US" of "US$": no names unless the tables have them.
    private func isCode(_ words: [Word], _ position: Int) -> Bool {
        let word = words[position]
        if position + 1 < words.count, words[position + 1].token.text == "$", !words[position + 1].token.spaceBefore {
            return true
        }
        guard word.shape == .upper, word.key.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        return gazetteer.longestMatch(in: words, at: position, limit: words.count) == nil
    }

    /// True if lists, not capitals, say that a name starts here.
    private func hasOwnEvidence(_ document: DocumentWords, _ words: [Word], _ position: Int) -> Bool {
        let word = words[position]
        if isFunctionWord(word) { return longGazetteerMatch(words, position) }
        let isNoun = word.token.tag == .properNoun || word.token.tag == .noun || word.token.tag == .adjective
        if document.isSeenAsName(word) { return true }
        if document.isSeenLower(word) { return longGazetteerMatch(words, position) }
        if let match = gazetteer.longestMatch(in: words, at: position, limit: words.count) {
            if match.end - position > 1 { return true }
            if match.hits.contains(where: { isWellKnown($0) && !($0.isUpper && word.shape != .upper) }) {
                return isNoun
            }
        }
        if lexicon.isA(word, .honorific) || lexicon.ranks.match(words, at: position, limit: words.count) != nil {
            return position + 1 < words.count && words[position + 1].isCapital
        }
        if position + 1 < words.count, words[position + 1].isCapital, lexicon.firstName(word) == 2,
            lexicon.lastName(words[position + 1]) > 0 || words[position + 1].token.tag == .properNoun
        {
            return true
        }
        return false
    }

    private func isWellKnown(_ hit: GazetteerHit) -> Bool {
        switch hit.table {
        case .countries, .agencies: true
        case .people: hit.role == .short || hit.role == .name
        case .regions, .areas: hit.role == .name || hit.role == .alias
        case .places:
            gazetteer.entry(hit).population > (gazetteer.entry(hit).isCommon ? 800_000 : 150_000)
        }
    }

    private func longGazetteerMatch(_ words: [Word], _ position: Int) -> Bool {
        guard let match = gazetteer.longestMatch(in: words, at: position, limit: words.count) else { return false }
        return match.end - position > 1 && words[position..<match.end].count(where: \.isCapital) > 1
    }

    private func isFunctionWord(_ word: Word) -> Bool {
        switch word.token.tag {
        case .determiner, .pronoun, .adposition, .auxiliary, .conjunction, .subordinator, .particle, .interjection:
            true
        default: lexicon.isA(word, .stop) || (word.shape == .upper && lexicon.isA(word, .acronymStop))
        }
    }

    /// The end of the run of capitals, over hyphens, initials' dots and name particles.
    private func runEnd(_ document: DocumentWords, _ sentence: Int, from start: Int) -> Int {
        let words = document.sentences[sentence]
        let isTitle = document.isTitleCase[sentence] || document.isAllCaps[sentence]
        var end = start + 1
        while end < words.count {
            let word = words[end]
            if word.joins, end + 1 < words.count, words[end + 1].isCapital {
                // A dot ends a sentence unless an initial stands before it.
                let isInitial = words[end - 1].key.count <= 2 || lexicon.isA(words[end - 1], .honorific)
                let isTight = !word.token.spaceBefore && !words[end + 1].token.spaceBefore
                guard word.token.text == "." ? isInitial : isTight else { break }
                end += 2
                continue
            }
            if word.isCapital {
                if isTitle, !hasOwnEvidence(document, words, end), lexicon.lastName(word) == 0,
                    lexicon.agencyNouns.match(words, at: end, limit: words.count) == nil,
                    lexicon.placeNouns.match(words, at: end, limit: words.count) == nil
                {
                    break
                }
                if lexicon.isA(word, .stop), !longGazetteerMatch(words, start) { break }
                end += 1
                continue
            }
            if word.shape == .lower, lexicon.isA(word, .particle), end + 1 < words.count, words[end + 1].isCapital,
                lexicon.firstName(words[end - 1]) > 0 || lexicon.lastName(words[end - 1]) > 0
                    || end + 1 < words.count && word.plain != "la" && word.plain != "y"
            {
                end += 2
                continue
            }
            break
        }
        return end
    }

    // MARK: - Inside a run

    /// Splits a run into names.
    /// - Returns: where to go on.
    private func segment(
        _ document: DocumentWords, _ sentence: Int, _ run: Range<Int>, into found: inout Found
    ) -> Int {
        let words = document.sentences[sentence]
        var position = run.lowerBound
        var title: Range<Int>?
        while position < run.upperBound {
            if let end = object(words, at: position) {
                add(&found, sentence, words, position..<end, kind: .object)
                position = end
                title = nil
                continue
            }
            if let end = unit(words, at: position) {
                add(&found, sentence, words, position..<end, kind: .unit)
                position = end
                title = nil
                continue
            }
            let match = longestNameMatch(words, at: position, limit: words.count)
            let length = match.map { $0.end - position } ?? 0
            if let demonym = demonym(match), position + length <= run.upperBound || length > 0 {
                let end = position + length
                // "Ukrainian Security Service", "Russian Republic of Tuva"
                if end < run.upperBound, title == nil, let agency = agencyEnd(words, from: end, run: run) {
                    mark(&found, position..<end, demonym.code)
                    add(&found, sentence, words, position..<agency, kind: .agency, country: demonym.code)
                    position = agency
                    continue
                }
                if demonym.isPeople, !isAdjective(words, before: end) {
                    let index = add(&found, sentence, words, position..<end, kind: .group, country: demonym.code)
                    found.names[index].isPlural = words[end - 1].lower.hasSuffix("s")
                    found.names[index].hits = match?.hits ?? []
                }
                mark(&found, position..<end, demonym.code)
                position = end
                title = nil
                continue
            }
            // "The US" is "US"; "The Hague" and "The Guardian" have it in their name.
            if length > 1, let match, words[position].lower == "the", isArticle(words, position, match) {
                position += 1
                continue
            }
            if length > 1, let match, let kind = kind(of: match.hits, words, position..<match.end),
                !isInsidePattern(words, position, match.end, run)
            {
                let end = position + length
                let full = kind == .person ? personEnd(words, from: end, run: run, known: true) : end
                let index = add(&found, sentence, words, position..<full, kind: kind)
                found.names[index].hits = match.hits
                found.names[index].title = kind == .person ? title : nil
                position = full
                title = nil
                continue
            }
            if title == nil, let end = titledAgency(words, at: position, run: run) {
                add(&found, sentence, words, position..<end, kind: .agency)
                position = end
                continue
            }
            if let end = titleEnd(words, at: position, run: run) {
                // Without a name after it ("the King 's men", "the President said") it is a nominal.
                let goesOn = end < run.upperBound && words[end].isCapital
                title = goesOn ? (title?.lowerBound ?? position)..<end : nil
                position = end
                continue
            }
            if lexicon.isA(words[position], .stop) || lexicon.isA(words[position], .former)
                || (words[position].shape == .upper && lexicon.isA(words[position], .acronymStop))
                || lexicon.isA(words[position], .generation)
                || (words[position].joins || words[position].isPunctuation)
            {
                position += 1
                title = nil
                continue
            }
            if title == nil, let end = facilityEnd(words, from: position, run: run) {
                let index = add(&found, sentence, words, position..<end, kind: .place)
                found.names[index].hits = match?.end == end ? match?.hits ?? [] : []
                position = end
                continue
            }
            if lexicon.isA(words[position], .people), title == nil {
                let index = add(&found, sentence, words, position..<position + 1, kind: .group)
                found.names[index].isPlural = true
                position += 1
                continue
            }
            if lexicon.isA(words[position], .adjective), position + 1 >= run.upperBound {
                position += 1
                title = nil
                continue
            }
            if title == nil, let end = agencyEnd(words, from: position, run: run) {
                add(&found, sentence, words, position..<end, kind: .agency)
                position = end
                continue
            }
            if title == nil, let end = placeEnd(words, from: position, run: run) {
                let index = add(&found, sentence, words, position..<end, kind: .place)
                found.names[index].hits = placeHits(words, position..<end)
                position = end
                continue
            }
            if let end = personStart(words, at: position, run: run, titled: title != nil, match: match) {
                let index = add(&found, sentence, words, position..<end, kind: .person)
                found.names[index].title = title
                found.names[index].hits = length == end - position ? match?.hits ?? [] : []
                position = end
                title = nil
                continue
            }
            // Not settled by a pattern: one gazetteer word alone, or the rest of the run as one open name.
            var end = position + 1
            let endsHere = match.map { isStrong($0.hits) } ?? false
            if !endsHere {
                while end < run.upperBound, !lexicon.isA(words[end], .stop), !joinsPlaces(words, end),
                    titleEnd(words, at: end, run: run) == nil,
                    demonym(longestNameMatch(words, at: end, limit: words.count)) == nil
                {
                    end += 1
                }
                while end > position + 1, words[end - 1].key.isEmpty { end -= 1 }
            }
            let index = add(&found, sentence, words, position..<end, kind: .agency)
            found.names[index].isTyped = false
            found.names[index].title = title
            if end - position == length { found.names[index].hits = match?.hits ?? [] }
            position = end
            title = nil
        }
        return max(position, run.upperBound)
    }

    /// "Korean interpreters": the word for the people stands before a noun.
    private func isAdjective(_ words: [Word], before end: Int) -> Bool {
        guard end < words.count, words[end].shape != .other else { return false }
        let tag = words[end].token.tag
        return tag == .noun || tag == .adjective || tag == .properNoun
    }

    /// True if a name goes on after its "the" and the table's first name has none.
    private func isArticle(_ words: [Word], _ start: Int, _ match: (end: Int, hits: [GazetteerHit])) -> Bool {
        guard let rest = longestNameMatch(words, at: start + 1, limit: match.end), rest.end == match.end else {
            return false
        }
        return match.hits.contains { hit in
            rest.hits.contains { $0.table == hit.table && $0.row == hit.row }
                && !gazetteer.entry(hit).name.hasPrefix("The ")
        }
    }

    /// "Kostiantynivka-Druzhkivka": a hyphen between two places.
    private func joinsPlaces(_ words: [Word], _ hyphen: Int) -> Bool {
        guard words[hyphen].joins, words[hyphen].token.text != ".", hyphen > 0, hyphen + 1 < words.count else {
            return false
        }
        return [hyphen - 1, hyphen + 1].allSatisfy { position in
            words[position].shape == .capitalized
                && longestNameMatch(words, at: position, limit: position + 1)?.hits.contains {
                    $0.table == .places || $0.table == .countries || $0.table == .regions
                } == true
        }
    }

    /// True for a hit that makes a word a name by itself, so that the capital after it starts another.
    private func isStrong(_ hits: [GazetteerHit]) -> Bool {
        hits.contains {
            switch $0.table {
            case .countries: true
            case .regions, .areas: $0.role == .name
            case .agencies: $0.role == .acronym
            case .people: $0.role == .short
            case .places:
                gazetteer.entry($0).population > (gazetteer.entry($0).isCommon ? 1_000_000 : 400_000)
            }
        }
    }

    /// The longest gazetteer name whose capitals fit: acronyms must be written in capitals.
    private func longestNameMatch(_ words: [Word], at start: Int, limit: Int) -> (end: Int, hits: [GazetteerHit])? {
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

    private func demonym(_ match: (end: Int, hits: [GazetteerHit])?) -> (code: String, isPeople: Bool)? {
        guard let match, let hit = match.hits.first(where: { $0.role == .demonym || $0.role == .people }),
            !match.hits.contains(where: { $0.table == .countries && $0.role != .demonym && $0.role != .people })
        else { return nil }
        return gazetteer.entry(hit).country.map { ($0, hit.role == .people) }
    }

    /// The kind that all or the best hits agree on; nil where only context can tell.
    private func kind(of hits: [GazetteerHit], _ words: [Word], _ range: Range<Int>) -> EntityKind? {
        if hits.contains(where: { $0.table == .countries && $0.role != .metonym }) { return .place }
        if hits.contains(where: { $0.table == .people }) { return .person }
        if hits.contains(where: { $0.table == .agencies }) { return .agency }
        return .place
    }

    /// "New York" of "New York Police Department" is no name by itself.
    private func isInsidePattern(_ words: [Word], _ start: Int, _ end: Int, _ run: Range<Int>) -> Bool {
        guard let agency = agencyEnd(words, from: start, run: run) else { return false }
        return agency > end
    }

    /// What the whole name names, else the part that is no noun: "Tuva" of "Republic of Tuva", "Kursk" of "Kursk Krai".
    private func placeHits(_ words: [Word], _ range: Range<Int>) -> [GazetteerHit] {
        var best: [GazetteerHit] = []
        let isCity = range.contains { position in
            lexicon.placeNouns.match(words, at: position, limit: range.upperBound)?.value.feature == "city"
        }
        for start in range where words[start].isCapital {
            guard let match = longestNameMatch(words, at: start, limit: range.upperBound) else { continue }
            if start == range.lowerBound, match.end == range.upperBound { return match.hits }
            let isNoun = lexicon.placeNouns.match(words, at: start, limit: range.upperBound) != nil
            guard best.isEmpty, !isNoun else { continue }
            // "Scott County" is not the town of Scott, "City of Springfield" is Springfield.
            best = match.hits.filter {
                $0.table == .regions || $0.table == .countries || $0.table == .areas || ($0.table == .places && isCity)
            }
        }
        return best
    }

    private func mark(_ found: inout Found, _ range: Range<Int>, _ code: String) {
        for token in range {
            found.countries[token] = code
            found.taken.insert(token)
        }
    }

    @discardableResult
    private func add(
        _ found: inout Found, _ sentence: Int, _ words: [Word], _ range: Range<Int>, kind: EntityKind,
        country: String? = nil
    ) -> Int {
        var hash = ""
        for token in range where !words[token].key.isEmpty {
            if !hash.isEmpty, !words[token].isClitic { hash += " " }
            hash += String(decoding: words[token].key, as: UTF8.self)
        }
        var draft = MentionDraft(
            sentence: sentence, tokens: range, head: head(words, range, kind), kind: kind, form: .name, key: hash)
        draft.country = country
        if kind == .agency || kind == .unit, draft.hits.isEmpty,
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
