internal import Record

/// In-document coreference of events: same type, and nothing about them that contradicts.
struct EventChains {
    let record: AnnotationRecord

    /// How many earlier chains of its type an event is compared with.
    private static let window = 24

    /// What the mentions of one chain have said so far.
    private struct Chain {
        var number: Int
        var event: Event
        /// The sentences of its mentions.
        var sentences: [Int]
    }

    /// Numbers the chains and drops references that refer to nothing told.
    func link(_ drafts: [EventDraft]) -> [EventDraft] {
        var kept: [EventDraft] = []
        var chains: [String: [Chain]] = [:]
        var next = 0
        // What is told with its participants first, so that a headline or a later nominal finds it.
        var numbers = [Int?](repeating: nil, count: drafts.count)
        for pass in 0..<2 {
            for (position, draft) in drafts.enumerated() where draft.isReference == (pass == 1) {
                let type = draft.event.type
                let known = chains[type] ?? []
                var best: (index: Int, score: Int)?
                for index in known.indices.suffix(Self.window) {
                    if let score = score(draft, known[index].event, lastIn: known[index].sentences.last ?? 0),
                        score > (best?.score ?? 0)
                    {
                        best = (index, score)
                    }
                }
                if draft.isReference, draft.event.arguments.isEmpty { best = nearest(draft, known).map { ($0, 1) } }
                if let best {
                    numbers[position] = known[best.index].number
                    merge(draft.event, into: &chains[type, default: []][best.index].event)
                    chains[type]?[best.index].sentences.append(draft.sentence)
                } else if !draft.isReference {
                    numbers[position] = next
                    chains[type, default: []].append(
                        Chain(number: next, event: draft.event, sentences: [draft.sentence]))
                    next += 1
                }
            }
        }
        for (position, draft) in drafts.enumerated() {
            guard let number = numbers[position] else { continue }
            var draft = draft
            draft.event.chain = number
            kept.append(draft)
        }
        return renumber(kept)
    }

    /// "the meeting" with nothing else refers to the one told last; far from any it refers to none.
    private func nearest(_ draft: EventDraft, _ chains: [Chain]) -> Int? {
        var best: (index: Int, distance: Int)?
        for index in chains.indices.suffix(Self.window) {
            guard isReal(draft.event) == isReal(chains[index].event),
                draft.event.polarity == chains[index].event.polarity
            else { continue }
            // After the first pass the sentences stand in no order.
            for sentence in chains[index].sentences.suffix(Self.window) {
                let distance = draft.sentence - sentence
                // A headline or a lead may speak of it before it is told.
                let far = distance < 0 ? -distance + 4 : distance
                if far < (best?.distance ?? Int.max) { best = (index, far) }
            }
        }
        guard let best, best.distance <= 8 || chains.count == 1 else { return nil }
        return best.index
    }

    private func renumber(_ drafts: [EventDraft]) -> [EventDraft] {
        var order: [Int: Int] = [:]
        var drafts = drafts
        for index in drafts.indices {
            guard let chain = drafts[index].event.chain else { continue }
            let number = order[chain] ?? order.count
            order[chain] = number
            drafts[index].event.chain = number
        }
        return drafts
    }

    private func isReal(_ event: Event) -> Bool {
        switch event.modality {
        case .habitual, .conditional, .ordered, .future: return false
        default: return event.polarity == .positive
        }
    }

