internal import Language
package import Tables

/// How many lemmas of a treebank the lemmatizer gets right from gold words and gold tags.
package struct LemmaScore {
    private let lemmatizer: Lemmatizer
    private let letters: LemmaCase

    /// - Throws: `DataError` if the tables are missing or broken.
    package init(data: DataFolder) throws(DataError) {
        lemmatizer = try Lemmatizer(data: data)
        letters = try LemmaCase(data: data)
    }

    /// What was counted.
    package struct Outcome {
        package var words = 0
        /// Right as written.
        package var right = 0
        /// Right but for small and large letters.
        package var folded = 0
        /// What went wrong, most frequent first.
        package var mistakes: [(form: String, penn: String, gold: String, guess: String, count: Int)] = []
    }

    package func outcome(on treebank: Treebank) -> Outcome {
        var outcome = Outcome()
        var mistakes: [[String]: Int] = [:]
        for sentence in treebank.sentences {
            let isShouted = LemmaCase.isShouted(sentence.words.lazy.map(\.form))
            for word in sentence.words where word.lemma != "_" {
                let tag = PartOfSpeech(rawValue: word.universalTag) ?? .other
                let lower = HashedWord(WordFolding.folded(word.form))
                let lemma = lemmatizer.lemma(
                    lower, penn: word.pennTag, tag: tag, isPerfect: word.isPerfect(in: sentence),
                    isAcronym: !isShouted && LetterShape(word.form) == .large
                ).text
                let written = letters.written(
                    lemma, form: word.form, penn: word.pennTag, tag: tag, isShouted: isShouted)
                outcome.words += 1
                if lemma == WordFolding.folded(word.lemma) { outcome.folded += 1 }
                if written == word.lemma {
                    outcome.right += 1
                } else {
                    mistakes[[word.form, word.pennTag, word.lemma, written], default: 0] += 1
                }
            }
        }
        outcome.mistakes = mistakes.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }
            .map { ($0.key[0], $0.key[1], $0.key[2], $0.key[3], $0.value) }
        return outcome
    }
}
