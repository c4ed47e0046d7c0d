/// The labels of words inside and outside of names: outside; begin, inside, end, and single word of each kind.
///
/// Ratinov and Roth, "Design challenges and misconceptions in named entity recognition" (2009), found these four
/// better to learn than two.
public enum NameLabels {
    /// All labels: `O`, then `B-`, `I-`, `E-` and `S-` of each kind in the order of `NameKind`.
    public static let all: [String] =
        ["O"] + NameKind.allCases.flatMap { kind in ["B", "I", "E", "S"].map { "\($0)-\(kind.rawValue)" } }

    /// Labels of two forms, `B-` and `I-`, to the four forms here.
    public static func bounded(_ labels: [String]) -> [String] {
        labels.indices.map { at in
            let label = labels[at]
            guard label.count > 2 else { return label }
            let kind = label.dropFirst(2)
            let goesOn = at + 1 < labels.count && labels[at + 1] == "I-" + kind
            let begins = label.hasPrefix("B-") || at == 0 || !labels[at - 1].hasSuffix("-" + kind)
            return (begins ? (goesOn ? "B-" : "S-") : (goesOn ? "I-" : "E-")) + kind
        }
    }

    /// The best sequence of labels in which names begin before they end, by Viterbi (1967).
    /// - Parameters:
    ///   - scores: for each word a row of scores, one for each label in the order of `all`.
    ///   - count: the number of words.
    ///   - stride: numbers from one row to the next.
    public static func names(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [NameSpan] {
        guard count > 0 else { return [] }
        let kinds = NameKind.allCases
        // States: 0 outside or after a name that ended; 1 + kind inside a name of that kind.
        let states = 1 + kinds.count
        var best = [Float](repeating: -.infinity, count: states)
        best[0] = 0
        var back = [UInt8](repeating: 0, count: count * states)
        for word in 0..<count {
            let row = scores + word * stride
            var next = [Float](repeating: -.infinity, count: states)
            // To outside: O, S of any kind (from outside), E of the kind that is open. The move is kept in `back`.
            next[0] = best[0] + row[0]
            back[word * states] = 0
            for kind in kinds.indices {
                let first = 1 + 4 * kind
                let single = best[0] + row[first + 3]
                if single > next[0] { (next[0], back[word * states]) = (single, UInt8(1 + 2 * kind)) }
                let end = best[1 + kind] + row[first + 2]
                if end > next[0] { (next[0], back[word * states]) = (end, UInt8(2 + 2 * kind)) }
                let begin = best[0] + row[first]
                let inside = best[1 + kind] + row[first + 1]
                next[1 + kind] = max(begin, inside)
                back[word * states + 1 + kind] = inside > begin ? 1 : 0
            }
            best = next
        }
        var spans: [NameSpan] = []
        var state = 0
        var end = count
        for word in (0..<count).reversed() {
            let move = Int(back[word * states + state])
            if state == 0 {
                guard move > 0 else { continue }
                let kind = (move - 1) / 2
                if move % 2 == 1 {
                    spans.append(NameSpan(words: word..<(word + 1), kind: kinds[kind]))
                } else {
                    end = word + 1
                    state = 1 + kind
                }
            } else if move == 0 {
                spans.append(NameSpan(words: word..<end, kind: kinds[state - 1]))
                state = 0
            }
        }
        return spans.reversed()
    }
}
