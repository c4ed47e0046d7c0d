internal import Language
internal import Record

/// Matches one pattern against a sentence from one token on, trying every way; the longest wins.
struct RelationMatcher: Sendable {
    let lexicon: RelationLexicon
    let words: [Word]
    /// Mentions that can fill a slot at a token: those that start there and nominals whose possessor ended before it.
    let mentionsAt: [Int: [SlotMention]]
    /// The end of a time expression that starts at a token, with its index.
    let timesAt: [Int: (end: Int, index: Int)]

    struct SlotMention: Sendable {
        var index: Int
        var kind: EntityKind
        /// The token after its last.
        var end: Int
        var startsHere: Bool
    }

    struct Match: Sendable {
        var end: Int
        var a: Int?
        var b: Int?
        var office: MentionLexicon.Office?
        var officeWords = ""
        var words = ""
        var kin: String?
        var country: RelationLexicon.Country?
        var time: Int?
        var age: String?
        /// How many parts took a token: of two equally long matches the more exact one wins.
        var exactness = 0
        var isNegative = false
    }

    /// More tries than this on one start mean a pattern too loose to be useful.
    private static let budget = 400

    /// The end of a country's adjective that starts at a token.
    func adjectiveEnd(at position: Int) -> Int? {
        guard words[position].isCapital else { return nil }
        return lexicon.demonyms.match(words, at: position, limit: words.count)?.end
    }

    func longest(_ pattern: RelationPattern, at start: Int) -> Match? {
        var best: Match?
        var tries = 0
        step(pattern.parts, 0, Match(end: start), &best, &tries)
        return best
    }

    private func step(
        _ parts: [RelationPattern.Part], _ number: Int, _ match: Match, _ best: inout Match?, _ tries: inout Int
    ) {
        tries += 1
        guard tries < Self.budget else { return }
        guard number < parts.count else {
            if let current = best, (current.end, current.exactness) >= (match.end, match.exactness) { return }
            best = match
            return
        }
        let part = parts[number]
        for next in ways(part.kind, match) { step(parts, number + 1, next, &best, &tries) }
        if part.isOptional { step(parts, number + 1, match, &best, &tries) }
    }

    /// All ways to take one part where the match stands.
    private func ways(_ kind: RelationPattern.Part.Kind, _ match: Match) -> [Match] {
        let at = match.end
        guard at < words.count else { return [] }
        let word = words[at]
        func taken(_ end: Int, _ change: (inout Match) -> Void = { _ in }) -> Match {
            var next = match
            next.end = end
            next.exactness += 1
            change(&next)
            return next
        }
        switch kind {
        case .mention(let isB, let kinds):
            return (mentionsAt[at] ?? []).filter { mention in
                (kinds.isEmpty || kinds.contains(mention.kind)) && mention.index != match.a && mention.index != match.b
            }.map { mention in
                taken(mention.end) { if isB { $0.b = mention.index } else { $0.a = mention.index } }
            }
        case .office:
            var start = at
            while start < words.count, let prefix = lexicon.prefixes.match(words, at: start, limit: words.count) {
                start = prefix.end
                if start < words.count, words[start].token.text == "-" { start += 1 }
            }
            guard let office = lexicon.offices.match(words, at: start, limit: words.count) else { return [] }
            return [
                taken(office.end) {
                    $0.office = office.value
                    let before = words[at..<start].filter { !$0.isPunctuation }.map(\.lower)
                    $0.officeWords = (before + [office.value.name]).joined(separator: " ")
                }
            ]
        case .rank: return phrase(lexicon.ranks, at, taken) { $0.words = $1 }
        case .kin: return phrase(lexicon.kin, at, taken) { $0.kin = $1 }
        case .unit: return phrase(lexicon.units, at, taken) { $0.words = $1 }
        case .person: return phrase(lexicon.people, at, taken) { $0.words = $1 }
        case .demonym:
            guard word.isCapital, let country = lexicon.demonyms.match(words, at: at, limit: words.count) else {
                return []
            }
            return [taken(country.end) { $0.country = country.value }]
        case .age:
            guard word.shape == .number, word.key.count <= 3 else { return [] }
            return [taken(at + 1) { $0.age = word.token.text }]
        case .date:
            guard let time = timesAt[at] else { return [] }
            return [taken(time.end) { $0.time = time.index }]
        case .words(let choices):
            guard choices.contains(word.lower) || choices.contains(word.token.lemma) || choices.contains(word.plain)
            else { return [] }
            return [taken(at + 1)]
        case .article:
            return word.lower == "the" || word.lower == "a" || word.lower == "an" ? [taken(at + 1)] : []
        case .be:
            guard word.token.lemma == "be" || ["'s", "'re", "'m"].contains(word.lower) else { return [] }
            // "was not born in", "is no longer head of"
            let negation = at + 1 < words.count && ["not", "n't", "never"].contains(words[at + 1].lower)
            return [taken(at + (negation ? 2 : 1)) { $0.isNegative = negation || $0.isNegative }]
        case .possessive:
            if word.isPossessive { return [taken(at + 1)] }
            return []
        case .gap(let isOne):
            if isOne { return mentionsAt[at]?.contains(where: \.startsHere) == true ? [] : [taken(at + 1)] }
            var found = [match]
            var end = at
            while end < words.count, end - at < 4, mentionsAt[end]?.contains(where: \.startsHere) != true {
                end += 1
                var next = match
                next.end = end
                found.append(next)
            }
            return found
        }
    }

    private func phrase(
        _ table: PhraseTable<String>, _ at: Int, _ taken: (Int, (inout Match) -> Void) -> Match,
        _ change: @escaping (inout Match, String) -> Void
    ) -> [Match] {
        guard var found = table.match(words, at: at, limit: words.count) else { return [] }
        // "Col." where the dot is a token of its own.
        if found.end < words.count, words[found.end].token.text == ".", words[found.end - 1].key.count <= 4 {
            found.end += 1
        }
        return [taken(found.end) { change(&$0, found.value) }]
    }
}
