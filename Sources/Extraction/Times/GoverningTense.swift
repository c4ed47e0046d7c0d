internal import Language

/// Whether a sentence speaks of the past, the present or the future at an expression, by the verb that governs it in
/// the tree.
///
/// A verb that is meant, ordered or expected ("to meet on Monday", "is due on Monday") lies ahead, one that was done
/// ("managed to leave on Monday") behind, whatever its own form.
struct GoverningTense {
    private let tokens: [Token]
    private let isHeading: Bool
    private let vocabulary: TimeVocabulary

    /// How far up the tree a verb is looked for, and how far before a verb its auxiliaries.
    private static let reach = 10

    init(_ sentence: Sentence, _ vocabulary: TimeVocabulary) {
        tokens = sentence.tokens
        isHeading = sentence.role == .heading
        self.vocabulary = vocabulary
    }

    /// The direction at a range of words, and whether a noun stands between it and the verb.
    func direction(of range: Range<Int>) -> (direction: TimeContext.Direction, isNominal: Bool) {
        guard var at = range.first(where: { !range.contains(tokens[$0].head) }) else { return (.past, true) }
        // "set Nov. 10 as the deadline": what is done to a day does not happen on it.
        var isNominal = ["obj", "nsubj", "nsubj:pass"].contains(tokens[at].relation)
        for _ in 0..<Self.reach {
            if let found = copula(of: at) { return (settled(found, isNominal), isNominal) }
            let head = tokens[at].head
            guard tokens.indices.contains(head) else { break }
            let token = tokens[head]
            if token.tag == .verb || token.tag == .auxiliary {
                let verb = said(by: head, before: range.lowerBound) ?? head
                return (settled(direction(ofVerb: verb, steps: 4), isNominal), isNominal)
            }
            if token.tag != .noun, vocabulary.has(token.lower, in: "future") {
                return (auxiliaries(of: head).isPluperfect ? .past : .future, isNominal)
            }
            if token.tag != .adverb { isNominal = true }
            at = head
        }
        return (.past, true)
    }

    /// The present of headings tells of what is past, and that of a verb says nothing of "Monday's raid" below it.
    private func settled(_ found: TimeContext.Direction, _ isNominal: Bool) -> TimeContext.Direction {
        found == .present && (isNominal || isHeading) ? .past : found
    }

    /// "said it will pay on Monday": the verb of what is said, where the tree hung the day on the saying.
    private func said(by verb: Int, before time: Int) -> Int? {
        guard verb < time else { return nil }
        return (verb + 1..<time).last {
            tokens[$0].head == verb && tokens[$0].relation == "ccomp" && tokens[$0].tag == .verb
        }
    }

    /// What the auxiliaries of a verb say together.
    private struct Auxiliaries {
        var isFuture = false
        var isModal = false
        var isPerfect = false
        var isPluperfect = false
        var hasTo = false
        var be: VerbForm?
    }

    private func auxiliaries(of verb: Int) -> Auxiliaries {
        var found = Auxiliaries()
        for at in stride(from: verb - 1, through: max(0, verb - Self.reach), by: -1) where tokens[at].head == verb {
            let token = tokens[at]
            if token.lower == "to", token.tag == .particle { found.hasTo = true }
            guard token.tag == .auxiliary else { continue }
            if vocabulary.has(token.lower, in: "future") { found.isFuture = true }
            if token.penn == "MD" { found.isModal = true }
            if token.lemma == "have" {
                found.isPerfect = true
                found.isPluperfect = token.verbForm == .past
            }
            if token.lemma == "be", token.verbForm == .past || token.verbForm == .present { found.be = token.verbForm }
            // "did not meet"
            if token.lemma == "do" { found.be = token.verbForm }
        }
        return found
    }

    /// The tense of the verb of being that makes a word a predicate; nil if there is none.
    private func copula(of word: Int) -> TimeContext.Direction? {
        guard tokens[word].tag != .verb else { return nil }
        let found = auxiliaries(of: word)
        if found.isFuture || (found.isModal && !found.isPerfect) || (found.hasTo && found.be == nil) { return .future }
        if found.isPerfect { return .past }
        return found.be.map { $0 == .past ? .past : .present }
    }

    /// "the first countries", "the only one"
    private func isRanked(_ noun: Int) -> Bool {
        (max(0, noun - 4)...noun).contains { vocabulary.has(tokens[$0].lower, in: "rank") }
    }

    private func direction(ofVerb verb: Int, steps: Int) -> TimeContext.Direction {
        let found = auxiliaries(of: verb)
        let token = tokens[verb]
        if found.isFuture { return .future }
        if found.isModal { return found.isPerfect ? .past : .future }
        // "has scheduled talks for Monday", but "had been due on Monday"
        if !found.isPluperfect, vocabulary.has(token.lower, in: "future") { return .future }
        if found.isPerfect { return .past }
        if found.hasTo { return purpose(of: verb, steps: steps) }
        if let be = found.be { return be == .past ? .past : .present }
        switch token.verbForm {
        case .past: return .past
        case .present: return .present
        case .pastParticiple where token.relation != "conj": return .past
        default:
            guard steps > 0, tokens.indices.contains(token.head), tokens[token.head].tag == .verb else {
                return token.verbForm == .base ? .future : .past
            }
            return direction(ofVerb: token.head, steps: steps - 1)
        }
    }

    /// "managed to leave" is done, "agreed to leave" is to come.
    private func purpose(of verb: Int, steps: Int) -> TimeContext.Direction {
        let head = tokens[verb].head
        guard steps > 0, tokens.indices.contains(head) else { return .future }
        if tokens[verb].relation == "acl", isRanked(head) {
            // "the first to leave on Monday" did so.
            let next = tokens[head].head
            return tokens.indices.contains(next) && tokens[next].tag == .verb
                ? direction(ofVerb: next, steps: steps - 1) : .past
        }
        // "managed to leave", "travelled to the capital to meet them"
        let isPurpose = tokens[verb].relation == "advcl"
        if tokens[head].tag == .verb, isPurpose || vocabulary.has(tokens[head].lemma, in: "done") {
            return direction(ofVerb: head, steps: steps - 1)
        }
        // "had been due to expire"
        return auxiliaries(of: head).isPluperfect && vocabulary.has(tokens[head].lower, in: "future") ? .past : .future
    }
}
