internal import Language

/// Learns the tables of the lemmatizer.
package struct LemmaTrainer {
    /// By how much the examples for an ending must outweigh those against it. Chosen on the development sets.
    private static let threshold = 3
    /// A word of a group without endings is noted if it was seen so often: once may be a slip of the pen.
    private static let leastSeen = 2

    private var examples = LemmaExamples()
    private let inflections: Inflections

    package init(inflections: Inflections) { self.inflections = inflections }

    /// Counts the words of a treebank.
    /// - Parameter weight: how much each of its words counts; where treebanks differ the heavier one decides.
    package mutating func add(_ treebank: Treebank, weight: Int) { examples.add(treebank, weight: weight) }

    /// The tables `lemmas.tsv`, `lemma-endings.tsv` and `lemma-case.tsv`, each as rows of cells.
    package func tables() -> (words: [[String]], endings: [[String]], cases: [[String]]) {
        let (words, endings) = stems()
        return (words, endings, cases())
    }

    private func stems() -> (words: [[String]], endings: [[String]]) {
        var learners: [String: EndingLearner<EndingEdit>] = [:]
        var wanted: [LemmaExamples.Key: [String]] = [:]
        for (key, counted) in examples.stems {
            guard let lemma = lemma(of: key, counted) else { continue }
            let seen = examples.seen[key] ?? 0
            if LemmaGroup.inflects(key.group) {
                let edit = EndingEdit(from: key.word, to: lemma)
                // Of "better" and "went" nothing is left: no ending says that.
                if edit.cut < key.word.utf8.count {
                    learners[key.group, default: EndingLearner()].add(key.word, edit, weight: 1 + Self.magnitude(seen))
                }
            } else if seen < Self.leastSeen || lemma == key.word {
                continue
            }
            wanted[key] = [lemma]
        }
        for (key, lemmas) in inflections.lemmas where wanted[key] == nil {
            for lemma in lemmas {
                learners[key.group, default: EndingLearner()].add(
                    key.word, EndingEdit(from: key.word, to: lemma), weight: 1)
            }
            wanted[key] = lemmas
        }
        var tables: [String: EndingTable<EndingEdit>] = [:]
        var endings: [[String]] = []
        for (group, learner) in learners.sorted(by: { $0.key < $1.key }) {
            // Of a word without a known ending nothing is cut.
            for (ending, edit) in learner.rules(threshold: Self.threshold, otherwise: EndingEdit(cut: 0, added: "")) {
                tables[group, default: EndingTable()][ending] = edit
                endings.append([group, Self.text(ending), String(edit.cut), edit.added])
            }
        }
        var words: [[String]] = []
        for (key, lemmas) in wanted.sorted(by: { $0.key < $1.key }) where Self.isWritable(key.word) {
            let guess = tables[key.group]?.value(for: key.word)?.applied(to: key.word) ?? key.word
            guard !lemmas.contains(guess), let lemma = lemmas.first, Self.isWritable(lemma) else { continue }
            // Where auxiliaries of the perfect are like other words of their tag nothing is gained.
            if key.group == LemmaGroup.perfect, !key.word.hasPrefix("'") { continue }
            words.append([key.group, key.word, lemma])
        }
        return (words, endings)
    }

    /// The lemma that treebanks give a word most often. A lemma that no dictionary knows, where it knows the form, is a
    /// slip of the annotators.
    private func lemma(of key: LemmaExamples.Key, _ counted: [String: Int]) -> String? {
        guard let best = LemmaExamples.best(of: counted) else { return nil }
        guard let listed = inflections.lemmas[key], !listed.contains(best), best != key.word,
            !inflections.bases.contains(best)
        else { return best }
        return listed.first
    }

    private func cases() -> [[String]] {
        var learners: [String: EndingLearner<LetterCase>] = [:]
        for (key, counted) in examples.cases {
            guard let best = LemmaExamples.best(of: counted) else { continue }
            if case .spelled = best { continue }
            let weight = 1 + Self.magnitude(counted.values.reduce(0, +))
            learners[key.group, default: EndingLearner()].add(key.word, best, weight: weight)
        }
        let adjectives = PartOfSpeech.adjective.rawValue + " " + LetterShape.capitalized.rawValue
        for word in inflections.peoples where examples.cases[LemmaExamples.Key(group: adjectives, word: word)] == nil {
            learners[adjectives, default: EndingLearner()].add(word, .kept, weight: 1)
        }
        var tables: [String: EndingTable<LetterCase>] = [:]
        var rows: [[String]] = []
        for (name, learner) in learners.sorted(by: { $0.key < $1.key }) {
            for (ending, choice) in learner.rules(threshold: Self.threshold + 1) {
                tables[name, default: EndingTable()][ending] = choice
                rows.append([name, "", Self.text(ending), choice.name])
            }
        }
        for (key, counted) in examples.cases.sorted(by: { $0.key < $1.key }) where Self.isWritable(key.word) {
            guard let best = LemmaExamples.best(of: counted) else { continue }
            let guess = tables[key.group]?.value(for: key.word) ?? .lower
            if guess != best, Self.isWritable(best.name) { rows.append([key.group, key.word, "", best.name]) }
        }
        return rows
    }

    private static func text(_ ending: Ending) -> String { String(decoding: ending.bytes, as: UTF8.self) }

    /// A rough logarithm.
    private static func magnitude(_ count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }

    /// Cells of a table are trimmed and part lists by bars.
    private static func isWritable(_ text: String) -> Bool {
        !text.isEmpty && !text.hasPrefix("#") && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
}
