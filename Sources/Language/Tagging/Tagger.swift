internal import Record
internal import Tables

/// Gives the words of a sentence their Penn tags: the most probable sequence under a trigram hidden Markov model.
///
/// Brants, "TnT: a statistical part-of-speech tagger" (2000).
struct Tagger: Sendable {
    private let model: TagModel

    init(data: DataFolder) throws(DataError) { model = try TagModel(data: data) }

    /// Whether the model has seen a word as written.
    func knows(_ word: HashedWord) -> Bool { model.knows(word) }

    /// The best way to end in two tags.
    private struct State {
        var previous: UInt8
        var tag: UInt8
        var score: Float
        /// The place of the state before in its column.
        var back: Int32
    }

    /// How far a way may fall behind the best one before it is given up.
    private static let beam: Float = 12

    /// The tags of the words of one sentence.
    func tags(of words: [HashedWord], lower: [HashedWord]) -> [String] {
        guard let first = words.first else { return [] }
        // One column of states a word, all in one array.
        var states = [State(previous: model.start, tag: model.start, score: 0, back: -1)]
        states.reserveCapacity(words.count * 8)
        var column = 0..<1
        var columns = [column]
        columns.reserveCapacity(words.count + 1)
        var candidates: [TagModel.Candidate] = []
        var bestByTag = [Int32](repeating: -1, count: model.names.count)
        let opensWithMark = !Tokenizer.isWord(first.text.unicodeScalars.first ?? " ")
        for position in words.indices {
            candidates.removeAll(keepingCapacity: true)
            model.findCandidates(
                words[position], lower: lower[position], isFirst: position == 0 || (position == 1 && opensWithMark),
                &candidates)
            if candidates.isEmpty {
                candidates.append(TagModel.Candidate(tag: states[column.lowerBound].tag, score: 0))
            }
            let start = states.count
            for candidate in candidates {
                // States that end in the same two tags have the same future: only the best of them goes on.
                for at in column { bestByTag[Int(states[at].tag)] = -1 }
                for at in column {
                    let state = states[at]
                    let score =
                        state.score + candidate.score + model.transition(state.previous, state.tag, candidate.tag)
                    let back = Int32(at - column.lowerBound)
                    let known = Int(bestByTag[Int(state.tag)])
                    if known < 0 {
                        bestByTag[Int(state.tag)] = Int32(states.count)
                        states.append(State(previous: state.tag, tag: candidate.tag, score: score, back: back))
                    } else if states[known].score < score {
                        states[known].score = score
                        states[known].back = back
                    }
                }
            }
            prune(&states, from: start)
            column = start..<states.count
            columns.append(column)
        }
        return path(states, columns)
    }

    private func prune(_ states: inout [State], from start: Int) {
        var best = -Float.infinity
        for at in start..<states.count { best = max(best, states[at].score) }
        var kept = start
        for at in start..<states.count where !(states[at].score < best - Self.beam) {
            states[kept] = states[at]
            kept += 1
        }
        states.removeLast(states.count - kept)
    }

    /// The tags of the best way through all columns.
    private func path(_ states: [State], _ columns: [Range<Int>]) -> [String] {
        guard let last = columns.last else { return [] }
        var at = 0
        var best = -Float.infinity
        for (index, state) in states[last].enumerated() {
            let score = state.score + model.transition(state.previous, state.tag, model.end)
            if score > best { (best, at) = (score, index) }
        }
        var tags = [String](repeating: "", count: columns.count - 1)
        for position in tags.indices.reversed() {
            let state = states[columns[position + 1].lowerBound + at]
            tags[position] = model.names[Int(state.tag)]
            at = Int(state.back)
        }
        return tags
    }
}
