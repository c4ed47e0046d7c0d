internal import Language
internal import Record

/// Reads from the tree what stands at the positions of a trigger's frame.
struct FillerReader {
    let view: SentenceView
    let clauses: Clauses
    let lightVerbs: LightVerbs

    private var tokens: [Token] { view.tokens }
    private var phrases: NounPhrases { clauses.phrases }

    // MARK: Verbs

    /// - Parameters:
    ///   - verb: the first verb of the trigger.
    ///   - trigger: all words of the trigger.
    func fillers(verb: Int, trigger: [Int]) -> Fillers {
        var arguments = clauses.arguments(of: verb)
        if let last = trigger.last(where: { clauses.isVerbal($0) }), last != verb {
            // "killed or wounded in May": what follows hangs on the last verb of the trigger.
            let more = clauses.arguments(of: last)
            if arguments.objects.isEmpty { arguments.objects = more.objects }
            if arguments.subjects.isEmpty { arguments.subjects = more.subjects }
            arguments.obliques += more.obliques
        }
        // "left five people dead in Basra": what hangs on the trigger's adjective belongs to it as well.
        for word in trigger where word != verb && tokens[word].tag == .adjective {
            for child in tree.children(of: word) where child > word && phrases.isNominal(child) {
                guard let preposition = phrases.preposition(child) else { continue }
                arguments.obliques.append(Arguments.Oblique(preposition: preposition, head: child))
            }
        }
        // "send * troops": the trigger's own noun is a participant where it is a mention.
        let objects = arguments.objects.filter { !trigger.contains($0) }
        var fillers = Fillers()
        fillers.add("subj", arguments.subjects.filter { !trigger.contains($0) })
        fillers.add("iobj", arguments.indirect)
        if arguments.indirect.isEmpty, let first = objects.first, let owner = recipient(first, verb) {
            fillers.add("iobj", [owner])
            fillers.firstWords[first] = owner + 1
        }
        // "condemned Chad's raid": a deed has no say, who did it has.
        if let first = objects.first, view.mention(headed: first) == nil, let owner = phrases.possessor(first) {
            fillers.add("owner", phrases.list(owner))
        }
        var promoted: [Arguments.Oblique] = []
        for oblique in arguments.obliques where isOpen(oblique, trigger) {
            if let word = phrases.prepositionWord(oblique.head), trigger.contains(word) { promoted.append(oblique) }
        }
        let passive = clauses.isPassive(verb)
        if !objects.isEmpty {
            fillers.add("obj", objects)
        } else if !passive, let first = promoted.first {
            // "fired on the convoy" where the trigger is "fire on".
            fillers.add("obj", promoted.filter { $0.preposition == first.preposition }.map(\.head))
        } else {
            fillers.add("obj", arguments.objects.filter { view.mention(headed: $0) != nil })
        }
        // "were taken to Bamako", "sent troops to Mali": the trigger's own preposition has its place as well.
        for oblique in arguments.obliques where isOpen(oblique, trigger) {
            if passive, oblique.preposition == "by" { continue }
            add(oblique, &fillers)
        }
        return fillers
    }

    /// "gave Kyiv tanks", "lent Laos 90 million dollars": a name in front of the object, right behind the verb, that the
    /// parser took for a part of it.
    private func recipient(_ object: Int, _ verb: Int) -> Int? {
        for child in clauses.tree.children(of: object) where child > verb && child < object {
            switch tokens[child].relation {
            case "compound", "nmod:desc": break
            default: continue
            }
            let isNext = phrases.base(child).lowerBound == verb + 1 || phrases.base(object).lowerBound == verb + 1
            guard isNext,
                view.mention(headed: child).map({ view.mentions.mentions[$0].form == .name }) ?? false
                    || (tokens[child].tag == .noun && tokens[child + 1].tag == .numeral)
            else { continue }
            return child
        }
        return nil
    }

    private func isOpen(_ oblique: Arguments.Oblique, _ trigger: [Int]) -> Bool { !trigger.contains(oblique.head) }

    private func add(_ oblique: Arguments.Oblique, _ fillers: inout Fillers) {
        let list = phrases.list(oblique.head)
        fillers.add(oblique.preposition, list)
        if FunctionWords.locatives.contains(oblique.preposition), view.place(headed: oblique.head) != nil {
            fillers.add("locative", [oblique.head])
        }
    }

    // MARK: Nouns

