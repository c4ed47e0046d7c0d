internal import Language

/// Words with the lemmas that treebanks give them, counted.
struct LemmaExamples {
    /// A word of a group, folded.
    struct Key: Hashable, Comparable {
        var group: String
        var word: String

        static func < (left: Key, right: Key) -> Bool {
            (left.group, left.word) < (right.group, right.word)
        }
    }

    /// How much stands behind each lemma.
    private(set) var stems: [Key: [String: Int]] = [:]
    /// How often each word was seen.
    private(set) var seen: [Key: Int] = [:]
    /// By class of letters and folded lemma, how much stands behind each case.
    private(set) var cases: [Key: [LetterCase: Int]] = [:]

    /// Counts the words of a treebank.
    /// - Parameter weight: how much each of its words counts.
    mutating func add(_ treebank: Treebank, weight: Int) {
        for sentence in treebank.sentences {
            let isShouted = LemmaCase.isShouted(sentence.words.lazy.map(\.form))
            for word in sentence.words {
                // The parts of a word that was torn apart bear the lemma of the whole.
                guard word.lemma != "_", word.pennTag != "GW", !word.form.contains(" "),
                    let tag = PartOfSpeech(rawValue: word.universalTag)
                else { continue }
                let lemma = WordFolding.folded(word.lemma)
                let group = LemmaGroup.name(penn: word.pennTag, tag: tag)
                let isAcronym = !isShouted && word.pennTag.hasPrefix("NN") && LetterShape(word.form) == .large
                if !isAcronym || !LemmaGroup.inflects(group) {
                    let key = Key(group: group, word: WordFolding.folded(word.form))
                    stems[key, default: [:]][lemma, default: 0] += weight
                    seen[key, default: 0] += 1
                }
                if word.isPerfect(in: sentence) {
                    let key = Key(group: LemmaGroup.perfect, word: WordFolding.folded(word.form))
                    stems[key, default: [:]][lemma, default: 0] += weight
                    seen[key, default: 0] += 1
                }
                guard
                    let name = LemmaCase.name(form: word.form, penn: word.pennTag, tag: tag, isShouted: isShouted)
                else { continue }
                let written = WordFolding.straightened(word.lemma)
                let choice = [LetterCase.lower, .kept, .capital, .upper].first {
                    $0.applied(to: lemma, form: word.form) == written
                }
                cases[Key(group: name, word: lemma), default: [:]][choice ?? .spelled(written), default: 0] += weight
            }
        }
    }

    /// The value seen most often; of several the first.
    static func best<Value: Comparable>(of counted: [Value: Int]) -> Value? {
        counted.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
}

extension TreebankWord {
    /// Whether it is an auxiliary of the perfect.
    func isPerfect(in sentence: TreebankSentence) -> Bool {
        relation == "aux" && sentence.words.indices.contains(head) && sentence.words[head].pennTag == "VBN"
    }
}
