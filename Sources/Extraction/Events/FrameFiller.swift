internal import Language
internal import Record

/// Chooses the sense of a trigger and fills its frame.
struct FrameFiller {
    let view: SentenceView
    let phrases: NounPhrases
    let quantities: [Quantity]
    let triggers: TriggerLexicon
    let nouns: NounClasses
    /// The ids of linked places that are no countries, so that none of them acts as a government.
    let localPlaces: Set<String>

    private var tokens: [Token] { view.tokens }

    // MARK: Senses

    /// How kinds are taken.
    private enum Trust {
        /// Every mention is of the kind that it says.
        case full
        /// A name that no table knows may be of another kind: whether a country or a man is called Gorran, only what it
        /// does can tell.
        case doubted
    }

    /// The first line that fits, with its arguments; nil if none does or the line says that it is no event.
    func fit(_ lines: [TriggerLexicon.Line], _ fillers: Fillers, trigger: [Int], isVerb: Bool) -> (
        line: TriggerLexicon.Line, arguments: [EventArgument]
    )? {
        let isDoubtful = fillers.heads.contains(where: isUnknown)
        for trust in isDoubtful ? [Trust.full, .doubted] : [.full] {
            guard let (line, arguments) = fit(lines, fillers, trigger, isVerb, trust) else { continue }
            guard isDoubtful, trust == .full, line.type != "none" else { return (line, arguments) }
            return (line, self.arguments(line, fillers, trigger, isVerb, .doubted) ?? arguments)
        }
        return nil
    }

    private func fit(
        _ lines: [TriggerLexicon.Line], _ fillers: Fillers, _ trigger: [Int], _ isVerb: Bool, _ trust: Trust
    ) -> (line: TriggerLexicon.Line, arguments: [EventArgument])? {
        // "fined Google 50 million euros", "elected Holm mayor": where a frame has one object, the first suffers.
        var other: Fillers?
        if !fillers["iobj"].isEmpty {
            var turned = fillers
            turned.set("obj", fillers["iobj"])
            turned.set("amount", fillers["obj"])
            turned.set("iobj", [])
            other = turned
        }
        for line in lines {
            let takesTwo = line.slots.contains { $0.position == "iobj" }
            if !takesTwo, let other, let found = arguments(line, other, trigger, isVerb, trust) { return (line, found) }
            if let found = arguments(line, fillers, trigger, isVerb, trust) { return (line, found) }
        }
        guard let other else { return nil }
        for line in lines {
            if let found = arguments(line, other, trigger, isVerb, trust) { return (line, found) }
        }
        return nil
    }

    /// True for a name that no table knows and that is no full name of a person.
    private func isUnknown(_ head: Int) -> Bool {
        guard head >= 0, let mention = view.mention(headed: head) else { return false }
        let found = view.mentions.mentions[mention]
        guard found.form == .name, found.entity == nil else { return false }
        return found.kind != .person || phrases.base(head).count < 2
    }

    private func arguments(
        _ line: TriggerLexicon.Line, _ fillers: Fillers, _ trigger: [Int], _ isVerb: Bool, _ trust: Trust
    ) -> [EventArgument]? {
        var arguments: [EventArgument] = []
        var filled: Set<String> = []
        var unfit: Set<String> = []
        let numberRole = triggers.types[line.type]?.numberRole ?? ""
        let isPhysical = triggers.types[line.type]?.isPhysical ?? false
        for slot in line.slots {
            var any = false
            let isPlaced = slot.role == "place" && arguments.contains { $0.role == "place" }
            for head in heads(slot, fillers) where slot.position == "obj" || !trigger.contains(head) {
                switch fits(head, slot, isPhysical: isPhysical, trust) {
                case .some(var argument):
                    any = true
                    if let first = fillers.firstWords[head], first <= head {
                        argument.start = max(argument.start, tokens[first].span.start)
                    }
                    // "Chad's raid" is a deed, and "Chad" inside it who did it.
                    guard slot.role != "none",
                        slot.position == "owner" || !arguments.contains(where: { $0.span.overlaps(argument.span) })
                    else { continue }
                    if isPlaced { continue }
                    arguments.append(argument)
                    if slot.role == numberRole, let number = number(of: head, argument) { arguments.append(number) }
                case .none:
                    // A pronoun or a number without a mention is unknown rather than wrong.
                    let tag = tokens[head].tag
                    let known = tag == .noun || (tag == .properNoun && view.mention(headed: head) != nil)
                    if known, slot.isExplicit || (slot.position == "obj" && isVerb) { unfit.insert(slot.position) }
                }
            }
            if slot.position == "self", let number = ownNumber(trigger) { arguments.append(number) }
            if slot.position == "pre" {
                for argument in modifiers(slot, fillers.before)
                where !arguments.contains(where: { $0.span == argument.span }) {
                    guard !arguments.contains(where: { $0.role == argument.role }) else { continue }
                    any = true
                    arguments.append(argument)
                }
            }
            if any { filled.insert(slot.position) }
            if slot.isRequired, !any,
                !line.slots.contains(where: { $0.position == slot.position && filled.contains($0.position) })
            {
                return nil
            }
        }
        for position in unfit.subtracting(filled) where position == "obj" || position == "subj" {
            if position == "obj" { return nil }
            if line.slots.allSatisfy({ $0.position != position || $0.isExplicit }) { return nil }
        }
        if !arguments.contains(where: { $0.role == "place" }), line.slots.contains(where: { $0.role == "place" }),
            let head = fillers["locative"].first, let place = placeArgument(head),
            !arguments.contains(where: { $0.span.overlaps(place.span) })
        {
            arguments.append(place)
        }
        return arguments.sorted { $0.span != $1.span ? $0.span < $1.span : $0.role < $1.role }
    }

