internal import Language
internal import Record

/// Dependency trees on a terminal: number, edges and word, tag, relation, names.
///
///      1 ╭─── Troops        NOUN   nsubj
///      2 ┼─ entered         VERB   root
///      3 ╰─── Kursk         PROPN  obj      ╶ place
enum TreeView {
    /// Words that reach farther push their tags to the right.
    private static let widestColumn = 56

    /// The trees of all sentences.
    static func lines(of analysis: Analysis) -> String {
        analysis.sentences.lazy.map { lines(of: $0, text: analysis.source[$0.span]) }.joined()
    }

    private static func lines(of sentence: Sentence, text: String) -> String {
        let tree = DependencyTree(sentence)
        let drawing = TreeDrawing(tree)
        let names = marks(of: sentence)
        let left = zip(drawing.lines, sentence.tokens).map { $0.edges + SafeText.line($1.text) }
        let width = min(widestColumn, left.lazy.map(DisplayWidth.of).max() ?? 0)
        let digits = String(sentence.tokens.count).utf8.count
        var lines = SafeText.line(text) + "\n"
        for (at, token) in sentence.tokens.enumerated() {
            var relation = at == tree.root ? "root" : token.relation
            if drawing.lines[at].isDetached { relation += " → \(tree.heads[at] + 1)" }
            var line = DisplayWidth.pad(String(at + 1), to: digits, right: true) + " "
            line += DisplayWidth.pad(left[at], to: width) + "  "
            line += DisplayWidth.pad(token.tag.rawValue, to: 6)
            line += names[at].isEmpty ? relation : DisplayWidth.pad(relation, to: 13) + names[at]
            while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
            lines += line + "\n"
        }
        return lines + "\n"
    }

    /// Beside the words of each name a bracket, beside its first the kind.
    private static func marks(of sentence: Sentence) -> [String] {
        var marks = [String](repeating: "", count: sentence.tokens.count)
        for name in sentence.names {
            let words = name.words.clamped(to: marks.indices)
            for at in words {
                if at == words.lowerBound {
                    marks[at] = (words.count == 1 ? "╶ " : "┌ ") + name.kind.rawValue
                } else {
                    marks[at] = at == words.upperBound - 1 ? "└" : "│"
                }
            }
        }
        return marks
    }
}
