internal import Language
internal import Record

/// Reporting adjectives and nouns: "confident that", "the claim that", "expressed fears of".
extension SpeechReader {
    // MARK: Adjectives

    mutating func readAdjective(_ word: Int, _ sentence: SpeechSentence) {
        let tokens = sentence.tokens
        guard let (entry, _) = lexicon.match(tokens, at: word, .adjective), !sentence.isQuoted(word) else { return }
        let copula = sentence.children(of: word).first {
            sentence.relation($0) == "cop" || sentence.relation($0) == "aux:pass"
        }
        if copula == nil {
            switch sentence.relation(word) {
            case "xcomp", "acl", "advcl", "conj": break
            default: return
            }
        }
        guard let subject = sentence.subject(of: word), !SpeechWords.dummies.contains(tokens[subject].lower),
            let (content, end) = complement(of: word, entry, sentence)
        else { return }
        var start = min(copula ?? word, word)
        for child in sentence.children(of: word) where child < start && sentence.relation(child) == "aux" {
            start = child
        }
        while start > 0, sentence.tree.heads[start - 1] == word, sentence.relation(start - 1) == "advmod" { start -= 1 }
        let cue = start..<end
        guard let source = sourceRange(subject, without: cue, sentence) else { return }
        note(
            content, by: entry, at: word, cue: cue, source: source, speaker: speaker(subject, sentence),
            isNegated: isNegated(word, word, sentence), sentence)
    }

    private func complement(
        of word: Int, _ entry: ReportingEntry, _ sentence: SpeechSentence
    ) -> (content: ReportedContent, cueEnd: Int)? {
        for child in sentence.children(of: word) where child > word {
            let phrase = sentence.phrase(of: child)
            let opener = sentence.opener(of: child)
            let lower = opener.map { sentence.tokens[$0].lower } ?? ""
            switch sentence.relation(child) {
            case "ccomp", "advcl", "xcomp":
                if entry.takes(.clause), sentence.ownSubject(of: child) != nil,
                    !SpeechWords.adverbialOpeners.contains(lower)
                {
                    return (ReportedContent(pieces: [phrase], isStatement: true), word + 1)
                }
                if entry.takes(.infinitive), lower == "to" { return (ReportedContent(pieces: [phrase]), word + 1) }
            case "obl": break
            default: continue
            }
            if let opener, let (_, isGiven) = entry.preposition(lower), opener + 1 < phrase.upperBound {
                return (ReportedContent(pieces: [opener + 1..<phrase.upperBound], isGiven: isGiven), opener + 1)
            }
        }
        return nil
    }

    // MARK: Nouns

    /// "Novak's claim that …", "a demand by Novak for …", "Novak expressed fears that …"
    mutating func readNoun(_ word: Int, _ sentence: SpeechSentence) {
        let tokens = sentence.tokens
        guard let (entry, _) = lexicon.match(tokens, at: word, .noun), !sentence.isQuoted(word),
            let found = content(of: word, entry, sentence)
        else { return }
        var start = word
        for child in sentence.children(of: word) where child < word {
            switch sentence.relation(child) {
            case "amod", "compound": start = min(start, sentence.phrase(of: child).lowerBound)
            default: continue
            }
        }
        let head = sentence.tree.heads[word]
        // "said in a speech that": the verb reports.
        if head >= 0, sentence.relation(word) == "obl", lexicon.match(tokens, at: head, .verb) != nil { return }
        let end = found.cueEnd ?? word + 1
        let source: Range<Int>?
        let speaker: Int?
        var isNegated = false
        if let owner = sentence.children(of: word).first(where: { sentence.relation($0) == "nmod:poss" }) {
            // "Novak's account of the war" tells of Novak's words what his "claim of a victory" says outright.
            if found.cueEnd != nil, found.isGiven || entry.certainty >= 2 || entry.group == .commit { return }
            source = sentence.phrase(of: owner)
            speaker = self.speaker(owner, sentence)
        } else if head >= 0, sentence.relation(word) == "obj", tokens[head].tag == .verb,
            lexicon.match(tokens, at: head, .lender) != nil, let subject = sentence.subject(of: head)
        {
            start = cueRange(head, head, sentence).lowerBound
            isNegated = self.isNegated(head, head, sentence)
            source = sourceRange(subject, without: min(start, head)..<max(end, head + 1), sentence)
            speaker = self.speaker(subject, sentence)
        } else if let author = author(of: word, sentence) {
            source = sourceRange(author, without: start..<word + 1, sentence)
            speaker = self.speaker(author, sentence)
        } else {
            return
        }
        guard let source, start < end, !source.overlaps(start..<end) || !source.isEmpty else { return }
        note(
            found, by: entry, at: word, cue: start..<end, source: source, speaker: speaker, isNegated: isNegated,
            sentence)
    }

    private func author(of word: Int, _ sentence: SpeechSentence) -> Int? {
        sentence.children(of: word).first {
            guard $0 > word, sentence.relation($0) == "nmod", let opener = sentence.opener(of: $0) else { return false }
            switch sentence.tokens[opener].lower {
            case "by", "from", "among": return true
            default: return false
            }
        }
    }

    /// What a noun says: a clause, an infinitive, or what follows one of its prepositions.
    func content(of word: Int, _ entry: ReportingEntry, _ sentence: SpeechSentence) -> ReportedContent? {
        for child in sentence.children(of: word) where child > word {
            let phrase = sentence.phrase(of: child)
            let relation = sentence.relation(child)
            let opener = sentence.opener(of: child)
            let lower = opener.map { sentence.tokens[$0].lower } ?? ""
            switch relation {
            case "acl", "ccomp", "acl:relcl":
                if entry.takes(.clause), sentence.hasThat(child) {
                    return ReportedContent(pieces: [phrase], isStatement: true)
                }
                if relation == "acl", lower == "to", entry.takes(.infinitive) {
                    return ReportedContent(pieces: [phrase])
                }
            case "xcomp":
                if lower == "to", entry.takes(.infinitive) { return ReportedContent(pieces: [phrase]) }
            case "nmod", "obl": break
            default: continue
            }
            if let opener, opener == word + 1, lower != "to", let (_, isGiven) = entry.preposition(lower),
                opener + 1 < phrase.upperBound
            {
                return ReportedContent(
                    pieces: [opener + 1..<phrase.upperBound], isGiven: isGiven, cueEnd: opener + 1)
            }
        }
        return nil
    }
}
