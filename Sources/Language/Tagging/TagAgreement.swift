/// Settles tags that the tree knows better, where a word alone can be either.
///
/// Past tense and past participle are often written alike: with a subject and without an auxiliary a verb is in the
/// past; with an auxiliary of the perfect or the passive, and beside a noun without a subject of its own ("soldiers killed
/// in the war"), it is a participle. "Both" and "neither" are determiners where they hang on their noun as such.
enum TagAgreement {
    /// - Parameters:
    ///   - tags: of all words; those of the sentence are settled.
    ///   - sentence: its words among all words.
    ///   - arcs: of all words.
    ///   - isHave: whether a word, by its Penn tag, is a form of "have".
    static func settle(
        _ tags: inout [Tagger.Tags], in sentence: Range<Int>, by arcs: [Parser.Arc],
        isHave: (_ word: Int, _ penn: String) -> Bool
    ) {
        var hasSubject = [Bool](repeating: false, count: sentence.count)
        var hasAuxiliary = hasSubject
        var isParticiple = hasSubject
        for word in sentence where arcs[word].head >= 0 {
            let head = arcs[word].head
            switch arcs[word].relation {
            case "nsubj": hasSubject[head] = true
            case "aux:pass":
                hasAuxiliary[head] = true
                isParticiple[head] = true
            case "aux", "cop":
                hasAuxiliary[head] = true
                if isHave(word, tags[word].penn) { isParticiple[head] = true }
            default: continue
            }
        }
        for (place, word) in sentence.enumerated() {
            switch tags[word].penn {
            case "CC" where arcs[word].relation == "det":
                tags[word] = Tagger.Tags(universal: .determiner, penn: "DT")
            case "VBN" where hasSubject[place] && !hasAuxiliary[place]: tags[word].penn = "VBD"
            case "VBD" where isParticiple[place]: tags[word].penn = "VBN"
            case "VBD" where !hasSubject[place] && participial.contains(arcs[word].relation): tags[word].penn = "VBN"
            default: continue
            }
        }
    }

    /// Relations that a verb in the past tense does not stand in.
    private static let participial: Set<String> = ["acl", "amod", "xcomp"]
}
