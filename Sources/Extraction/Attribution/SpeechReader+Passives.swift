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
        guard var content = passiveContent(verb, entry, own, cue.upperBound, agent: agent, sentence) else {
            return
        }
        var whole = cue.lowerBound..<max(cue.upperBound, content.cueEnd ?? 0)
        var source: Range<Int>?
        if let agent {
            source = sourceRange(agent, without: cue, sentence)
            // "accused by the ministry of theft"
            if let said = belonging(to: agent, entry, sentence), let named = source {
                let start = sentence.start(of: said)
                if start > named.lowerBound, start < named.upperBound { source = named.lowerBound..<start }
            }
            if let by = sentence.opener(of: agent), by <= cue.upperBound + 1 {
                whole = cue.lowerBound..<max(whole.upperBound, by + 1)
            }
        }
        content.isGiven = content.isGiven && source != nil
        note(
            content, by: entry, at: verb, cue: whole, source: source,
            speaker: source == nil ? nil : agent.flatMap { speaker($0, sentence) },
            isNegated: isNegated(verb, verb, sentence), sentence)
    }

    /// What a reporting verb says that the tree hung on the one who says it.
    private func belonging(to agent: Int, _ entry: ReportingEntry, _ sentence: SpeechSentence) -> Int? {
        sentence.children(of: agent).first {
            guard $0 > agent, let opener = sentence.opener(of: $0) else { return false }
            if entry.takes(.clause), sentence.hasThat($0), sentence.ownSubject(of: $0) != nil { return true }
            return sentence.tokens[opener].lower != "by" && entry.preposition(sentence.tokens[opener].lower) != nil
        }
    }

    private func passiveContent(
        _ verb: Int, _ entry: ReportingEntry, _ own: [Range<Int>], _ cueEnd: Int, agent: Int?,
        _ sentence: SpeechSentence
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
                let phrase = sentence.phrase(of: child)
                // "was accused of": the preposition belongs to the cue.
                guard opener == cueEnd, opener + 1 < phrase.upperBound else {
                    return ReportedContent(pieces: own + [phrase], isGiven: isGiven)
                }
                return ReportedContent(
                    pieces: own + [opener + 1..<phrase.upperBound], isGiven: isGiven, cueEnd: opener + 1)
            default: continue
            }
        }
        guard let agent else { return nil }
        if let said = belonging(to: agent, entry, sentence) {
            return ReportedContent(
                pieces: own + [sentence.phrase(of: said)], isStatement: sentence.hasThat(said))
        }
        return entry.takes(.object) && !own.isEmpty ? ReportedContent(pieces: own, isGiven: entry.givesObject) : nil
    }

    /// The words of a subject, cut before the verb where the tree runs them over it.
    func subjectPiece(_ subject: Int, _ verb: Int, _ sentence: SpeechSentence) -> [Range<Int>] {
        if SpeechWords.dummies.contains(sentence.tokens[subject].lower) { return [] }
        var range = sentence.phrase(of: subject)
        if range.contains(verb), subject < verb {
            let first = sentence.children(of: verb).first.map { min(sentence.phrase(of: $0).lowerBound, verb) } ?? verb
            range = range.lowerBound..<max(range.lowerBound, min(first, range.upperBound))
        }
        return range.isEmpty || range.contains(verb) ? [] : [range]
    }
}
