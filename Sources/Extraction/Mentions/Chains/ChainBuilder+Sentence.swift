internal import Language
internal import Record

/// What the sentence itself says is the same: appositions, predicates, names inside noun phrases.
extension ChainBuilder {
    /// How many mentions before and after one are looked at for the other half of an apposition.
    private static let reach = 10

    /// The chain of what a nominal is said to be in its own sentence.
    /// - Parameter index: the nominal's; all names have chains, and so have the nominals before it.
    func sameThing(_ index: Int, _ drafts: [MentionDraft], _ document: DocumentWords) -> Int? {
        let draft = drafts[index]
        guard !draft.isPlural || draft.kind != .person else { return nil }
        let grammar = SentenceGrammar(document, draft.sentence, reference)
        let top = grammar.top(of: draft.tokens)
        if let inner = innerName(index, top, drafts, grammar) { return inner }
        let head = grammar.tree.heads[top]
        // "elected Ada Lind mayor", which the tree takes for one phrase
        if index > 0, draft.kind == .person, draft.definiteness == .bare {
            let name = drafts[index - 1]
            if name.form == .name, name.sentence == draft.sentence, name.tokens.upperBound == draft.tokens.lowerBound,
                fits(name, draft), grammar.hangs(grammar.top(of: name.tokens), on: draft.head)
            {
                return name.chain
            }
        }
        // "Blinken, the secretary of state"; "the guards, the cooks, the maids" are a list.
        if grammar.relation(top) == "appos", head >= 0, isParted(draft, grammar),
            let host = self.draft(at: head, besides: index, drafts, grammar), fits(host, draft),
            !draft.isPlural || host.form == .name
        {
            return host.chain
        }
        // "the secretary of state, Antony Blinken", also where the tree has the name beside the state
        for name in drafts[(index + 1)...].prefix(Self.reach) where name.sentence == draft.sentence {
            let other = grammar.top(of: name.tokens)
            guard name.form == .name, other > top, grammar.relation(other) == "appos", fits(name, draft) else {
                continue
            }
            var host = grammar.tree.heads[other]
            while host > top, grammar.relation(host) == "nmod" || grammar.relation(host) == "nmod:poss" {
                host = grammar.tree.heads[host]
            }
            if host == top { return name.chain }
        }
        // "Blinken is the secretary of state"
        if let subject = grammar.subject(ofPredicate: top),
            let host = self.draft(at: subject, besides: index, drafts, grammar), fits(host, draft)
        {
            return host.chain
        }
        return nil
    }

    /// True behind a comma, a dash or a bracket: "gave the FSB the authority" is no apposition.
    private func isParted(_ draft: MentionDraft, _ grammar: SentenceGrammar) -> Bool {
        draft.tokens.lowerBound > 0 && grammar.words[draft.tokens.lowerBound - 1].isPunctuation
    }

    private func fits(_ host: MentionDraft, _ draft: MentionDraft) -> Bool {
        guard host.chain >= 0, host.isPlural == draft.isPlural else { return false }
        if let one = host.gender, let other = draft.gender, one != other { return false }
        if host.kind == draft.kind { return host.kind != .place || isSameFeature(host, draft) }
        let bodies: [EntityKind] = [.agency, .unit]
        return bodies.contains(host.kind) && bodies.contains(draft.kind)
    }

    /// "Lyon, the third-largest city" is one, "Lyon, a part of France" is none.
    private func isSameFeature(_ host: MentionDraft, _ draft: MentionDraft) -> Bool {
        switch draft.sector {
        case "region", "district": host.entity?.table != .countries && host.entity?.table != .places
        case "city", "village": host.entity?.table != .countries && host.entity?.table != .regions
        case "country": host.entity == nil || host.entity?.table == .countries
        case "water", "mountain", "island": host.entity?.table != .countries
        // "the Kharkiv station" is no Kharkiv, "the Zmiivska plant" is Zmiivska.
        case "building", "military": host.entity == nil
        default: false
        }
    }

    /// The mention that hangs on the rest of its sentence by a word.
    private func draft(
        at top: Int, besides index: Int, _ drafts: [MentionDraft], _ grammar: SentenceGrammar
    ) -> MentionDraft? {
        let near = max(0, index - Self.reach)..<min(drafts.count, index + Self.reach + 1)
        for other in near where other != index && drafts[other].sentence == drafts[index].sentence {
            if drafts[other].tokens.contains(top), grammar.top(of: drafts[other].tokens) == top { return drafts[other] }
        }
        return nil
    }

    /// The name inside a phrase that is the whole phrase's: "the Russian region of Kursk", "the Kursk region",
    /// "Yonhap news agency", but not "the capital of Ukraine", "Ukraine's capital" or "the Kursk station".
    private func innerName(
        _ index: Int, _ top: Int, _ drafts: [MentionDraft], _ grammar: SentenceGrammar
    ) -> Int? {
        let draft = drafts[index]
        guard draft.kind == .place || draft.kind == .agency else { return nil }
        let near = drafts[(index + 1)...].prefix(4)
        for name in near where name.form == .name && name.sentence == draft.sentence && name.kind == draft.kind {
            guard name.chain >= 0, !name.isPlural else { continue }
            let isInside = name.tokens.upperBound == draft.head && draft.tokens.contains(name.head)
            if draft.kind == .agency {
                if isInside, draft.sector == "media" || draft.sector == "company" { return name.chain }
                continue
            }
            let isOf =
                name.tokens.lowerBound > draft.head && grammar.tree.heads[grammar.top(of: name.tokens)] == top
                && name.tokens.lowerBound == draft.head + 2 && grammar.words[draft.head + 1].lower == "of"
                && draft.definiteness == .definite && !hasName(draft, near)
            guard isInside || isOf, lexicon.placeNouns.value(draft.key) != nil, isSameFeature(name, draft) else {
                continue
            }
            return name.chain
        }
        return nil
    }

    private func hasName(_ draft: MentionDraft, _ near: ArraySlice<MentionDraft>) -> Bool {
        near.contains { $0.sentence == draft.sentence && $0.tokens.upperBound <= draft.head }
    }
}
