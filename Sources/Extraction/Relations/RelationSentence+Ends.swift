internal import Language
internal import Record

/// The ends of relations by their positions.
extension RelationSentence {
    /// Whether a word has the part of speech that a line asks for.
    func fits(_ rule: RelationRule, _ token: Int) -> Bool {
        guard let form = rule.form.first else { return true }
        switch form {
        case "v": return tokens[token].tag == .verb || tokens[token].tag == .auxiliary
        case "n": return tokens[token].tag == .noun || tokens[token].tag == .properNoun
        case "a": return tokens[token].tag == .adjective || tokens[token].tag == .verb
        default: return true
        }
    }

    /// What fills the first position that is filled.
    func fillers(_ ends: [RelationRule.End], of anchor: Anchor) -> [Filler] {
        for end in ends {
            let found = fillers(end, of: anchor)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func fillers(_ end: RelationRule.End, of anchor: Anchor) -> [Filler] {
        func first(_ places: some Sequence<Place>) -> [Filler] {
            guard let place = places.first(where: { takes(end, $0.index) }) else { return [] }
            return [Filler(token: place.head, mention: place.index)]
        }
        switch end.position {
        case .itself:
            return itself(anchor, end)
        case .titled: return first(name(behind: anchor).map { [$0] } ?? [])
        case .holder:
            var found: [Filler] = []
            for holder in holders(of: anchor) {
                if let mention = holder.mention {
                    if takes(end, mention) { found.append(holder) }
                    continue
                }
                var list = conjoined(holder.token)
                // "Ada and Ben, her son": one of them is.
                if holder.link == nil, list.count > 1, tokens[anchor.head].penn != "NNS" {
                    list = list.filter { $0 < anchor.head }.suffix(1)
                }
                for token in list {
                    guard let mention = mention(at: token, for: end) else { continue }
                    found.append(Filler(token: token, mention: mention, link: holder.link))
                }
            }
            return found
        case .bearer: return bearers(of: anchor.head, end)
        case .before(let preposition):
            guard let word = tree.children(of: anchor.head).first(where: { has($0, "case") }), word > 0,
                tokens[word].lower == preposition
            else { return [] }
            return first(places(endingAt: word - 1))
        case .role:
            guard preposition(of: anchor.head) == "as", let head = head(of: anchor.head), !hasChild(head, "obj") else {
                return []
            }
            let bearers = tokens[head].tag == .verb ? subjects(of: head) + objects(of: head) : [head]
            return bearers.prefix(1).flatMap { token in
                conjoined(token).compactMap { token in
                    mention(at: token, for: end).map { Filler(token: token, mention: $0) }
                }
            }
        case .possessor: return possessors(of: anchor, end)
        case .modifier: return modifier(of: anchor, end)
        case .demonym: return demonym(of: anchor).filter { $0.mention.map { takes(end, $0) } ?? true }
        case .hyphen:
            let at = anchor.tokens.lowerBound - 2
            guard at >= 0, tokens[at + 1].text == "-" else { return [] }
            let found = first(places(endingAt: at))
            guard found.isEmpty, let country = country(endingAt: at) else { return found }
            return countries[country.value.code].map { [Filler(token: at, mention: $0)] } ?? []
        case .hyphenated:
            let at = anchor.tokens.upperBound
            guard at + 1 < tokens.count, tokens[at].text == "-" else { return [] }
            return first(places(startingAt: at + 1))
        case .leftward:
            var at = anchor.tokens.lowerBound - 1
            while at >= 0, isAside(at) { at -= 1 }
            return first(places(endingAt: at))
        case .rightward:
            var at = anchor.tokens.upperBound
            while at < tokens.count, isAside(at) { at += 1 }
            return first(places(startingAt: at))
        case .bracket, .acronym:
            let open = anchor.tokens.upperBound
            guard open + 1 < tokens.count, tokens[open].text == "(" else { return [] }
            return first(
                places(startingAt: open + 1).filter {
                    $0.tokens.upperBound < tokens.count && tokens[$0.tokens.upperBound].text == ")"
                        && (end.position == .bracket || $0.tokens.count == 1 && words[open + 1].shape == .upper)
                })
        case .comma:
            let comma = anchor.tokens.upperBound
            guard comma + 1 < tokens.count, tokens[comma].text == "," else { return [] }
            return first(places(startingAt: comma + 1)).map {
                var filler = $0
                filler.isAppended = true
                return filler
            }
        case .noun:
            var at = head(of: anchor.head)
            for _ in 0..<3 {
                guard let token = at else { return [] }
                let found = first(
                    places(headedBy: token).filter { !$0.tokens.overlaps(anchor.tokens) || $0.head == token })
                if !found.isEmpty { return found }
                guard !has(token, "obl"), tokens[token].tag != .verb else { return [] }
                at = head(of: token)
            }
            return []
        default:
            return tokens(at: end.position, of: anchor).compactMap { token in
                mention(at: token, for: end).map { Filler(token: token, mention: $0) }
            }
        }
    }

    /// The mention of the word itself; what is only described by it, where the sentence names that.
    private func itself(_ anchor: Anchor, _ end: RelationRule.End) -> [Filler] {
        let own = anchor.place.map { [$0] } ?? places(headedBy: anchor.head)
        guard
            let place = own.first(where: {
                (end.kinds.isEmpty || end.kinds.contains(mentions[$0.index].kind))
                    && (!end.isName || mentions[$0.index].form == .name)
            })
        else { return [] }
        if mentions[place.index].form == .nominal, tokens[place.head].penn != "NNS" {
            for holder in holders(of: Anchor(tokens: place.tokens, head: place.head, place: place)) {
                guard let found = holder.mention ?? mention(at: holder.token, for: end), takes(end, found),
                    mentions[found].form == .name
                else { continue }
                return [Filler(token: holder.token, mention: found, link: holder.link)]
            }
            if mentions[place.index].kind == .place, let name = mention(at: place.head, for: end) {
                return [Filler(token: place.head, mention: name)]
            }
        }
        guard takes(end, place.index) else { return [] }
        return [Filler(token: place.head, mention: place.index)]
    }

    /// The words at a position that the tree alone tells.
    func tokens(at position: RelationPosition, of anchor: Anchor) -> [Int] {
        let head = anchor.head
        switch position {
        case .subject: return subjects(of: head)
        case .object: return objects(of: head)
        case .complement: return complements(of: head)
        case .apposition: return children(head, "appos")
        case .after(let preposition):
            let found = below(head, preposition)
            return found.isEmpty ? adjacent(preposition, after: anchor, isLoose: false) : found
        case .rightAfter(let preposition):
            let found = below(head, preposition)
            return found.isEmpty ? adjacent(preposition, after: anchor, isLoose: true) : found
        default: return []
        }
    }

    /// What hangs on a word by a preposition.
    private func below(_ head: Int, _ preposition: String) -> [Int] {
        tree.children(of: head).filter { child in
            child > head && (has(child, "nmod") || has(child, "obl") || has(child, "obj") || has(child, "xcomp"))
                && self.preposition(of: child) == preposition
        }.flatMap(conjoined)
    }

    /// What follows a noun and a preposition but hangs on the verb behind the two, or, if that is enough, on one before
    /// them.
    private func adjacent(_ preposition: String, after anchor: Anchor, isLoose: Bool) -> [Int] {
        let at = anchor.tokens.upperBound
        guard at + 1 < tokens.count, tokens[at].lower == preposition, let object = head(of: at), object > at,
            has(at, "case"), object - at < Self.window, let head = head(of: object),
            isLoose || head > object || preposition == "of"
        else { return [] }
        return conjoined(object)
    }

    /// A comma, a bracket, a dash or an adverb between a word and its neighbour.
    private func isAside(_ token: Int) -> Bool {
        let tag = tokens[token].tag
        return tag == .punctuation && tokens[token].text != "." || tag == .adverb || tag == .determiner
    }

    /// Who has, takes or loses what a noun names, by the verbs of the table that carry such a noun.
    private func bearers(of noun: Int, _ end: RelationRule.End) -> [Filler] {
        guard has(noun, "obj"), let verb = head(of: noun) else { return [] }
        for rule in rules.links[tokens[verb].lemmaWord] ?? []
        where rule.object.contains(where: { $0.position == .carried }) {
            return subjects(of: verb).compactMap { token in
                mention(at: token, for: end).map { Filler(token: token, mention: $0, link: (verb, rule.state)) }
            }
        }
        return []
    }

    // MARK: Before the noun

    /// Where the noun phrase of a noun may start, by the words before it alone: the tree is often wrong among names.
    func phraseStart(before token: Int) -> Int {
        var at = token
        while at > 0, token - at < Self.window {
            let before = at - 1
            switch tokens[before].tag {
            case .noun, .properNoun, .adjective, .numeral, .other: break
            case .verb: guard has(before, "amod") else { return at }
            case .punctuation: guard words[before].joins, !tokens[before].spaceBefore else { return at }
            default: guard words[before].isPossessive else { return at }
            }
            at = before
        }
        return at
    }

    /// Whether a word before a noun belongs to it: going up the tree from it one stays before the phrase's end.
    private func belongs(_ token: Int, to anchor: Anchor, from low: Int) -> Bool {
        var at = token
        for _ in 0..<6 {
            guard let next = head(of: at) else { return false }
            if anchor.tokens.contains(next) { return true }
            // The name behind a title.
            if next == tree.heads[anchor.head] || next > anchor.head && name(over: next) != nil {
                return name(over: next).map { $0.tokens.lowerBound >= anchor.tokens.upperBound } ?? false
            }
            guard next >= low, next < anchor.tokens.upperBound else { return false }
            at = next
        }
        return false
    }

    private func modifier(of anchor: Anchor, _ end: RelationRule.End) -> [Filler] {
        let from = nounStart(anchor)
        let low = phraseStart(before: from)
        guard low < from else { return [] }
        var best: Place?
        for place in places(startingIn: low..<from) where place.tokens.upperBound <= from {
            guard takes(end, place.index), !isOwner(place), belongs(place.head, to: anchor, from: low) else {
                continue
            }
            if best.map({ place.tokens.upperBound > $0.tokens.upperBound }) ?? true { best = place }
        }
        return best.map { [Filler(token: $0.head, mention: $0.index)] } ?? []
    }

    /// Where the noun of a phrase begins: names before it may be part of the phrase ("NATO chief").
    private func nounStart(_ anchor: Anchor) -> Int {
        if let place = anchor.place, mentions[place.index].form == .name { return place.tokens.lowerBound }
        return max(anchor.tokens.lowerBound, anchor.head)
    }

    func isOwner(_ place: Place) -> Bool {
        let next = place.tokens.upperBound
        guard next < words.count else { return false }
        return words[next].isPossessive || tokens[next].text == "-" && !tokens[next].spaceBefore
    }

    private func possessors(of anchor: Anchor, _ end: RelationRule.End) -> [Filler] {
        for child in tree.children(of: anchor.head) where tokens[child].relation == "nmod:poss" && child < anchor.head {
            if let mention = mention(at: child, for: end) { return [Filler(token: child, mention: mention)] }
        }
        let from = nounStart(anchor)
        let low = phraseStart(before: from)
        var at = from - 1
        while at > low {
            if words[at].isPossessive {
                let found = places(endingAt: at - 1, from: low).first { takes(end, $0.index) }
                return found.map { [Filler(token: $0.head, mention: $0.index)] } ?? []
            }
            at -= 1
        }
        return []
    }

    private func country(endingAt token: Int) -> (start: Int, value: RelationLexicon.Country)? {
        for start in [token - 1, token] where start >= 0 {
            if let found = lexicon.demonyms.match(words, at: start, limit: token + 1), found.end == token + 1 {
                return (start, found.value)
            }
        }
        return nil
    }

    /// "Finnish" of "Finnish skier Ada Stone", "Finnish Lapland".
    private func demonym(of anchor: Anchor) -> [Filler] {
        let isName = anchor.place.map { mentions[$0.index].form == .name } ?? false
        let from = isName ? anchor.tokens.lowerBound : anchor.place == nil ? anchor.tokens.lowerBound : anchor.head
        let low = phraseStart(before: from)
        let last = isName ? anchor.tokens.lowerBound : from - 1
        guard low <= last else { return [] }
        var at = last
        while at >= low {
            defer { at -= 1 }
            if words[at].isPossessive { return [] }
            let limit = min(words.count, max(from, at + 1) + (isName ? 1 : 0))
            guard words[at].isCapital, let found = lexicon.demonyms.match(words, at: at, limit: limit)
            else { continue }
            // The Korean of "North Korean".
            if at > low, let wider = lexicon.demonyms.match(words, at: at - 1, limit: found.end), wider.end == found.end
            {
                continue
            }
            guard found.end < tokens.count, found.end - at < anchor.tokens.count || !isName || at < last,
                anchor.tokens.contains(at) || belongs(found.end - 1, to: anchor, from: low)
            else { continue }
            // Part of another name: "Ukrainian Pravda reporter".
            if let name = name(over: at), name.tokens.count > found.end - at, !name.tokens.overlaps(anchor.tokens) {
                continue
            }
            // "the French and German leaders": which is whose?
            if has(found.end - 1, "conj") || hasChild(found.end - 1, "conj") { return [] }
            // "the Ukrainian delegation head": the delegation is Ukrainian.
            if anchor.place == nil, found.end < from,
                (found.end..<from).contains(where: { tokens[$0].tag == .noun || tokens[$0].tag == .properNoun })
            {
                return []
            }
            // "Iranian-backed" says who backs it.
            if tokens[found.end].text == "-", !tokens[found.end].spaceBefore { return [] }
            return [Filler(token: at, mention: countries[found.value.code], country: found.value)]
        }
        return []
    }

    /// The years in "Ada Stone, 41," or "41-year-old Ada Stone".
    func age(of anchor: Anchor) -> String? {
        func years(_ token: Int) -> String? {
            guard words.indices.contains(token), words[token].shape == .number, (1...3).contains(words[token].key.count)
            else { return nil }
            return tokens[token].text
        }
        let end = anchor.tokens.upperBound
        if end + 2 < tokens.count, tokens[end].text == ",", [",", ".", ")"].contains(tokens[end + 2].text),
            let years = years(end + 1)
        {
            return years
        }
        if end + 2 < tokens.count, tokens[end].text == "(", tokens[end + 2].text == ")" { return years(end + 1) }
        let low = phraseStart(before: anchor.tokens.lowerBound)
        for at in low..<max(low, anchor.tokens.lowerBound - 4)
        where tokens[at + 1].text == "-" && tokens[at + 2].lemma == "year" && tokens[at + 4].lemma == "old" {
            return years(at)
        }
        return nil
    }
}
