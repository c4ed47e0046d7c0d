/// Tells "that" which opens a clause from "that" which points: the pointing word has a singular noun.
enum ThatClauses {
    /// Corrects DT to IN in place: "claimed that government troops fled".
    /// - Parameter lower: the word at a position in lower case.
    static func settle(_ tags: inout [String], lower: (Int) -> String) {
        for at in tags.indices where tags[at] == "DT" && lower(at) == "that" {
            var end = at + 1
            while end < tags.count, end - at < 7, isInside(tags[end]) { end += 1 }
            guard end > at + 1 else { continue }
            let opensName = tags[at + 1].hasPrefix("NNP")
            if tags[end - 1] == "NNS" || tags[end - 1] == "NNPS" || opensName || tags[at + 1] == "PRP$" {
                tags[at] = "IN"
            }
        }
    }

    private static func isInside(_ tag: String) -> Bool {
        tag.hasPrefix("NN") || tag.hasPrefix("JJ") || tag == "CD" || tag == "PRP$" || tag == "POS"
    }
}
