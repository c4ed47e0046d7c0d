/// Mends arcs that the tags around them gainsay, where parsers of news go wrong.
///
/// Participles in front of a noun are the trouble: "from occupied Crimea" with the noun hung on the participle, and
/// "An attack on Kyiv injured four people" read as one long noun phrase.
enum TreeAgreement {
    /// - Parameters:
    ///   - arcs: of all words; those of the sentence are mended.
    ///   - tags: of all words; a participle that proves to be the main verb becomes a past tense.
    ///   - sentence: its words among all words.
    ///   - words: the words of all sentences.
    static func settle(
        _ arcs: inout [Parser.Arc], _ tags: inout [Tagger.Tags], in sentence: Range<Int>, words: [HashedWord]
    ) {
        readBounds(&arcs, tags, in: sentence, words)
        turnAttributes(&arcs, tags, in: sentence)
        findVerb(&arcs, &tags, in: sentence)
        turnConjuncts(&arcs, &tags, in: sentence, words)
    }

    /// "killed at least 12 people": the words before a number that bound it are no preposition, and what they look like
    /// an oblique of is an object.
    private static func readBounds(
        _ arcs: inout [Parser.Arc], _ tags: [Tagger.Tags], in sentence: Range<Int>, _ words: [HashedWord]
    ) {
        let first = sentence.lowerBound
        for number in sentence.dropFirst(3) {
            let isCount = tags[number].penn == "CD" || counts.contains(words[number].text)
            guard isCount else { continue }
            let start = words[number - 1].text == "a" ? number - 1 : number
            guard let length = boundLength(words, before: start, in: sentence) else { continue }
            let verb = start - length - 1
            guard verb >= first, tags[verb].universal == .verb else { continue }
            let above = first + arcs[number].head
            let noun = arcs[number].head >= 0 && above > number ? above : number
            guard arcs[noun].head == verb - first, arcs[noun].relation == "obl",
                length > 1 || arcs[start - 1].relation == "advmod",
                !sentence.contains(where: {
                    arcs[$0].head == verb - first && (arcs[$0].relation == "obj" || arcs[$0].relation == "aux:pass")
                })
            else { continue }
            arcs[noun].relation = "obj"
            for word in (start - length)..<start {
                arcs[word].head = word == start - length ? number - first : start - length - first
                arcs[word].relation = word == start - length ? "advmod" : "fixed"
            }
        }
    }

    /// Nouns that count like numbers.
    private static let counts: Set<String> = ["dozen", "dozens", "hundred", "hundreds", "thousand", "thousands"]

    /// How many words before a place bound the number there: "at least", "more than", "up to", "as many as".
    private static func boundLength(_ words: [HashedWord], before place: Int, in sentence: Range<Int>) -> Int? {
        func word(_ back: Int) -> String { sentence.contains(place - back) ? words[place - back].text : "" }
        switch word(1) {
        case "least", "most": return word(2) == "at" ? 2 : nil
        case "than": return ["more", "fewer", "less", "greater"].contains(word(2)) ? 2 : nil
        case "to": return ["up", "close"].contains(word(2)) ? 2 : nil
        case "as": return word(3) == "as" && ["many", "much", "few"].contains(word(2)) ? 3 : nil
        case "around", "about", "over", "under", "nearly", "almost", "approximately", "roughly": return 1
        default: return nil
        }
    }

    /// "from occupied Crimea": between a preposition and its noun a participle is an attribute.
    private static func turnAttributes(_ arcs: inout [Parser.Arc], _ tags: [Tagger.Tags], in sentence: Range<Int>) {
        let first = sentence.lowerBound
        for word in sentence.dropFirst().dropLast() where tags[word].penn == "VBN" || tags[word].penn == "VBD" {
            let place = word - first
            guard tags[word - 1].universal == .adposition, arcs[word - 1].relation == "case",
                tags[word + 1].universal == .properNoun || tags[word + 1].universal == .noun,
                arcs[word + 1].head == place, arcs[word].head >= 0, arcs[word].head != place + 1
            else { continue }
            let above = arcs[word]
            for other in sentence where other != word + 1 && arcs[other].head == place { arcs[other].head = place + 1 }
            arcs[word + 1].head = above.head
            let isNoun =
                tags[first + above.head].universal == .noun || tags[first + above.head].universal == .properNoun
            arcs[word + 1].relation = isNoun ? "nmod" : "obl"
            arcs[word].head = place + 1
            arcs[word].relation = "amod"
        }
    }

