internal import Language
internal import Record

/// The words that name a speaker, and the mention that they stand for.
extension SpeechReader {
    /// The phrase of a subject with its titles, appositions and relative clauses; without what the tree hung on it from
    /// the left by mistake, and without a relative clause that reports for itself.
    func sourceRange(_ subject: Int, without cue: Range<Int>, _ sentence: SpeechSentence) -> Range<Int>? {
        let phrase = sentence.phrase(of: subject)
        var (low, high) = (phrase.lowerBound, phrase.upperBound)
        if low < cue.upperBound, cue.lowerBound < high {
            if subject < cue.lowerBound { high = cue.lowerBound } else { low = cue.upperBound }
        }
        var edge = subject
        for child in sentence.children(of: subject).reversed() where child < subject {
            let part = sentence.phrase(of: child)
            if isTitle(sentence.relation(child)), part.upperBound == edge {
                edge = part.lowerBound
            } else if SpeechWords.isDash(sentence.tokens[child]), child == edge - 1 {
                edge = child
            } else {
                break
            }
        }
        low = max(low, edge)
        edge = subject + 1
        for child in sentence.children(of: subject) where child > subject {
            let part = sentence.phrase(of: child)
            guard part.lowerBound <= edge else { break }
            edge = max(edge, part.upperBound)
        }
        high = min(high, edge)
        for child in sentence.children(of: subject) where child > subject {
            let start = sentence.start(of: child)
            // "The ministry on Sunday said": when, and not who.
            if sentence.relation(child).hasPrefix("nmod"), start > subject,
                sentence.trimmed(sentence.phrase(of: child)).upperBound >= sentence.trimmed(low..<high).upperBound,
                time(over: sentence.tokens[child].span)
            {
                high = start
            }
            guard sentence.relation(child).hasPrefix("acl"), start > low, sentence.tokens[start - 1].text == ",",
                sentence.tokens[child].tag == .verb,
                let (entry, _) = lexicon.match(sentence.tokens, at: child, .verb)
            else { continue }
            switch entry.group {
            case .say, .write, .think, .deny, .judge: high = min(high, start)
            default: continue
            }
        }
        guard low < high else { return nil }
        while high > low + 1 {
            switch sentence.tokens[high - 1].tag {
            case .adposition, .conjunction: high -= 1
            case .punctuation:
                // "the National Intelligence Service (NIS)"
                if sentence.tokens[high - 1].text == ")" { return low..<high }
                high -= 1
            default:
                let range = sentence.trimmed(low..<high)
                return range.isEmpty ? nil : range
            }
        }
        return low..<high
    }

    private func isTitle(_ relation: String) -> Bool {
        switch relation {
        case "det", "det:predet", "cc:preconj", "amod", "compound", "nummod", "flat", "advmod", "appos": true
        default: relation.hasPrefix("nmod")
        }
    }

    /// The mention that a word is the head of; things do not speak.
    func mention(at word: Int, _ sentence: SpeechSentence) -> Int? {
        guard let mention = sentence.view.mentionsByHead[word]?.first else { return nil }
        return sentence.view.mentions.mentions[mention].kind == .object ? nil : mention
    }

    func isNamed(_ word: Int, _ sentence: SpeechSentence) -> Bool {
        mention(at: word, sentence).map { sentence.view.mentions.mentions[$0].form == .name } ?? false
    }

    /// The mention that speaks. A report speaks for whom it comes from, "one of the men" and "who" for the men.
    func speaker(_ subject: Int, _ sentence: SpeechSentence) -> Int? {
        let tokens = sentence.tokens
        if SpeechWords.relatives.contains(tokens[subject].lower) {
            let verb = sentence.tree.heads[subject]
            guard verb >= 0, sentence.relation(verb) == "acl:relcl", sentence.tree.heads[verb] >= 0 else { return nil }
            return speaker(sentence.tree.heads[verb], sentence)
        }
        if lexicon.match(tokens, at: subject, .noun) != nil {
            for child in sentence.children(of: subject) {
                let comesFrom =
                    sentence.relation(child) == "nmod:poss"
                    || (sentence.relation(child) == "nmod"
                        && ["from", "by", "of"].contains { sentence.opener(of: child, is: $0) })
                if comesFrom, let found = mention(at: child, sentence) { return found }
            }
        }
        // "the minister, Jan Novak": the name speaks. Names have their last word as head, in trees the first.
        let words = [subject] + sentence.children(of: subject).filter { sentence.relation($0) == "appos" }
        for word in words {
            let last = sentence.children(of: word).last { sentence.relation($0) == "flat" } ?? word
            if let found = mention(at: last, sentence) ?? mention(at: word, sentence),
                sentence.view.mentions.mentions[found].form != .nominal
            {
                return found
            }
        }
        if let own = mention(at: subject, sentence) { return own }
        switch tokens[subject].tag {
        case .numeral, .determiner, .pronoun, .adjective:
            return sentence.children(of: subject).first {
                $0 > subject && sentence.opener(of: $0, is: "of")
            }.flatMap { mention(at: $0, sentence) }
        default: return nil
        }
    }
}
