internal import Language
internal import Record

/// Names of one sentence: those that the language stage recognised, set right by the tables where these are sure.
///
/// The trained recogniser is the first witness for where a name stands and of what kind it is. The tables are the
/// second: designations of units and weapons, long names of the gazetteer, countries and their adjectives. What the
/// whole document says is weighed afterwards by `NameConsensus`.
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

        func isFree(_ range: Range<Int>) -> Bool { !range.contains { taken.contains($0) } }
    }

    func names(in document: DocumentWords, sentence number: Int) -> Found {
        let words = document.sentences[number]
        let recognized = document.recognized[number].filter { $0.words.upperBound <= words.count }
        var found = Found()
        addDesignations(&found, number, words, recognized)
        addLongNames(&found, number, words, recognized)
        for span in recognized { add(span, &found, number, words) }
        addTableNames(&found, document, number)
        found.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return found
    }

    // MARK: - Names by their shape

    /// Numbered units and known weapons: their own form says what they are.
    private func addDesignations(
        _ found: inout Found, _ sentence: Int, _ words: [Word], _ recognized: [NameSpan]
    ) {
        var position = 0
        while position < words.count {
            // What is recognised as a longer name has the designation inside: "Patriot" of "Patriot Party".
            let name = recognized.first { $0.words.contains(position) }
            let outer = name?.words
            let startsUnit = Self.isOrdinal(words[position]) || lexicon.isA(words[position], .direction)
            if startsUnit, let end = unit(words, at: position), end >= outer?.upperBound ?? 0 {
                add(&found, sentence, words, position..<end, kind: .unit)
                position = end
            } else if let end = object(words, at: position, isPerson: name?.kind == .person),
                outer == nil || outer == position..<end
                    || (outer?.lowerBound == position && end > outer?.upperBound ?? end)
            {
                add(&found, sentence, words, position..<end, kind: .object)
                position = end
            } else {
                position += 1
            }
        }
    }

    /// Names of several capitals that the gazetteer has: "Security Service of Ukraine", whatever was recognised inside.
    private func addLongNames(_ found: inout Found, _ sentence: Int, _ words: [Word], _ recognized: [NameSpan]) {
        var position = 0
        while position < words.count {
            guard words[position].isCapital, found.isFree(position..<position + 1),
                let match = longestNameMatch(words, at: position, limit: words.count),
                words[position..<match.end].count(where: \.isCapital) > 1, demonym(match) == nil,
                let kind = kind(of: match.hits), found.isFree(position..<match.end)
            else {
                position += 1
                continue
            }
            var range = position..<match.end
            if words[position].lower == "the", isArticle(words, position, match) { range = position + 1..<match.end }
            // A recognised name that only overlaps, or that has this one inside, knows better.
            let isContained = recognized.allSatisfy { span in
                !span.words.overlaps(range)
                    || (span.words.lowerBound >= range.lowerBound && span.words.upperBound <= range.upperBound)
            }
            let isSame = recognized.contains { $0.words == range }
            if isContained, !isSame, kind != .place || isSurePlace(match.hits) {
                let index = add(&found, sentence, words, range, kind: kind)
                found.names[index].hits = match.hits
                found.names[index].title = kind == .person ? title(words, before: range.lowerBound) : nil
                position = range.upperBound
            } else {
                position += 1
            }
        }
    }

    /// Towns of two words may be anything; countries, regions and areas are what they say.
    private func isSurePlace(_ hits: [GazetteerHit]) -> Bool {
        hits.contains { $0.table == .countries || $0.table == .areas || $0.table == .regions }
    }

    // MARK: - Recognised names

    private func add(_ span: NameSpan, _ found: inout Found, _ sentence: Int, _ words: [Word]) {
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
            if span.kind == .place, words[match.end].isCapital { range = match.end..<range.upperBound }
        }
        let kind = settled(span.kind, hits, words, range)
        let index = add(&found, sentence, words, range, kind: kind, country: country)
        found.names[index].hits = hits.isEmpty ? found.names[index].hits : hits
        if kind == .place, hits.isEmpty { found.names[index].hits = placeHits(words, range) }
        if kind == .person { found.names[index].title = title(words, before: range.lowerBound) }
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
            if let match = longestNameMatch(words, at: range.lowerBound, limit: end), match.end == end {
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
    private func isNoName(_ words: ArraySlice<Word>) -> Bool {
        guard words.count == 1, let word = words.first else { return false }
        if word.shape == .upper, lexicon.isA(word, .acronymStop) || word.token.text.hasSuffix("$") { return true }
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
        guard !hits.isEmpty, let known = self.kind(of: hits) else {
            return trained != .unit && endsAsAgency(words, range) ? .agency : trained
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
    private func endsAsAgency(_ words: [Word], _ range: Range<Int>) -> Bool {
        let last = range.upperBound - 1
        guard range.count > 1, words[last].isCapital,
            let match = lexicon.agencyNouns.match(words, at: last, limit: range.upperBound)
        else { return false }
        return match.value.isStrong || match.value.isSuffix || match.value.sector == "media"
    }

    // MARK: - Peoples

    /// "Ukrainian" before a noun only says whose that is; "Ukrainians" are a group.
    private func addGroup(_ found: inout Found, _ sentence: Int, _ words: [Word], _ range: Range<Int>) {
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

    // MARK: - What only the tables have

    /// Countries, their adjectives and agencies' acronyms that nobody recognised.
    private func addTableNames(_ found: inout Found, _ document: DocumentWords, _ sentence: Int) {
        let words = document.sentences[sentence]
        for position in words.indices where words[position].isCapital && found.isFree(position..<position + 1) {
            let word = words[position]
            if lexicon.isA(word, .platform), isPlatform(words, position) {
                add(&found, sentence, words, position..<position + 1, kind: .agency)
                continue
            }
            guard let match = longestNameMatch(words, at: position, limit: words.count),
                found.isFree(position..<match.end), !isOnlyLoud(document, sentence, position),
                !isNoName(words[position..<match.end])
            else { continue }
            let range = position..<match.end
            if demonym(match) != nil {
                addGroup(&found, sentence, words, range)
            } else if let kind = sureKind(match.hits, words, range) {
                let index = add(&found, sentence, words, range, kind: kind)
                found.names[index].hits = match.hits
            }
        }
    }

    /// The kind of a name that needs no other witness.
    private func sureKind(_ hits: [GazetteerHit], _ words: [Word], _ range: Range<Int>) -> EntityKind? {
        let first = words[range.lowerBound]
        if hits.contains(where: { $0.table == .countries && $0.role != .metonym }) {
            // "Turkey", "Chad", "Jordan" at the start of a sentence may be a bird or a boy.
            return first.shape == .upper || first.token.tag == .properNoun ? .place : nil
        }
        guard first.shape == .upper, first.key.count > 2, !lexicon.isA(first, .acronymStop),
            hits.contains(where: { $0.table == .agencies && $0.role == .acronym })
        else { return nil }
        return .agency
    }

    /// True for capitals that every word of the sentence has, or that start it.
    private func isOnlyLoud(_ document: DocumentWords, _ sentence: Int, _ position: Int) -> Bool {
        let word = document.sentences[sentence][position]
        if word.shape == .upper, document.isAllCaps[sentence] { return document.isSeenLower(word) }
        return word.lower == "us" && word.shape != .upper
    }
}