    /// A sentence without a finite verb that has a participle with an object, or one before a number or an article:
    /// that is its verb.
    private static func findVerb(_ arcs: inout [Parser.Arc], _ tags: inout [Tagger.Tags], in sentence: Range<Int>) {
        let first = sentence.lowerBound
        guard let root = sentence.first(where: { arcs[$0].head < 0 }),
            tags[root].universal == .noun || tags[root].universal == .properNoun,
            !sentence.contains(where: { isFinite(tags[$0].penn) || arcs[$0].relation == "cop" })
        else { return }
        for word in sentence where word > root && (tags[word].penn == "VBN" || tags[word].penn == "VBD") {
            let place = word - first
            switch arcs[word].relation {
            case "acl":
                guard sentence.contains(where: { $0 > word && arcs[$0].head == place && arcs[$0].relation == "obj" })
                else { continue }
            case "amod":
                let next = word + 1
                guard sentence.contains(next), arcs[word].head > place,
                    tags[next].penn == "CD" || tags[next].universal == .determiner
                else { continue }
                let object = first + arcs[word].head
                arcs[object].head = place
                arcs[object].relation = "obj"
            default: continue
            }
            arcs[word].head = -1
            arcs[word].relation = "root"
            tags[word].penn = "VBD"
            arcs[root].head = place
            arcs[root].relation = "nsubj"
            for other in sentence
            where other > word && arcs[other].head == root - first && arcs[other].relation == "punct" {
                arcs[other].head = place
            }
            return
        }
    }

    /// "met him on Monday and promised aid to farmers": a participle behind "and" whose bare noun cannot be coordinated with
    /// the day, or has somebody it goes to, is the second verb.
    private static func turnConjuncts(
        _ arcs: inout [Parser.Arc], _ tags: inout [Tagger.Tags], in sentence: Range<Int>, _ words: [HashedWord]
    ) {
        let first = sentence.lowerBound
        for word in sentence.dropFirst().dropLast() where tags[word].penn == "VBN" || tags[word].penn == "VBD" {
            let place = word - first
            guard arcs[word].relation == "amod", arcs[word].head > place, arcs[word - 1].relation == "cc",
                arcs[word - 1].head == arcs[word].head
            else { continue }
            let noun = first + arcs[word].head
            guard sentence.contains(noun), tags[noun].universal == .noun, arcs[noun].relation == "conj",
                arcs[noun].head >= 0, arcs[noun].head < place,
                !sentence.contains(where: {
                    arcs[$0].head == noun - first && (arcs[$0].relation == "det" || arcs[$0].relation == "nmod:poss")
                }),
                let verb = verb(above: noun, arcs, tags, in: sentence)
            else { continue }
            let partner = first + arcs[noun].head
            let goesTo = sentence.contains { other in
                other > noun && arcs[other].head == noun - first && arcs[other].relation == "nmod"
                    && sentence.contains {
                        arcs[$0].head == other - first && arcs[$0].relation == "case" && words[$0].text == "to"
                    }
            }
            guard goesTo || tags[partner].universal == .properNoun else { continue }
            tags[word].penn = "VBD"
            arcs[word].head = verb - first
            arcs[word].relation = "conj"
            arcs[word - 1].head = place
            arcs[noun].head = place
            arcs[noun].relation = "obj"
        }
    }

    /// The past tense that a word hangs below.
    private static func verb(
        above word: Int, _ arcs: [Parser.Arc], _ tags: [Tagger.Tags], in sentence: Range<Int>
    ) -> Int? {
        var at = word
        for _ in 0..<8 {
            guard arcs[at].head >= 0 else { return nil }
            at = sentence.lowerBound + arcs[at].head
            guard sentence.contains(at), at < word else { return nil }
            if tags[at].universal == .verb { return tags[at].penn == "VBD" ? at : nil }
        }
        return nil
    }

    private static func isFinite(_ penn: String) -> Bool {
        penn == "VBD" || penn == "VBZ" || penn == "VBP" || penn == "MD"
    }
}
