internal import Language

/// Subjects, said with the verb or left unsaid: coordination, control, participles, relative clauses.
extension Clauses {
    /// Who stands in a clause as its grammatical subject, said there or with the verb it leans on.
    func subject(of verb: Int) -> [Int] {
        var verb = verb
        var last = verb
        for _ in 0..<Self.reach {
            if let own = ownSubject(verb) { return own }
            guard tree.heads[verb] >= 0 else { return [] }
            let head = tree.heads[verb]
            last = verb
            switch tokens[verb].relation {
            case "conj":
                guard isVerbal(head) else { return [] }
                verb = head
            case "acl", "acl:relcl":
                // "a plan to withdraw", "efforts by Russia to seize": whose plan it is.
                if isInfinitive(verb) { return isControlled(head) ? phrases.list(head) : planners(head) }
                return phrases.list(head)
            case "xcomp", "ccomp":
                guard isVerbal(head), tokens[verb].relation == "xcomp" || isReduced(verb) else { return [] }
                if let controlled = controlled(verb, by: head, fallback: .object) { return controlled }
                verb = head
            case "advcl":
                guard isVerbal(head), isReduced(verb) else { return [] }
                if let found = adjunctSubject(verb, head) { return found }
                verb = head
            case "csubj":
                // "is about to restore ties": the infinitive after an adjective is no subject of it.
                guard isInfinitive(verb), head < verb, tokens[head].tag == .adjective else { return [] }
                verb = head
            case "aux", "aux:pass", "cop": verb = head
            default: return []
            }
            if verb == last { return [] }
        }
        return []
    }

    /// "expects the firm to buy": the parser hung the infinitive on the object, which does it.
    private func isControlled(_ noun: Int) -> Bool {
        let verb = tree.heads[noun]
        return verb >= 0 && tokens[noun].relation == "obj" && control.controller(tokens[verb]) == .object
    }

    func ownSubject(_ verb: Int) -> [Int]? {
        if isReducedRelative(verb) { return nounBefore(verb).map { phrases.list($0) } }
        for child in tree.children(of: verb)
        where tokens[child].relation == "nsubj" || tokens[child].relation == "nsubj:pass" {
            return withFurtherSubjects(resolved(child), child, verb)
        }
        // What the parser has no name for may be the subject, but the place of a dateline ("KYIV — …") is none.
        for child in tree.children(of: verb)
        where tokens[child].relation == "dep" && child < verb && phrases.isNominal(child) {
            let next = tree.phrases[child].upperBound
            let isDateline = child == 0 || tokens[next - 1].tag == .punctuation || tokens[next].tag == .punctuation
            if !isDateline { return withFurtherSubjects(resolved(child), child, verb) }
        }
        // "it condemned the raid": with an object the pronoun stands for somebody, whatever the parser calls it.
        if let pronoun = children(verb, "expl"), pronoun == verb - 1, tokens[pronoun].tag == .pronoun,
            children(verb, "obj") != nil
        {
            return [pronoun]
        }
        for child in tree.children(of: verb) where child < verb && isReducedRelative(child) {
            return nounBefore(child).map { phrases.list($0) }
        }
        if let owner = gapSubject(verb) { return [owner] }
        if let stray = straySubject(verb) { return phrases.list(stray) }
        // "the town that the rebels seized": the parser gave the subject to the verb of the main clause.
        guard tokens[verb].relation.hasPrefix("acl"), verb > 1, isFinite(verb) else { return nil }
        let before = verb - 1
        guard tokens[before].tag == .noun || tokens[before].tag == .properNoun, tree.heads[before] > verb,
            let pronoun = tree.children(of: verb).first(where: { $0 < before && antecedent($0) != nil }),
            pronoun == phrases.base(before).lowerBound - 1
        else { return nil }
        return [before]
    }

