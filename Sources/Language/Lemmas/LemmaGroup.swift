/// Words that inflect alike, by their tags.
package enum LemmaGroup {
    /// The name of the group in the tables: the Penn tag, except that past tense and participle are one group and that
    /// verbs inside names, as in "United", form one of their own.
    package static func name(penn: String, tag: PartOfSpeech?) -> String {
        switch penn {
        case "VBN": "VBD"
        case "NNP" where tag == .verb: "NNP/VERB"
        // Where two taggers disagree on a name, it is a name.
        case _ where tag == .properNoun && penn != "NNPS": "NNP"
        default: penn
        }
    }

    /// The group of auxiliaries of the perfect, as in "'s captured": words of relation `aux` to a participle.
    package static let perfect = "perfect"

    /// True if the words of the group have endings to be taken off. Of the other groups single words are known at most.
    package static func inflects(_ name: String) -> Bool {
        switch name {
        case "NNS", "NNPS", "VBD", "VBG", "VBZ", "JJR", "JJS", "RBR", "RBS", "NNP/VERB": true
        default: false
        }
    }
}
