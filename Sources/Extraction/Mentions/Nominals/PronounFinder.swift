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
        var bySentence: [[MentionDraft]] = Array(repeating: [], count: document.sentences.count)
        for draft in drafts { bySentence[draft.sentence].append(draft) }
        var pronouns: [MentionDraft] = []
        for (number, words) in document.sentences.enumerated() {
            for (position, word) in words.enumerated() {
                guard let agreement = reference.agreement(word), word.shape != .upper,
                    let antecedent = antecedent(
                        agreement, word, words: words, sentence: number, position: position, drafts: bySentence)
                else { continue }
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
                let place =
                    bySentence[number].firstIndex { $0.tokens.lowerBound > position } ?? bySentence[number].endIndex
                bySentence[number].insert(draft, at: place)
            }
        }
        return pronouns
    }

    private func antecedent(
        _ agreement: Agreement, _ pronoun: Word, words: [Word], sentence: Int, position: Int, drafts: [[MentionDraft]]
    ) -> MentionDraft? {
        if agreement == .relative {
            var end = position
            while end > 0, words[end - 1].isPunctuation { end -= 1 }
            return drafts[sentence].last { $0.tokens.upperBound == end && $0.form != .pronoun && isAnimate($0) }
        }
        let here = drafts[sentence].filter {
            $0.tokens.upperBound <= position && agrees(agreement, $0) && isNear($0, sentence)
        }
        if let clear = clear(agreement, here, words) { return clear }
        guard here.isEmpty else { return nil }
        var back = sentence - 1
        while back >= 0, sentence - back <= Self.window {
            let there = drafts[back].filter { agrees(agreement, $0) && isNear($0, sentence) }
            if !there.isEmpty { return agreement == .thing ? nil : subject(there) }
            back -= 1
        }
        return nil
    }

    /// The one chain that agrees, or the subject where there are several.
    private func clear(_ agreement: Agreement, _ candidates: [MentionDraft], _ words: [Word]) -> MentionDraft? {
        guard let first = candidates.first else { return nil }
        if candidates.allSatisfy({ $0.chain == first.chain }) { return first }
        if agreement == .thing { return first.tokens.lowerBound <= 2 ? first : nil }
        return subject(candidates)
    }

    /// The first that agrees is mostly the subject; "a great leader" further on in the sentence is nobody new.
    private func subject(_ candidates: [MentionDraft]) -> MentionDraft? {
        candidates.first { draft in
            guard draft.form == .nominal else { return true }
            return draft.sector != "kin" && (draft.definiteness != .indefinite || draft.tokens.lowerBound < 3)
        } ?? candidates.first
    }

    /// How many sentences later a pronoun may still lean on a mention: names stay in mind, "a man" does not.
    private func reach(_ draft: MentionDraft) -> Int {
        if draft.form == .name { return draft.kind == .group ? 1 : 5 }
        switch draft.definiteness {
        case .bare, .indefinite: return 2
        case .definite, .demonstrative, .possessed: return draft.kind == .group ? 2 : 3
        }
    }

    private func isNear(_ draft: MentionDraft, _ sentence: Int) -> Bool {
        sentence - (draft.anchor ?? draft.sentence) <= (draft.reach ?? reach(draft))
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
