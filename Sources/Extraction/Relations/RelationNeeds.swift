internal import Language

/// What a sentence must hold for each pattern: its words, offices, adjectives, two mentions. Most patterns are ruled out
/// by one look at the sentence, so that only a few are tried at every token.
struct RelationNeeds: Sendable {
    /// The numbers of the needs of each pattern.
    private let needs: [[Int]]
    private let mentions: [Int]
    private let hints: WordMap<Hint>
    private let slots: [Slot: Int]
    private let count: Int

    enum Slot: Hashable, Sendable {
        case office, rank, kin, unit, person, demonym, number, date, be, possessive
    }

    /// What a word tells.
    private struct Hint: Sendable {
        /// The needs it meets.
        var needs: [Int] = []
        /// The slots that a phrase beginning with it may meet.
        var slots: [Slot] = []
    }

    init(_ patterns: [RelationPattern], _ lexicon: RelationLexicon) {
        var numbers: [[String]: Int] = [:]
        var hints = WordMap<Hint>()
        var slots: [Slot: Int] = [:]
        var count = 0
        var needs: [[Int]] = []
        var mentions: [Int] = []
        for pattern in patterns {
            var own: [Int] = []
            var slotsOfMentions = 0
            for part in pattern.parts where !part.isOptional {
                if case .words(let choices) = part.kind {
                    if let known = numbers[choices] {
                        own.append(known)
                        continue
                    }
                    numbers[choices] = count
                    for choice in Set(choices).sorted() { hints[choice, default: Hint()].needs.append(count) }
                    own.append(count)
                    count += 1
                } else if case .mention = part.kind {
                    slotsOfMentions += 1
                } else if let slot = Self.slot(part.kind) {
                    if slots[slot] == nil {
                        slots[slot] = count
                        count += 1
                    }
                    if let number = slots[slot] { own.append(number) }
                }
            }
            needs.append(own)
            mentions.append(slotsOfMentions)
        }
        func add(_ openers: [String], _ slot: Slot) {
            guard slots[slot] != nil else { return }
            for word in openers { hints[word, default: Hint()].slots.append(slot) }
        }
        add(lexicon.offices.openers, .office)
        add(lexicon.ranks.openers, .rank)
        add(lexicon.kin.openers, .kin)
        add(lexicon.units.openers, .unit)
        add(lexicon.people.openers, .person)
        add(lexicon.demonyms.openers, .demonym)
        self.needs = needs
        self.mentions = mentions
        self.hints = hints
        self.slots = slots
        self.count = count
    }

    /// For each pattern, whether the sentence may hold it.
    func live(in sentence: [Word], mentions: Int, hasTime: Bool, _ lexicon: RelationLexicon) -> [Bool] {
        var met = Array(repeating: false, count: count)
        func meet(_ slot: Slot, _ holds: @autoclosure () -> Bool) {
            guard let number = slots[slot], !met[number], holds() else { return }
            met[number] = true
        }
        func take(_ word: HashedWord, at position: Int) {
            guard let hint = hints[word] else { return }
            for number in hint.needs { met[number] = true }
            guard !sentence[position].key.isEmpty else { return }
            for slot in hint.slots { meet(slot, lexicon.holds(slot, sentence, at: position)) }
        }
        meet(.date, hasTime)
        for position in sentence.indices {
            let lower = sentence[position].token.lowerWord
            let lemma = sentence[position].token.lemmaWord
            let plain = sentence[position].plainWord
            take(lower, at: position)
            if lemma.text != lower.text { take(lemma, at: position) }
            if plain.text != lower.text, plain.text != lemma.text { take(plain, at: position) }
            if sentence[position].key.isEmpty { continue }
            if sentence[position].shape == .number { meet(.number, true) }
            if lemma.text == "be" || sentence[position].isClitic { meet(.be, true) }
        }
        meet(.possessive, sentence.contains(where: \.isPossessive))
        return needs.indices.map { pattern in
            mentions >= self.mentions[pattern] && needs[pattern].allSatisfy { met[$0] }
        }
    }

    private static func slot(_ kind: RelationPattern.Part.Kind) -> Slot? {
        switch kind {
        case .office: .office
        case .rank: .rank
        case .kin: .kin
        case .unit: .unit
        case .person: .person
        case .demonym: .demonym
        case .age: .number
        case .date: .date
        case .be: .be
        case .possessive: .possessive
        case .mention, .words, .article, .gap: nil
        }
    }
}

extension RelationLexicon {
    /// Whether a phrase of a slot's word list begins at a word.
    fileprivate func holds(_ slot: RelationNeeds.Slot, _ words: [Word], at position: Int) -> Bool {
        switch slot {
        case .office: offices.match(words, at: position, limit: words.count) != nil
        case .rank: ranks.match(words, at: position, limit: words.count) != nil
        case .kin: kin.match(words, at: position, limit: words.count) != nil
        case .unit: units.match(words, at: position, limit: words.count) != nil
        case .person: people.match(words, at: position, limit: words.count) != nil
        case .demonym: words[position].isCapital && demonyms.match(words, at: position, limit: words.count) != nil
        case .number, .date, .be, .possessive: false
        }
    }
}
