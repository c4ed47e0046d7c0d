internal import Record
internal import Tables

/// Gives the words of a sentence their Penn tags: the most probable sequence under a trigram hidden Markov model.
///
/// Brants, "TnT: a statistical part-of-speech tagger" (2000).
struct Tagger: Sendable {
    private let model: TagModel

    init(data: DataFolder) throws(DataError) { model = try TagModel(data: data) }

    /// Whether the model has seen a word as written.
    func knows(_ word: String) -> Bool { model.knows(word) }

    /// The tags of the words of one sentence.
    func tags(of words: [String], lower: [String]) -> [String] {
        guard !words.isEmpty else { return [] }
        struct State {
            var previous: UInt8
            var tag: UInt8
            var score: Float
            var back: Int32
        }
        var columns: [[State]] = []
        columns.reserveCapacity(words.count)
        var column = [State(previous: model.start, tag: model.start, score: 0, back: -1)]
        for (position, word) in words.enumerated() {
            var candidates = model.candidates(
                word, lower: lower[position],
                isFirst: position == 0 || (position == 1 && !Tokenizer.isWord(words[0].unicodeScalars.first ?? " ")))
            if candidates.isEmpty { candidates = [TagModel.Candidate(tag: column[0].tag, score: 0)] }
            var next: [State] = []
            next.reserveCapacity(column.count * candidates.count)
            for candidate in candidates {
                // States that end in the same two tags have the same future: only the best of them goes on.
                var bestByTag: [UInt8: Int] = [:]
                for (index, state) in column.enumerated() {
                    let score =
                        state.score + candidate.score + model.transition(state.previous, state.tag, candidate.tag)
                    if let known = bestByTag[state.tag] {
                        if next[known].score < score {
                            next[known].score = score
                            next[known].back = Int32(index)
                        }
                    } else {
                        bestByTag[state.tag] = next.count
                        next.append(State(previous: state.tag, tag: candidate.tag, score: score, back: Int32(index)))
                    }
                }
            }
            if let best = next.map(\.score).max() { next.removeAll { $0.score < best - 12 } }
            columns.append(next)
            column = next
        }
        var at = 0
        var best = -Float.infinity
        for (index, state) in column.enumerated() {
            let score = state.score + model.transition(state.previous, state.tag, model.end)
            if score > best { (best, at) = (score, index) }
        }
        var tags = [String](repeating: "", count: words.count)
        for position in columns.indices.reversed() {
            let state = columns[position][at]
            tags[position] = model.names[Int(state.tag)]
            at = Int(state.back)
        }
        return tags
    }
}
