internal import Language
internal import Record

/// What the whole document says about its names: one name has one kind in it, a surname is that of the person named in
/// full, and what is a name in one sentence is one in the next.
struct NameConsensus: Sendable {
    let finder: NameFinder

    private var lexicon: MentionLexicon { finder.lexicon }

    /// What speaks for each kind of a name.
    private struct Votes {
        var weights: [EntityKind: Double] = [:]
        /// True if it stands somewhere after "in", "near" and the like.
        var isWhere = false
        var hits: [EntityKind: [GazetteerHit]] = [:]

        mutating func add(_ name: MentionDraft, _ weight: Double) {
            weights[name.kind, default: 0] += weight
            if hits[name.kind, default: []].isEmpty { hits[name.kind] = name.hits }
        }

        /// The kind with most weight; of equals the first in the order of kinds.
        var best: EntityKind? {
            EntityKind.allCases.filter { weights[$0] != nil }.max { weights[$0] ?? 0 < weights[$1] ?? 0 }
        }
    }

    /// The names of the document with kinds that agree, and those that were missed where they stand again.
    func settle(_ found: inout [NameFinder.Found], in document: DocumentWords) {
        var votes: [String: Votes] = [:]
        var surnames: [String: MentionDraft] = [:]
        var companies: Set<String> = []
        splitPairs(&found, in: document)
        splitPeople(&found, in: document)
        for sentence in found {
            for name in sentence.names where Self.isVoted(name.kind) {
                votes[name.key, default: Votes()].add(asPlace(name, document) ?? name, weight(of: name, document))
                if name.tokens.lowerBound > 0,
                    lexicon.isA(document.sentences[name.sentence][name.tokens.lowerBound - 1], .placePreposition)
                {
                    votes[name.key]?.isWhere = true
                }
                companies.formUnion(companyWords(name, document.sentences[name.sentence]))
                guard name.kind == .person, name.tokens.count > 1 else { continue }
                let last = Spelling.folded(
                    String(decoding: document.sentences[name.sentence][name.head].key, as: UTF8.self))
                if surnames[last] == nil { surnames[last] = name }
            }
        }
        for number in found.indices {
            for index in found[number].names.indices {
                agree(&found[number].names[index], votes, surnames, companies)
            }
            addMissed(&found[number], document, number, votes, surnames)
        }
    }

    /// Parts names of two places: "Kyiv-Lviv", "Warsaw and Prague", where both are known or named apart from each other.
    private func splitPairs(_ found: inout [NameFinder.Found], in document: DocumentWords) {
        var places: Set<String> = []
        for sentence in found {
            for name in sentence.names where name.kind == .place { places.insert(name.key) }
        }
        for number in found.indices {
            let words = document.sentences[number]
            guard found[number].names.contains(where: { $0.tokens.count > 2 }) else { continue }
            var names: [MentionDraft] = []
            for name in found[number].names {
                let parts = name.kind == .person ? [] : parts(of: name, words, places)
                guard parts.count > 1 else {
                    names.append(name)
                    continue
                }
                var pieces = NameFinder.Found()
                for part in parts {
                    let index = finder.add(&pieces, number, words, part, kind: .place)
                    pieces.names[index].hits = finder.placeHits(words, part)
                }
                names += pieces.names
            }
            found[number].names = names
        }
    }

    /// Parts "Ada Quillfeather Kathleen," where the document has Ada Quillfeather elsewhere: a signature and the next greeting.
    private func splitPeople(_ found: inout [NameFinder.Found], in document: DocumentWords) {
        var counts: [String: Int] = [:]
        for sentence in found {
            for name in sentence.names where name.kind == .person && name.tokens.count > 1 {
                counts[name.key, default: 0] += 1
            }
        }
        for number in found.indices {
            let words = document.sentences[number]
            guard found[number].names.contains(where: { $0.kind == .person && $0.tokens.count > 2 }) else { continue }
            var names: [MentionDraft] = []
            for name in found[number].names {
                guard name.kind == .person, name.hits.isEmpty, let cut = greeting(in: name, words, counts) else {
                    names.append(name)
                    continue
                }
                var pieces = NameFinder.Found()
                finder.add(&pieces, number, words, name.tokens.lowerBound..<cut, kind: .person)
                finder.add(&pieces, number, words, cut..<name.tokens.upperBound, kind: .person)
                pieces.names[0].title = name.title
                names += pieces.names
            }
            found[number].names = names
        }
    }

