internal import Language
internal import Record

/// Noun phrases for people, agencies, units and places that are no names: "two North Korean soldiers",
/// "Ukraine's military", "the other", "the region".
struct NominalFinder: Sendable {
    let lexicon: MentionLexicon
    let reference: ReferenceWords

    private struct Head {
        var end: Int
        var kind: EntityKind
        var lemma: String
        var sector: String
    }

    /// The nominals of one sentence.
    /// - Parameters:
    ///   - names: the sentence's names, by the token they end before; for possessors and modifiers.
    func nominals(
        _ words: [Word], sentence: Int, found: NameFinder.Found, names: [(index: Int, draft: MentionDraft)],
        quantities: [(index: Int, tokens: Range<Int>, value: Double?)]
    ) -> [MentionDraft] {
        var nameAt: [Int: (index: Int, draft: MentionDraft)] = [:]
        for name in names { for token in name.draft.tokens { nameAt[token] = name } }
        var drafts: [MentionDraft] = []
        var position = 0
        while position < words.count {
            guard nameAt[position] == nil, found.countries[position] == nil, let head = head(words, at: position) else {
                if let generic = generic(words, at: position, sentence: sentence, nameAt: nameAt) {
                    drafts.append(generic)
                }
                position += 1
                continue
            }
            let last = head.end - 1
            // "soldier uniform": the head of the phrase stands further on.
            if continues(words, after: head.end, nameAt: nameAt) {
                position = head.end
                continue
            }
            let start = phraseStart(words, head: position, nameAt: nameAt)
            // A title before its name belongs to the name: "Ukrainian President Volodymyr Zelensky".
            if let next = nameAt[head.end], next.draft.tokens.lowerBound == head.end, next.draft.kind == .person {
                position = head.end
                continue
            }
            var draft = MentionDraft(
                sentence: sentence, tokens: start..<head.end, head: last, kind: head.kind, form: .nominal,
                key: head.lemma)
            draft.sector = head.sector
            describe(&draft, words, noun: position, found: found, nameAt: nameAt)
            if draft.kind == .person, draft.isPlural { draft.kind = .group }
            // "taken prisoner": a state, not a person.
            if draft.kind == .person, draft.definiteness == .bare, !hasNumeral(words, draft.tokens),
                draft.sector != "office", draft.owner == nil,
                draft.country == nil, words[last].shape == .lower
            {
                position = head.end
                continue
            }
            let quantity = quantities.first { $0.tokens.overlaps(draft.tokens) }
            draft.quantity = quantity?.index
            if draft.quantity != nil || hasNumeral(words, draft.tokens), draft.definiteness == .bare {
                draft.definiteness = .indefinite
            }
            draft.count =
                quantity?.value.map { String($0) }
                ?? words[draft.tokens].first { $0.token.tag == .numeral || $0.shape == .number }?.lower
            drafts.append(draft)
            position = head.end
        }
        return drafts
    }

    // MARK: - Heads

    private func head(_ words: [Word], at position: Int) -> Head? {
        let word = words[position]
        guard word.shape == .lower || word.shape == .capitalized, word.token.tag != .verb, word.token.tag != .auxiliary,
            word.token.tag != .adposition, word.token.tag != .determiner, word.token.tag != .pronoun
        else { return nil }
        let noun = lexicon.personNouns.match(words, at: position, limit: words.count)
        let office = lexicon.offices.match(words, at: position, limit: words.count)
        if let match = noun, isNoun(words[match.end - 1]), match.end > office?.end ?? 0 {
            return Head(end: match.end, kind: match.value.kind, lemma: match.value.lemma, sector: match.value.sector)
        }
        if let match = office, isNoun(words[match.end - 1]) {
            return Head(end: match.end, kind: .person, lemma: match.value.name.lowercased(), sector: "office")
        }
        guard isNoun(word) else { return nil }
        if let match = lexicon.unitNouns.match(words, at: position, limit: words.count) {
            return Head(end: match.end, kind: .unit, lemma: words[match.end - 1].token.lemma, sector: "military")
        }
        if let match = lexicon.placeHeads.match(words, at: position, limit: words.count) {
            return Head(
                end: match.end, kind: .place, lemma: words[match.end - 1].token.lemma, sector: match.value)
        }
        if let match = lexicon.kinNouns.match(words, at: position, limit: words.count) {
            return Head(end: match.end, kind: .person, lemma: words[match.end - 1].token.lemma, sector: "kin")
        }
        return nil
    }

    private func isNoun(_ word: Word) -> Bool {
        word.token.tag == .noun || word.token.tag == .properNoun || word.token.tag == .adjective
    }

    /// "one soldier" has a head, but "one of the captives", "the other" and "both" stand alone.
    private func generic(
        _ words: [Word], at position: Int, sentence: Int, nameAt: [Int: (index: Int, draft: MentionDraft)]
    ) -> MentionDraft? {
        let word = words[position]
        guard word.lower == "one" || word.lower == "other", nameAt[position] == nil else { return nil }
        let next = position + 1 < words.count ? words[position + 1] : nil
        if word.lower == "one" {
            guard let next, next.lower == "of", position + 2 < words.count,
                words[position + 2].token.tag == .determiner || words[position + 2].token.tag == .pronoun
            else { return nil }
            // What is counted must be people: looked for in the few words after "of".
            for token in (position + 3)..<max(position + 3, min(words.count, position + 8)) {
                if let head = head(words, at: token), !continues(words, after: head.end, nameAt: nameAt) {
                    guard head.kind == .person || head.kind == .group else { return nil }
                    var draft = MentionDraft(
                        sentence: sentence, tokens: position..<position + 1, head: position, kind: .person,
                        form: .nominal,
                        key: head.lemma)
                    draft.definiteness = .indefinite
                    return draft
                }
                if words[token].isPunctuation
                    || words[token].token.tag == .verb && words[token].token.verbForm != .pastParticiple
                        && words[token].token.verbForm != .gerund && words[token].token.verbForm != .past
                {
                    return nil
                }
            }
            return nil
        }
        guard position > 0, words[position - 1].lower == "the", let next,
            next.token.tag == .verb || next.token.tag == .auxiliary || next.lower == "by" || next.isPunctuation
        else { return nil }
        var draft = MentionDraft(
            sentence: sentence, tokens: position - 1..<position + 1, head: position, kind: .person, form: .nominal,
            key: "other")
        draft.definiteness = .indefinite
        return draft
    }

