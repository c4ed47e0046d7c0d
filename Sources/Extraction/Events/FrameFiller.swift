internal import Language
internal import Record

/// Chooses the sense of a trigger and fills its frame from the clause.
struct FrameFiller {
    let view: SentenceView
    let quantities: [Quantity]
    let types: [String: TriggerLexicon.EventType]
    /// Phrases that hold a noun trigger.
    let nouns: Set<Int>
    /// Nouns that never take part: "occasion", "basis".
    let vague: Set<String>
    /// The ids of linked places that are no countries, so that none of them acts as a government.
    let localPlaces: Set<String>

    /// What stands at the positions of a frame.
    struct Fillers {
        var byPosition: [String: [Int]] = [:]
        /// Tokens before a noun trigger in its own phrase.
        var before: Range<Int> = 0..<0
        subscript(position: String) -> [Int] { byPosition[position] ?? [] }
        mutating func add(_ position: String, _ phrases: [Int]) {
            if byPosition[position] == nil { byPosition[position] = phrases }
        }
    }

    private var reader: ClauseReader { view.reader }
    private var tokens: [Token] { view.tokens }

    // MARK: Positions

    func fillers(verb index: Int, trigger: [Int]) -> Fillers {
        var group = reader.groups[index]
        // "killed or wounded in May": what follows hangs on the last verb of the trigger.
        if let last = trigger.last, let other = reader.groupAt[last], other != index {
            group.objects += reader.groups[other].objects
            group.obliques += reader.groups[other].obliques
        }
        var fillers = Fillers()
        let inTrigger = Set(trigger)
        var objects = group.objects.filter { !inTrigger.contains(reader.phrases[$0].head) }
        // "send * troops": the trigger's own noun is a participant where it is a mention.
        if objects.isEmpty { objects = group.objects.filter { view.mention(of: $0) != nil } }
        var obliques: [Int] = []
        var promoted: [Int] = []
        for phrase in group.obliques where !inTrigger.contains(reader.phrases[phrase].head) {
            if let preposition = reader.phrases[phrase].preposition, inTrigger.contains(preposition) {
                promoted.append(phrase)
            } else {
                obliques.append(phrase)
            }
        }
        let subjects = group.subjects
        if group.isPassive {
            fillers.add("obj", subjects)
            if let first = promoted.first, let preposition = reader.phrases[first].preposition,
                tokens[preposition].lower == "by"
            {
                fillers.add("subj", [first])
            }
        } else {
            if !subjects.isEmpty { fillers.add("subj", subjects) }
            if objects.count > 1, !reader.conjuncts(of: objects[0]).contains(objects[1]) {
                fillers.add("iobj", [objects[0]])
                fillers.add("obj", reader.conjuncts(of: objects[1]))
            } else if let first = objects.first ?? promoted.first {
                fillers.add("obj", reader.conjuncts(of: first))
            }
        }
        for phrase in obliques { addOblique(phrase, &fillers, passive: group.isPassive) }
        // "were taken to Bamako", "sent troops to Mali": the trigger's own preposition has its place as well.
        if group.isPassive || !objects.isEmpty {
            for phrase in promoted { addOblique(phrase, &fillers, passive: false) }
        }
        // A locative before the verb's clause: "In Kursk, troops …".
        if fillers["in"].isEmpty, fillers["at"].isEmpty, fillers["near"].isEmpty,
            let opening = reader.phrases.first?.preposition, opening == 0,
            reader.phrases[0].range.upperBound < tokens.count,
            tokens[reader.phrases[0].range.upperBound].text == ",",
            reader.groups.first(where: { $0.form == .finite })?.head == group.head
        {
            addOblique(0, &fillers, passive: false)
        }
        return fillers
    }

