internal import Record

/// Whether two mentions may tell of one event, and how much speaks for it.
struct EventAgreement {
    let record: AnnotationRecord
    let types: [String: TriggerLexicon.EventType]

    /// Two mentions are alike in whether they happened and how they are put forward.
    func areAlikeReal(_ a: Event, _ b: Event) -> Bool {
        guard a.polarity == b.polarity, isReal(a) == isReal(b) else { return false }
        return isReal(a) || a.modality == b.modality
    }

    private func isReal(_ event: Event) -> Bool {
        switch event.modality {
        case .habitual, .conditional, .ordered, .future: return false
        default: return event.polarity == .positive
        }
    }

    /// How well a mention agrees with what a chain has said; nil where anything contradicts or nothing ties them.
    /// - Parameters:
    ///   - isSameSentence: the chain was last told in the same sentence.
    ///   - isSameStory: one of them heads the text and the other opens it.
    func score(_ draft: EventDraft, _ chain: Event, isSameSentence: Bool, isSameStory: Bool) -> Int? {
        let event = draft.event
        guard areAlikeReal(event, chain) else { return nil }
        // Nobody dies twice, whatever else is said.
        if let role = types[event.type]?.once, isOnePerson(role, event, chain) { return 6 }
        var score = 0
        for role in Set(event.arguments.map(\.role)).sorted() {
            let mine = event.arguments.filter { $0.role == role }
            let theirs = chain.arguments.filter { $0.role == role }
            guard !theirs.isEmpty else { continue }
            guard let points = points(role, mine, theirs) else { return nil }
            score += points
        }
        if let a = event.time, let b = chain.time {
            guard timesAgree(record.times[a], record.times[b]) else { return nil }
            score += 1
        }
        let isBare = event.arguments.allSatisfy { $0.role == "place" }
        if score == 0, draft.isDefinite, draft.isNoun, isBare { score = 1 }
        if isSameStory { return max(score, 1) }
        let isTied =
            sharesParticipant(event, chain) || (draft.isNoun && draft.isDefinite)
            // What one sentence says twice of one agent is one event, unless it names two things done.
            || (isSameSentence && score > 1) || (draft.isReference && score > 0)
        return isTied && score > 0 ? score : nil
    }

    /// Points for one role that both fill; nil if the fillers cannot be the same.
    private func points(_ role: String, _ mine: [EventArgument], _ theirs: [EventArgument]) -> Int? {
        switch role {
        case "number":
            guard let a = mine.first?.quantity, let b = theirs.first?.quantity else { return 0 }
            return agree(record.quantities[a], record.quantities[b]) ? 2 : nil
        case "place", "destination", "origin":
            return mine.contains { m in theirs.contains { sameThing(m, $0) || placesAgree(m, $0) } } ? 1 : nil
        default:
            if mine.contains(where: { m in theirs.contains { sameThing(m, $0) } }) { return role == "agent" ? 2 : 3 }
            return mine.contains { m in theirs.contains { sameHead(m, $0) } } ? 1 : nil
        }
    }

    /// Agents alone do not make two events one: the same army strikes many times. Where a disaster strikes does.
    private func sharesParticipant(_ event: Event, _ chain: Event) -> Bool {
        let isDisaster = event.class == "disaster"
        return event.arguments.contains { argument in
            switch argument.role {
            case "agent" where !isDisaster, "number": return false
            case "place" where !isDisaster: return false
            default: break
            }
            return chain.arguments.contains {
                $0.role == argument.role && (sameThing($0, argument) || sameHead($0, argument))
            }
        }
    }

    private func isOnePerson(_ role: String, _ event: Event, _ chain: Event) -> Bool {
        event.arguments.contains { argument in
            guard argument.role == role, let mention = argument.mention, record.mentions[mention].kind == .person else {
                return false
            }
            return chain.arguments.contains { $0.role == role && sameThing($0, argument) }
        }
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

    /// Adds what a mention says to what its chain has said.
    func merge(_ event: Event, into chain: inout Event) {
        for argument in event.arguments
        where !chain.arguments.contains(where: { $0.role == argument.role && sameThing($0, argument) }) {
            if argument.role == "number", chain.arguments.contains(where: { $0.role == "number" }) { continue }
            if chain.arguments.count < 16 { chain.arguments.append(argument) }
        }
        if chain.time == nil { chain.time = event.time }
    }
}
