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
    static let reach = 8

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
            if children(verb, "aux:pass") != nil { return true }
            var hasSubject = false
            var hasObject = false
            var helper = false
            for child in tree.children(of: verb) {
                switch tokens[child].relation {
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
            // "The port called for help": without "was" a past tense is active, whatever the parser calls the subject.
            if children(verb, "nsubj:pass") != nil { return tokens[verb].verbForm != .past || hasPassiveHelper(verb) }
            guard isParticiple(verb), !helper else { return false }
            switch tokens[verb].relation {
            case "acl", "amod": return !hasSubject && gapSubject(verb) == nil
            // "appear to have shot down": the parser took the auxiliary for a verb of its own.
            case "xcomp": return !hasSubject && !hasObject && !isPerfect(verb)
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

    private func hasPassiveHelper(_ verb: Int) -> Bool {
        tree.children(of: verb).contains {
            tokens[$0].relation.hasPrefix("aux") && (tokens[$0].lemma == "be" || tokens[$0].lemma == "get")
        }
    }

    private func isPerfect(_ verb: Int) -> Bool {
        let head = tree.heads[verb]
        return head >= 0 && tokens[head].lemma == "have" && verb - head <= 2 && children(head, "obj") == nil
    }

    /// "The soldiers shot at the checkpoint died": what the parser took for a clause with that subject, where the main
    /// verb has none and no comma parts them.
    func isReducedRelative(_ verb: Int) -> Bool {
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
    func resolved(_ head: Int) -> [Int] {
        guard let antecedent = antecedent(head) else { return phrases.list(head) }
        return phrases.list(antecedent)
    }
}
