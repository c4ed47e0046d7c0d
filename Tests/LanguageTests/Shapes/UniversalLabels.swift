/// The closed sets that labels come from.
enum UniversalLabels {
    /// The relations of Universal Dependencies v2, without subtypes.
    static let relations: Set<String> = [
        "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop",
        "csubj",
        "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
        "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
    ]

    /// The Penn tags as UD English uses them.
    static let penn: Set<String> = [
        "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS",
        "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT",
        "WP",
        "WP$", "WRB", "ADD", "AFX", "GW", "HYPH", "NFP", "XX", "$", "#", ",", ".", ":", "``", "''", "-LRB-", "-RRB-",
    ]

    /// Whether a character has to stand in some word: letters, digits, punctuation and symbols.
    static func mustBeRead(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark, .modifierSymbol:
            false
        default: !scalar.properties.isWhitespace
        }
    }
}
