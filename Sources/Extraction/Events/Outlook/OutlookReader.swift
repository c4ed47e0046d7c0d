internal import Language
internal import Record

/// Reads how an event is put forward off the tree of its sentence.
///
/// From the event's word the tree is climbed as long as the words above may say something of it; then what is said comes
/// down again word by word: what each word above implies, and the auxiliaries, adverbs and markers of each word.
struct OutlookReader {
    let tokens: [Token]
    let tree: DependencyTree
    let isHeading: Bool
    let implications: ImplicationLexicon
    let matches: [EventContext.Matches.Match]

    /// How far the tree is climbed.
    private static let reach = 16

    /// A word on the way down.
    private struct Step {
        var word: Int
        /// How it hangs on the step before it; for the first one without meaning.
        var link: Link
    }

    /// How a word hangs on the one above it.
    private enum Link: Equatable {
        /// A noun that a light verb carries.
        case carried
        case conjunct
        /// A complement or a noun, by `implications.tsv`.
        case dependent(String)
    }

    /// What is said of a word: before its own words are read, with its markers alone, and in the end.
    private struct Reading {
        var before = Outlook()
        var marked = Outlook()
        var after = Outlook()
    }

    func outlook(of trigger: Int, carriedBy verb: Int?) -> Outlook {
        guard tokens.indices.contains(trigger), tree.heads.count == tokens.count else { return Outlook() }
        var path = [Step(word: trigger, link: .carried)]
        if let verb, verb != trigger, tokens.indices.contains(verb) { path.append(Step(word: verb, link: .carried)) }
        while path.count < Self.reach, let last = path.last, let above = above(last.word) {
            path[path.count - 1].link = above.link
            path.append(Step(word: above.word, link: .carried))
        }
        if let verb, verb != trigger, path.count > 1 { path[0].link = .carried }
        var reading = Reading()
        for at in path.indices.reversed() {
            let word = path[at].word
            var before = Outlook()
            if at + 1 < path.count { before = passed(from: reading, of: path[at + 1].word, to: word, path[at].link) }
            reading = read(word, before)
        }
        return reading.after
    }

    // MARK: Up

    /// The word that may say something of a word, and how this hangs on it; nil where nothing above does.
    private func above(_ word: Int) -> (word: Int, link: Link)? {
        var head = tree.heads[word]
        guard head >= 0 else { return nil }
        var relation = tokens[word].relation
        if relation == "conj" {
            // "tried to kill him but failed": a finite verb is no conjunct of an infinitive.
            if isFinite(word), tokens[head].penn == "VB", mark(of: head) == "to" {
                while tree.heads[head] >= 0, tokens[head].penn == "VB" { head = tree.heads[head] }
            }
            return (head, .conjunct)
        }
        switch relation {
        case "xcomp", "ccomp", "csubj", "csubj:pass", "advcl", "acl", "nsubj:outer":
            let link = clauseLink(word)
            // "forced the men to leave": what hangs on the object is the verb's complement where the verb asks for one.
            if link == "to", tokens[head].relation == "obj", tree.heads[head] >= 0,
                implication(of: head, link, isAffirmed: true) == nil,
                implication(of: tree.heads[head], link, isAffirmed: true) != nil
            {
                head = tree.heads[head]
            }
            return (head, .dependent(link))
        case "obj", "nsubj:pass": return (head, .dependent("obj"))
        case "nsubj": return (head, .dependent("subj"))
        case "compound": return (head, .dependent("compound"))
        default:
            if let end = relation.firstIndex(of: ":") { relation = String(relation[..<end]) }
            guard relation == "obl" || relation == "nmod", let preposition = preposition(of: word) else { return nil }
            return (head, .dependent(preposition))
        }
    }

    /// `to`, `ing`, `that`, `bare` or the preposition before a gerund.
    private func clauseLink(_ word: Int) -> String {
        let marker = mark(of: word)
        let hasAuxiliary = tree.children(of: word).contains { isAuxiliary($0) }
        // "an alternative to damaged roads" is no infinitive.
        if marker == "to" { return tokens[word].penn == "VBN" && !hasAuxiliary ? "bare" : "to" }
        if tokens[word].penn == "VBG", !hasAuxiliary {
            return marker ?? "ing"
        }
        if let marker { return marker == "whether" || marker == "if" ? "that" : marker }
        if isFinite(word) || hasAuxiliary { return "that" }
        switch tokens[word].tag {
        case .noun, .properNoun: return "that"
        default: return "bare"
        }
    }

    /// The marker or preposition that opens a clause, in small letters.
    private func mark(of word: Int) -> String? {
        for child in tree.children(of: word) {
            let relation = tokens[child].relation
            if relation == "mark" || relation == "case" { return tokens[child].lower }
        }
        return nil
    }

    private func preposition(of word: Int) -> String? {
        tree.children(of: word).first { tokens[$0].relation == "case" }.map { tokens[$0].lower }
    }

