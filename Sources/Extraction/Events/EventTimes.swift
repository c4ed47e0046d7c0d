internal import Language
internal import Record

/// Which times date an event of a sentence, and whether it happened, started or ended then.
///
/// An event has the times that hang on its own word. One that has none takes those of the words that tell of it: the
/// verb that only lends it its clause, the verb it stands beside or explains, the event in which it happened.
struct EventTimes {
    private let links: TimeLinks
    private let tokens: [Token]
    private let tree: DependencyTree
    private let words: TimeLinkWords
    private let nouns: Set<Int>
    private let cues: Set<Int>
    /// The time expressions of the sentence, in text order.
    private let spans: [Span]

    /// How many steps from word to word a time is handed on.
    private static let steps = 3

    /// - Parameters:
    ///   - times: indexes into `record.times` of those in the sentence, in text order.
    ///   - nouns: the places of the head words of noun triggers.
    ///   - isCue: whether the word at a place reports what somebody says.
    init(
        _ times: [Int], _ record: AnnotationRecord, _ view: SentenceView, _ words: TimeLinkWords, nouns: Set<Int>,
        isCue: (Int) -> Bool
    ) {
        let tokens = view.tokens
        self.tokens = tokens
        tree = view.tree
        self.words = words
        self.nouns = nouns
        spans = times.map { record.times[$0].span }
        let cues = times.isEmpty ? [] : Set(tokens.indices.filter { tokens[$0].tag == .verb && isCue($0) })
        self.cues = cues
        links = TimeLinks(
            times, of: record.times, view.sentence, view.tree, words, nouns: nouns, isCue: { cues.contains($0) })
    }

    /// The times of the event whose trigger's head word stands at a place, in text order.
    func times(of trigger: Int) -> [EventTime] {
        guard !links.links.isEmpty, tokens.indices.contains(trigger) else { return [] }
        var found = times(of: trigger, steps: Self.steps)
        var seen = Set<Int>()
        found.removeAll { !seen.insert($0.time).inserted }
        return found.sorted { $0.time < $1.time }
    }

    /// Whether a word stands inside a time expression.
    func isTime(_ word: Span) -> Bool { spans.contains { $0.overlaps(word) } }

    /// Whether a time hangs on a word itself.
    func datesItself(_ word: Int) -> Bool { links.links.contains { $0.host == word } }

    private func times(of word: Int, steps: Int) -> [EventTime] {
        let own = own(word)
        guard own.isEmpty, steps > 0 else { return own }
        return tokens[word].tag == .verb
            ? ofVerb(word, steps: steps - 1) : ofNoun(word, steps: steps - 1)
    }

    /// What hangs on the word itself.
    private func own(_ word: Int) -> [EventTime] {
        let role = startOrEnd(word)
        return links.links.compactMap { link in
            guard link.host == word, !(link.isInSubject && tokens[word].tag == .verb) else { return nil }
            return EventTime(role: link.role == .occurred ? role : link.role, time: link.time)
        }
    }

    /// Started for "the start of the war in 2022".
    private func startOrEnd(_ word: Int) -> TimeRole {
        let head = tree.heads[word]
        guard head >= 0, tokens[word].relation == "nmod", caseWord(of: word)?.text == "of" else { return .occurred }
        return words.role(tokens[head].lemmaWord, as: .of) ?? .occurred
    }

    // MARK: Verbs

    private func ofVerb(_ verb: Int, steps: Int) -> [EventTime] {
        let head = tree.heads[verb]
        if head >= 0 {
            let found = fromAbove(verb, head, steps: steps)
            if !found.isEmpty { return found }
        }
        for child in tree.children(of: verb) {
            switch TimeLinks.base(tokens[child].relation) {
            case "advcl" where isWhile(child), "conj" where isBeside(verb, child):
                let found = own(child)
                if !found.isEmpty { return found }
            case "nsubj", "obj", "obl":
                // "Monday's raid killed five": the event that the verb tells of.
                guard nouns.contains(child), let role = lent(by: verb, to: child) else { continue }
                let found = own(child)
                if !found.isEmpty { return role == .occurred ? found : [] }
            default: continue
            }
        }
        return []
    }

    /// What a verb takes from the word that it hangs on.
    private func fromAbove(_ verb: Int, _ head: Int, steps: Int) -> [EventTime] {
        guard tokens[head].tag == .verb, !cues.contains(head) else { return [] }
        switch TimeLinks.base(tokens[verb].relation) {
        case "conj":
            // "On Monday troops entered the town and took the bridge".
            return times(of: head, steps: steps).filter { time in
                links.links.contains { $0.time == time.time && $0.words.upperBound <= head }
            }
        case "advcl":
            let isParticiple = tokens[verb].verbForm == .gerund || tokens[verb].verbForm == .pastParticiple
            guard isWhile(verb) || (isParticiple && !isMarked(verb)) else { return [] }
            return times(of: head, steps: steps)
        case "xcomp":
            return handed(times(of: head, steps: steps), words.role(tokens[head].lemmaWord, as: .xcomp))
        default: return []
        }
    }