    private func addOblique(_ phrase: Int, _ fillers: inout Fillers, passive: Bool) {
        guard let preposition = reader.phrases[phrase].preposition else { return }
        let word = tokens[preposition].lower
        // "by Tuesday" and "by train" are no agents; the kinds of the slot sort them out.
        // "taken there for questioning by police": the police question.
        let afterNoun =
            phrase > 0 && nouns.contains(phrase - 1) && reader.phrases[phrase - 1].range.upperBound == preposition
        if passive, word == "by", !afterNoun { fillers.add("subj", reader.conjuncts(of: phrase)) }
        fillers.add(word, reader.conjuncts(of: phrase))
        if view.place(of: phrase) != nil, FunctionWords.locatives.contains(word), fillers["locative"].isEmpty {
            fillers.add("locative", [phrase])
        }
    }

    func fillers(noun trigger: [Int], phrase: Int) -> Fillers {
        var fillers = Fillers()
        let own = reader.phrases[phrase]
        fillers.before = own.range.lowerBound..<max(own.range.lowerBound, trigger.first ?? own.range.lowerBound)
        if let owner = own.possessor { fillers.add("poss", [owner]) }
        var next = phrase + 1
        var end = (trigger.last ?? own.head) + 1
        guard end >= own.range.upperBound else { return fillers }
        end = own.range.upperBound
        while next < reader.phrases.count, next < phrase + 8 {
            let other = reader.phrases[next]
            if other.possessor != nil
                || (other.preposition == nil && other.range.lowerBound == end + 1 && tokens[end].tag == .conjunction)
            {
                end = other.range.upperBound
                next += 1
                continue
            }
            guard let preposition = other.preposition, preposition >= end else { break }
            // Times and adverbs may stand between; a verb or a comma may not.
            guard preposition - end <= 1, (end..<preposition).allSatisfy({ tokens[$0].tag == .adverb }) else { break }
            // "the invasion with the help of allies": "of" hangs on the noun before it.
            let isInner = tokens[preposition].lower == "of" && preposition != own.range.upperBound
            if isInner {
                end = other.range.upperBound
            } else if !other.isPossessor {
                addOblique(next, &fillers, passive: false)
                end = other.range.upperBound
            } else {
                // "in Russia's Kursk region": the owned phrase takes its owner's preposition.
                let owned = next + 1
                guard owned < reader.phrases.count, reader.phrases[owned].possessor == next else { break }
                addOblique(owned, &fillers, passive: false)
                next = owned
                end = reader.phrases[owned].range.upperBound
            }
            next += 1
        }
        return fillers
    }

    // MARK: Senses

    /// The first line that fits, with its arguments; nil if none does or the line says that it is no event.
    func fit(_ lines: [TriggerLexicon.Line], _ fillers: Fillers, trigger: [Int], isVerb: Bool) -> (
        line: TriggerLexicon.Line, arguments: [EventArgument]
    )? {
        for line in lines {
            if let arguments = arguments(line, fillers, trigger, isVerb) {
                return (line, arguments)
            }
        }
        return nil
    }