    /// "38,000 casualties", "lost 38,000 troops": the number inside the trigger's own phrase.
    private func ownNumber(_ trigger: [Int]) -> EventArgument? {
        guard let last = trigger.last,
            let index = quantityIndex(in: view.span(headed: phrases.head(of: last)))
        else { return nil }
        return EventArgument(role: "number", span: quantities[index].span, quantity: index)
    }

    private func heads(_ slot: TriggerLexicon.Slot, _ fillers: Fillers) -> [Int] {
        slot.position == "pre" || slot.position == "self" ? [] : fillers[slot.position]
    }

    private func placeArgument(_ head: Int) -> EventArgument? {
        guard let place = view.place(headed: head), view.mentions.mentions[place].metonym != true else { return nil }
        return EventArgument(role: "place", span: view.mentions.mentions[place].span, mention: place)
    }

    private func fits(_ head: Int, _ slot: TriggerLexicon.Slot, isPhysical: Bool, _ trust: Trust) -> EventArgument? {
        if slot.role == "place" || slot.role == "destination" || slot.role == "origin", slot.kinds.contains(.place),
            view.place(headed: head) != nil
        {
            return placeArgument(head).map { EventArgument(role: slot.role, span: $0.span, mention: $0.mention) }
        }
        let word = tokens[head]
        if slot.lemmas.contains(word.lemma) || slot.lemmas.contains(word.lower) {
            let mention = view.mention(headed: head)
            return EventArgument(role: slot.role, span: span(head, mention), mention: mention)
        }
        guard let mention = view.mention(headed: head) else {
            if let unnamed = unnamed(head, slot) { return unnamed }
            // "captured the mood", "withdrew her remark": what cannot be touched is not done to by force.
            if isPhysical, slot.role == "patient" || slot.role == "theme", isAbstract(head) { return nil }
            guard slot.kinds.contains(.object), word.tag == .noun, slot.role != "agent",
                !triggers.vague.contains(word.lemma)
            else { return nil }
            return EventArgument(role: slot.role, span: view.span(headed: head))
        }
        let found = view.mentions.mentions[mention]
        if slot.role == "agent", isLocal(found) { return nil }
        let isFit = slot.kinds.contains(found.kind) || (found.metonym == true && slot.kinds.contains(.agency))
        guard isFit || (trust == .doubted && isUnknown(head) && slot.takesNames) else { return nil }
        return EventArgument(role: slot.role, span: span(head, mention), mention: mention)
    }

    /// An event may be met with force ("pushed back the advance"), and a measure stands for what is measured.
    private func isAbstract(_ head: Int) -> Bool {
        nouns[tokens[head]] == .abstract && !view.mentions.isNumber(tokens[head].span)
            && !triggers.candidates(tokens, at: head).contains {
                $0.lines.contains { $0.pos == "n" && $0.type != "none" }
            }
    }

