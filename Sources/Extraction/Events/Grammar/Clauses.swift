internal import Language

/// The clauses of a sentence: what its tree says of each verb, and what the grammar leaves unsaid.
///
/// A verb's subject may stand with another verb (coordination, control, participles) or be a relative pronoun; passives
/// turn subjects round. The rules are those by which the basic trees of Universal Dependencies are enhanced (Schuster
/// and Manning 2016), with the voice undone as in collapsed semantic graphs (White et al. 2016, PredPatt). Every walk up
/// the tree is bounded.
struct Clauses {
    let tokens: [Token]
    let tree: DependencyTree
    let phrases: NounPhrases
    let control: ControlVerbs

    /// How many verbs a subject is looked for over.
    private static let reach = 8

    init(_ sentence: SentenceView, _ control: ControlVerbs) {
        tokens = sentence.tokens
        tree = sentence.tree
        phrases = NounPhrases(sentence.tokens, sentence.tree)
        self.control = control
    }

    func children(_ word: Int, _ relation: String) -> Int? {
        tree.children(of: word).first { tokens[$0].relation == relation }
    }

    // MARK: Voice

    func isParticiple(_ verb: Int) -> Bool {
        tokens[verb].verbForm == .pastParticiple || tokens[verb].verbForm == .past
    }

    /// True for "were captured", "captured by Ukraine", "the soldiers captured in Kursk".
    func isPassive(_ verb: Int) -> Bool {
        var verb = verb
        for _ in 0..<Self.reach {
            var hasSubject = false
            var hasObject = false
            var helper = false
            for child in tree.children(of: verb) {
                switch tokens[child].relation {
                case "aux:pass": return true
                case "obl:agent" where isParticiple(verb): return true
                // "whom the militia abducted": the pronoun is the object, whatever the parser calls the subject.
                case "obj", "mark":
                    if child < verb, antecedent(child) != nil {
                        return false
                    } else {
                        hasObject = hasObject || tokens[child].relation == "obj"
                    }
                case "ccomp": hasObject = true
                case "nsubj", "nsubj:pass", "csubj:pass": hasSubject = true
                case "aux": helper = true
                default: break
                }
            }
            if children(verb, "nsubj:pass") != nil { return true }
            guard isParticiple(verb), !helper else { return false }
            switch tokens[verb].relation {
            case "acl", "amod": return !hasSubject && gapSubject(verb) == nil
            // "appear to have shot down": the parser took the auxiliary for a verb of its own.
            case "xcomp": return !hasSubject && !isPerfect(verb)
            case "advcl": return (!hasSubject && !hasObject) || isReducedRelative(verb)
            case "acl:relcl", "parataxis", "dep": return !hasSubject && !hasObject
            case "conj":
                let head = tree.heads[verb]
                guard !hasSubject, !hasObject, head >= 0, isParticiple(head) else { return false }
                // "the 12 killed and wounded" and "were killed or wounded" lean on the first participle.
                verb = head
            default: return false
            }
        }
        return false
    }

    private func isPerfect(_ verb: Int) -> Bool {
        let head = tree.heads[verb]
        return head >= 0 && tokens[head].lemma == "have" && verb - head <= 2 && children(head, "obj") == nil
    }

    /// "The soldiers shot at the checkpoint died": what the parser took for a clause with that subject, where the main
    /// verb has none and no comma parts them.
    private func isReducedRelative(_ verb: Int) -> Bool {
        let head = tree.heads[verb]
        guard tokens[verb].relation == "advcl", head > verb, isParticiple(verb), children(verb, "mark") == nil,
            children(verb, "aux") == nil, children(head, "nsubj") == nil, children(head, "nsubj:pass") == nil
        else { return false }
        return !(verb..<head).contains { tokens[$0].text == "," }
    }

    // MARK: Relative clauses

    /// What a relative pronoun stands for; nil for any other word.
    func antecedent(_ word: Int) -> Int? {
        guard FunctionWords.relatives.contains(tokens[word].lower) || tokens[word].lower == "that",
            tokens[word].tag != .subordinator
        else { return nil }
        var at = tree.heads[word]
        var steps = 0
        while at >= 0, steps < Self.reach {
            if tokens[at].relation == "acl:relcl" || tokens[at].relation == "acl" {
                let head = tree.heads[at]
                return head >= 0 && head < word ? head : nil
            }
            at = tree.heads[at]
            steps += 1
        }
        return nil
    }

    /// A phrase with what it is coordinated with; of a relative pronoun what it stands for.
    private func resolved(_ head: Int) -> [Int] {
        guard let antecedent = antecedent(head) else { return phrases.list(head) }
        return phrases.list(antecedent)
    }

    // MARK: Subjects

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
                if isInfinitive(verb) { return planners(head) }
                return phrases.list(head)
            case "xcomp", "ccomp":
                guard isVerbal(head), tokens[verb].relation == "xcomp" || isReduced(verb) else { return [] }
                if let controlled = controlled(verb, by: head, fallback: .object) { return controlled }
                verb = head
            case "advcl":
                guard isVerbal(head), isReduced(verb) else { return [] }
                if let found = adjunctSubject(verb, head) { return found }
                verb = head
            case "aux", "aux:pass", "cop": verb = head
            default: return []
            }
            if verb == last { return [] }
        }
        return []
    }

    private func ownSubject(_ verb: Int) -> [Int]? {
        if isReducedRelative(verb) { return nounBefore(verb).map { phrases.list($0) } }
        for child in tree.children(of: verb)
        where tokens[child].relation == "nsubj" || tokens[child].relation == "nsubj:pass" {
            return resolved(child)
        }
        for child in tree.children(of: verb) where child < verb && isReducedRelative(child) {
            return nounBefore(child).map { phrases.list($0) }
        }
        if let owner = gapSubject(verb) { return [owner] }
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
    private func gapSubject(_ verb: Int) -> Int? {
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
        for child in tree.children(of: verb) where tokens[child].relation.hasPrefix("obl") {
            if phrases.preposition(child) == "by", tokens[child].relation == "obl:agent" || phrases.isNominal(child) {
                return resolved(child)
            }
        }
        return []
    }

    // MARK: All arguments

    /// What takes part in what a verb tells.
    func arguments(of verb: Int) -> Arguments {
        var found = Arguments()
        let passive = isPassive(verb)
        if passive {
            found.objects = subject(of: verb)
            found.subjects = agents(of: verb)
            // "was given a prison term": the subject receives, the object is what is given.
            if let object = children(verb, "obj") {
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
            guard relation.hasPrefix("obl") || relation == "nmod", let preposition = phrases.preposition(child) else {
                continue
            }
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
