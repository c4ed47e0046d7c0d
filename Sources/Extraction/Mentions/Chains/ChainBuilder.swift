internal import Language
internal import Record

/// Puts mentions of one thing into one chain: names by key, surname, acronym and reference entry; nominals by head,
/// country, number and what introduced them.
struct ChainBuilder: Sendable {
    let gazetteer: Gazetteer
    let lexicon: MentionLexicon
    let reference: ReferenceWords

    /// From first names on: endings may deceive.
    private static let sureGender = 3

    // MARK: - Names

    /// Sets `chain` of names. Linked entries spread over their chain.
    /// - Returns: the number of chains.
    func chainNames(_ names: inout [MentionDraft], in document: DocumentWords) -> Int {
        var sets = UnionFind(count: names.count)
        var byKey: [String: Int] = [:]
        var byEntity: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            if let id = name.entity?.id {
                if let first = byEntity[id] { sets.join(first, index) } else { byEntity[id] = index }
            }
        }
        for (index, name) in names.enumerated() {
            if let alias = name.alias { sets.join(alias, index) }
            guard !name.isMetonym, name.kind != .group, name.kind != .person || name.tokens.count > 1 else { continue }
            let spelling = name.kind == .person ? Spelling.folded(name.key) : name.key
            let key = "\(name.kind.rawValue) \(spelling) \(name.kind == .agency ? name.country ?? "" : "")"
            if let first = byKey[key], compatible(names[first], name) {
                sets.join(first, index)
            } else if byKey[key] == nil {
                byKey[key] = index
            }
        }
        joinPeople(names, &sets, document)
        joinGroups(&names, &sets)
        return number(&names, &sets)
    }

    /// Joins people's short names to their full ones: "Zelensky" and "Volodymyr Zelensky", "Donald Trump" and "Donald J.
    /// Trump". Where several people have a family name, a title may tell whom it means; else it is the one named last.
    private func joinPeople(_ names: [MentionDraft], _ sets: inout UnionFind, _ document: DocumentWords) {
        var families: [String: [Person]] = [:]
        /// First names; nil where several people have one.
        var given: [String: Int?] = [:]
        for (index, name) in names.enumerated() where name.kind == .person && name.tokens.count > 1 {
            let parts = parts(name, document)
            guard let first = parts.first, let last = parts.last, parts.count > 1 else { continue }
            let known = families[last]?.firstIndex { person in
                sets.root(person.names[0]) == sets.root(index)
                    || person.given == first && compatible(names[person.names[0]], name)
            }
            if let known {
                sets.join(families[last]?[known].names[0] ?? index, index)
                families[last]?[known].names.append(index)
            } else if families[last]?.count ?? 0 < Self.mostNamesakes {
                families[last, default: []].append(Person(given: first, names: [index]))
            }
            if let other = given[first] {
                if let other, sets.root(other) != sets.root(index) { given[first] = .some(nil) }
            } else {
                given[first] = .some(index)
            }
        }
        var single: [String: Int] = [:]
        for (index, name) in names.enumerated() where name.kind == .person {
            let parts = parts(name, document)
            guard let word = parts.last, parts.count == 1 else { continue }
            if let family = families[word] {
                if let person = person(meantBy: index, family, names) { sets.join(person, index) }
            } else if let other = given[word] {
                if let other, compatible(names[other], name) { sets.join(other, index) }
            } else if let first = single[word] {
                if compatible(names[first], name) { sets.join(first, index) }
            } else {
                single[word] = index
            }
        }
    }

    /// Somebody with a full name.
    private struct Person {
        var given: String
        /// The names that have it, in text order.
        var names: [Int]
    }

    /// So many people of one family name are told apart in a document.
    private static let mostNamesakes = 16

    /// The full name that a family name alone stands for.
    private func person(meantBy index: Int, _ family: [Person], _ names: [MentionDraft]) -> Int? {
        var before: Int?
        var after: Int?
        for person in family {
            let place = person.names.partitioningIndex { $0 > index }
            if place > 0 {
                let name = person.names[place - 1]
                if name > before ?? -1, compatible(names[name], names[index]) { before = name }
            }
            if place < person.names.count {
                let name = person.names[place]
                if name < after ?? .max, compatible(names[name], names[index]) { after = name }
            }
        }
        return before ?? after
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

    /// True unless the tables or titles say that two names are of two people.
    private func compatible(_ left: MentionDraft, _ right: MentionDraft) -> Bool {
        if let one = left.gender, let other = right.gender, one != other,
            min(left.genderWeight, right.genderWeight) >= Self.sureGender
        {
            return false
        }
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
    func chainNominals(
        _ drafts: inout [MentionDraft], chains: Int, in document: DocumentWords, published: CalendarDate?
    ) -> Int {
        var next = chains
        var memory = Memory(day: published?.description)
        for draft in drafts where draft.form == .name && draft.chain >= 0 {
            if let entity = draft.entity, memory.entities[draft.chain] == nil { memory.entities[draft.chain] = entity }
        }
        memory.foresee(drafts, document, gazetteer, lexicon)
        for index in drafts.indices {
            if drafts[index].form == .nominal {
                let draft = drafts[index]
                if let chain = sameThing(index, drafts, document) ?? antecedent(draft, drafts, memory, document) {
                    drafts[index].chain = chain
                    inherit(&drafts[index], memory)
                } else if let holder = officeHolder(draft, drafts, document, published) {
                    let known = memory.entities.filter { $0.value.id == holder.id }.map(\.key).min()
                    drafts[index].chain = known ?? next
                    if known == nil { next += 1 }
                    drafts[index].entity = holder
                } else {
                    drafts[index].chain = next
                    next += 1
                }
            }
            let owner = drafts[index].owner.map { drafts[$0].chain }
            memory.add(drafts[index], ownerChain: owner.flatMap { $0 < 0 ? nil : $0 }, document, gazetteer, lexicon)
        }
        return next
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
            guard draft.definiteness != .possessed || draft.country != nil || draft.owner != nil else { return nil }
            guard draft.country != nil || draft.owner != nil || end >= words.count || words[end].lower != "of" else {
                return nil
            }
            return memory.holder(
                of: draft.key, country: country, isFormer: draft.modifiers.contains { lexicon.isFormer($0) })
        }
        switch draft.kind {
        case .agency, .unit:
            if let country, let chain = memory.ofCountry["\(draft.key) \(country)"] { return chain }
            if let owner = draft.owner { return memory.owned["\(draft.key) \(drafts[owner].chain)"] }
            guard country == nil, draft.definiteness == .definite || draft.definiteness == .demonstrative,
                draft.modifiers.isEmpty
            else { return nil }
            return memory.nearestAgency(
                draft.key, sector: draft.sector, sentence: draft.sentence, reference)
        case .place:
            guard draft.definiteness == .definite || draft.definiteness == .demonstrative, draft.owner == nil,
                country == nil, draft.modifiers.isEmpty
            else { return nil }
            return memory.nearestPlace(draft.key, draft.sector, sentence: draft.sentence)
                ?? (draft.isPlural ? nil : memory.describedPlace(draft.key, sentence: draft.sentence))
        case .group, .person:
            if draft.definiteness == .bare {
                guard draft.kind == .group, draft.modifiers.isEmpty else { return nil }
                return memory.general(draft, country: country)
            }
            if draft.definiteness == .possessed, draft.kind == .group {
                return country.flatMap { memory.general(draft, country: $0) }
            }
            guard draft.definiteness != .possessed, draft.owner == nil else {
                return draft.owner.flatMap { memory.owned["\(draft.key) \(drafts[$0].chain)"] }
            }
            return memory.nearestPeople(draft, country: country, reference)
        case .object:
            return nil
        }
    }
}
