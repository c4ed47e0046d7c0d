internal import Language
internal import Record

/// Triggers that somebody else has found, by sentence: which words of the text are to be read as events, and no others.
struct GivenTriggers {
    /// In text order, each with its words in the sentence that it begins in.
    private let bySentence: [[Span]]
    /// Those that stand in no sentence.
    let loose: [Span]

    init(_ spans: [Span], _ analysis: Analysis) {
        var bySentence: [[Span]] = Array(repeating: [], count: analysis.sentences.count)
        var loose: [Span] = []
        for span in spans.sorted() {
            if let sentence = analysis.sentenceIndex(at: span.start), !analysis.sentences[sentence].tokens.isEmpty {
                bySentence[sentence].append(span)
            } else {
                loose.append(span)
            }
        }
        self.bySentence = bySentence
        self.loose = loose
    }

    /// Those of a sentence, each with the places of its words.
    func triggers(in view: SentenceView) -> [(span: Span, words: [Int])] {
        guard bySentence.indices.contains(view.index) else { return [] }
        return bySentence[view.index].map { span in
            (span, view.tokens.indices.filter { view.tokens[$0].span.overlaps(span) })
        }
    }

    /// The hits that stand on words of given triggers.
    static func hits(
        _ hits: [TriggerFinder.Hit], on triggers: [(span: Span, words: [Int])]
    ) -> [TriggerFinder.Hit] {
        let words = Set(triggers.flatMap(\.words))
        return hits.compactMap { hit in
            var kept = ([hit] + hit.shorter).filter { $0.matched.contains(where: words.contains) }
            guard !kept.isEmpty else { return nil }
            var first = kept.removeFirst()
            first.shorter = kept
            return first
        }
    }

    /// The draft that stands on each trigger, as its place among the drafts: first those that have their own word there,
    /// then those that one of their words has. No draft serves two triggers.
    static func assign(_ drafts: [EventDraft], to triggers: [(span: Span, words: [Int])]) -> [Int?] {
        var assigned = [Int?](repeating: nil, count: triggers.count)
        var taken = Set<Int>()
        func fill(where fits: (EventDraft, (span: Span, words: [Int])) -> Bool) {
            for (at, trigger) in triggers.enumerated() where assigned[at] == nil {
                guard let index = drafts.indices.first(where: { !taken.contains($0) && fits(drafts[$0], trigger) })
                else { continue }
                assigned[at] = index
                taken.insert(index)
            }
        }
        fill { $0.event.span.overlaps($1.span) }
        fill { draft, trigger in trigger.words.contains(where: draft.tokens.contains) }
        return assigned
    }

    /// The word that stands for a trigger in the tree: the verb among its words, else the one that hangs on another.
    static func head(of words: [Int], in view: SentenceView) -> Int? {
        let open = words.filter { !words.contains(view.tree.heads[$0]) }
        return open.first { view.tokens[$0].tag == .verb } ?? open.last ?? words.last
    }
}
