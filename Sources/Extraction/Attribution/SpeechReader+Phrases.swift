internal import Language
internal import Record

/// Speakers beside the clause: "according to X", and the label of a headline: "X: the hill is lost".
extension SpeechReader {
    /// Steps from a phrase to the clause that it stands in.
    private static let longestClimb = 6
    /// The most words of a label.
    private static let longestLabel = 7

    mutating func readPhrases(_ sentence: SpeechSentence) {
        let (tokens, tree) = (sentence.tokens, sentence.tree)
        var at = 0
        while at < tokens.count {
            guard let (entry, last) = lexicon.match(tokens, at: at, .phrase), last + 1 < tokens.count,
                at == 0 || tokens[at - 1].lemma != "be"
            else {
                at += 1
                continue
            }
            let end = last + 1
            guard let head = (at..<end).lazy.map({ tree.heads[$0] }).filter({ $0 >= end }).last else {
                at += 1
                continue
            }
            let source = sentence.stripped(end..<max(head + 1, sentence.phrase(of: head).upperBound))
            let hole = at..<source.upperBound
            var content: [Range<Int>] = []
            var clause = tree.heads[head]
            if clause >= 0 {
                for _ in 0..<Self.longestClimb
                where tree.heads[clause] >= 0 && !sentence.isClausal(clause) && sentence.relation(clause) != "conj" {
                    clause = tree.heads[clause]
                }
                content = sentence.pieces(of: sentence.phrase(of: clause), without: hole)
            }
            if content.isEmpty { content = sentence.pieces(of: 0..<tokens.count, without: hole) }
            note(
                ReportedContent(pieces: content, isStatement: true), by: entry, at: head, cue: at..<end,
                source: source, speaker: speaker(head, sentence) ?? anySpeaker(in: source, sentence),
                isNegated: false, sentence)
            at = end
        }
    }

    private func anySpeaker(in range: Range<Int>, _ sentence: SpeechSentence) -> Int? {
        range.reversed().lazy.compactMap { self.mention(at: $0, sentence) }.first
    }

    /// "Novak: “We have won”": a headline's speaker before a colon.
    mutating func readLabel(_ sentence: SpeechSentence) {
        guard sentence.view.sentence.role == .heading, sentence.view.sentence.paragraph == 0 else { return }
        let tokens = sentence.tokens
        guard let colon = tokens.prefix(Self.longestLabel + 1).firstIndex(where: { $0.text == ":" }), colon > 0,
            colon + 2 < tokens.count, let entry = lexicon.label,
            tokens[..<colon].allSatisfy({ $0.tag != .verb && $0.tag != .auxiliary && $0.tag != .punctuation }),
            tokens[..<colon].contains(where: { $0.tag == .noun || $0.tag == .properNoun })
        else { return }
        let source = 0..<colon
        let speaker = anySpeaker(in: source, sentence)
        guard speaker != nil || lexicon.match(tokens, at: colon - 1, .noun) != nil else { return }
        note(
            ReportedContent(pieces: [colon + 1..<tokens.count], isStatement: true), by: entry, at: colon,
            cue: colon..<colon + 1, source: source, speaker: speaker, isNegated: false, sentence)
    }
}
