internal import Language

/// Cuts whole noun phrases down to the names in them, as flat names are annotated: without articles, titles and small
/// words around them.
struct NameTrimmer {
    let tables: NameTables

    /// The runs of capitals in a stretch of words, with the small words that link them.
    /// - Parameter links: small words that may stand inside a run where a capital follows.
    func runs(in words: [String], _ range: Range<Int>, links: Set<String>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard startsRun(words, at, range.upperBound) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < range.upperBound {
                if isPart(words[end]) {
                    end += 1
                } else if let next = bridge(words, at..<end, range.upperBound, links) {
                    end = next
                } else {
                    break
                }
            }
            runs.append(at..<end)
            at = end
        }
        return runs
    }

    private func startsRun(_ words: [String], _ at: Int, _ limit: Int) -> Bool {
        let word = words[at]
        if Self.pronouns.contains(word.lowercased()) { return false }
        if Self.articles.contains(word.lowercased()) { return false }
        if word.startsUpper { return true }
        // "3rd Battalion", "al - Abadi"
        guard at + 1 < limit else { return false }
        if tables.isNumber(word), word.utf8.count <= 5 { return words[at + 1].startsUpper }
        return word.lowercased() == "al" && words[at + 1] == "-"
    }

    private func isPart(_ word: String) -> Bool { word.startsUpper || (tables.isNumber(word) && word.utf8.count <= 5) }

    /// Where a run goes on after small words, hyphens and quotes behind what it has so far.
    private func bridge(_ words: [String], _ run: Range<Int>, _ limit: Int, _ links: Set<String>) -> Int? {
        let at = run.upperBound
        // "Jordan and Iraq" are two.
        if at < limit, words[at].lowercased() == "and", isLookedUp(words[run]) { return nil }
        var end = at
        while end < limit, end - at < 3 {
            let word = words[end].lowercased()
            guard links.contains(word) || word == "-" || word == "–" || tables.particles.contains(word) else { break }
            end += 1
        }
        return end > at && end < limit && words[end].startsUpper ? end + 1 : nil
    }

    /// Adds what a mention of a person holds: its name, and the countries and agencies in the title before it.
    func person(_ words: [String], _ range: Range<Int>, into found: inout FoundNames) {
        var names: [Range<Int>] = []
        for run in runs(in: words, range, links: ["\"", "”", "“"]) {
            let start = titleEnd(words, run)
            // "Iraqi President Fuad Masum": what stands before the title is looked up.
            if start > run.lowerBound { pieces(words, run.lowerBound..<start, into: &found) }
            guard start < run.upperBound else { continue }
            if tables.groups.contains(words[start..<run.upperBound])
                || tables.places.contains(words[start..<run.upperBound])
                || (tables.agencies.contains(words[start..<run.upperBound]) && run.upperBound - start < 2)
            {
                pieces(words, start..<run.upperBound, into: &found)
            } else {
                names.append(start..<run.upperBound)
            }
        }
        // "the commander of Abel Battery": a name that follows small words need not be the person's.
        guard let name = names.first(where: { isDirect(words, $0, range) }) else {
            for name in names { found.add(unknown: name) }
            return
        }
        found.add(name, .person)
        for other in names where other != name { found.add(unknown: other) }
    }

    /// Where the name starts in a run of capitals: after its last title. "Martin Luther King" has none, "Prime Minister" nothing else.
    func titleEnd(_ words: [String], _ run: Range<Int>) -> Int {
        var start = run.lowerBound
        for at in run.dropLast() where tables.isTitle(words[at]) && !tables.people.contains(words[at..<run.upperBound])
        {
            start = at + 1
        }
        while start < run.upperBound, words[start] == "-" || words[start] == "." { start += 1 }
        return words[start..<run.upperBound].allSatisfy(tables.isTitle) ? run.upperBound : start
    }

    /// True if a run stands at the start of its phrase, after titles, or ends it.
    private func isDirect(_ words: [String], _ run: Range<Int>, _ range: Range<Int>) -> Bool {
        if run.lowerBound == range.lowerBound { return true }
        let before = words[run.lowerBound - 1].lowercased()
        if ["of", "in", "for", "to", "from", "at", "the", "s", "'s", "’s"].contains(before) { return false }
        return tables.isTitle(before) || before == "," || before == "." || run.upperBound == range.upperBound
    }

    /// Adds what a mention of a body holds.
    func agency(_ words: [String], _ range: Range<Int>, into found: inout FoundNames) {
        for run in runs(in: words, range, links: Self.links) {
            let isHead = run.upperBound == range.upperBound
            if isHead, run.count > 1 || isSingleName(words[run.lowerBound]), !isLookedUp(words[run]) {
                found.add(run, tables.isUnit(words[run]) ? .unit : .agency)
            } else {
                pieces(words, run, into: &found)
            }
        }
    }

    /// Adds what a mention of a place holds.
    func place(_ words: [String], _ range: Range<Int>, into found: inout FoundNames) {
        for run in runs(in: words, range, links: Self.links) {
            if tables.groups.contains(words[run]) {
                found.add(run, .group)
            } else if tables.agencies.contains(words[run]), !tables.places.contains(words[run]) {
                found.add(run, .agency)
            } else if run.upperBound < range.upperBound, run.count == 1, !tables.places.contains(words[run]),
                words[run.lowerBound].isAllUpper
            {
                // "a VBIED facility"
                found.add(unknown: run)
            } else {
                found.add(run, .place)
            }
        }
    }

    /// True if the whole of a run is a country, a people or a person.
    private func isLookedUp(_ words: ArraySlice<String>) -> Bool {
        !tables.agencies.contains(words)
            && (tables.groups.contains(words) || tables.places.contains(words) || tables.people.contains(words))
    }

    private func isSingleName(_ word: String) -> Bool { !Self.notNames.contains(word.lowercased()) }

    /// Looks up the parts of a run in the tables; what they do not have is unknown.
    private func pieces(_ words: [String], _ run: Range<Int>, into found: inout FoundNames) {
        var at = run.lowerBound
        while at < run.upperBound {
            let choices: [(NameKind, PhraseSet)] = [
                (.group, tables.groups), (.place, tables.places), (.agency, tables.agencies), (.person, tables.people),
            ]
            var best: (kind: NameKind, end: Int)?
            for (kind, set) in choices {
                guard let end = set.end(in: words, at: at, limit: run.upperBound), end > best?.end ?? at else {
                    continue
                }
                best = (kind, end)
            }
            if let best {
                found.add(at..<best.end, best.kind)
                at = best.end
                continue
            }
            if !tables.isTitle(words[at]), !Self.notNames.contains(words[at].lowercased()) {
                found.add(unknown: at..<at + 1)
            }
            at += 1
        }
    }

    private static let articles: Set<String> = ["the", "a", "an", "this", "that", "these", "those", "all", "some"]
    private static let links: Set<String> = ["of", "for", "the", "and", "&", "to"]
    /// Words that begin no name, whatever their case.
    private static let pronouns: Set<String> = [
        "we", "they", "it", "he", "she", "i", "you", "who", "our", "their", "its", "his", "her", "my", "your", "others",
        "members", "soldiers", "reporters", "spc", "dr", "capt", "lt", "brig", "maj", "col", "n", "e", "both",
    ]
    /// Words whose capital comes from the start of a sentence.
    private static let notNames: Set<String> = pronouns.union([
        "people", "many", "some", "all", "those", "these", "no", "local", "other", "one", "two", "several", "former",
        "senior", "new", "northern", "southern", "eastern", "western",
    ])
}
