internal import Language
internal import Record

/// Passives: "is believed to have fled", "was accused of theft", "quoted by the agency".
extension SpeechReader {
    mutating func readPassive(
        _ verb: Int, _ entry: ReportingEntry, _ cue: Range<Int>, _ sentence: SpeechSentence
    ) {
        guard !sentence.isQuoted(verb) else { return }
        let children = sentence.children(of: verb)
        let agent =
            children.first { sentence.relation($0) == "obl:agent" }
            ?? children.first { sentence.relation($0) == "obl" && sentence.opener(of: $0, is: "by") }
        let subject = sentence.relation(verb) == "acl" ? sentence.tree.heads[verb] : sentence.subject(of: verb)
        let own = subject.flatMap { $0 >= 0 ? subjectPiece($0, verb, sentence) : nil } ?? []
        guard var content = passiveContent(verb, entry, own, hasAgent: agent != nil, sentence) else { return }
        var whole = cue
        var source: Range<Int>?
        if let agent {
            source = sourceRange(agent, without: cue, sentence)
            if let by = sentence.opener(of: agent), by <= cue.upperBound + 1 {
                whole = cue.lowerBound..<max(cue.upperBound, by + 1)
            }
        }
        content.isGiven = content.isGiven && source != nil
        note(
            content, by: entry, at: verb, cue: whole, source: source,
            speaker: source == nil ? nil : agent.flatMap { speaker($0, sentence) },
            isNegated: isNegated(verb, verb, sentence), sentence)
    }

    private func passiveContent(
        _ verb: Int, _ entry: ReportingEntry, _ own: [Range<Int>], hasAgent: Bool, _ sentence: SpeechSentence
    ) -> ReportedContent? {
        let children = sentence.children(of: verb)
        let clauses = children.filter { sentence.relation($0) == "ccomp" }
        if !clauses.isEmpty, entry.takes(.statement) {
            return ReportedContent(pieces: clauses.map { sentence.phrase(of: $0) }, isStatement: true)
        }
        if let complement = children.first(where: { sentence.relation($0) == "xcomp" }), !own.isEmpty,
            entry.takes(.naming) || entry.preposition("as") != nil
                || (sentence.isInfinitive(complement) && entry.takes([.infinitive, .clause, .request]))
        {
            let phrase = sentence.phrase(of: complement)
            return ReportedContent(pieces: entry.takes(.request) ? [phrase] : own + [phrase])
        }
        for child in children where child > verb {
            guard let opener = sentence.opener(of: child), sentence.tokens[opener].lower != "by",
                let (_, isGiven) = entry.preposition(sentence.tokens[opener].lower)
            else { continue }
            switch sentence.relation(child) {
            case "obl", "advcl", "xcomp":
                return ReportedContent(pieces: own + [sentence.phrase(of: child)], isGiven: isGiven)
            default: continue
            }
        }
        guard entry.takes(.object), hasAgent, !own.isEmpty else { return nil }
        return ReportedContent(pieces: own, isGiven: entry.givesObject)
    }

    /// The words of a subject, cut before the verb where the tree runs them over it.
    func subjectPiece(_ subject: Int, _ verb: Int, _ sentence: SpeechSentence) -> [Range<Int>] {
        var range = sentence.phrase(of: subject)
        if range.contains(verb), subject < verb {
            let first = sentence.children(of: verb).first.map { min(sentence.phrase(of: $0).lowerBound, verb) } ?? verb
            range = range.lowerBound..<max(range.lowerBound, min(first, range.upperBound))
        }
        return range.isEmpty || range.contains(verb) ? [] : [range]
    }
}
