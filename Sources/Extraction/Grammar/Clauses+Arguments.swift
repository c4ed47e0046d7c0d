internal import Language

/// What takes part in what a verb tells, with the voice undone.
extension Clauses {
    /// What takes part in what a verb tells.
    func arguments(of verb: Int) -> Arguments {
        var found = Arguments()
        let passive = isPassive(verb)
        if passive {
            found.objects = subject(of: verb)
            found.subjects = agents(of: verb)
            // "was given a prison term": the subject receives, the object is what is given.
            if let object = children(verb, "obj"), object > verb {
                found.indirect = found.objects
                found.objects = resolved(object)
            }
        } else {
            found.subjects = subject(of: verb)
            readObjects(verb, &found)
            // "urged him to leave": the only object.
            if found.objects.isEmpty { swap(&found.objects, &found.indirect) }
        }
        readObliques(verb, passive, &found)
        share(verb, passive, &found)
        return found
    }

    private func readObjects(_ verb: Int, _ found: inout Arguments) {
        for child in tree.children(of: verb) {
            switch tokens[child].relation {
            // "called for a boycott": what has a preposition is no object.
            case "obj" where isOblique(child): continue
            case "obj":
                // "sent Latvia a battalion" with two objects by name.
                if !found.objects.isEmpty, found.indirect.isEmpty { found.indirect = found.objects }
                found.objects = resolved(child)
            case "iobj": if found.indirect.isEmpty { found.indirect = resolved(child) }
            // "that captured Tokmak": two subjects, one of them behind the verb.
            case "nsubj" where child > verb && found.objects.isEmpty:
                let first = children(verb, "nsubj")
                if let first, first < verb { found.objects = resolved(child) }
            default: break
            }
        }
        guard found.objects.isEmpty, let gap = relativeGap(verb) else { return }
        found.objects = phrases.list(gap)
    }

    /// True for a phrase behind its preposition, bounds of numbers ("over 300") apart.
    private func isOblique(_ word: Int) -> Bool {
        guard let preposition = phrases.prepositionWord(word), preposition < phrases.base(word).lowerBound else {
            return false
        }
        return !tree.children(of: word).contains { tokens[$0].relation == "nummod" }
            && tokens[word].tag != .numeral
    }

    /// "the men Ukraine captured": the antecedent where the clause has a subject and no pronoun that stands for it.
    private func relativeGap(_ verb: Int) -> Int? {
        guard tokens[verb].relation == "acl:relcl" || tokens[verb].relation == "acl", tree.heads[verb] >= 0,
            let own = children(verb, "nsubj") ?? gapSubject(verb), antecedent(own) == nil
        else { return nil }
        for child in tree.phrases[verb] where child < verb && antecedent(child) != nil {
            // "whose forces attacked", "where he met": the pronoun has a place of its own, unless it was misread.
            return tree.heads[child] == verb && tokens[child].relation == "mark" ? tree.heads[verb] : nil
        }
        let complement = tree.children(of: verb).contains {
            tokens[$0].relation == "ccomp" || tokens[$0].relation == "xcomp"
        }
        return complement ? nil : tree.heads[verb]
    }

    private func readObliques(_ verb: Int, _ passive: Bool, _ found: inout Arguments) {
        for child in tree.children(of: verb) {
            let relation = tokens[child].relation
            if relation == "advmod", tokens[child].lower == "where", let place = antecedent(child) {
                found.obliques.append(Arguments.Oblique(preposition: "in", head: place))
            }
            guard
                relation.hasPrefix("obl") || relation == "nmod" || (relation == "obj" && !passive && isOblique(child)),
                let preposition = phrases.preposition(child)
            else { continue }
            for head in resolved(child) {
                found.obliques.append(Arguments.Oblique(preposition: preposition, head: head))
            }
        }
        let direct = found.obliques
        // "killed 12 people in Kyiv": the parser cannot tell whether the people or the killing are in Kyiv.
        for object in found.objects where object > verb { readLoose(object, &found.obliques) }
        for oblique in direct where oblique.head > verb { readLoose(oblique.head, &found.obliques) }
        if passive, found.subjects.isEmpty, let agent = found.obliques.first(where: { $0.preposition == "by" }) {
            found.subjects = [agent.head]
        }
        for agent in found.subjects where agent > verb { readLoose(agent, &found.obliques) }
    }

    /// What hangs on the phrases behind a word by a preposition other than "of", down the right edge.
    func readLoose(_ word: Int, _ obliques: inout [Arguments.Oblique]) {
        var word = word
        for _ in 0..<3 {
            var last: Int?
            for child in tree.children(of: word) where child > word {
                switch tokens[child].relation {
                case "nmod":
                    if let preposition = phrases.preposition(child), preposition != "of" {
                        for head in resolved(child) {
                            obliques.append(Arguments.Oblique(preposition: preposition, head: head))
                        }
                    }
                    last = child
                case "appos", "conj": last = child
                default: continue
                }
            }
            guard let last else { return }
            word = last
        }
    }

    /// What coordinated verbs have in common: "captured and questioned two soldiers", "In May they met and signed".
    private func share(_ verb: Int, _ passive: Bool, _ found: inout Arguments) {
        if tokens[verb].relation == "conj", tree.heads[verb] >= 0, isVerbal(tree.heads[verb]) {
            let head = tree.heads[verb]
            if !passive, found.objects.isEmpty, let object = children(head, "obj"), object > verb {
                found.objects = resolved(object)
            }
            if passive, found.subjects.isEmpty, isPassive(head), let agent = agents(of: head).first, agent > verb {
                found.subjects = agents(of: head)
            }
            for child in tree.children(of: head) where tokens[child].relation.hasPrefix("obl") {
                guard child > verb || tree.phrases[child].upperBound <= head,
                    let preposition = phrases.preposition(child)
                else { continue }
                for place in resolved(child) {
                    found.obliques.append(Arguments.Oblique(preposition: preposition, head: place))
                }
            }
        }
        // "captured and questioned two soldiers" with the object hung on the second verb.
        for child in tree.children(of: verb) where tokens[child].relation == "conj" && child > verb {
            guard isVerbal(child), ownSubject(child) == nil, child - verb <= 3 else { continue }
            if !passive, found.objects.isEmpty, let object = children(child, "obj"), object > child {
                found.objects = resolved(object)
            }
            if passive, found.subjects.isEmpty, isParticiple(child) { found.subjects = agents(of: child) }
            for next in tree.children(of: child) where next > child && tokens[next].relation.hasPrefix("obl") {
                guard let preposition = phrases.preposition(next) else { continue }
                for place in resolved(next) {
                    found.obliques.append(Arguments.Oblique(preposition: preposition, head: place))
                }
            }
        }
    }
}
