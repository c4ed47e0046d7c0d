internal import Language
internal import Record

/// Which verb or noun of its sentence a time belongs to.
struct EventTimes {
    var view: SentenceView?
    /// For each verb group, and for each noun phrase that is dated itself, the indexes of its times.
    private(set) var byGroup: [Int: [Int]] = [:]
    private(set) var byPhrase: [Int: [Int]] = [:]
    /// For each verb group the indexes of the times that date it if it reports something.
    private(set) var byReport: [Int: [Int]] = [:]

    /// - Parameters:
    ///   - times: indexes into `record.times` of those in the sentence, in text order.
    ///   - nouns: phrases that hold a noun trigger.
    init(_ times: [Int], _ record: AnnotationRecord, _ view: SentenceView, nouns: Set<Int>) {
        let reader = view.reader
        for index in times {
            let time = record.times[index]
            guard time.type == .date || time.type == .time,
                let last = MentionIndex.token(endingAt: time.end, view.tokens)
            else { continue }
            if let group = Self.group(at: last, last, reader) { byReport[group, default: []].append(index) }
            var first = last
            while first > 0, view.tokens[first - 1].span.start >= time.start { first -= 1 }
            if let phrase = noun(at: first, last, view, nouns) {
                byPhrase[phrase, default: []].append(index)
                continue
            }
            if let group = Self.group(at: first, last, reader) { byGroup[group, default: []].append(index) }
        }
    }

    /// "the incursion in August", "last summer's incursion", "the August raid".
    private func noun(at first: Int, _ last: Int, _ view: SentenceView, _ nouns: Set<Int>) -> Int? {
        let reader = view.reader
        if let own = reader.phraseAt[first] {
            if nouns.contains(own), reader.phrases[own].head > last { return own }
            if reader.phrases[own].isPossessor, own + 1 < reader.phrases.count, nouns.contains(own + 1) {
                return own + 1
            }
        }
        var before = first - 1
        var steps = 0
        while before >= 0, view.tokens[before].tag == .adposition || view.tokens[before].tag == .determiner {
            before -= 1
            steps += 1
            if steps > 2 { return nil }
        }
        // The time must hang on the noun by a preposition; a bare "Tuesday" dates the verb.
        guard steps > 0, before >= 0, let phrase = reader.phraseAt[before], reader.phrases[phrase].head == before else {
            return nil
        }
        let word = view.tokens[before + 1].lower
        guard word == "in" || word == "of" || word == "on" || word == "during" || word == "since" else { return nil }
        if nouns.contains(phrase), reader.phrases[phrase].preposition != nil { return phrase }
        return nil
    }

    static func group(at first: Int, _ last: Int, _ reader: ClauseReader) -> Int? {
        // The last verb group before it in the same clause; else the next one after it.
        var low = 0
        var high = reader.groups.count
        while low < high {
            let middle = (low + high) / 2
            if reader.groups[middle].range.lowerBound <= first { low = middle + 1 } else { high = middle }
        }
        let before = low - 1
        let commas = before >= 0 && parted(reader.groups[before].range.upperBound, first, reader)
        if before >= 0, !commas { return before }
        // "The agency on Sunday confirmed": what follows at once is what the time dates.
        if low < reader.groups.count, reader.groups[low].range.lowerBound == last + 1 { return low }
        if low < reader.groups.count, reader.groups[low].range.lowerBound - last < 24 {
            // An opening time dates the main verb, not a participle before it.
            var next = low
            while next < reader.groups.count, next < low + 3, reader.groups[next].form != .finite { next += 1 }
            return next < reader.groups.count && reader.groups[next].form == .finite ? next : low
        }
        return before >= 0 ? before : nil
    }

    private static func parted(_ from: Int, _ to: Int, _ reader: ClauseReader) -> Bool {
        guard from < to else { return false }
        for at in from..<to {
            let token = reader.tokens[at]
            if token.tag == .subordinator || FunctionWords.quotes.contains(token.text) { return true }
            if token.tag == .punctuation, token.text == ";" || token.text == "—" || token.text == ":" { return true }
            if token.text == "," {
                // "Tuva, Russia" and lists do not part; a comma before a subject does.
                let next = at + 1
                if next < reader.tokens.count, reader.tokens[next].tag != .properNoun,
                    reader.tokens[next].tag != .adposition
                {
                    return true
                }
            }
        }
        return false
    }
}