    /// How well two mentions agree; nil where anything contradicts.
    private func score(_ draft: EventDraft, _ chain: Event, lastIn sentence: Int) -> Int? {
        let event = draft.event
        guard isReal(event) == isReal(chain), event.polarity == chain.polarity else { return nil }
        if !isReal(event), event.modality != chain.modality { return nil }
        var score = 0
        for role in Set(event.arguments.map(\.role)).sorted() {
            let mine = event.arguments.filter { $0.role == role }
            let theirs = chain.arguments.filter { $0.role == role }
            guard !theirs.isEmpty else { continue }
            switch role {
            case "number":
                guard let a = mine.first?.quantity, let b = theirs.first?.quantity else { continue }
                guard agree(record.quantities[a], record.quantities[b]) else { return nil }
                score += 2
            case "place", "destination", "origin":
                guard mine.contains(where: { m in theirs.contains { sameThing(m, $0) || placesAgree(m, $0) } }) else {
                    return nil
                }
                score += 1
            default:
                if mine.contains(where: { m in theirs.contains { sameThing(m, $0) } }) {
                    score += role == "agent" ? 2 : 3
                } else if mine.contains(where: { m in theirs.contains { sameHead(m, $0) } }) {
                    score += 1
                } else {
                    return nil
                }
            }
        }
        if let a = event.time, let b = chain.time {
            guard timesAgree(record.times[a], record.times[b]) else { return nil }
            score += 1
        }
        if score == 0, draft.isDefinite, draft.isNoun, event.arguments.allSatisfy({ $0.role == "place" }) { score = 1 }
        // Agents alone do not make two events one: the same army strikes many times.
        let shares = event.arguments.contains { argument in
            argument.role != "agent" && argument.role != "place" && argument.role != "number"
                && chain.arguments.contains {
                    $0.role == argument.role && (sameThing($0, argument) || sameHead($0, argument))
                }
        }
        let nominal = draft.isNoun && draft.isDefinite
        // What one sentence says twice of one agent is one event, unless it names two things done.
        let repeated = sentence == draft.sentence && score > 1
        guard shares || nominal || repeated || (draft.isReference && score > 0) else { return nil }
        return score > 0 ? score : nil
    }

    private func sameThing(_ a: EventArgument, _ b: EventArgument) -> Bool {
        guard let left = a.mention, let right = b.mention else { return a.span == b.span }
        let (first, second) = (record.mentions[left], record.mentions[right])
        return first.chain == second.chain || (first.entity != nil && first.entity == second.entity)
    }

    /// Groups of the same country are one participant as far as a document's wording goes ("soldiers", "personnel").
    private func sameHead(_ a: EventArgument, _ b: EventArgument) -> Bool {
        guard let left = a.mention, let right = b.mention else { return false }
        let (first, second) = (record.mentions[left], record.mentions[right])
        guard first.kind == second.kind, first.kind == .group || first.kind == .unit else { return false }
        if let x = first.country, let y = second.country { return x == y }
        return first.form == .nominal && second.form == .nominal && (first.country == nil) != (second.country == nil)
    }

    private func placesAgree(_ a: EventArgument, _ b: EventArgument) -> Bool {
        guard let left = a.mention, let right = b.mention else { return false }
        let (first, second) = (record.mentions[left], record.mentions[right])
        guard let x = first.latitude, let y = second.latitude, let u = first.longitude, let v = second.longitude else {
            return false
        }
        return abs(x - y) < 1 && abs(u - v) < 1
    }

    private func agree(_ a: Quantity, _ b: Quantity) -> Bool {
        guard let x = a.point ?? a.low ?? a.high, let y = b.point ?? b.low ?? b.high else { return true }
        return abs(x - y) <= 0.05 * max(abs(x), abs(y))
    }

    private func timesAgree(_ a: TimeExpression, _ b: TimeExpression) -> Bool {
        guard let start = a.earliest, let end = a.latest, let otherStart = b.earliest, let otherEnd = b.latest else {
            return a.value == b.value || a.earliest == nil || b.earliest == nil
        }
        return start <= otherEnd && otherStart <= end
    }

    private func merge(_ event: Event, into chain: inout Event) {
        for argument in event.arguments
        where !chain.arguments.contains(where: { $0.role == argument.role && sameThing($0, argument) }) {
            if argument.role == "number", chain.arguments.contains(where: { $0.role == "number" }) { continue }
            if chain.arguments.count < 16 { chain.arguments.append(argument) }
        }
        if chain.time == nil { chain.time = event.time }
    }
}
