internal import Language

/// What a sentence must hold for each pattern: its words, offices, adjectives, two mentions. Most patterns are ruled out
/// by one look at the sentence, so that only a few are tried at every token.
struct RelationNeeds: Sendable {
    /// The numbers of the needs of each pattern.
    private let needs: [[Int]]
    private let mentions: [Int]
    /// Which needs a word meets.
    private let words: [String: [Int]]
    private let slots: [Slot: Int]
    private let count: Int

    private enum Slot: Hashable, Sendable {
        case office, rank, kin, unit, person, demonym, number, date, be, possessive
    }

    init(_ patterns: [RelationPattern]) {
        var numbers: [[String]: Int] = [:]
        var words: [String: [Int]] = [:]
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
                    for choice in Set(choices).sorted() { words[choice, default: []].append(count) }
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
        self.needs = needs
        self.mentions = mentions
        self.words = words
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
        meet(.date, hasTime)
        for (position, word) in sentence.enumerated() {
            for number in words[word.lower] ?? [] { met[number] = true }
            let lemma = word.token.lemma
            if lemma != word.lower { for number in words[lemma] ?? [] { met[number] = true } }
            let plain = word.plain
            if plain != word.lower, plain != lemma { for number in words[plain] ?? [] { met[number] = true } }
            if word.key.isEmpty { continue }
            let limit = sentence.count
            meet(.office, lexicon.offices.match(sentence, at: position, limit: limit) != nil)
            meet(.rank, lexicon.ranks.match(sentence, at: position, limit: limit) != nil)
            meet(.kin, lexicon.kin.match(sentence, at: position, limit: limit) != nil)
            meet(.unit, lexicon.units.match(sentence, at: position, limit: limit) != nil)
            meet(.person, lexicon.people.match(sentence, at: position, limit: limit) != nil)
            meet(.demonym, word.isCapital && lexicon.demonyms.match(sentence, at: position, limit: limit) != nil)
            meet(.number, word.shape == .number)
            meet(.be, lemma == "be" || word.isClitic)
            meet(.possessive, word.isPossessive)
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
