/// Penn tags to universal ones.
enum UniversalTag {
    /// The universal tag of a word.
    /// - Parameters:
    ///   - known: what the table of function words says of it.
    ///   - followers: the Penn tags after it, for telling auxiliaries from verbs.
    static func of(
        _ penn: String, lower: String, lemma: String, known: PartOfSpeech?, followers: ArraySlice<String>
    ) -> PartOfSpeech {
        switch penn {
        case "NN", "NNS": return known ?? .noun
        case "NNP", "NNPS": return .properNoun
        case "JJ", "JJR", "JJS", "AFX": return .adjective
        case "RB", "RBR", "RBS": return known ?? .adverb
        case "MD": return .auxiliary
        case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
            if lemma == "be" { return .auxiliary }
            guard lemma == "have" || lemma == "do" else { return .verb }
            for follower in followers.prefix(4) {
                if follower.hasPrefix("RB") || follower == "PRP" { continue }
                let wanted =
                    lemma == "have" ? follower == "VBN" || follower == "VBD" : follower == "VB" || follower == "VBP"
                return wanted ? .auxiliary : .verb
            }
            return .verb
        case "DT", "PDT", "PRP$", "WDT":
            if penn == "PRP$" || penn == "WDT" { return known ?? .pronoun }
            // "this" before a noun is a determiner, by itself a pronoun.
            guard lemma == "this" || lemma == "that" else { return known ?? .determiner }
            guard let next = followers.first else { return .pronoun }
            return next.hasPrefix("N") || next.hasPrefix("J") || next == "CD" || next == "PRP$" || next == "DT"
                || next == "VBG" || next == "VBN"
                ? .determiner : .pronoun
        case "PRP", "WP", "WP$", "EX": return .pronoun
        case "IN": return known ?? .adposition
        case "TO": return followers.first == "VB" ? .particle : .adposition
        case "RP": return .adposition
        case "POS": return .particle
        case "CC": return .conjunction
        case "CD": return .numeral
        case "WRB": return .adverb
        case "UH": return .interjection
        case "$", "SYM", "#": return .symbol
        case "ADD": return .properNoun
        case "FW": return known ?? .other
        case "LS", "XX": return .other
        default: return .punctuation
        }
    }

    static func verbForm(_ penn: String) -> VerbForm? {
        switch penn {
        case "VB": .base
        case "VBP", "VBZ", "MD": .present
        case "VBD": .past
        case "VBN": .pastParticiple
        case "VBG": .gerund
        default: nil
        }
    }
}
