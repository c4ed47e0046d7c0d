internal import Language
internal import Record

/// Who does what to whom, whatever the clause looks like.
extension RelationSentence {
    /// How many steps through shared and lent subjects are taken.
    private static let reach = 4

    func isPassive(_ verb: Int) -> Bool {
        var hasAuxiliary = false
        var hasObject = false
        for child in tree.children(of: verb) {
            switch tokens[child].relation {
            case "aux:pass", "nsubj:pass", "obl:agent": return true
            case "cop": return tokens[verb].verbForm == .pastParticiple
            case "aux": hasAuxiliary = true
            case "obj": hasObject = true
            default: break
            }
        }
        guard tokens[verb].verbForm == .pastParticiple, !hasAuxiliary, !hasObject else { return false }
        if has(verb, "conj"), let head = head(of: verb), head < verb, !hasChild(verb, "nsubj") {
            return isPassive(head)
        }
        return has(verb, "acl") && tokens[verb].relation != "acl:relcl" || has(verb, "amod") || has(verb, "advcl")
    }

    /// Who does it, in the active and in the passive.
    func subjects(of verb: Int) -> [Int] {
        guard isPassive(verb) else { return surfaceSubjects(of: verb, 0) }
        let agents = tree.children(of: verb).filter {
            tokens[$0].relation == "obl:agent" || has($0, "obl") && preposition(of: $0) == "by"
        }
        return agents.flatMap(conjoined)
    }

    /// To whom it is done, in the active and in the passive.
    func objects(of verb: Int) -> [Int] {
        if isPassive(verb) {
            if has(verb, "amod"), let head = head(of: verb) { return [head] }
            return surfaceSubjects(of: verb, 0)
        }
        let objects = children(verb, "obj")
        if let first = objects.first { return conjoined(first) }
        // "the group that she leads"
        if tokens[verb].relation == "acl:relcl", let head = head(of: verb),
            tree.children(of: verb).contains(where: { has($0, "nsubj") && antecedent(of: $0) == nil })
        {
            return [head]
        }
        return []
    }

    /// The subject as it stands, also where it is that of another verb.
    private func surfaceSubjects(of verb: Int, _ depth: Int) -> [Int] {
        guard depth < Self.reach else { return [] }
        if let subject = tree.children(of: verb).first(where: { has($0, "nsubj") }) {
            return antecedent(of: subject).map { [$0] } ?? conjoined(subject)
        }
        guard let head = head(of: verb) else { return [] }
        if tokens[verb].relation == "acl:relcl" { return [head] }
        if has(verb, "acl") {
            guard hasChild(verb, "mark"), tokens[head].tag == .noun, places(headedBy: head).isEmpty else {
                return [head]
            }
            // "its efforts to defeat them": whose efforts.
            if let owner = children(head, "nmod").first(where: { tokens[$0].relation == "nmod:poss" }) {
                return [owner]
            }
            if let owner = children(head, "compound").first(where: { headed($0) }) { return [owner] }
            return self.head(of: head).map { surfaceSubjects(of: $0, depth + 1) } ?? []
        }
        // "moved to seize it": who is made to do a thing does it.
        if has(verb, "xcomp"), let object = tree.children(of: head).first(where: { has($0, "obj") && $0 < verb }) {
            return conjoined(object)
        }
        if has(verb, "conj") || has(verb, "xcomp") || has(verb, "advcl") { return surfaceSubjects(of: head, depth + 1) }
        return []
    }

    /// What somebody becomes or is made: "was appointed head", "became mayor".
    func complements(of verb: Int) -> [Int] {
        let children = tree.children(of: verb)
        let isPassive = isPassive(verb)
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
            if isLooselyBeside(noun, head) { return [Filler(token: head)] }
        }
        if let name = tree.children(of: noun).first(where: { has($0, "appos") && !anchor.tokens.contains($0) }) {
            return [Filler(token: name)]
        }
        if hasChild(noun, "cop") {
            return surfaceSubjects(of: noun, 0).map { Filler(token: $0, link: (noun, .always)) }
        }
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

    /// The person's name right behind a title: "Defence Minister Ada Stone", "president of Peru Ada Stone".
    private func titled(_ anchor: Anchor) -> Place? {
        func person(at token: Int) -> Place? {
            guard token < tokens.count else { return nil }
            return places(startingAt: token).first {
                mentions[$0.index].kind == .person && mentions[$0.index].form == .name
            }
        }
        if let name = person(at: anchor.tokens.upperBound) { return name }
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

    /// A description behind a comma that the parser hung elsewhere on the name.
    private func isLooselyBeside(_ noun: Int, _ head: Int) -> Bool {
        guard head < noun, has(noun, "conj") || has(noun, "dep") || has(noun, "parataxis") || has(noun, "list"),
            !hasChild(noun, "cc"), !hasChild(noun, "cop"), let name = name(over: head)
        else { return false }
        let start = tree.phrases[noun].lowerBound
        guard name.tokens.upperBound <= start, mentions[name.index].kind == .person else { return false }
        return (name.tokens.upperBound..<start + 1).allSatisfy { tokens[$0].text == "," || $0 == start }
            && (tokens[start].text == "," || tokens[name.tokens.upperBound].text == ",")
    }
}