    /// True if another noun follows, so that this one only modifies it.
    private func continues(
        _ words: [Word], after end: Int, nameAt: [Int: (index: Int, draft: MentionDraft)]
    ) -> Bool {
        guard end < words.count else { return false }
        let next = words[end]
        if next.joins, end + 1 < words.count, !next.token.spaceBefore { return true }
        guard nameAt[end] == nil, next.shape == .lower || next.shape == .capitalized else { return false }
        // "The government today denounced": a time is no part of the phrase before it.
        return next.token.tag == .noun && !next.token.relation.hasPrefix("obl")
    }

    // MARK: - Extent

    private func phraseStart(
        _ words: [Word], head: Int, nameAt: [Int: (index: Int, draft: MentionDraft)]
    ) -> Int {
        var start = head
        while start > 0, head - start < 12 {
            let word = words[start - 1]
            if word.isPossessive, start >= 2 {
                // The possessor and its article: "Ukraine's", "the agency's".
                var owner = start - 2
                if let name = nameAt[owner] { owner = name.draft.tokens.lowerBound }
                while owner > 0, nameAt[owner - 1] == nil,
                    words[owner - 1].token.tag == .determiner || words[owner - 1].token.tag == .adjective
                {
                    owner -= 1
                }
                return owner
            }
            if let name = nameAt[start - 1] {
                guard name.draft.kind != .person || name.draft.tokens.upperBound == head else { break }
                start = name.draft.tokens.lowerBound
                continue
            }
            switch word.token.tag {
            case .determiner:
                // "said that Russian forces": no determiner before a plural.
                if word.lower == "that", isPlural(words[head]) { return trimmed(words, start, head) }
                return start - 1
            case .pronoun:
                return reference.isA(word, .possessive) ? start - 1 : trimmed(words, start, head)
            case .adjective, .numeral, .noun, .properNoun:
                // "at least 3,000"
                if start >= 2, words[start - 2].lower == "at", word.lower == "least" || word.lower == "most" {
                    return trimmed(words, start, head)
                }
                start -= 1
            case .symbol where word.lower == "%": return start
            case .adverb
            where start < head && start >= 1
                && (words[start].token.tag == .numeral
                    || words[start].token.tag == .adjective && start >= 2 && opensPhrase(words[start - 2])):
                start -= 1
            case .verb
            where
                (word.token.verbForm == .pastParticiple || word.token.verbForm == .gerund
                || word.token.verbForm == .past)
                && start >= 2 && opensPhrase(words[start - 2]):
                start -= 1
            case .punctuation
            where word.joins && !word.token.spaceBefore && start >= 2 && words[start - 2].shape != .other:
                start -= 1
            default:
                return trimmed(words, start, head)
            }
        }
        return trimmed(words, start, head)
    }

    private func trimmed(_ words: [Word], _ start: Int, _ head: Int) -> Int {
        var start = start
        while start < head, words[start].isPunctuation { start += 1 }
        return start
    }

    private func opensPhrase(_ word: Word) -> Bool {
        word.token.tag == .determiner || word.token.tag == .numeral || word.token.tag == .adjective || word.isPossessive
            || reference.isA(word, .possessive)
    }

    // MARK: - What the phrase says

    private func describe(
        _ draft: inout MentionDraft, _ words: [Word], noun: Int, found: NameFinder.Found,
        nameAt: [Int: (index: Int, draft: MentionDraft)]
    ) {
        draft.isFresh = reference.isFresh(draft.key)
        draft.definiteness = reference.definiteness(words[draft.tokens.lowerBound])
        let head = words[draft.head]
        draft.isPlural = isPlural(head) || draft.kind == .group
        draft.isGeneral = reference.isGeneral(draft.key)
        for token in draft.tokens where token < noun {
            if let code = found.countries[token] { draft.country = code }
            if let name = nameAt[token], draft.owner == nil || words[token + 1].isPossessive {
                draft.owner = name.index
                if draft.country == nil, name.draft.kind != .person { draft.country = name.draft.country }
                if token + 1 < words.count, words[token + 1].isPossessive { draft.definiteness = .possessed }
            }
            switch words[token].token.tag {
            case .adjective, .verb, .noun:
                if found.countries[token] == nil, nameAt[token] == nil {
                    draft.modifiers.append(words[token].token.lemma)
                }
            default: break
            }
        }
    }

    private func isPlural(_ word: Word) -> Bool {
        word.token.lemma != word.lower && (word.lower.hasSuffix("s") || word.lower.hasSuffix("en"))
    }

    private func hasNumeral(_ words: [Word], _ range: Range<Int>) -> Bool {
        words[range].contains { $0.token.tag == .numeral || $0.shape == .number }
    }
}
