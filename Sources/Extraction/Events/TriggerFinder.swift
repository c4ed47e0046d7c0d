internal import Language
internal import Record

/// Finds the triggers of a sentence: the words of the lexicon that stand there as the part of speech it asks for.
struct TriggerFinder {
    /// A trigger with the lines that may say what it means.
    struct Hit {
        let lines: [TriggerLexicon.Line]
        /// The places of its words.
        let matched: [Int]
        let isVerb: Bool
        /// The word that the tree knows it by: the first verb of a verb trigger, the last word of a noun.
        let head: Int
        /// True for a noun before the one it tells about: "the bombing suspect".
        var isModifier = false
        /// Shorter triggers that begin at the same word, for when no line of this one fits.
        var shorter: [Hit] = []
    }

    let view: SentenceView
    let clauses: Clauses
    let triggers: TriggerLexicon
    /// The time expressions of the sentence.
    let times: [Span]

    private var tokens: [Token] { view.tokens }

    /// For each word the triggers that begin at it, the longest with the shorter ones.
    func hits() -> [Hit] {
        tokens.indices.compactMap { at in
            var found: [Hit] = []
            for candidate in triggers.candidates(tokens, at: at) {
                guard let hit = hit(candidate.lines, candidate.matched) else { continue }
                found.append(hit)
                // Words that are no event whatever stands beside them hide the shorter ones.
                if candidate.lines.contains(where: { $0.type == "none" && $0.slots.isEmpty }) { break }
            }
            guard var longest = found.first else { return nil }
            longest.shorter = Array(found.dropFirst())
            return longest
        }
    }

    /// The trigger, if its words stand as the part of speech that the lines ask for.
    private func hit(_ lines: [TriggerLexicon.Line], _ matched: [Int]) -> Hit? {
        guard let first = matched.first, let last = matched.last else { return nil }
        switch lines[0].pos {
        case "v":
            guard !isCompoundPart(first), !endsBeforeTime(last, matched), let head = verb(matched) else { return nil }
            return Hit(lines: lines, matched: matched, isVerb: true, head: head)
        case "a":
            guard !isCompoundPart(first), tokens[first].tag == .adjective || tokens[first].tag == .verb else {
                return nil
            }
            return Hit(lines: lines, matched: matched, isVerb: true, head: first)
        default:
            guard isNoun(last) else {
                guard isModifier(last) else { return nil }
                return Hit(lines: lines, matched: matched, isVerb: false, head: last, isModifier: true)
            }
            return Hit(lines: lines, matched: matched, isVerb: false, head: last)
        }
    }

    /// "state-owned", "Oslo-based": the second part of a compound is no verb of its own.
    private func isCompoundPart(_ at: Int) -> Bool {
        at > 0 && tokens[at - 1].text == "-" && !tokens[at - 1].spaceBefore && !tokens[at].spaceBefore
    }

    /// "was fired on Tuesday" is not "fired on".
    private func endsBeforeTime(_ last: Int, _ matched: [Int]) -> Bool {
        guard matched.count > 1, tokens[last].tag == .adposition, last + 1 < tokens.count else { return false }
        return times.contains { $0.contains(tokens[last + 1].span) }
    }

    private func verb(_ matched: [Int]) -> Int? {
        if let verb = matched.first(where: { tokens[$0].tag == .verb }) {
            // Words of several clauses make no verb together, but "back down" may begin with its particle.
            return matched.count == 1 || tokens[matched[0]].tag != .noun ? verb : nil
        }
        // "be at war with": the verb is the copula.
        guard matched.count > 1, let first = matched.first, tokens[first].tag == .auxiliary else { return nil }
        let head = clauses.tree.heads[first]
        return tokens[first].relation == "cop" && head >= 0 && matched.contains(head) ? head : first
    }

    /// "the bombing suspect", "the blast area": a noun for what came of an event, with the event's own before it.
    private func isModifier(_ last: Int) -> Bool {
        let head = clauses.tree.heads[last]
        return tokens[last].tag == .noun && tokens[last].relation == "compound" && head > last
            && triggers.aftermath.contains(tokens[head].lemma)
    }

    private func isNoun(_ last: Int) -> Bool {
        switch tokens[last].tag {
        case .noun: break
        case .properNoun:
            guard view.sentence.role == .heading || !tokens[last].isCapitalized else { return false }
        default: return false
        }
        // A noun inside a name or before another noun is no event of its own: "attack helicopter".
        switch tokens[last].relation {
        case "compound", "amod", "flat", "nmod:desc": return false
        default: break
        }
        let span = tokens[last].span
        return !view.mentions.inSentence(view.index).contains {
            let mention = view.mentions.mentions[$0]
            return mention.form == .name && mention.span.contains(span) && mention.span != span
        }
    }
}