    private func isAuxiliary(_ word: Int) -> Bool {
        tokens[word].relation.hasPrefix("aux") || tokens[word].relation == "cop"
    }

    private func isFinite(_ word: Int) -> Bool {
        switch tokens[word].penn {
        case "VBD", "VBZ", "VBP", "MD": return true
        default:
            return tree.children(of: word).contains {
                isAuxiliary($0) && ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].penn)
            }
        }
    }

    // MARK: Down

    private func implication(of word: Int, _ link: String, isAffirmed: Bool) -> Implication? {
        implications.implication(of: tokens[word], link: link, isAffirmed: isAffirmed) { particle in
            tree.children(of: word).contains { tokens[$0].lower == particle && $0 > word }
        }
    }

    /// What a word implies for one that hangs on it.
    private func implied(by head: Int, for word: Int, _ link: String, isAffirmed: Bool) -> Implication? {
        guard let found = implication(of: head, link, isAffirmed: isAffirmed) else {
            // "the first army to invade": an adjective beside the noun may say it.
            guard link == "to", tokens[word].relation == "acl" else { return nil }
            return tree.children(of: head).lazy.filter { tokens[$0].relation == "amod" }
                .compactMap { implication(of: $0, link, isAffirmed: isAffirmed) }.first
        }
        if case .manner(let modality, _, _) = found, modality == .future || modality == .ordered, isPast(word) {
            // What is asked or hoped for is not told in the past: the sentence was cut at the wrong place.
            return nil
        }
        return found
    }

    private func isPast(_ word: Int) -> Bool {
        tokens[word].penn == "VBD"
            || tree.children(of: word).contains { isAuxiliary($0) && tokens[$0].penn == "VBD" }
    }

    /// What comes down to a word from the one above it.
    private func passed(from above: Reading, of head: Int, to word: Int, _ link: Link) -> Outlook {
        switch link {
        case .carried: return above.after
        case .conjunct: return shared(above, head, word)
        case .dependent(let link):
            // "has yet to attack", "is about to attack": the table of modality has the whole of it.
            if link == "to", matches.contains(where: { $0.word == word && $0.relation == "mark" }) {
                var outlook = above.after
                outlook.polarity = .positive
                return outlook
            }
            if let implied = implied(by: head, for: word, link, isAffirmed: above.after.polarity == .positive) {
                return implied.applied(to: above.after)
            }
            return unsaid(above.after, head, word, link)
        }
    }

    /// What a conjunct has in common with the first: all of it where it goes on with the same auxiliaries.
    private func shared(_ first: Reading, _ head: Int, _ word: Int) -> Outlook {
        let children = tree.children(of: word)
        let hasOwn = children.contains { isAuxiliary($0) || tokens[$0].relation.hasPrefix("nsubj") }
        let join = children.first { tokens[$0].relation == "cc" }.map { tokens[$0].lower } ?? ""
        let isContrast = join == "but" || join == "yet"
        if !hasOwn, tokens[word].penn == tokens[head].penn || tokens[word].tag == tokens[head].tag && !isFinite(word) {
            let isFiniteAlone = isFinite(word)
            if !isFiniteAlone || join == "or" || join == "nor" {
                var outlook = first.after
                if isContrast {
                    outlook.polarity = first.before.polarity
                    outlook.isMarked = first.before.isMarked
                }
                return outlook
            }
        }
        // A marker opens all conjuncts: "if the army attacks and the fleet sails".
        return isContrast ? first.before : first.marked
    }

    /// What comes down where the word above implies nothing known.
    private func unsaid(_ above: Outlook, _ head: Int, _ word: Int, _ link: String) -> Outlook {
        var outlook = Outlook()
        outlook.tense = above.tense
        let relation = tokens[word].relation
        switch link {
        case "to":
            if relation == "xcomp" || relation == "acl" || relation == "advcl" || relation == "ccomp" {
                outlook = above
                outlook.polarity = .positive
                // "it was unfair to have called on them": the perfect looks back.
                let isPerfect = tree.children(of: word).contains { isAuxiliary($0) && tokens[$0].lemma == "have" }
                if !isPerfect { outlook.take(.future, certainty: 1) }
            }
        case "bare", "ing":
            guard relation == "xcomp" || relation == "advcl" || relation == "ccomp" || relation == "csubj" else {
                break
            }
            outlook = above
            if relation == "advcl" || relation == "csubj" { outlook.polarity = .positive }
        case "obj":
            // "may launch no attack", "will build a bridge": what is not known before has no more to it than its verb.
            guard above.isMarked, !isDefinite(word) else { break }
            outlook = above
        case "subj", "compound": break
        default:
            guard relation == "advcl", above.modality == .future || above.modality == .conditional else { break }
            // "when he arrives, they will leave": the tense of such a clause does not say that it has happened.
            guard !tree.children(of: word).contains(where: { isAuxiliary($0) }), tokens[word].penn != "VBD" else {
                break
            }
            outlook.take(above.modality, certainty: above.certainty)
        }
        return outlook
    }

    private func isDefinite(_ noun: Int) -> Bool {
        tree.children(of: noun).contains { child in
            switch tokens[child].relation {
            case "nmod:poss": return true
            case "det": return tokens[child].lower.hasPrefix("th")
            default: return false
            }
        }
    }

    /// A word with its own auxiliaries, adverbs and markers.
    private func read(_ word: Int, _ before: Outlook) -> Reading {
        var reading = Reading(before: before, marked: before, after: before)
        for match in matches where match.word == word && Self.opens(match) { apply(match.cue, to: &reading.marked) }
        reading.after = reading.marked
        if let tense = tense(word) { reading.after.tense = tense }
        for match in matches where match.word == word && !Self.opens(match) && speaks(match) {
            if match.relation == "aux", isReported(word), case .manner(.conditional, 0) = match.cue.effect {
                // "said that it would leave": the past of "will".
                reading.after.take(.future, certainty: Implication.usualCertainty(of: .future))
            } else {
                apply(match.cue, to: &reading.after)
            }
        }
        var hasSubject = false
        var isVerb = tokens[word].tag == .verb || tokens[word].tag == .auxiliary
        for child in tree.children(of: word) {
            switch tokens[child].relation {
            case "nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl": hasSubject = true
            case "aux", "aux:pass", "cop": isVerb = true
            case "punct" where tokens[child].text == "?" && tokens[word].relation == "root" && !asksForPart(word):
                reading.after.take(.hedged, certainty: 0)
            default: continue
            }
        }
        if isVerb || hasSubject {
            for child in tree.children(of: word) where isDenied(child) { reading.after.negate() }
        }
        // "Attack the bridge!" orders; a headline leaves its subject out for other reasons.
        if tokens[word].penn == "VB", !hasSubject, tokens[word].relation == "root", !isHeading, mark(of: word) == nil,
            !tree.children(of: word).contains(where: { isAuxiliary($0) })
        {
            reading.after.take(.ordered, certainty: 0)
        }
        return reading
    }

    /// True for the clause that a verb in the past tense has as its content.
    private func isReported(_ word: Int) -> Bool {
        let head = tree.heads[word]
        return tokens[word].relation == "ccomp" && head >= 0 && isPast(head)
    }

    private static func opens(_ match: EventContext.Matches.Match) -> Bool {
        switch match.relation {
        case "", "mark", "case": true
        default: match.cue.scope == .subordinate
        }
    }

    /// True if a cue that hangs on a word in a certain way speaks of it.
    private func speaks(_ match: EventContext.Matches.Match) -> Bool {
        switch match.relation {
        case "amod", "det", "det:predet", "nummod", "compound": return match.cue.scope == .noun || isNoun(match.word)
        case "nsubj", "nsubj:pass", "obj":
            if case .negative = match.cue.effect { return match.cue.scope == .clause }
            return false
        case "acl", "acl:relcl", "conj", "xcomp", "ccomp", "advcl", "nmod", "appos", "parataxis": return false
        default: return match.cue.scope == .clause
        }
    }

    private func isNoun(_ word: Int) -> Bool { tokens[word].tag == .noun || tokens[word].tag == .properNoun }

    private func apply(_ cue: EventContext.Cue, to outlook: inout Outlook) {
        switch cue.effect {
        case .none: return
        case .negative: outlook.negate()
        case .manner(let modality, let certainty):
            outlook.take(modality, certainty: certainty)
            // "if Iran attacks, Jordan will respond": what opens the clause says it best.
            if cue.scope == .subordinate { outlook.modality = modality }
        }
    }

    /// "no soldiers were captured", "few people came".
    private func isDenied(_ argument: Int) -> Bool {
        switch tokens[argument].relation {
        case "nsubj", "nsubj:pass", "obj": break
        default: return false
        }
        return matches.contains { match in
            guard match.word == argument, case .negative = match.cue.effect else { return false }
            // "no soldier", "neither Moscow nor Kyiv".
            return match.relation == "det" || match.relation == "cc:preconj"
                || (match.relation == "amod" && match.cue.scope == .clause)
        }
    }

    /// "Who attacked the city?" takes the attack for granted.
    private func asksForPart(_ word: Int) -> Bool {
        tokens.contains { $0.penn == "WP" || $0.penn == "WRB" || $0.penn == "WDT" || $0.penn == "WP$" }
    }

    /// The tense that a word's own form and auxiliaries give it.
    private func tense(_ word: Int) -> String? {
        for child in tree.children(of: word) where isAuxiliary(child) {
            let token = tokens[child]
            switch token.penn {
            case "MD": return token.lemma == "will" || token.lemma == "shall" ? "future" : "present"
            case "VBD": return "past"
            case "VBZ", "VBP":
                // "has captured" tells of the past.
                return token.lemma == "have" ? "past" : "present"
            default: continue
            }
        }
        switch tokens[word].penn {
        case "VBD": return "past"
        case "VBZ", "VBP": return "present"
        default: return nil
        }
    }
}
