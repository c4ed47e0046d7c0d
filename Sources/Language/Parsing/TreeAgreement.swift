/// Mends arcs that the tags around them gainsay, where parsers of news go wrong.
///
/// Participles in front of a noun are the trouble: "from occupied Crimea" with the noun hung on the participle, and
/// "An attack on Kyiv injured four people" read as one long noun phrase.
enum TreeAgreement {
    /// - Parameters:
    ///   - arcs: of all words; those of the sentence are mended.
    ///   - tags: of all words; a participle that proves to be the main verb becomes a past tense.
    ///   - sentence: its words among all words.
    static func settle(_ arcs: inout [Parser.Arc], _ tags: inout [Tagger.Tags], in sentence: Range<Int>) {
        turnAttributes(&arcs, tags, in: sentence)
        findVerb(&arcs, &tags, in: sentence)
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

    private static func isFinite(_ penn: String) -> Bool {
        penn == "VBD" || penn == "VBZ" || penn == "VBP" || penn == "MD"
    }
}
