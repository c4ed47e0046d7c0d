internal import Language
internal import Record

/// Who does what to whom, whatever the clause looks like.
extension RelationSentence {
    /// Who does it, in the active and in the passive.
    func subjects(of verb: Int) -> [Int] { clauses.arguments(of: verb).subjects }

    /// To whom it is done, in the active and in the passive.
    func objects(of verb: Int) -> [Int] {
        // "the captured town"
        if has(verb, "amod"), let head = head(of: verb) { return clauses.isPassive(verb) ? [head] : [] }
        let arguments = clauses.arguments(of: verb)
        return clauses.isPassive(verb) && !arguments.indirect.isEmpty ? arguments.indirect : arguments.objects
    }

    /// What somebody becomes or is made: "was appointed head", "became mayor".
    func complements(of verb: Int) -> [Int] {
        let children = tree.children(of: verb)
        let isPassive = clauses.isPassive(verb)
        var seenObject = isPassive
        var found: [Int] = []
        for child in children where child > verb {
            if has(child, "xcomp") || has(child, "iobj") {
                found.append(child)
            } else if has(child, "obj") {
                if seenObject { found.append(child) }
                seenObject = true
            }
        }
        return found
    }

    /// Who a noun calls something: the bearer of a title, of a description in apposition or after "is".
    func holders(of anchor: Anchor, depth: Int = 0) -> [Filler] {
        guard depth < 3 else { return [] }
        if let name = titled(anchor) { return [Filler(token: name.head, mention: name.index)] }
        let noun = anchor.head
        if let head = head(of: noun), !anchor.tokens.contains(head) {
            if has(noun, "appos"), head < noun { return [Filler(token: head)] }
        }
        if let name = tree.children(of: noun).first(where: { has($0, "appos") && !anchor.tokens.contains($0) }) {
            return [Filler(token: name)]
        }
        if hasChild(noun, "cop") {
            return clauses.subject(of: noun).map { Filler(token: $0, link: (noun, .always)) }
        }
        if let name = besideComma(anchor) { return [Filler(token: name.head, mention: name.index)] }
        guard let head = head(of: noun) else { return [] }
        let verb = Anchor(tokens: head..<head + 1, head: head)
        for rule in rules.links[tokens[head].lemmaWord] ?? [] where fits(rule, head) {
            guard rule.object.contains(where: { self.tokens(at: $0.position, of: verb).contains(noun) }) else {
                continue
            }
            for end in rule.subject {
                let found = self.tokens(at: end.position, of: verb)
                if !found.isEmpty { return found.map { Filler(token: $0, link: (head, rule.state)) } }
            }
        }
        // "the founder and head of the bank"
        if has(noun, "conj"), head < noun, tokens[head].tag == .noun || tokens[head].tag == .properNoun,
            places(headedBy: head).allSatisfy({ mentions[$0.index].form != .name })
        {
            return holders(of: Anchor(tokens: head..<head + 1, head: head), depth: depth + 1)
        }
        return []
    }

    /// The name right behind a title or a noun that says what it is: "Defence Minister Ada Stone", "EU member Finland",
    /// "president of Peru Ada Stone".
    private func titled(_ anchor: Anchor) -> Place? {
        if let name = name(behind: anchor) { return name }
        // Behind what the office is of; the tree must tie the two.
        let phrase = tree.phrases[anchor.head]
        for child in tree.children(of: anchor.head) where child >= anchor.tokens.upperBound {
            guard has(child, "nmod") || has(child, "appos") || has(child, "flat") else { continue }
            let name = name(over: child).flatMap {
                mentions[$0.index].kind == .person && preposition(of: child) == nil ? $0 : nil
            }
            if let name { return name }
        }
        if let head = head(of: anchor.head), let name = name(over: head), mentions[name.index].kind == .person,
            name.tokens.lowerBound == phrase.upperBound, !has(anchor.head, "appos")
        {
            return name
        }
        return nil
    }

    /// A name that starts where a phrase ends and owns nothing behind it.
    func name(behind anchor: Anchor) -> Place? {
        let at = anchor.tokens.upperBound
        guard at < tokens.count, words[at].isCapital, !words[at - 1].isPunctuation else { return nil }
        return places(startingAt: at).first { place in
            let mention = mentions[place.index]
            guard mention.form == .name, !isOwner(place) else { return false }
            return mention.kind == .person || words[at - 1].shape == .lower
        }
    }

    /// The name before a description between commas that the parser hung elsewhere: "Oslo, the capital of Norway, was".
    private func besideComma(_ anchor: Anchor) -> Place? {
        var start = phraseStart(before: anchor.tokens.lowerBound)
        if start > 0, tokens[start - 1].tag == .determiner { start -= 1 }
        let end = tree.phrases[anchor.head].upperBound
        guard start > 1, tokens[start - 1].text == ",", !hasChild(anchor.head, "cop") else { return nil }
        let isClosed = [end - 1, end].contains {
            $0 < tokens.count && $0 >= anchor.tokens.upperBound && tokens[$0].tag == .punctuation
        }
        guard isClosed || end >= tokens.count else { return nil }
        return places(endingAt: start - 2).first { mentions[$0.index].form == .name && !isOwner($0) }
    }
}
