internal import Language
internal import Record

/// Pronouns that stand for people, agencies and groups, with the agreeing antecedent where it is clear; others are left out.
struct PronounFinder: Sendable {
    private typealias Agreement = ReferenceWords.Class

    let reference: ReferenceWords

    /// How many sentences back an antecedent may stand.
    private static let window = 2

    /// The pronouns of a document, each with the chain of its antecedent.
    /// - Parameter drafts: names and nominals with their chains, in text order.
    func pronouns(in document: DocumentWords, drafts: [MentionDraft]) -> [MentionDraft] {
        var all = drafts
        var bySentence: [[Candidate]] = Array(repeating: [], count: document.sentences.count)
        for (index, draft) in drafts.enumerated() { bySentence[draft.sentence].append(candidate(index, draft)) }
        var pronouns: [MentionDraft] = []
        for (number, words) in document.sentences.enumerated() {
            for (position, word) in words.enumerated() {
                guard let agreement = reference.agreement(word), word.shape != .upper,
                    let found = antecedent(agreement, words, sentence: number, position: position, bySentence)
                else { continue }
                let antecedent = all[found]
                var draft = MentionDraft(
                    sentence: number, tokens: position..<position + 1, head: position, kind: antecedent.kind,
                    form: .pronoun, key: word.lower)
                draft.chain = antecedent.chain
                draft.country = antecedent.country
                draft.entity = antecedent.entity
                draft.isMetonym = antecedent.isMetonym
                draft.isPlural = agreement == .plural
                draft.anchor = antecedent.anchor ?? antecedent.sentence
                draft.reach = antecedent.reach ?? reach(antecedent)
                pronouns.append(draft)
                // A later pronoun may lean on this one.
                let place = bySentence[number].partitioningIndex { $0.tokens.lowerBound > position }
                bySentence[number].insert(candidate(all.count, draft), at: place)
                all.append(draft)
            }
        }
        return pronouns
    }

    /// What an antecedent is chosen by. Every pronoun looks at many, so they are small.
    private struct Candidate {
        /// The number of its draft.
        var draft: Int
        var tokens: Range<Int>
        var chain: Int
        /// The last sentence from which a pronoun may still lean on it.
        var lastSentence: Int
        var isPerson: Bool
        var isPlural: Bool
        var isThing: Bool
        /// For relative pronouns.
        var isAnimateNoun: Bool
        /// False for what brings in nobody new: "a great leader" further on in the sentence.
        var isSubject: Bool

        func agrees(_ agreement: Agreement) -> Bool {
            switch agreement {
            case .person: isPerson
            case .plural: isPlural
            case .thing: isThing
            default: false
            }
        }
    }

    private func candidate(_ number: Int, _ draft: MentionDraft) -> Candidate {
        Candidate(
            draft: number, tokens: draft.tokens, chain: draft.chain,
            lastSentence: (draft.anchor ?? draft.sentence) + (draft.reach ?? reach(draft)),
            isPerson: agrees(.person, draft), isPlural: agrees(.plural, draft), isThing: agrees(.thing, draft),
            isAnimateNoun: draft.form != .pronoun && isAnimate(draft),
            isSubject: draft.form != .nominal
                || (draft.sector != "kin" && (draft.definiteness != .indefinite || draft.tokens.lowerBound < 3)))
    }

    /// The draft that a pronoun stands for.
    private func antecedent(
        _ agreement: Agreement, _ words: [Word], sentence: Int, position: Int, _ candidates: [[Candidate]]
    ) -> Int? {
        if agreement == .relative {
            var end = position
            while end > 0, words[end - 1].isPunctuation { end -= 1 }
            return candidates[sentence].last { $0.tokens.upperBound == end && $0.isAnimateNoun }?.draft
        }
        var first: Candidate?
        var subject: Candidate?
        var isClear = true
        for candidate in candidates[sentence] {
            // They stand in the order of their first tokens.
            guard candidate.tokens.lowerBound < position else { break }
            guard candidate.tokens.upperBound <= position, candidate.agrees(agreement),
                candidate.lastSentence >= sentence
            else { continue }
            if let first { isClear = isClear && candidate.chain == first.chain } else { first = candidate }
            if subject == nil, candidate.isSubject { subject = candidate }
        }
        if let first {
            // The one chain that agrees, or the subject where there are several.
            if isClear { return first.draft }
            if agreement == .thing { return first.tokens.lowerBound <= 2 ? first.draft : nil }
            return (subject ?? first).draft
        }
        var back = sentence - 1
        while back >= 0, sentence - back <= Self.window {
            let there = candidates[back].filter { $0.agrees(agreement) && $0.lastSentence >= sentence }
            // The first that agrees is mostly the subject.
            if let first = there.first {
                return agreement == .thing ? nil : (there.first(where: \.isSubject) ?? first).draft
            }
            back -= 1
        }
        return nil
    }

    /// How many sentences later a pronoun may still lean on a mention: names stay in mind, "a man" does not.
    private func reach(_ draft: MentionDraft) -> Int {
        if draft.form == .name { return draft.kind == .group ? 1 : 5 }
        switch draft.definiteness {
        case .bare, .indefinite: return 2
        case .definite, .demonstrative, .possessed: return draft.kind == .group ? 2 : 3
        }
    }

    private func isAnimate(_ draft: MentionDraft) -> Bool {
        draft.kind == .person || draft.kind == .group || draft.kind == .unit || draft.kind == .agency
    }

    private func agrees(_ agreement: Agreement, _ draft: MentionDraft) -> Bool {
        switch agreement {
        case .person: draft.kind == .person && !draft.isPlural
        case .plural:
            (draft.kind == .group || draft.kind == .person && draft.isPlural || draft.kind == .unit && draft.isPlural)
        case .thing:
            draft.kind == .agency || draft.kind == .unit && !draft.isPlural
                || draft.kind == .place && draft.form == .name && draft.entity?.table == .countries
        case .relative: isAnimate(draft)
        case .possessive, .definite, .demonstrative, .indefinite, .fresh, .general: false
        }
    }
}
