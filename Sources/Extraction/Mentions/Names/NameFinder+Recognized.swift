internal import Language
internal import Record

/// Recognised names as they are noted: trimmed, parted, with a kind that the tables do not gainsay.
extension NameFinder {
    /// Parts what was run together: a word that stands twice starts a second name, a dash between spaces ends one.
    func persons(in span: NameSpan, _ words: [Word]) -> [NameSpan] {
        guard span.kind == .person, span.words.count > 1 else { return [span] }
        var parts: [NameSpan] = []
        var start = span.words.lowerBound
        for position in span.words.dropFirst() {
            let word = words[position]
            let isTwice = !word.key.isEmpty && word.key == words[position - 1].key
            let isDash = word.joins && word.token.spaceBefore && word.token.text != "."
            guard isTwice || isDash else { continue }
            if start < position { parts.append(NameSpan(words: start..<position, kind: .person)) }
            // What follows a dash is an office or a place more often than a name.
            if isDash { return parts }
            start = position
        }
        parts.append(NameSpan(words: start..<span.words.upperBound, kind: .person))
        return parts
    }

    func add(_ span: NameSpan, _ found: inout Found, _ sentence: Int, _ words: [Word]) {
        guard var range = trimmed(span.words, words, span.kind), found.isFree(range), !isNoName(words[range]) else {
            return
        }
        if span.kind == .group {
            addGroup(&found, sentence, words, range)
            return
        }
        let match = longestNameMatch(words, at: range.lowerBound, limit: range.upperBound)
        let hits = match?.end == range.upperBound ? match?.hits ?? [] : []
        if let match, match.end == range.upperBound, demonym(match) != nil {
            addGroup(&found, sentence, words, range)
            return
        }
        // "Ukrainian Security Service": whose it is; "Russian Republic of Tuva" is no name with its adjective.
        var country: String?
        if span.kind != .person, let match, match.end < range.upperBound, let demonym = demonym(match) {
            country = demonym.code
            mark(&found, range.lowerBound..<match.end, demonym.code)
            if span.kind == .place, isPlaceAlone(words, match.end..<range.upperBound) {
                range = match.end..<range.upperBound
            }
        }
        let kind = settled(span.kind, hits, words, range)
        if kind == .agency, let end = product(words, range), found.isFree(range.lowerBound..<end) {
            add(&found, sentence, words, range.lowerBound..<end, kind: .object)
            return
        }
        let index = add(&found, sentence, words, range, kind: kind, country: country)
        found.names[index].hits = hits.isEmpty ? found.names[index].hits : hits
        if kind == .place, hits.isEmpty { found.names[index].hits = placeHits(words, range) }
        if kind == .person { found.names[index].title = title(words, before: range.lowerBound) }
    }

    /// "Republic of Tuva" without "Russian": the tables have it, or it starts with a noun for places.
    private func isPlaceAlone(_ words: [Word], _ range: Range<Int>) -> Bool {
        guard words[range.lowerBound].isCapital else { return false }
        if longestNameMatch(words, at: range.lowerBound, limit: range.upperBound)?.end == range.upperBound {
            return true
        }
        return lexicon.placeNouns.match(words, at: range.lowerBound, limit: range.upperBound) != nil
    }

