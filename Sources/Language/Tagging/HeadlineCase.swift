/// Verbs in headlines whose words all begin with a capital, where a tagger takes each word for a name.
enum HeadlineCase {
    /// True if nearly all longer words of a heading begin with a capital.
    static func isTitled(_ words: [HashedWord]) -> Bool {
        var long = 0
        var capital = 0
        for word in words where word.text.utf8.count > 3 {
            guard let first = word.text.unicodeScalars.first, first.properties.isAlphabetic else { continue }
            long += 1
            if first.properties.isUppercase { capital += 1 }
        }
        return long > 2 && capital * 10 >= long * 8
    }

    /// Takes over the verbs that a second reading in lower case finds among what the first took for names.
    /// - Parameter isVerb: whether a word can be a verb of the present tense, third person ("captures").
    static func settle(_ tags: inout [String], plain: [String], isVerb: (Int) -> Bool) {
        var hasVerb = tags.contains { $0.hasPrefix("VB") || $0 == "MD" }
        for at in tags.indices.dropFirst() where tags[at] == "NNP" || tags[at] == "NNPS" {
            switch plain[at] {
            case "VBZ", "VBD", "VBN", "VBG": tags[at] = plain[at]
            case "VBP" where plain[at - 1] == "NNS" && !hasVerb && at + 1 < plain.count && plain[at + 1] != "IN":
                tags[at] = plain[at]
            default: continue
            }
            hasVerb = true
        }
        guard !hasVerb else { return }
        // A headline is a clause: "Oslo Captures Two Spies" has its verb where a plural noun would have no sense.
        for at in tags.indices.dropFirst() where tags[at].hasPrefix("NN") && at + 1 < tags.count {
            let next = tags[at + 1]
            guard isVerb(at), !plain[at - 1].hasSuffix("S"),
                next.hasPrefix("NN") || next == "CD" || next == "DT" || next == "JJ"
            else { continue }
            tags[at] = "VBZ"
            return
        }
    }
}