    /// "The soldiers Ukraine captured": a name between a noun and its participle, read as an apposition.
    func gapSubject(_ verb: Int) -> Int? {
        guard tokens[verb].relation.hasPrefix("acl"), verb > 1, isFinite(verb), children(verb, "obj") == nil else {
            return nil
        }
        let before = verb - 1
        guard tokens[before].tag == .properNoun,
            tokens[before].relation == "appos" || tokens[before].relation == "nmod",
            tree.heads[before] == tree.heads[verb], phrases.preposition(before) == nil,
            let first = Optional(phrases.base(before).lowerBound), first > 0, tokens[first - 1].tag == .noun
        else { return nil }
        return before
    }

    /// "Chad and Niger welcome the deal", "old foes Chad and Niger signed it": what the parser took for a subject of its own
    /// is coordinated with the first, or its name. "The men Niger captured" have nobody's name: the verb has no object.
    private func withFurtherSubjects(_ first: [Int], _ head: Int, _ verb: Int) -> [Int] {
        if let name = nameBehind(head, verb) { return phrases.list(name) }
        var list = first
        let hasObject = tree.children(of: verb).contains { $0 > verb && tokens[$0].relation == "obj" }
        for child in tree.children(of: verb)
        where child > head && child < verb && tokens[child].relation == "nsubj" && antecedent(child) == nil {
            // "The able and kind minister Costa warned": an adjective was taken for the subject.
            if tokens[head].tag == .adjective, children(head, "det") == nil, phrases.isNominal(child) {
                return phrases.list(child)
            }
            let isJoined = tree.children(of: child).contains { tokens[$0].relation == "cc" && $0 < child }
            let isName = hasObject && phrases.base(child).lowerBound == phrases.base(head).upperBound
            guard isJoined || isName, phrases.isNominal(child) else { continue }
            list += phrases.list(child).filter { !list.contains($0) }
        }
        return list
    }

    /// "said Orbis Inc. chief Ada Stone": behind the verb the parser took a body before an office for a subject of its own.
    private func nameBehind(_ head: Int, _ verb: Int) -> Int? {
        guard head > verb, tokens[head].tag == .properNoun else { return nil }
        return tree.children(of: verb).first {
            $0 > head && tokens[$0].relation == "nsubj" && tokens[$0].tag == .properNoun
                && phrases.base($0).lowerBound == phrases.base(head).upperBound
        }
    }

    /// "It was hard: the troops usually execute prisoners": a noun right before a finite verb without a subject, hung on
    /// the clause before as an apposition or a conjunct.
    private func straySubject(_ verb: Int) -> Int? {
        guard tokens[verb].verbForm == .past || tokens[verb].verbForm == .present, verb > 0,
            !tokens[verb].relation.hasPrefix("acl"), tokens[verb].relation != "amod"
        else { return nil }
        var before = verb - 1
        for child in tree.children(of: verb) where child < verb {
            if tokens[child].relation.hasPrefix("aux") || tokens[child].relation == "advmod" {
                before = min(before, child - 1)
            }
        }
        guard before >= 0, tokens[before].tag == .noun || tokens[before].tag == .properNoun else { return nil }
        var head = phrases.head(of: before)
        for _ in 0..<4 where tokens[head].relation == "conj" && tree.heads[head] >= 0 {
            guard phrases.isNominal(tree.heads[head]), tree.heads[head] < head else { break }
            head = tree.heads[head]
        }
        guard phrases.preposition(head) == nil, tree.heads[head] >= 0, tree.heads[head] < head else { return nil }
        switch tokens[head].relation {
        case "appos", "conj", "dep", "parataxis", "list": return head
        default: return nil
        }
    }

    private func nounBefore(_ verb: Int) -> Int? {
        tree.children(of: verb).first { tokens[$0].relation.hasPrefix("nsubj") && $0 < verb }
    }

    private func isFinite(_ verb: Int) -> Bool {
        switch tokens[verb].verbForm {
        case .past, .pastParticiple, .present: return true
        default: return false
        }
    }

    func isVerbal(_ word: Int) -> Bool {
        switch tokens[word].tag {
        case .verb, .auxiliary: return true
        default: return children(word, "cop") != nil
        }
    }

