internal import Language
internal import Record

/// The times of a sentence by the words they hang on: from when to when a relation holds.
struct RelationTimes {
    /// A time that hangs on a word.
    struct Hanging {
        /// Index into the record's times.
        var time: Int
        var state: RelationRule.State
    }

    private var byWord: [Int: [Hanging]] = [:]

    /// - Parameter times: those of the sentence, by index.
    init(_ times: [Int], _ record: AnnotationRecord, _ sentence: Sentence, _ view: RelationSentence) {
        for time in times {
            let tokens = sentence.tokens(in: record.times[time].span)
            guard let head = tokens.min(by: { view.tree.depths[$0] < view.tree.depths[$1] }),
                let word = view.head(of: head)
            else { continue }
            var state = RelationRule.State.always
            let before = tokens.lowerBound > 0 ? view.tokens[tokens.lowerBound - 1].lower : ""
            for candidate in [view.preposition(of: head), view.tokens[tokens.lowerBound].lower, before] {
                if let candidate, let found = view.rules.bounds[candidate] {
                    state = found
                    break
                }
            }
            byWord[word, default: []].append(Hanging(time: time, state: state))
        }
    }

    func hanging(on word: Int) -> [Hanging] { byWord[word] ?? [] }

    /// Since when a relation holds, until when, and a time at which it holds.
    func validity(on words: [Int], state: RelationRule.State) -> (since: Int?, until: Int?, at: Int?) {
        var validity: (since: Int?, until: Int?, at: Int?) = (nil, nil, nil)
        for word in words {
            for hanging in byWord[word] ?? [] {
                switch hanging.state == .always ? state : hanging.state {
                case .began: validity.since = validity.since ?? hanging.time
                case .ended: validity.until = validity.until ?? hanging.time
                case .always, .intended: validity.at = validity.at ?? hanging.time
                }
            }
        }
        return validity
    }
}
