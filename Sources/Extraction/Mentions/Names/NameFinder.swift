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
        addPartnerships(&found, number, words, recognized)
        addLongNames(&found, number, words, recognized)
        for span in recognized where !isSmallByChance(span, words) {
            for part in persons(in: span, words) { add(part, &found, number, words) }
        }
        addTableNames(&found, document, number)
        found.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return found
    }

    /// A word in small letters is a name only where nobody writes capitals.
    private func isSmallByChance(_ span: NameSpan, _ words: [Word]) -> Bool {
        guard !words[span.words].contains(where: \.isCapital) else { return false }
        return words.indices.contains { at in
            words[at].isCapital && words[at].key.count > 1 && !DocumentWords.startsSentence(words, at)
        }
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
            let outer = name.map { withoutAdjective($0.words, words, before: position) }
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

    /// A recognised name without the country's adjective that it starts with, if what stands at `position` comes next.
    private func withoutAdjective(_ range: Range<Int>, _ words: [Word], before position: Int) -> Range<Int> {
        guard range.lowerBound < position, position < range.upperBound,
            let match = longestNameMatch(words, at: range.lowerBound, limit: position), match.end == position,
            demonym(match) != nil
        else { return range }
        return position..<range.upperBound
    }

    /// "Birr, Wilson and Co": the names of partners before "and Co" are the company's.
    private func addPartnerships(_ found: inout Found, _ sentence: Int, _ words: [Word], _ recognized: [NameSpan]) {
        for last in words.indices.dropFirst(2) where words[last].isCapital && lexicon.isA(words[last], .company) {
            guard words[last - 1].lower == "and" || words[last - 1].lower == "&", words[last - 2].isCapital else {
                continue
            }
            var start = last - 2
            while start > 0 {
                let before = words[start - 1]
                if before.isCapital,
                    !DocumentWords.startsSentence(words, start - 1) || isRecognized(start - 1, recognized)
                {
                    start -= 1
                } else if before.token.text == ",", start > 1, words[start - 2].isCapital,
                    recognized.contains(where: { $0.words.contains(start - 2) && $0.kind != .place })
                {
                    start -= 2
                } else {
                    break
                }
            }
            guard found.isFree(start..<last + 1) else { continue }
            add(&found, sentence, words, start..<last + 1, kind: .agency)
        }
    }

    private func isRecognized(_ position: Int, _ recognized: [NameSpan]) -> Bool {
        recognized.contains { $0.words.contains(position) }
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