    /// An infinitive, a gerund or a participle without an auxiliary of its own.
    private func isReduced(_ verb: Int) -> Bool {
        switch tokens[verb].verbForm {
        case .gerund, .pastParticiple: return children(verb, "aux") == nil
        case .base: return isInfinitive(verb)
        case .past: return children(verb, "aux") == nil
        default: return false
        }
    }

    func isInfinitive(_ verb: Int) -> Bool {
        tokens[verb].verbForm == .base && tree.children(of: verb).contains { $0 < verb && tokens[$0].lower == "to" }
    }

    /// The objects of a verb, or what stands behind its preposition ("called on Iran"), where they do what the
    /// infinitive names; nil where the verb's subject does.
    private func controlled(_ verb: Int, by head: Int, fallback: ControlVerbs.Controller) -> [Int]? {
        for child in tree.children(of: head) where child < verb && tokens[child].relation.hasPrefix("obl") {
            if let preposition = phrases.preposition(child), phrases.isNominal(child),
                control.controller(tokens[head], preposition: preposition) == .object
            {
                return phrases.list(child)
            }
        }
        guard (control.controller(tokens[head]) ?? fallback) == .object else { return nil }
        if isPassive(head) { return ownSubject(head) ?? subject(above: head) }
        if let object = children(head, "iobj") ?? children(head, "obj"), object < verb { return resolved(object) }
        return nil
    }

    private func subject(above head: Int) -> [Int]? {
        // One step only: the caller walks no further.
        guard tokens[head].relation == "conj", tree.heads[head] >= 0 else { return nil }
        return ownSubject(tree.heads[head])
    }

    /// "killing 12", "after attacking the post", "accused Kyiv of attacking": nil where the subject of the clause above
    /// is that of the adjunct too.
    private func adjunctSubject(_ verb: Int, _ head: Int) -> [Int]? {
        let mark = tree.children(of: verb).first {
            $0 < verb && (tokens[$0].relation == "mark" || tokens[$0].relation == "case")
        }
        switch mark.map({ tokens[$0].lower }) {
        case "of", "for", "from", "with", "into", "against":
            if isPassive(head) { return nil }
            return children(head, "obj").map(resolved)
        case "to": return controlled(verb, by: head, fallback: .subject)
        case .some: return nil
        case .none:
            if isPassive(head), tokens[verb].verbForm == .gerund, verb > head { return agents(of: head) }
            // "left two soldiers wounded", "saw troops attacking"
            if tokens[verb].verbForm != .base, let object = children(head, "obj"), object < verb,
                verb - object <= 2, tokens[verb - 1].text != ","
            {
                return resolved(object)
            }
            return nil
        }
    }

    /// Whose plan, order, attempt it is: the owner, the by-phrase, or the subject of the verb whose object it is.
    private func planners(_ noun: Int) -> [Int] {
        if let owner = phrases.possessor(noun) { return phrases.list(owner) }
        for child in tree.children(of: noun)
        where tokens[child].relation == "nmod" && phrases.preposition(child) == "by" {
            return phrases.list(child)
        }
        let head = tree.heads[noun]
        guard head >= 0, tokens[noun].relation == "obj", isVerbal(head), !isPassive(head) else { return [] }
        return ownSubject(head) ?? subject(above: head) ?? []
    }

    func agents(of verb: Int) -> [Int] {
        if let agent = agentPhrase(below: verb) { return resolved(agent) }
        // "was opposed earlier by Chad": the parser hung the phrase on the adverb.
        for child in tree.children(of: verb) where child > verb && tokens[child].relation == "advmod" {
            if let agent = agentPhrase(below: child) { return resolved(agent) }
        }
        return []
    }

    private func agentPhrase(below word: Int) -> Int? {
        tree.children(of: word).first {
            tokens[$0].relation.hasPrefix("obl") && phrases.preposition($0) == "by"
                && (tokens[$0].relation == "obl:agent" || phrases.isNominal($0))
        }
    }
}
