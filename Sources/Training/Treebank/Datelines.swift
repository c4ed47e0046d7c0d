internal import Language
internal import Tables

/// Puts datelines with their trees before sentences, as the news does and the treebanks do not: without them the parser
/// would take the town for the subject.
struct Datelines {
    /// A word of a dateline; its head counts from 1, 0 is the root of the sentence that follows.
    private struct Word {
        var form: String
        var universalTag: String
        var pennTag: String
        var head: Int
        var relation: String
    }

    private let datelines: [[Word]]
    private let inventory: NameInventory

    init(data: DataFolder) throws(DataError) {
        inventory = try NameInventory(data: data)
        let columns = ["dateline", "form", "universal", "penn", "head", "relation"]
        let table = try data.table("training/datelines.tsv", columns: columns)
        var datelines: [[Word]] = []
        for row in table.rows {
            guard let number = Int(row["dateline"]), number == datelines.count || number == datelines.count + 1,
                let head = Int(row["head"]), head >= 0
            else {
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line,
                    expected: "datelines numbered from 1 in order, with heads from 0", advice: nil)
            }
            if number > datelines.count { datelines.append([]) }
            datelines[number - 1].append(
                Word(
                    form: row["form"], universalTag: row["universal"], pennTag: row["penn"], head: head,
                    relation: row["relation"]))
        }
        self.datelines = datelines
    }

    /// Copies of some sentences, each behind a dateline.
    /// - Parameter every: one in so many of those that a report could begin with.
    func copies(of sentences: [LabelledSentence], every: Int, seed: UInt64) -> [LabelledSentence] {
        let fit = sentences.filter { sentence in
            sentence.tree != nil && (8...40).contains(sentence.forms.count) && sentence.forms.last == "."
                && (sentence.forms[0].first?.isUppercase ?? false)
        }
        return stride(from: 0, to: fit.count, by: every).compactMap { at in
            var random = SeededGenerator(seed: seed &+ UInt64(at) &* 7919)
            return random.pick(datelines).flatMap { copy(of: fit[at], behind: $0, &random) }
        }
    }

    private func copy(
        of sentence: LabelledSentence, behind dateline: [Word], _ random: inout SeededGenerator
    ) -> LabelledSentence? {
        guard let tree = sentence.tree, let root = tree.firstIndex(where: { $0.head < 0 }) else { return nil }
        var words: [TreebankWord] = []
        var names: [String] = []
        var places: [Int] = []
        for word in dateline {
            places.append(words.count)
            let slot = word.form.hasPrefix("{") ? String(word.form.dropFirst().dropLast()) : nil
            let form = slot.map { inventory.fill($0, &random) } ?? word.form
            let kind = slot.flatMap(NameInventory.kind)
            for (at, part) in form.split(separator: " ").enumerated() {
                // Further words of a name hang on its first one.
                words.append(
                    TreebankWord(
                        form: String(part), lemma: String(part), universalTag: word.universalTag,
                        pennTag: word.pennTag, head: at == 0 ? -word.head : places[places.count - 1],
                        relation: at == 0 ? word.relation : "flat", spaceAfter: word.form != "("))
                names.append(kind.map { (at == 0 ? "B-" : "I-") + $0.rawValue } ?? "O")
            }
        }
        let shift = words.count
        for at in words.indices where places.contains(at) {
            let head = -words[at].head
            guard head <= places.count else { return nil }
            words[at].head = head == 0 ? shift + root : places[head - 1]
        }
        var copy = sentence
        copy.tree =
            words
            + tree.map { word in
                var word = word
                word.head = word.head < 0 ? -1 : word.head + shift
                return word
            }
        copy.forms = words.map(\.form) + sentence.forms
        let spaces = words.indices.map { at in
            ![",", ")"].contains(words[at].form) && (at == 0 || words[at - 1].spaceAfter)
        }
        copy.spaceBefore = spaces + [true] + sentence.spaceBefore.dropFirst()
        copy.names = sentence.names.map { names + $0 }
        return copy
    }
}
