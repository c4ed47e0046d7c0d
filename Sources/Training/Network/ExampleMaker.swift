internal import Language

/// Turns labelled sentences into numbers.
struct ExampleMaker: Sendable {
    /// How a sentence is written: as it stands, or as a headline might be.
    enum Writing {
        case asItStands, upperCase, titleCase
    }

    let universalTags: LabelSet
    let pennTags: LabelSet
    let relations: LabelSet
    let names: LabelSet
    /// For each universal tag a row of the Penn tags that some word has beside it.
    let tagPairs: [Bool]
    private let entries: [String: WordTable.Entry]
    private let counts: [String: Int]

    /// - Parameters:
    ///   - sentences: the training text, which decides what labels there are and which forms are known.
    ///   - classes: the classes of words.
    init(sentences: [LabelledSentence], vectors: WordVectors, classes: [(word: String, mask: UInt16)]) {
        let words = sentences.lazy.compactMap(\.tree).flatMap { $0 }
        universalTags = LabelSet(counting: words.map(\.universalTag))
        pennTags = LabelSet(counting: words.map(\.pennTag))
        relations = LabelSet(counting: words.map(\.relation))
        names = LabelSet(NameLabels.all)
        var pairs = [Bool](repeating: false, count: universalTags.count * pennTags.count)
        for word in words {
            guard let universal = universalTags[word.universalTag], let penn = pennTags[word.pennTag] else { continue }
            pairs[universal * pennTags.count + penn] = true
        }
        tagPairs = pairs
        var counts: [String: Int] = [:]
        for sentence in sentences {
            for form in sentence.forms { counts[WordFolding.folded(form), default: 0] += 1 }
        }
        var entries: [String: WordTable.Entry] = [:]
        for (row, word) in vectors.words.enumerated() {
            entries[word] = WordTable.Entry(vector: row, classes: 0, isKnown: false)
        }
        for (word, mask) in classes { entries[word, default: .nothing].classes |= mask }
        for (word, count) in counts where count > 1 { entries[word, default: .nothing].isKnown = true }
        self.entries = entries
        self.counts = counts
    }

    /// All words of which something is known, sorted.
    var table: [(word: String, entry: WordTable.Entry)] {
        entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func example(_ sentence: LabelledSentence, writing: Writing = .asItStands) -> Example {
        var example = Example()
        for (at, form) in sentence.forms.enumerated() {
            let text =
                switch writing {
                case .asItStands: form
                case .upperCase: form.uppercased()
                case .titleCase: Self.titled(form)
                }
            let lower = WordFolding.folded(form)
            let entry = entries[lower] ?? .nothing
            WordFeatures.append(
                .init(
                    text: text, lower: lower, entry: entry, isFirst: at == 0, spaceBefore: sentence.spaceBefore[at]),
                to: &example.rows)
            example.rowStarts.append(example.rows.count)
            example.vectors.append(entry.vector ?? -1)
            example.counts.append(counts[lower] ?? 0)
            let word = sentence.tree?[at]
            example.universalTags.append(word.flatMap { universalTags[$0.universalTag] } ?? -1)
            example.pennTags.append(word.flatMap { pennTags[$0.pennTag] } ?? -1)
            example.heads.append(word?.head ?? -2)
            example.relations.append(word.flatMap { relations[$0.relation] } ?? -1)
        }
        example.names =
            sentence.names.map { labels in NameLabels.bounded(labels).map { names[$0] ?? -1 } }
            ?? Array(repeating: -1, count: example.count)
        return example
    }

    /// As a headline writes it: longer words with a capital.
    private static func titled(_ form: String) -> String {
        guard form.utf8.count > 3, let first = form.first, first.isLowercase else { return form }
        return first.uppercased() + form.dropFirst()
    }
}
