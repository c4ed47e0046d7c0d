internal import Language
internal import Record

/// Puts mentions of one thing into one chain: names by key, surname, acronym and reference entry; nominals by head,
/// country, number and what introduced them.
struct ChainBuilder: Sendable {
    let gazetteer: Gazetteer
    let lexicon: MentionLexicon

    // MARK: - Names

    /// Sets `chain` of names. Linked entries spread over their chain.
    /// - Returns: the number of chains.
    func chainNames(_ names: inout [MentionDraft], in document: DocumentWords) -> Int {
        var sets = UnionFind(count: names.count)
        var byKey: [String: Int] = [:]
        var byEntity: [String: Int] = [:]
        /// Family name to the full names that have it, in text order.
        var fullNames: [String: [Int]] = [:]
        for (index, name) in names.enumerated() {
            if let id = name.entity?.id {
                if let first = byEntity[id] { sets.join(first, index) } else { byEntity[id] = index }
            }
            if name.kind == .person, name.tokens.count > 1, let last = parts(name, document).last {
                fullNames[last, default: []].append(index)
            }
        }
        for (index, name) in names.enumerated() {
            if let alias = name.alias { sets.join(alias, index) }
            guard !name.isMetonym, name.kind != .group else { continue }
            let spelling = name.kind == .person ? Spelling.folded(name.key) : name.key
            let key = "\(name.kind.rawValue) \(spelling) \(name.kind == .agency ? name.country ?? "" : "")"
            if let first = byKey[key], compatible(names[first], name) {
                sets.join(first, index)
            } else if byKey[key] == nil {
                byKey[key] = index
            }
            guard name.kind == .person else { continue }
            let parts = parts(name, document)
            guard let last = parts.last, let candidates = fullNames[last] else { continue }
            if parts.count == 1 {
                // The nearest full name before, else the first after.
                let before = candidates.last { $0 < index } ?? candidates.first { $0 > index }
                if let before, compatible(names[before], name) { sets.join(before, index) }
            } else if let first = candidates.first, first < index,
                self.parts(names[first], document).first == parts.first, compatible(names[first], name)
            {
                sets.join(first, index)
            }
        }
        joinGroups(&names, &sets)
        return number(&names, &sets)
    }

    /// "the Russians" is always the same people.
    private func joinGroups(_ names: inout [MentionDraft], _ sets: inout UnionFind) {
        var first: [String: Int] = [:]
        for (index, name) in names.enumerated() where name.kind == .group {
            let people = name.country ?? name.key
            guard name.isPlural else { continue }
            if let known = first[people] { sets.join(known, index) } else { first[people] = index }
        }
    }

    private func compatible(_ left: MentionDraft, _ right: MentionDraft) -> Bool {
        guard let one = left.entity?.id, let other = right.entity?.id else { return true }
        return one == other
    }

    private func parts(_ name: MentionDraft, _ document: DocumentWords) -> [String] {
        document.sentences[name.sentence][name.tokens].compactMap { word in
            guard !word.key.isEmpty, !lexicon.isA(word, .generation) else { return nil }
            return Spelling.folded(String(decoding: word.key, as: UTF8.self))
        }
    }

    private func number(_ names: inout [MentionDraft], _ sets: inout UnionFind) -> Int {
        var chains: [Int: Int] = [:]
        var entities: [Int: GazetteerEntry] = [:]
        for index in names.indices {
            let root = sets.root(index)
            let chain = chains[root] ?? chains.count
            chains[root] = chain
            names[index].chain = chain
            if entities[chain] == nil, let entity = names[index].entity { entities[chain] = entity }
        }
        for index in names.indices where names[index].entity == nil && names[index].kind != .group {
            names[index].entity = entities[names[index].chain]
            names[index].country = names[index].entity?.country ?? names[index].country
        }
        return chains.count
    }

    // MARK: - Nominals

    /// Sets `chain` of nominals.
    /// - Parameter drafts: names (with chains) and nominals, in text order.
    func chainNominals(_ drafts: inout [MentionDraft], chains: Int, in document: DocumentWords) -> Int {
        var next = chains
        var memory = Memory()
        for draft in drafts where draft.form == .name && draft.chain >= 0 {
            if let entity = draft.entity, memory.entities[draft.chain] == nil { memory.entities[draft.chain] = entity }
        }
        memory.foresee(drafts, document, gazetteer, lexicon)
        for index in drafts.indices {
            if drafts[index].form == .nominal {
                let draft = drafts[index]
                if let chain = apposition(index, drafts, document) ?? antecedent(draft, drafts, memory, document) {
                    drafts[index].chain = chain
                    inherit(&drafts[index], memory)
                } else {
                    drafts[index].chain = next
                    next += 1
                }
            }
            memory.add(drafts[index], index, document, gazetteer, lexicon)
        }
        return next
    }

