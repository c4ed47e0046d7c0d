internal import Language

/// Names of the GUM treebank: its nested mentions of any form, cut down to flat names.
struct GUMNames {
    let trimmer: NameTrimmer

    /// The sentences of one document with their names.
    /// - Parameter sentences: the treebank's sentences of the document, in order.
    func sentences(of record: MentionRecord, treebank sentences: [TreebankSentence]) -> [NamedSentence] {
        let words = Self.placed(sentences.map { $0.words.map(\.form) }, in: Array(record.text.unicodeScalars))
        var result: [NamedSentence] = []
        for (sentence, placed) in zip(sentences, words) {
            guard let first = placed.first?.span.lowerBound, let last = placed.last?.span.upperBound else { continue }
            let words = sentence.words.map(\.form)
            var found = FoundNames(count: words.count)
            let inside = (record.mentions ?? []).filter { $0.form == "name" && $0.start >= first && $0.end <= last }
            // Inner mentions first settle what a long phrase around them holds: "mayor of [Łódź]".
            for mention in inside.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
                add(mention, sentence, words, placed, to: &found)
            }
            found.finish()
            result.append(
                NamedSentence(
                    id: sentence.id, document: record.id, source: .gum, words: words, names: found.names,
                    unknown: found.unknown))
        }
        return result
    }

    private func add(
        _ mention: MentionRecord.Mention, _ sentence: TreebankSentence, _ words: [String], _ placed: [TextWord],
        to found: inout FoundNames
    ) {
        guard let kind = NameKind(rawValue: mention.kind), let range = placed.touched(by: mention.span),
            let head = mention.head.flatMap({ placed.touched(by: $0.start..<max($0.start + 1, $0.end)) })?.lowerBound
        else { return }
        // Groups are named only in the plural or by adjectives; the harmonizer finds them by the tables.
        let links: Set<String> = kind == .person ? ["\"", "“", "”"] : ["of", "for", "the", "and", "&"]
        guard var run = trimmer.runs(in: words, range, links: links).first(where: { $0.contains(head) }) else { return }
        if kind == .person {
            run = trimmer.titleEnd(words, run)..<run.upperBound
            guard !run.isEmpty, !trimmer.tables.groups.contains(words[run]) else { return }
        }
        run = trimmed(run, sentence)
        guard !run.isEmpty else { return }
        let isPlace = kind == .agency && trimmer.tables.places.contains(words[run])
        found.add(run, isPlace ? .place : kind)
    }

    /// A run without the words at its ends that are capital for another reason: "Your Bill", "Who Walked".
    private func trimmed(_ run: Range<Int>, _ sentence: TreebankSentence) -> Range<Int> {
        func isOutside(_ at: Int) -> Bool {
            // "United" is a verb whose Penn tag says that it is part of a name.
            !sentence.words[at].pennTag.hasPrefix("NNP")
                && ["PRON", "DET", "ADP", "VERB", "AUX", "ADV", "CCONJ", "SCONJ", "PUNCT", "PART", "INTJ"]
                    .contains(sentence.words[at].universalTag)
        }
        var run = run
        while let first = run.first, isOutside(first) { run = first + 1..<run.upperBound }
        while let last = run.last, isOutside(last) { run = run.lowerBound..<last }
        return run.contains { sentence.words[$0].universalTag == "PROPN" } ? run : run.lowerBound..<run.lowerBound
    }

    /// Where the words of sentences stand in the document's text; a word that is not found takes no room.
    static func placed(_ sentences: [[String]], in text: [Unicode.Scalar]) -> [[TextWord]] {
        var at = 0
        return sentences.map { words in
            words.map { word in
                let scalars = Array(word.unicodeScalars)
                var from = at
                while from < text.count, text[from].properties.isWhitespace { from += 1 }
                // Contractions are respelt in the treebank; look a little further before giving a word up.
                var tries = 0
                while tries < 12, from + scalars.count <= text.count,
                    !text[from..<from + scalars.count].elementsEqual(scalars)
                {
                    from += 1
                    tries += 1
                }
                guard tries < 12, from + scalars.count <= text.count else {
                    return TextWord(text: word, span: at..<at)
                }
                at = from + scalars.count
                return TextWord(text: word, span: from..<at)
            }
        }
    }
}