    /// A name without article, titles and marks at its ends; nil if nothing is left.
    private func trimmed(_ range: Range<Int>, _ words: [Word], _ kind: NameKind) -> Range<Int>? {
        var range = range
        func isOutside(_ word: Word) -> Bool {
            (word.key.isEmpty && !(word.joins && word.token.text == "."))
                || word.isPossessive || word.lower == "the" || word.lower == "a" || word.lower == "an"
        }
        while let first = range.first, isOutside(words[first]) || words[first].joins {
            if words[first].lower == "the", let match = longestNameMatch(words, at: first, limit: range.upperBound),
                match.end == range.upperBound, !isArticle(words, first, match)
            {
                break
            }
            range = first + 1..<range.upperBound
        }
        while let last = range.last, isOutside(words[last]) || words[last].joins { range = range.lowerBound..<last }
        // "southern Ukraine", but "al-Qaida", "von der Leyen" and what is written small altogether.
        if words[range].contains(where: \.isCapital) {
            while let first = range.first, words[first].shape == .lower, !lexicon.isA(words[first], .particle),
                first + 1 >= range.upperBound || !words[first + 1].joins
            {
                range = first + 1..<range.upperBound
            }
        }
        if kind == .place || kind == .agency, words[range.upperBound - 1].shape == .lower {
            // "Kursk region", "the Guardian newspaper": what stands in the tables ends before the noun.
            var end = range.upperBound
            while end > range.lowerBound, words[end - 1].shape == .lower { end -= 1 }
            // "Gaza strip" is no Gaza.
            let whole = gazetteer.longestMatch(in: words, at: range.lowerBound, limit: range.upperBound)
            let isArea = whole?.end == range.upperBound && whole?.hits.contains { $0.table == .areas } ?? false
            if !isArea,
                let match = longestNameMatch(words, at: range.lowerBound, limit: end), match.end == end
            {
                range = range.lowerBound..<end
            }
        }
        if kind == .person {
            while let first = range.first, let end = titleEnd(words, at: first), end < range.upperBound,
                words[end].isCapital, !isFullName(words, range)
            {
                range = end..<range.upperBound
            }
        }
        return range.isEmpty ? nil : range
    }

    /// True for single words that are no name of these kinds: "FPV", "stocks.pdf", "comp.lang".
    func isNoName(_ words: ArraySlice<Word>) -> Bool {
        guard words.count == 1, let word = words.first else { return false }
        if word.shape == .upper, lexicon.isA(word, .acronymStop) || word.token.text.hasSuffix("$") { return true }
        if lexicon.isA(word, .company), gazetteer.hits(for: word.token.text).isEmpty { return true }
        // "H5N1", "M62": letters and digits that no table has.
        if word.key.contains(where: { (0x30...0x39).contains($0) }), gazetteer.hits(for: word.token.text).isEmpty {
            return true
        }
        // A stop inside a word of small letters: a file or an address.
        let parts = word.lower.utf8.split(separator: UInt8(ascii: "."))
        return parts.count > 1 && parts.contains { $0.count > 2 } && word.shape != .upper
            && !word.token.text.hasSuffix(".")
    }

    /// "King Charles" is known by that name.
    private func isFullName(_ words: [Word], _ range: Range<Int>) -> Bool {
        guard let match = longestNameMatch(words, at: range.lowerBound, limit: range.upperBound) else { return false }
        return match.end == range.upperBound && match.hits.contains { $0.table == .people }
    }