    /// Where the second name starts; nil if there is one name only.
    private func greeting(in name: MentionDraft, _ words: [Word], _ counts: [String: Int]) -> Int? {
        let isClosed = name.tokens.upperBound < words.count && words[name.tokens.upperBound].token.text == ","
        var key = ""
        var cut: Int?
        for position in name.tokens.dropLast() where !words[position].key.isEmpty {
            if !key.isEmpty { key += " " }
            key += String(decoding: words[position].key, as: UTF8.self)
            let rest = name.tokens.upperBound - position - 1
            if counts[key] ?? 0 > 1, rest > 1 || isClosed, words[position + 1].isCapital,
                !lexicon.isA(words[position + 1], .generation)
            {
                cut = position + 1
            }
        }
        return cut
    }

    /// The places of a name at its hyphens and the like; none if one of them is not known, or if the whole is.
    private func parts(of name: MentionDraft, _ words: [Word], _ places: Set<String>) -> [Range<Int>] {
        guard name.hits.isEmpty, name.tokens.contains(where: { isJoint(words[$0]) }) else { return [] }
        var parts: [Range<Int>] = []
        var start = name.tokens.lowerBound
        for position in name.tokens where isJoint(words[position]) {
            parts.append(start..<position)
            start = position + 1
        }
        parts.append(start..<name.tokens.upperBound)
        return parts.allSatisfy { !$0.isEmpty && isPlace(words, $0, places) } ? parts : []
    }

    /// True for what may stand between two names.
    private func isJoint(_ word: Word) -> Bool {
        word.joins && word.token.text != "." || word.token.text == "," || word.lower == "and"
            || word.shape == .lower && lexicon.isA(word, .placePreposition)
    }

    private func isPlace(_ words: [Word], _ range: Range<Int>, _ places: Set<String>) -> Bool {
        guard words[range.lowerBound].isCapital else { return false }
        let key = words[range].map { String(decoding: $0.key, as: UTF8.self) }.filter { !$0.isEmpty }
        if places.contains(key.joined(separator: " ")) { return true }
        guard let match = finder.longestNameMatch(words, at: range.lowerBound, limit: range.upperBound),
            match.end == range.upperBound
        else { return false }
        return match.hits.contains { $0.table == .places || $0.table == .countries || $0.table == .regions }
    }

    private static func isVoted(_ kind: EntityKind) -> Bool { kind != .group && kind != .object && kind != .unit }

    /// "southeast of Lyman", "near Hai": somebody who stands where places stand, and whom the tables do not know.
    private func asPlace(_ name: MentionDraft, _ document: DocumentWords) -> MentionDraft? {
        let words = document.sentences[name.sentence]
        let before = name.tokens.lowerBound - 1
        guard name.kind == .person, name.title == nil, before >= 0, name.tokens.count == 1,
            !name.hits.contains(where: { $0.table == .people })
        else { return nil }
        let isNear =
            lexicon.isA(words[before], .placePreposition) && words[before].lower != "from"
            && words[before].lower != "to"
        let isBeside = words[before].lower == "of" && before > 0 && lexicon.isA(words[before - 1], .compass)
        guard isNear || isBeside else { return nil }
        var place = name
        place.kind = .place
        return place
    }

    /// A name in a headline tells less than one in a sentence; a title before it tells more.
    private func weight(of name: MentionDraft, _ document: DocumentWords) -> Double {
        var weight = document.isTitleCase[name.sentence] || document.isAllCaps[name.sentence] ? 0.4 : 1
        if name.title != nil { weight += 1.5 }
        if finder.kind(of: name.hits) == name.kind { weight += 0.6 }
        return weight
    }

