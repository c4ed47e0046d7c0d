internal import Language

/// Brings names of a corpus to the one scheme: formations are units, words of nationality outside names are groups.
struct NameHarmonizer {
    let tables: NameTables

    func harmonize(_ sentence: NamedSentence) -> NamedSentence {
        var found = FoundNames(count: sentence.words.count)
        let words = sentence.words
        for name in sentence.names {
            let kind = kind(of: name, words)
            found.add(name.words, kind)
        }
        for range in sentence.unknown { found.add(unknown: range) }
        addGroups(words, to: &found)
        found.finish()
        var result = sentence
        result.names = found.names
        result.unknown = found.unknown
        return result
    }

    private func kind(of name: NameSpan, _ words: [String]) -> NameKind {
        let text = words[name.words]
        switch name.kind {
        case .agency where tables.isUnit(text): return .unit
        // "German" and "Americans" that annotators took for places, people or bodies.
        case .place, .person, .agency:
            let isGroup =
                tables.groups.contains(text) && !tables.countries.contains(text) && !tables.people.contains(text)
            return isGroup && !(name.kind == .agency && tables.agencies.contains(text)) ? .group : name.kind
        default: return name.kind
        }
    }

    /// Words of nationality and faith that belong to no name.
    private func addGroups(_ words: [String], to found: inout FoundNames) {
        var at = 0
        while at < words.count {
            guard words[at].startsUpper, let end = tables.groups.end(in: words, at: at, limit: words.count),
                words[at..<end].allSatisfy({ $0.startsUpper || $0 == "-" }), found.isFree(at..<end)
            else {
                at += 1
                continue
            }
            found.add(at..<end, .group)
            at = end
        }
    }
}
