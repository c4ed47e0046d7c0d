internal import Language
internal import Record

/// Reads from an article what it tells about its places: which countries and regions it names, what each is said to lie in, and the nouns
/// beside their names.
struct PlaceContextReader: Sendable {
    let gazetteer: Gazetteer
    let lexicon: MentionLexicon

    /// So many words may stand between an adjective and the name it belongs to: "the Libyan port city of Tripoli".
    private static let reach = 5

    func read(
        _ names: [MentionDraft], in document: DocumentWords, adjectives: [[Int: String]],
        into context: inout PlaceContext
    ) {
        for (index, name) in names.enumerated() {
            for hit in name.hits where hit.table == .countries && hit.role != .metonym {
                if let code = gazetteer.entry(hit).country { context.countries[code, default: 0] += 1 }
            }
            guard name.kind == .place else { continue }
            let words = document.sentences[name.sentence]
            switch featureBeside(name, words) {
            case "region"?: context.regionWords.insert(name.key)
            case "district"?: context.districtWords.insert(name.key)
            case "city"?, "village"?: context.cityWords.insert(name.key)
            default: break
            }
            if name.hits.count == 1, name.hits[0].table == .regions, let code = gazetteer.entry(name.hits[0]).region {
                context.regions.insert(code)
            }
            let next = index + 1 < names.count && names[index + 1].sentence == name.sentence ? names[index + 1] : nil
            if let codes = holder(after: name, next: next, words), !codes.isEmpty, !isList(name, codes) {
                context.holders[index] = codes
                context.regions.formUnion(codes.filter { $0.utf8.count > 2 })
                if let next {
                    for hit in name.hits where hit.table == .places {
                        let entry = gazetteer.entry(hit)
                        context.held[next.key, default: []].formUnion([entry.country, entry.region].compactMap { $0 })
                    }
                }
            }
            if name.sentence < adjectives.count {
                context.adjectiveHolders[index] = adjective(before: name, words, adjectives[name.sentence])
            }
        }
    }

    /// True for "Washington, West Virginia and Wyoming": regions of one country stand beside each other, not in each other.
    private func isList(_ name: MentionDraft, _ codes: Set<String>) -> Bool {
        name.hits.contains { hit in
            guard hit.table == .regions, let country = gazetteer.entry(hit).country else { return false }
            return codes.contains { $0.hasPrefix(country + ".") }
        }
    }

    /// The countries and regions that a name is said to lie in: "Belaya, Kursk Oblast", "Guadalajara in Mexico", "Tyler, Tex.".
    func holder(after name: MentionDraft, next: MentionDraft?, _ words: [Word]) -> Set<String>? {
        let end = name.tokens.upperBound
        guard end < words.count else { return nil }
        let link = words[end]
        let isComma = link.token.text == ","
        guard isComma || link.lower == "in" || link.token.text == "(" else { return nil }
        var start = end + 1
        // "in western Kenya", "in the Mexican state of Jalisco" are left to the countries that the article names.
        if start < words.count, isComma, words[start].lower == "in" { start += 1 }
        if isComma, start < words.count, let region = gazetteer.region(abbreviated: words[start].token.text) {
            return [region]
        }
        guard let next,
            next.tokens.lowerBound == start || words[start].lower == "the" && next.tokens.lowerBound == start + 1
        else { return nil }
        var codes: Set<String> = []
        for hit in next.hits {
            let entry = gazetteer.entry(hit)
            if hit.table == .countries, hit.role != .metonym, let code = entry.country { codes.insert(code) }
            if hit.table == .regions, let code = entry.region { codes.insert(code) }
        }
        return codes
    }

    /// The country of an adjective that stands before a name with nothing but small words between.
    private func adjective(before name: MentionDraft, _ words: [Word], _ adjectives: [Int: String]) -> String? {
        guard !adjectives.isEmpty else { return nil }
        var token = name.tokens.lowerBound - 1
        while token >= 0, name.tokens.lowerBound - token <= Self.reach {
            if let code = adjectives[token] { return code }
            let word = words[token]
            guard !word.isPunctuation, word.shape == .lower || word.lower == "city" else { return nil }
            guard word.token.tag == .noun || word.token.tag == .adjective || word.lower == "of" || word.lower == "the"
            else { return nil }
            token -= 1
        }
        return nil
    }

    /// The kind of place that a noun beside a name tells: "Kursk region", "the city of Kursk".
    private func featureBeside(_ name: MentionDraft, _ words: [Word]) -> String? {
        let end = name.tokens.upperBound
        if end < words.count, let match = lexicon.placeNouns.match(words, at: end, limit: words.count),
            match.value.after
        {
            return match.value.feature
        }
        if let match = lexicon.placeNouns.match(words, at: name.tokens.upperBound - 1, limit: words.count),
            match.value.after
        {
            return match.value.feature
        }
        var start = name.tokens.lowerBound - 1
        if start > 0, words[start].lower == "of" { start -= 1 }
        guard start >= 0, start < name.tokens.lowerBound else { return nil }
        return lexicon.placeNouns.match(words, at: start, limit: name.tokens.lowerBound)?.value.feature
    }
}