    /// "Brindleford" of "Brindleford Holdings Ltd".
    private func companyWords(_ name: MentionDraft, _ words: [Word]) -> [String] {
        guard name.kind == .agency, name.tokens.count > 1, lexicon.isA(words[name.tokens.upperBound - 1], .company)
        else {
            return []
        }
        return words[name.tokens.dropLast()].filter { $0.isCapital && $0.key.count > 2 }
            .map { String(decoding: $0.key, as: UTF8.self) }
    }

    private func agree(
        _ name: inout MentionDraft, _ votes: [String: Votes], _ surnames: [String: MentionDraft],
        _ companies: Set<String>
    ) {
        guard Self.isVoted(name.kind), name.title == nil, let known = votes[name.key] else { return }
        var best = known.best ?? name.kind
        // "Jordan" after "Michael Jordan", unless somebody is "in Jordan".
        if name.tokens.count == 1, surnames[Spelling.folded(name.key)] != nil, !known.isWhere { best = .person }
        // "Kodak" of "Eastman Kodak Co", where no Kodak is named in full.
        if best == .person, companies.contains(name.key), surnames[Spelling.folded(name.key)] == nil { best = .agency }
        guard best != name.kind else { return }
        name.kind = best
        name.hits = known.hits[best] ?? name.hits
    }

    /// Notes names that are recognised elsewhere in the document.
    private func addMissed(
        _ found: inout NameFinder.Found, _ document: DocumentWords, _ number: Int, _ votes: [String: Votes],
        _ surnames: [String: MentionDraft]
    ) {
        let words = document.sentences[number]
        var position = 0
        var isAdded = false
        while position < words.count {
            guard words[position].isCapital, !found.taken.contains(position),
                isName(document, number, position) || isSurname(document, number, position, surnames)
            else {
                position += 1
                continue
            }
            var key = ""
            var end = position
            var best: (end: Int, kind: EntityKind, hits: [GazetteerHit])?
            while end < words.count, end - position < Self.longestName, !found.taken.contains(end) {
                if !words[end].key.isEmpty {
                    if !key.isEmpty, !words[end].isClitic { key += " " }
                    key += String(decoding: words[end].key, as: UTF8.self)
                } else if !words[end].joins {
                    break
                }
                end += 1
                if words[end - 1].isCapital, let known = votes[key], let kind = known.best {
                    best = (end, kind, known.hits[kind] ?? [])
                } else if end == position + 1, let person = surnames[Spelling.folded(key)], key.utf8.count > 2 {
                    best = (end, .person, person.hits.filter { _ in false })
                }
            }
            guard let best else {
                position += 1
                continue
            }
            let index = finder.add(&found, number, words, position..<best.end, kind: best.kind)
            found.names[index].hits = best.hits
            isAdded = true
            position = best.end
        }
        if isAdded { found.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    }

    /// In words.
    private static let longestName = 6

    /// "Woods said" after "Ada Woods": a common noun that opens a sentence without an article and is what acts.
    private func isSurname(
        _ document: DocumentWords, _ number: Int, _ position: Int, _ surnames: [String: MentionDraft]
    ) -> Bool {
        let words = document.sentences[number]
        let word = words[position]
        guard position + 1 < words.count, word.token.relation.hasPrefix("nsubj"), !document.isSeenLower(word),
            surnames[Spelling.folded(String(decoding: word.key, as: UTF8.self))] != nil
        else { return false }
        switch words[position + 1].token.tag {
        case .verb, .auxiliary, .adverb:
            return !document.trees[number].children(of: position).contains { $0 < position }
        default: return false
        }
    }

    /// True if a capital is there for the name's sake and the word does not go on as another name.
    private func isName(_ document: DocumentWords, _ number: Int, _ position: Int) -> Bool {
        let words = document.sentences[number]
        let word = words[position]
        guard !lexicon.isA(word, .stop), !document.isSeenLower(word) else { return false }
        if word.shape == .upper { return word.key.count > 1 }
        return !DocumentWords.startsSentence(words, position) || word.token.tag == .properNoun || !word.token.isKnown
    }
}