    private func arguments(_ line: TriggerLexicon.Line, _ fillers: Fillers, _ trigger: [Int], _ isVerb: Bool)
        -> [EventArgument]?
    {
        var arguments: [EventArgument] = []
        var filled: Set<String> = []
        var unfit: Set<String> = []
        let numberRole = types[line.type]?.numberRole ?? ""
        for slot in line.slots {
            var any = false
            for phrase in phrases(slot, fillers)
            where slot.position == "obj" || !trigger.contains(reader.phrases[phrase].head) {
                switch fits(phrase, slot) {
                case .some(let argument):
                    any = true
                    guard slot.role != "none", !arguments.contains(where: { $0.span.overlaps(argument.span) }) else {
                        continue
                    }
                    if slot.role == "place", arguments.contains(where: { $0.role == "place" }) { continue }
                    arguments.append(argument)
                    if slot.role == numberRole, let number = number(of: phrase, argument) { arguments.append(number) }
                case .none:
                    // A pronoun or a number without a mention is unknown rather than wrong.
                    let tag = tokens[reader.phrases[phrase].head].tag
                    let known = tag == .noun || (tag == .properNoun && view.mention(of: phrase) != nil)
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
            if line.slots.contains(where: { $0.position == position && $0.isExplicit }) { return nil }
        }
        if !arguments.contains(where: { $0.role == "place" }), line.slots.contains(where: { $0.role == "place" }),
            let phrase = fillers["locative"].first, let place = placeArgument(phrase),
            !arguments.contains(where: { $0.span.overlaps(place.span) })
        {
            arguments.append(place)
        }
        return arguments.sorted { $0.span != $1.span ? $0.span < $1.span : $0.role < $1.role }
    }

    /// "38,000 casualties", "lost 38,000 troops": the number inside the trigger's own phrase.
    private func ownNumber(_ trigger: [Int]) -> EventArgument? {
        guard let last = trigger.last, let phrase = reader.phraseAt[last],
            let index = quantityIndex(in: view.span(of: phrase))
        else { return nil }
        return EventArgument(role: "number", span: quantities[index].span, quantity: index)
    }

    private func phrases(_ slot: TriggerLexicon.Slot, _ fillers: Fillers) -> [Int] {
        slot.position == "pre" || slot.position == "self" ? [] : fillers[slot.position]
    }

    private func placeArgument(_ phrase: Int) -> EventArgument? {
        guard let place = view.place(of: phrase), view.mentions.mentions[place].metonym != true else { return nil }
        return EventArgument(role: "place", span: view.mentions.mentions[place].span, mention: place)
    }

    private func fits(_ phrase: Int, _ slot: TriggerLexicon.Slot) -> EventArgument? {
        if slot.role == "place" || slot.role == "destination" || slot.role == "origin", slot.kinds.contains(.place),
            view.place(of: phrase) != nil
        {
            return placeArgument(phrase).map { EventArgument(role: slot.role, span: $0.span, mention: $0.mention) }
        }
        let head = tokens[reader.phrases[phrase].head]
        if slot.lemmas.contains(head.lemma) || slot.lemmas.contains(head.lower) {
            let mention = view.mention(of: phrase)
            return EventArgument(role: slot.role, span: span(phrase, mention), mention: mention)
        }
        guard let mention = view.mention(of: phrase) else {
            if let unnamed = unnamed(phrase, slot) { return unnamed }
            guard slot.kinds.contains(.object), head.tag == .noun, slot.role != "agent", !vague.contains(head.lemma)
            else { return nil }
            return EventArgument(role: slot.role, span: view.span(of: phrase))
        }
        let found = view.mentions.mentions[mention]
        if slot.role == "agent", isLocal(found) { return nil }
        guard slot.kinds.contains(found.kind) || (found.metonym == true && slot.kinds.contains(.agency)) else {
            return nil
        }
        return EventArgument(role: slot.role, span: span(phrase, mention), mention: mention)
    }

    /// What is no mention and yet a participant: a bare number of people ("killing 3"), people named by a participle
    /// ("their wounded"), and an unknown name where only a place can stand ("seized Hrekovka").
    private func unnamed(_ phrase: Int, _ slot: TriggerLexicon.Slot) -> EventArgument? {
        let head = tokens[reader.phrases[phrase].head]
        let people = slot.kinds.contains(.person) || slot.kinds.contains(.group)
        switch head.tag {
        case .numeral:
            guard people, slot.role == "patient" || slot.position == "obj", reader.phrases[phrase].preposition == nil,
                isCount(phrase)
            else { return nil }
        case .verb, .adjective:
            guard people else { return nil }
        case .properNoun:
            guard slot.isRequired, slot.kinds.contains(.place), !slot.kinds.contains(.person),
                reader.phrases[phrase].range.count <= 2
            else { return nil }
        default: return nil
        }
        return EventArgument(role: slot.role, span: view.span(of: phrase))
    }

    /// True if a phrase is a number without a unit of measure.
    private func isCount(_ phrase: Int) -> Bool {
        guard let index = quantityIndex(in: view.span(of: phrase)) else {
            return tokens[reader.phrases[phrase].head].text.utf8.count < 4
        }
        let unit = quantities[index].unit ?? "person"
        return unit == "person" || unit.isEmpty
    }

    private func span(_ phrase: Int, _ mention: Int?) -> Span {
        mention.map { view.mentions.mentions[$0].span } ?? view.span(of: phrase)
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
    private func number(of phrase: Int, _ argument: EventArgument) -> EventArgument? {
        let span = view.span(of: phrase)
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