    /// The name that a nominal stands beside: "Ukrainian President, Volodymyr Zelensky", "Blinken, the secretary of state",
    /// "the Russian region of Kursk", "Yonhap news agency".
    private func apposition(_ index: Int, _ drafts: [MentionDraft], _ document: DocumentWords) -> Int? {
        let draft = drafts[index]
        let words = document.sentences[draft.sentence]
        func fits(_ name: MentionDraft) -> Bool {
            name.form == .name && name.sentence == draft.sentence && name.kind == draft.kind && name.chain >= 0
                && !name.isPlural
        }
        guard !draft.isPlural else { return nil }
        let end = draft.tokens.upperBound
        if let next = drafts[(index + 1)...].prefix(4).first(where: {
            $0.tokens.lowerBound >= end && $0.sentence == draft.sentence
        }),
            fits(next), next.tokens.lowerBound == end + 1, end < words.count
        {
            let between = words[end].token.text
            if draft.kind == .place ? between == "of" : between == "," { return next.chain }
        }
        if let inside = drafts[(index + 1)...].prefix(4).first(where: {
            $0.form == .name && $0.sentence == draft.sentence && $0.tokens.upperBound <= draft.head
                && $0.tokens.upperBound >= draft.head - 1
        }), fits(inside), draft.tokens.contains(inside.head),
            inside.kind != .agency || draft.sector == "media" || draft.sector == "company"
        {
            return inside.chain
        }
        let start = draft.tokens.lowerBound
        guard start >= 2, words[start - 1].token.text == ",", index > 0 else { return nil }
        let before = drafts[max(0, index - 3)..<index].last {
            $0.tokens.upperBound == start - 1 && $0.sentence == draft.sentence
        }
        guard let before, fits(before), draft.kind != .place || draft.definiteness != .bare else { return nil }
        // A list "Ada, the pilot and the cook" is no apposition: it ends with a comma or the sentence.
        let closes =
            end >= words.count || words[end].isPunctuation || words[end].lower == "of" || words[end].lower == "for"
        return closes ? before.chain : nil
    }

    private func inherit(_ draft: inout MentionDraft, _ memory: Memory) {
        guard let known = memory.entities[draft.chain] else { return }
        draft.entity = known
        draft.country = draft.country ?? known.country
    }

    private func antecedent(
        _ draft: MentionDraft, _ drafts: [MentionDraft], _ memory: Memory, _ document: DocumentWords
    ) -> Int? {
        if draft.key == "other" || draft.modifiers.contains(where: { $0 == "other" || $0 == "another" }) { return nil }
        if draft.definiteness == .indefinite { return memory.sameCount(draft) }
        let country = draft.country ?? draft.owner.flatMap { drafts[$0].kind == .place ? drafts[$0].country : nil }
        if draft.sector == "office", !draft.isPlural {
            // "leader of Chechnya": whose it is comes after.
            let end = draft.tokens.upperBound
            let words = document.sentences[draft.sentence]
            guard draft.country != nil || draft.owner != nil || end >= words.count || words[end].lower != "of" else {
                return nil
            }
            return memory.holder(of: draft.key, country: country, owner: draft.owner.map { drafts[$0].chain })
        }
        switch draft.kind {
        case .agency, .unit:
            if let country, let chain = memory.ofCountry["\(draft.key) \(country)"] { return chain }
            if let owner = draft.owner { return memory.owned["\(draft.key) \(drafts[owner].chain)"] }
            guard country == nil, draft.definiteness == .definite || draft.definiteness == .demonstrative,
                draft.modifiers.isEmpty
            else { return nil }
            return memory.nearestAgency(draft.key, sector: draft.sector, sentence: draft.sentence)
        case .place:
            guard draft.definiteness == .definite || draft.definiteness == .demonstrative, draft.owner == nil,
                country == nil, draft.modifiers.isEmpty
            else { return nil }
            return memory.nearestPlace(draft.sector, sentence: draft.sentence)
        case .group, .person:
            if draft.definiteness == .bare {
                guard draft.kind == .group, draft.modifiers.isEmpty else { return nil }
                return memory.generic["\(draft.key) \(country ?? "")"]
            }
            if draft.definiteness == .possessed, draft.kind == .group {
                return country.flatMap { memory.generic["\(draft.key) \($0)"] }
            }
            guard draft.definiteness != .possessed, draft.owner == nil else {
                return draft.owner.flatMap { memory.owned["\(draft.key) \(drafts[$0].chain)"] }
            }
            return memory.nearestPeople(draft, country: country)
        case .object:
            return nil
        }
    }
}
