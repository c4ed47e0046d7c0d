internal import Language
internal import Record

/// Sorts out words that only look like times: ages, counts, names, verbs.
struct TimeFilter: Sendable {
    let vocabulary: TimeVocabulary

    /// Whether the neighbours of a match let it be a time.
    func admits(_ match: TimeMatch, _ tokens: [Token]) -> Bool {
        let range = match.range
        let first = tokens[range.lowerBound]
        let previous = range.lowerBound > 0 ? tokens[range.lowerBound - 1] : nil
        let next = range.upperBound < tokens.count ? tokens[range.upperBound] : nil
        let cue = previous?.lower ?? ""
        if match.argument("bare") == "yes" {
            if match.slot("year") != nil { return admitsYear(first, previous, next) }
            if match.slot("units") != nil { return vocabulary.has(cue, in: "duration-cue") }
            if vocabulary.isAmbiguous(first.lower, in: "month") {
                return admitsMonth(range, tokens, hasCue: vocabulary.has(cue, in: "bare-cue"))
            }
        }
        switch match.pattern.operation {
        case "duration":
            let after = range.upperBound + 1 < tokens.count ? tokens[range.upperBound + 1].lower : ""
            let beyond = next?.lower == "-" ? after : next?.lower ?? ""
            if vocabulary.has(beyond, in: "age-next") || vocabulary.has(cue, in: "age-previous") { return false }
            // "the 1988 quarter", "three quarters of the food"
            if match.slot("unit") == "Q" || match.slot("units") == "Q",
                next?.lower == "of" || range.count == 1
                    || (match.slot("number").map { $0.utf8.count > 2 } ?? false)
            {
                return false
            }
            if match.argument("cue") == "yes" {
                return range.count > 2 || vocabulary.has(cue, in: "duration-cue") || isRate(previous)
            }
            return true
        case "ordinal":
            // Quarters and centuries have patterns of their own; "their third day-long meeting" is none.
            return ["D", "W", "M", "Y", "E"].contains(match.slot("unit")) && next?.lower != "-"
        // "ended earlier than planned"
        case "offset": return next?.lower != "than"
        case "ref", "set":
            // "Daily" in a paper's name is capitalised inside the sentence.
            return match.slots.isEmpty == false || !first.isCapitalized || range.lowerBound == 0
        case "date":
            guard match.slot("season") == "FA", match.slot("year") == nil, match.slot("dir") == nil else {
                return true
            }
            return
                !(tokens[range.upperBound - 1].lower == "fall" && vocabulary.has(next?.lower ?? "", in: "after-fall"))
        // "in his 30s"
        case "decade": return previous?.penn != "PRP$"
        default: return true
        }
    }

    /// Whether a word that is also a name, a verb or a noun is a month: "in May", "the May offensive".
    private func admitsMonth(_ range: Range<Int>, _ tokens: [Token], hasCue: Bool) -> Bool {
        let month = tokens[range.lowerBound]
        let next = range.upperBound
        let isBeforeNoun =
            tokens.indices.contains(month.head) && month.head >= next && tokens[month.head].tag == .noun
            && month.tag == .properNoun && !tokens[month.head].isCapitalized
        guard hasCue || isBeforeNoun else { return false }
        guard next < tokens.count, tokens[next].isCapitalized, tokens[next].tag == .properNoun else { return true }
        // "In April Nixon resigned", but "for May Nixon".
        return month.head != next && tokens[next].head != range.lowerBound && tokens[next].head != month.head
    }

    /// Turns "twice a week" to a set.
    func accepted(_ value: TimeValue, _ match: TimeMatch, _ tokens: [Token]) -> TimeValue? {
        guard match.argument("cue") == "yes", match.range.count == 2 else { return value }
        let previous = match.range.lowerBound > 0 ? tokens[match.range.lowerBound - 1] : nil
        guard isRate(previous), !vocabulary.has(previous?.lower ?? "", in: "duration-cue") else { return value }
        return TimeValue(.set, value.value, mod: value.mod)
    }

    private func isRate(_ previous: Token?) -> Bool {
        guard let previous else { return false }
        return previous.penn == "NNS" || previous.tag == .numeral || vocabulary.has(previous.lower, in: "rate-cue")
    }

    private func admitsYear(_ year: Token, _ previous: Token?, _ next: Token?) -> Bool {
        if let previous, vocabulary.has(previous.lower, in: "reject-previous") { return false }
        if previous?.lower == "-", previous?.spaceBefore == false, !year.spaceBefore {
            return true
        }
        guard let next else { return true }
        if vocabulary.has(next.lower, in: "reject-next") { return false }
        if vocabulary.isA(next, "units") { return false }
        guard next.penn == "NNS" else { return true }
        return previous.map { $0.tag == .determiner || $0.penn == "PRP$" || $0.penn == "POS" } ?? false
    }
}
