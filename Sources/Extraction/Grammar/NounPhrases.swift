internal import Language

/// The noun phrases of a sentence's tree, each by the place of its head word.
struct NounPhrases {
    let tokens: [Token]
    let tree: DependencyTree

    init(_ tokens: [Token], _ tree: DependencyTree) {
        self.tokens = tokens
        self.tree = tree
    }

    /// How many members of a list are read.
    private static let longestList = 12

    func isNominal(_ word: Int) -> Bool {
        switch tokens[word].tag {
        case .noun, .properNoun, .pronoun, .numeral, .symbol, .other: return true
        // "the injured", "this": an adjective or a determiner that heads a phrase stands for people or things.
        case .adjective, .determiner: return !hasClause(word)
        default: return false
        }
    }

    private func isBareAdjective(_ word: Int) -> Bool {
        tokens[word].tag == .adjective && !tree.children(of: word).contains { tokens[$0].relation == "det" }
    }

    private func hasClause(_ word: Int) -> Bool {
        tree.children(of: word).contains { tokens[$0].relation == "cop" || tokens[$0].relation.hasPrefix("nsubj") }
    }

    /// A phrase and those coordinated with it, in text order.
    func list(_ head: Int) -> [Int] {
        var list = [head]
        var next = 0
        // The parser hangs a member on the first one or on another.
        while next < list.count {
            for child in tree.children(of: list[next])
            where tokens[child].relation == "conj" && isNominal(child) && !hasClause(child) {
                guard list.count < Self.longestList else { return list.sorted() }
                list.append(child)
            }
            next += 1
        }
        list.sort()
        // "the able and kind minister Costa": adjectives in front of the noun are none of the list.
        if let noun = list.first(where: { tokens[$0].tag == .noun || tokens[$0].tag == .properNoun }),
            list[0] != noun, list.allSatisfy({ $0 >= noun || isBareAdjective($0) })
        {
            list.removeAll { $0 < noun }
        }
        return list
    }

    /// The preposition of a phrase, with the words that are fixed to it ("because of"); nil if it has none.
    func preposition(_ head: Int) -> String? {
        guard let word = prepositionWord(head) else { return nil }
        var text = tokens[word].lower
        for child in tree.children(of: word) where tokens[child].relation == "fixed" {
            text += " " + tokens[child].lower
        }
        return text
    }

    /// The place of a phrase's preposition.
    func prepositionWord(_ head: Int) -> Int? {
        var last: Int?
        for child in tree.children(of: head) where tokens[child].relation == "case" {
            if child > head { break }
            // "out of", "from behind", "at over 300": the first that is no bound of a number.
            switch tokens[child].tag {
            // "following" is a verb to the tagger.
            case .adposition, .subordinator, .verb: if last == nil { last = child }
            default: continue
            }
        }
        if last == nil {
            // "of Defence Minister Jose Reyes": the parser may hang the preposition on the office.
            for child in tree.children(of: head) where child < head && tokens[child].relation == "nmod:desc" {
                last = tree.children(of: child).first { $0 < child && tokens[$0].relation == "case" }
            }
        }
        return last
    }

    /// The owner of a phrase: "Russia" of "Russia's strike".
    func possessor(_ head: Int) -> Int? {
        tree.children(of: head).first { tokens[$0].relation == "nmod:poss" }
    }

    /// From the determiner to the head, with the rest of a name: without what hangs on it by a preposition or a clause.
    func base(_ head: Int) -> Range<Int> {
        var first = head
        var last = head
        for child in tree.children(of: head) {
            let phrase = tree.phrases[child]
            switch tokens[child].relation {
            case "det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "det:predet":
                if child < head { first = min(first, phrase.lowerBound) }
            case "advmod":
                // "push back Russian advances": what stands behind a verb belongs to it.
                if child < head, child == 0 || tokens[child - 1].tag != .verb { first = min(first, phrase.lowerBound) }
            case "flat", "fixed", "goeswith": if child > head { last = max(last, phrase.upperBound - 1) }
            default: break
            }
        }
        return first..<(last + 1)
    }

    /// The head of the phrase that a word belongs to: itself, or what it modifies as an adjective, number, name part …
    func head(of word: Int) -> Int {
        var at = word
        var steps = 0
        while steps < 6, tree.heads[at] >= 0 {
            switch tokens[at].relation {
            case "det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat", "det:predet", "case":
                at = tree.heads[at]
            default: return at
            }
            steps += 1
        }
        return at
    }
}