    /// The kind of a recognised name after a look at the tables: they prevail only where they know one kind of thing.
    private func settled(_ kind: NameKind, _ hits: [GazetteerHit], _ words: [Word], _ range: Range<Int>) -> EntityKind {
        let trained: EntityKind =
            switch kind {
            case .person: .person
            case .agency: .agency
            case .place: .place
            case .unit: .unit
            case .group: .group
            }
        if trained != .person, Self.isOrdinal(words[range.lowerBound]), range.count > 1 { return .unit }
        // "Leningrad Military District"
        if trained == .place || trained == .agency, range.count > 2,
            let noun = lexicon.unitNouns.match(words, at: range.upperBound - 2, limit: range.upperBound),
            noun.end == range.upperBound, lexicon.placeNouns.match(words, at: noun.end - 1, limit: noun.end) != nil
        {
            return .unit
        }
        guard !hits.isEmpty, let known = self.kind(of: hits) else {
            // Nobody is called "BNL" where other words have small letters.
            if trained == .person, range.count == 1, words[range.lowerBound].shape == .upper,
                words[range.lowerBound].key.count < 6, words.contains(where: { $0.shape == .lower })
            {
                return .agency
            }
            if trained != .unit, endsAsAgency(words, range, trained) { return .agency }
            if trained == .agency, endsAsFacility(words, range) { return .place }
            // "Nova Sich", "Kurylivka"
            let isVillage =
                trained == .person
                && (lexicon.isA(words[range.lowerBound], .placeStart) && range.count > 1
                    || lexicon.hasPlaceEnding(words[range.upperBound - 1]) && range.count == 1)
            return isVillage && title(words, before: range.lowerBound) == nil ? .place : trained
        }
        // "the Kremlin", "Moscow": what stands for its country is a place that may act.
        if trained == .agency, hits.contains(where: { $0.role == .metonym }) { return .place }
        let isLong = words[range].count(where: \.isCapital) > 1
        let kinds = Set(hits.map(\.table.kind))
        // Countries are places in all that they do; acronyms and long names of the tables mean what these say.
        if hits.contains(where: { $0.table == .countries && $0.role != .metonym }), trained != .person || isLong {
            return .place
        }
        if kinds.count == 1, isLong { return trained == .unit && known == .agency ? .unit : known }
        if kinds == [.agency], hits.contains(where: { $0.role == .acronym }), trained == .place || trained == .person {
            return .agency
        }
        return trained
    }

    /// "Baltic Courier", "Brindleford Holdings Ltd": the last word is one that only bodies have.
    private func endsAsAgency(_ words: [Word], _ range: Range<Int>, _ trained: EntityKind) -> Bool {
        let last = range.upperBound - 1
        guard range.count > 1, words[last].isCapital,
            let match = lexicon.agencyNouns.match(words, at: last, limit: range.upperBound)
        else { return false }
        // Museums, schools and courts are places too.
        return match.value.isSuffix || match.value.sector == "media" || (match.value.isStrong && trained == .person)
    }

    /// "Zmiivska Thermal Power Plant": the last words are a noun for a site, and not for those who run it.
    private func endsAsFacility(_ words: [Word], _ range: Range<Int>) -> Bool {
        for noun in range.dropFirst() {
            guard let match = lexicon.placeNouns.match(words, at: noun, limit: range.upperBound),
                match.end == range.upperBound, match.value.after
            else { continue }
            let isSite = match.value.feature == "building" || match.value.feature == "military"
            return isSite && lexicon.agencyNouns.match(words, at: range.upperBound - 1, limit: range.upperBound) == nil
        }
        return false
    }

    // MARK: - Peoples

    /// "Ukrainian" before a noun only says whose that is; "Ukrainians" are a group.
    func addGroup(_ found: inout Found, _ sentence: Int, _ words: [Word], _ range: Range<Int>) {
        let match = longestNameMatch(words, at: range.lowerBound, limit: range.upperBound)
        guard let demonym = demonym(match), match?.end == range.upperBound else {
            let last = words[range.upperBound - 1]
            guard lexicon.isA(last, .people) || (last.token.tag != .adjective && last.lower.hasSuffix("s")),
                !isAdjective(words, before: range.upperBound)
            else { return }
            let index = add(&found, sentence, words, range, kind: .group)
            found.names[index].isPlural = true
            return
        }
        if demonym.isPeople, !isAdjective(words, before: range.upperBound) {
            let index = add(&found, sentence, words, range, kind: .group, country: demonym.code)
            found.names[index].isPlural = words[range.upperBound - 1].lower.hasSuffix("s")
            found.names[index].hits = match?.hits ?? []
        }
        mark(&found, range, demonym.code)
    }

    /// "Korean interpreters": the word for the people stands before a noun.
    private func isAdjective(_ words: [Word], before end: Int) -> Bool {
        guard end < words.count, words[end].shape != .other else { return false }
        let tag = words[end].token.tag
        return tag == .noun || tag == .adjective || tag == .properNoun
    }
}
