internal import Language
internal import Record

/// In-document coreference of events: same type, and nothing about them that contradicts.
struct EventChains {
    let agreement: EventAgreement
    let types: [String: TriggerLexicon.EventType]
    /// What each sentence is: only what heads or opens a text tells the same story without saying so.
    let places: StoryPlaces

    /// How many earlier chains of its type an event is compared with.
    private static let window = 24
    /// How many sentences back "the attack" looks for what it means.
    private static let reach = 8

    /// What the mentions of one chain have said so far.
    private struct Chain {
        var number: Int
        var event: Event
        var isPlural: Bool
        /// The sentences of its mentions.
        var sentences: [Int]
    }

    init(_ record: AnnotationRecord, _ analysis: Analysis, types: [String: TriggerLexicon.EventType]) {
        agreement = EventAgreement(record: record, types: types)
        self.types = types
        places = StoryPlaces(analysis)
    }

    /// Numbers the chains. A bare reference ("the attack") joins what it refers to; where nothing was told that it can
    /// mean, a noun for force or disaster tells of an event of its own.
    /// - Parameters:
    ///   - first: the number of the first chain.
    ///   - keepsAll: whether a reference that refers to nothing is an event of its own whatever its type.
    func link(_ drafts: [EventDraft], from first: Int = 0, keepsAll: Bool = false) -> [EventDraft] {
        var chains: [String: [Chain]] = [:]
        var next = 0
        var numbers = [Int?](repeating: nil, count: drafts.count)
        func open(_ position: Int) {
            let draft = drafts[position]
            numbers[position] = next
            chains[draft.key, default: []].append(
                Chain(number: next, event: draft.event, isPlural: draft.isPlural, sentences: [draft.sentence]))
            next += 1
        }
        // What is told with its participants first, so that a headline or a later nominal finds it.
        for (position, draft) in drafts.enumerated() where !draft.isReference {
            if let index = match(draft, chains[draft.key] ?? []) {
                numbers[position] = join(draft, &chains[draft.key, default: []][index])
            } else {
                open(position)
            }
        }
        for (position, draft) in drafts.enumerated() where draft.isReference {
            if let (type, index) = antecedent(of: draft, chains) {
                numbers[position] = join(draft, &chains[type, default: []][index])
            } else if keepsAll || opens(draft) {
                open(position)
            }
        }
        var kept: [EventDraft] = []
        for (position, draft) in drafts.enumerated() {
            guard let number = numbers[position] else { continue }
            var draft = draft
            draft.event.chain = number
            kept.append(draft)
        }
        return renumber(kept, from: first)
    }

    private func opens(_ draft: EventDraft) -> Bool {
        guard draft.isNoun, let type = types[draft.event.type] else { return false }
        return type.isGrave && !type.isSituation
    }

    /// The chain of the same type that agrees best with an event.
    private func match(_ draft: EventDraft, _ known: [Chain]) -> Int? {
        guard !draft.isOther, draft.stem != EventDraft.alone else { return nil }
        var best: (index: Int, score: Int)?
        for index in known.indices.suffix(Self.window) where draft.isPlural == known[index].isPlural || !draft.isNoun {
            let chain = known[index]
            let isStory = chain.sentences.contains { places.tellTheSame($0, draft.sentence) }
            if let score = agreement.score(
                draft, chain.event, isSameSentence: chain.sentences.last == draft.sentence, isSameStory: isStory),
                score > (best?.score ?? 0)
            {
                best = (index, score)
            }
        }
        return best?.index
    }

    /// What a reference means: with participants the chain that agrees, bare the one told nearest, of its own type or of
    /// one that its noun may sum up ("the attack" after a bombing).
    private func antecedent(of draft: EventDraft, _ chains: [String: [Chain]]) -> (String, Int)? {
        let (type, key) = (draft.event.type, draft.key)
        if let index = match(draft, chains[key] ?? []) { return (key, index) }
        guard draft.event.arguments.isEmpty, !draft.isOther else { return nil }
        if let index = nearest(draft, chains[key] ?? []) { return (key, index) }
        guard types[type]?.narrower.isEmpty == false else { return nil }
        var best: (type: String, index: Int, distance: Int)?
        for narrower in types[type]?.narrower ?? [] {
            guard let known = chains[narrower], let index = nearest(draft, known) else { continue }
            let distance = known[index].sentences.map { abs($0 - draft.sentence) }.min() ?? 0
            if distance < (best?.distance ?? Int.max) { best = (narrower, index, distance) }
        }
        return best.map { ($0.type, $0.index) }
    }

    /// "the meeting" with nothing else refers to the one told last; far from any it refers to none.
    private func nearest(_ draft: EventDraft, _ chains: [Chain]) -> Int? {
        var best: (index: Int, distance: Int)?
        for index in chains.indices.suffix(Self.window) {
            guard agreement.areAlikeReal(draft.event, chains[index].event),
                draft.isPlural == chains[index].isPlural
            else { continue }
            // After the first pass the sentences stand in no order.
            for sentence in chains[index].sentences.suffix(Self.window) {
                let distance = draft.sentence - sentence
                // A headline or a lead may speak of it before it is told.
                let far = distance < 0 ? -distance + 4 : distance
                if far < (best?.distance ?? Int.max) { best = (index, far) }
            }
        }
        guard let best, best.distance <= Self.reach || chains.count == 1 else { return nil }
        return best.index
    }

    private func join(_ draft: EventDraft, _ chain: inout Chain) -> Int {
        agreement.merge(draft.event, into: &chain.event)
        chain.sentences.append(draft.sentence)
        return chain.number
    }

    private func renumber(_ drafts: [EventDraft], from first: Int) -> [EventDraft] {
        var order: [Int: Int] = [:]
        var drafts = drafts
        for index in drafts.indices {
            guard let chain = drafts[index].event.chain else { continue }
            let number = order[chain] ?? first + order.count
            order[chain] = number
            drafts[index].event.chain = number
        }
        return drafts
    }
}
