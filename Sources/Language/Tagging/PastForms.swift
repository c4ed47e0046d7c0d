/// Tells the past tense from the past participle by the auxiliary, which may stand farther off than the tagger looks.
enum PastForms {
    /// Corrects VBD and VBN in place.
    /// - Parameter lemma: the lemma of the word at a position under a tag.
    static func settle(_ tags: inout [String], lemma: (Int, String) -> String) {
        for at in tags.indices where tags[at] == "VBD" || tags[at] == "VBN" {
            var before = at - 1
            // Adverbs and a negation may stand between, and the subject of a question.
            while before >= 0, at - before <= 4, tags[before].hasPrefix("RB") { before -= 1 }
            guard before >= 0 else { continue }
            if tags[before].hasPrefix("VB") {
                let helper = lemma(before, tags[before])
                if helper == "have" || helper == "be" { tags[at] = "VBN" }
            } else if tags[at] == "VBN", at + 1 < tags.count, isSubject(tags[before]), isObject(tags[at + 1]) {
                // A participle behind its noun has no object: "the soldiers captured a bridge".
                tags[at] = "VBD"
            }
        }
    }

    private static func isSubject(_ tag: String) -> Bool {
        tag.hasPrefix("NN") || tag == "PRP" || tag == "WP" || tag == "WDT"
    }

    private static func isObject(_ tag: String) -> Bool {
        tag == "DT" || tag == "PRP" || tag == "PRP$"
    }
}
