internal import Language
internal import Record

/// A sentence with its tree and its mentions: what attribution, events and relations look at.
struct SentenceView {
    let index: Int
    let sentence: Sentence
    let tree: DependencyTree
    private(set) var mentionsByHead: [Int: [Int]]
    private(set) var mentions: MentionIndex

    init(_ index: Int, _ analysis: Analysis, _ mentions: MentionIndex) {
        self.index = index
        let parsed = analysis.sentences[index]
        sentence = NumberPhrases.settled(ClauseTags.settled(parsed), mentions.quantities(in: parsed.span))
        tree = DependencyTree(sentence)
        self.mentions = mentions
        mentionsByHead = mentions.byHead(index, sentence.tokens)
    }

    /// Looks at other mentions from now on.
    mutating func replaceMentions(by mentions: MentionIndex) {
        self.mentions = mentions
        mentionsByHead = mentions.byHead(index, sentence.tokens)
    }

    var tokens: [Token] { sentence.tokens }

    /// The mention that the phrase of a head word stands for: its own, that of its apposition where it has none, or
    /// for "one of the soldiers" that of what it is a part of.
    func mention(headed head: Int) -> Int? {
        if let own = mentionsByHead[head]?.first { return name(of: own, head) ?? own }
        let phrases = NounPhrases(tokens, tree)
        for word in phrases.base(head).reversed() where word != head {
            if let own = mentionsByHead[word]?.first(where: { mentions.mentions[$0].span.contains(tokens[head].span) })
            {
                return own
            }
        }
        for child in tree.children(of: head) where child > head {
            guard let part = mentionsByHead[child]?.first else { continue }
            switch tokens[child].relation {
            case "appos": return part
            case "nmod":
                guard phrases.preposition(child) == "of" else { continue }
                if isPartitive(head) || mentions.mentions[part].span.contains(tokens[head].span) { return part }
            default: continue
            }
        }
        // "warlord Ahmed Dirir": a name right behind its description.
        guard head + 1 < tokens.count, tokens[head].tag == .noun else { return nil }
        let next = phrases.base(head).upperBound
        guard next < tokens.count, tokens[next].tag == .properNoun, tree.heads[next] == head else { return nil }
        return mentionsByHead[phrases.base(next).upperBound - 1]?.first {
            mentions.mentions[$0].start == tokens[next].span.start
        }
    }

    /// "A lawmaker, Yu Yong-weon, met": the name in apposition to a description of the same one.
    private func name(of mention: Int, _ head: Int) -> Int? {
        guard mentions.mentions[mention].form == .nominal else { return nil }
        for child in tree.children(of: head) where child > head && tokens[child].relation == "appos" {
            guard let name = mentionsByHead[child]?.first ?? mentionsByHead[tree.phrases[child].upperBound - 1]?.first
            else { continue }
            if mentions.mentions[name].form == .name,
                mentions.mentions[name].chain == mentions.mentions[mention].chain
            {
                return name
            }
        }
        return nil
    }

    /// "one", "some", "dozens", "the region": words that point on to the phrase after "of".
    private func isPartitive(_ head: Int) -> Bool {
        switch tokens[head].tag {
        case .numeral, .determiner, .pronoun, .adjective: return true
        default: return mentions.isNumber(tokens[head].span)
        }
    }

    /// The place that the phrase of a head word names: "Kursk" also in "the Russian region of Kursk".
    func place(headed head: Int) -> Int? {
        let own =
            (mentionsByHead[head] ?? []).first { mentions.mentions[$0].kind == .place }
            ?? mention(headed: head).flatMap { mentions.mentions[$0].kind == .place ? $0 : nil }
        if let own, mentions.mentions[own].form == .name { return own }
        let phrases = NounPhrases(tokens, tree)
        for child in tree.children(of: head) where child > head && tokens[child].relation == "nmod" {
            guard phrases.preposition(child) == "of",
                let found = mentionsByHead[child]?.first(where: { mentions.mentions[$0].kind == .place })
            else { continue }
            return found
        }
        return own
    }

    /// The words of a phrase from its determiner to its head.
    func span(headed head: Int) -> Span { sentence.span(of: NounPhrases(tokens, tree).base(head)) }
}