    /// What is no mention and yet a participant: a noun for people ("killing 12 shoppers"), a bare number of people
    /// ("killing 3"), people named by a participle
    /// ("their wounded"), and an unknown name where only a place can stand ("seized Hrekovka").
    private func unnamed(_ head: Int, _ slot: TriggerLexicon.Slot) -> EventArgument? {
        let people = slot.kinds.contains(.person) || slot.kinds.contains(.group)
        if people, slot.role == "patient" || slot.position == "obj", isManyPeople(head) {
            return EventArgument(role: slot.role, span: view.span(headed: head))
        }
        switch tokens[head].tag {
        case .noun where !view.mentions.isNumber(tokens[head].span):
            // "wounded 30 others"
            guard people, nouns[tokens[head]] == .person || countsPeople(head) else { return nil }
        case .numeral, .noun:
            // "killing 3", "dozens died"
            guard people, phrases.preposition(head) == nil, tokens[head].relation != "appos",
                slot.role == "patient" || slot.position == "obj" ? isCount(head) : countsPeople(head)
            else { return nil }
        case .verb, .adjective:
            // "their wounded", "the dead", not "Ukrainians, young and old".
            guard people, phrases.base(head).lowerBound < head else { return nil }
        case .properNoun:
            guard slot.isRequired, slot.kinds.contains(.place), !slot.kinds.contains(.person),
                phrases.base(head).count <= 2
            else { return nil }
        default: return nil
        }
        return EventArgument(role: slot.role, span: view.span(headed: head))
    }

    /// "thousands", "scores more", "those": people by their number alone, not "thousands of houses".
    private func isManyPeople(_ head: Int) -> Bool {
        guard triggers.counts.contains(tokens[head].lower), phrases.preposition(head) == nil else { return false }
        return !view.tree.children(of: head).contains {
            $0 > head && tokens[$0].relation == "nmod" && view.mention(headed: $0) == nil
                && nouns[tokens[$0]] != .person
        }
    }

    /// True if a phrase is a number without a unit of measure.
    private func isCount(_ head: Int) -> Bool {
        guard let index = quantityIndex(in: view.span(headed: head)) else { return tokens[head].text.utf8.count < 4 }
        let unit = quantities[index].unit ?? "person"
        return unit == "person" || unit.isEmpty
    }

    private func countsPeople(_ head: Int) -> Bool {
        quantityIndex(in: view.span(headed: head)).map { quantities[$0].unit == "person" } ?? false
    }

    private func span(_ head: Int, _ mention: Int?) -> Span {
        mention.map { view.mentions.mentions[$0].span } ?? view.span(headed: head)
    }

    /// "missile strike", "Ukrainian strike": what stands before a noun trigger in its phrase.
    private func modifiers(_ slot: TriggerLexicon.Slot, _ range: Range<Int>) -> [EventArgument] {
        guard !range.isEmpty else { return [] }
        for at in range.reversed() where tokens[at].tag != .determiner {
            if slot.lemmas.contains(tokens[at].lemma) {
                return [EventArgument(role: slot.role, span: tokens[at].span)]
            }
            for mention in view.mentionsByHead[at] ?? [] {
                let found = view.mentions.mentions[mention]
                if slot.kinds.contains(found.kind), found.kind != .object, slot.role != "agent" || !isLocal(found) {
                    return [EventArgument(role: slot.role, span: found.span, mention: mention)]
                }
            }
        }
        return []
    }

    private func isLocal(_ mention: Mention) -> Bool {
        guard mention.kind == .place, mention.metonym != true, let entity = mention.entity else { return false }
        return localPlaces.contains(entity)
    }

    /// The number that counts a participant.
    private func number(of head: Int, _ argument: EventArgument) -> EventArgument? {
        let span = view.span(headed: head)
        // "fifteen of the 40 hostages"
        if view.mentions.isNumber(tokens[head].span), let quantity = quantityIndex(in: tokens[head].span) {
            return EventArgument(role: "number", span: quantities[quantity].span, quantity: quantity)
        }
        if let mention = argument.mention, let quantity = view.mentions.mentions[mention].quantity,
            quantities.indices.contains(quantity)
        {
            return EventArgument(role: "number", span: quantities[quantity].span, quantity: quantity)
        }
        guard let quantity = quantityIndex(in: span) else { return nil }
        return EventArgument(role: "number", span: quantities[quantity].span, quantity: quantity)
    }

    /// The first quantity that begins inside a span, by binary search: quantities stand in text order.
    private func quantityIndex(in span: Span) -> Int? {
        var low = 0
        var high = quantities.count
        while low < high {
            let middle = (low + high) / 2
            if quantities[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        guard low < quantities.count, quantities[low].overlaps(span) else { return nil }
        return low
    }
}

extension Quantity {
    func overlaps(_ other: Span) -> Bool { span.overlaps(other) }
}