    /// "when a car exploded": opened by a word that makes both one time.
    func isWhile(_ verb: Int) -> Bool {
        tree.children(of: verb).contains {
            $0 < verb && (tokens[$0].relation == "mark" || tokens[$0].relation == "advmod")
                && words.tie(tokens[$0].lowerWord, as: .while) != nil
        }
    }

    private func isMarked(_ verb: Int) -> Bool {
        tree.children(of: verb).contains { $0 < verb && tokens[$0].relation == "mark" }
    }

    /// "was caught and shot on Monday": nothing but a conjunction and an adverb between.
    private func isBeside(_ first: Int, _ second: Int) -> Bool {
        second > first && second - first <= 3
            && !tree.children(of: first).contains { $0 > first && $0 < second && tokens[$0].relation == "obj" }
    }

    // MARK: Nouns

    private func ofNoun(_ noun: Int, steps: Int) -> [EventTime] {
        let head = tree.heads[noun]
        if head >= 0, tokens[head].tag == .verb, let role = lent(by: head, to: noun) {
            var found = handed(times(of: head, steps: steps), role)
            // "The siege began in March and ended in May."
            for child in tree.children(of: head)
            where tokens[child].relation == "conj" && position(of: noun, under: head) == .subj {
                guard let role = words.role(tokens[child].lemmaWord, as: .subj), !hasSubject(child) else { continue }
                found += handed(own(child), role)
            }
            if !found.isEmpty { return found }
        }
        if head >= 0, tokens[noun].tag == .adjective, tokens[noun].relation == "xcomp" {
            return handed(times(of: head, steps: steps), words.role(tokens[head].lemmaWord, as: .xcomp))
        }
        if head >= 0, tokens[noun].relation == "nmod", caseWord(of: noun)?.text == "of",
            let role = words.role(tokens[head].lemmaWord, as: .of)
        {
            return handed(times(of: head, steps: steps), role)
        }
        // "talks held on Monday", "the blast that killed five on Monday"
        for child in tree.children(of: noun) where tokens[child].tag == .verb {
            let relation = tokens[child].relation
            // "the week ending on 14 February": what is begun or ended stands right before.
            guard TimeLinks.base(relation) == "acl", tokens[child].verbForm != .gerund || child - noun <= 2 else {
                continue
            }
            let kind: TimeLinkWords.Kind =
                relation == "acl" && tokens[child].verbForm == .pastParticiple ? .obj : .subj
            guard let role = words.role(tokens[child].lemmaWord, as: kind) else { continue }
            let found = handed(own(child), role)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// What a verb's time says of the event that a noun below it names.
    private func lent(by verb: Int, to noun: Int) -> TimeRole? {
        guard !cues.contains(verb) else { return nil }
        return position(of: noun, under: verb).flatMap { kind in
            if kind == .within {
                // "during" ties any verb to the event, "in" only those that say what befalls people in it.
                let word = caseWord(of: noun)
                return word?.text == "in" ? words.role(tokens[verb].lemmaWord, as: .in) : .occurred
            }
            return words.role(tokens[verb].lemmaWord, as: kind)
        }
    }

    /// How a noun stands to the verb above it; nil if it hands no time on.
    private func position(of noun: Int, under verb: Int) -> TimeLinkWords.Kind? {
        let relation = tokens[noun].relation
        switch TimeLinks.base(relation) {
        case "nsubj": return relation == "nsubj:pass" ? .obj : .subj
        case "obj": return .obj
        case "obl":
            return caseWord(of: noun).flatMap { words.tie($0, as: .within) } != nil ? .within : nil
        default: return nil
        }
    }

    private func hasSubject(_ verb: Int) -> Bool {
        tree.children(of: verb).contains { TimeLinks.base(tokens[$0].relation) == "nsubj" }
    }

    private func caseWord(of word: Int) -> HashedWord? {
        tree.children(of: word).first { tokens[$0].relation == "case" && $0 < word }.map { tokens[$0].lowerWord }
    }

    private func handed(_ times: [EventTime], _ role: TimeRole?) -> [EventTime] {
        guard let role else { return [] }
        return times.map { EventTime(role: $0.role == .occurred ? role : $0.role, time: $0.time) }
    }
}