    func fillers(noun trigger: [Int]) -> Fillers {
        var fillers = Fillers()
        guard let head = trigger.last, let first = trigger.first else { return fillers }
        let base = phrases.base(head)
        fillers.before = base.lowerBound..<max(base.lowerBound, first)
        for word in [head] + partners(head) {
            if let owner = phrases.possessor(word) { fillers.add("poss", phrases.list(owner)) }
            readDependents(word, trigger, &fillers)
        }
        var loose: [Arguments.Oblique] = []
        for child in tree.children(of: head) where child > head && tokens[child].relation == "nmod" {
            clauses.readLoose(child, &loose)
        }
        for oblique in loose { add(oblique, &fillers) }
        carry(head, trigger, &fillers)
        return fillers
    }

    /// "the raid and the capture of two men": the nouns that stand beside one and may share what follows.
    private func partners(_ head: Int) -> [Int] {
        if tokens[head].relation == "conj", tree.heads[head] >= 0 { return [tree.heads[head]] }
        return tree.children(of: head).filter { tokens[$0].relation == "conj" && $0 - head <= 3 }
    }

    private var tree: DependencyTree { clauses.tree }

    private func readDependents(_ noun: Int, _ trigger: [Int], _ fillers: inout Fillers) {
        for child in tree.children(of: noun) where !trigger.contains(child) {
            switch tokens[child].relation {
            case "nmod", "obl", "obl:agent":
                guard let preposition = phrases.preposition(child) else { continue }
                add(Arguments.Oblique(preposition: preposition, head: child), &fillers)
            case "acl", "acl:relcl":
                // "the attack carried out by Russia", "the strike that killed 12 was launched by"
                guard lightVerbs.entry(tokens, at: child)?.position == "subj" else { continue }
                fillers.add("by", clauses.arguments(of: child).subjects.filter { $0 != noun })
            default: continue
            }
        }
    }

    /// What the verb says that lends the noun its clause ("carried out a strike on Kyiv"), and what the parser hung on
    /// the verb although it stands right behind the noun.
    private func carry(_ noun: Int, _ trigger: [Int], _ fillers: inout Fillers) {
        guard let governor = governor(of: noun), clauses.isVerbal(governor.verb) else { return }
        let arguments = clauses.arguments(of: governor.verb)
        if let position = lightPosition(governor, noun) {
            switch position {
            case "subj": fillers.add("by", arguments.subjects.filter { $0 != noun })
            case "event": break
            default:
                let heads = (clauses.isPassive(governor.verb) ? arguments.objects : arguments.subjects).filter {
                    $0 != noun
                }
                for slot in ["on", "of", "against"] { fillers.add(slot, heads) }
            }
            for oblique in arguments.obliques where !trigger.contains(oblique.head) && oblique.head != noun {
                if oblique.preposition != "by" || clauses.isPassive(governor.verb) { add(oblique, &fillers) }
            }
            return
        }
        let end = phrases.base(noun).upperBound
        for oblique in arguments.obliques where oblique.head != noun {
            if let word = phrases.prepositionWord(oblique.head), word == end { add(oblique, &fillers) }
        }
    }

    /// How a noun stands to the verb that governs it.
    struct Governor {
        let verb: Int
        /// `obj` (also the subject of a passive), `subj` or `obl`.
        let role: String
    }

    /// The verb whose object, subject or oblique a noun is, over "a series of" and coordination.
    func governor(of noun: Int) -> Governor? {
        var at = noun
        for _ in 0..<6 {
            let head = tree.heads[at]
            guard head >= 0 else { return nil }
            switch tokens[at].relation {
            case "obj", "nsubj:pass", "iobj": return Governor(verb: head, role: "obj")
            case "nsubj": return Governor(verb: head, role: clauses.isPassive(head) ? "obj" : "subj")
            case "obl", "obl:agent", "obl:unmarked", "obl:npmod", "obl:tmod": return Governor(verb: head, role: "obl")
            case "conj", "appos": at = head
            case "nmod":
                guard phrases.preposition(at) == "of" else { return nil }
                at = head
            case "acl", "acl:relcl": return nil
            default: return clauses.isVerbal(head) ? Governor(verb: head, role: "obl") : nil
            }
        }
        return nil
    }

    /// The frame position of a noun that the subject of the light verb above it takes, or `event` where the noun is that
    /// subject; nil if the verb is no light one.
    func lightPosition(_ governor: Governor, _ noun: Int) -> String? {
        let isSubject = governor.role == "subj"
        guard let entry = lightVerbs.entry(tokens, at: governor.verb, isSubject: isSubject) else { return nil }
        guard governor.role == "obl" else { return entry.position }
        // "came under fire": the preposition is the light verb's own.
        guard let word = phrases.prepositionWord(noun) else { return nil }
        return word < governor.verb + entry.length && word >= governor.verb ? entry.position : nil
    }
}
