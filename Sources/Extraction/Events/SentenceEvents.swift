internal import Language
internal import Record

/// The events of one sentence.
struct SentenceEvents {
    let view: SentenceView
    let record: AnnotationRecord
    let triggers: TriggerLexicon
    let context: EventContext
    let lightVerbs: LightVerbs
    let reports: ReportIndex
    let times: [Int]
    let localPlaces: Set<String>

    private struct Hit {
        let lines: [TriggerLexicon.Line]
        let matched: [Int]
        let isVerb: Bool
    }

    private var tokens: [Token] { view.tokens }
    private var reader: ClauseReader { view.reader }

    func read() -> [EventDraft] {
        let hits = hits()
        guard !hits.isEmpty else { return [] }
        let nouns = Set(hits.compactMap { hit in hit.isVerb ? nil : hit.matched.last.flatMap { reader.phraseAt[$0] } })
        let filler = FrameFiller(
            view: view, quantities: record.quantities, types: triggers.types, nouns: nouns, vague: triggers.vague,
            localPlaces: localPlaces)
        let dated = EventTimes(times, record, view, nouns: nouns)
        let matches = context.matches(in: tokens)
        var drafts: [EventDraft] = []
        for hit in hits {
            let draft =
                hit.isVerb
                ? verbEvent(hit, filler, dated, matches) : nounEvent(hit, filler, dated, matches)
            if let draft { drafts.append(draft) }
        }
        lendAgents(&drafts)
        return merged(drafts)
    }

    /// "have held the area since an incursion in August": who holds it led the incursion.
    private func lendAgents(_ drafts: inout [EventDraft]) {
        for index in drafts.indices where drafts[index].isNoun && !drafts[index].isReference {
            let event = drafts[index].event
            guard event.class == "conflict",
                !event.arguments.contains(where: { $0.role == "agent" || $0.role == "patient" }),
                var group = drafts[index].group,
                let phrase = drafts[index].tokens.last.flatMap({ reader.phraseAt[$0] })
            else { continue }
            let word = reader.phrases[phrase].preposition.map { tokens[$0].lower } ?? ""
            if reader.groups[group].form == .gerund, tokens[reader.groups[group].head].lower == "following" {
                guard let governor = reader.groups[group].governor else { continue }
                group = governor
            } else if !["since", "after", "following", "during"].contains(word) {
                continue
            }
            guard
                let verb = drafts.first(where: {
                    $0.group == group && !$0.isNoun && triggers.types[$0.event.type]?.isGain == true
                        && $0.event.polarity == .positive
                }),
                let agent = verb.event.arguments.first(where: { $0.role == "agent" })
            else { continue }
            drafts[index].event.arguments.append(agent)
            drafts[index].event.arguments.sort { $0.span < $1.span }
        }
    }

    // MARK: Triggers

    private func hits() -> [Hit] {
        var hits: [Hit] = []
        var taken = Set<Int>()
        var at = 0
        while at < tokens.count {
            defer { at += 1 }
            guard !taken.contains(at) else { continue }
            var word: Int?
            for candidate in triggers.candidates(tokens, at: at) {
                // All lines of the longest words that fit; shorter words only if the longer ones are of another kind.
                guard !candidate.matched.contains(where: taken.contains) else { continue }
                if let word, candidate.lines[0].words.count < word { break }
                guard let isVerb = fits(candidate.lines[0], candidate.matched) else { continue }
                word = candidate.lines[0].words.count
                taken.formUnion(candidate.matched)
                if candidate.lines.allSatisfy({ $0.type == "none" && $0.slots.isEmpty }) { break }
                hits.append(Hit(lines: candidate.lines, matched: candidate.matched, isVerb: isVerb))
                break
            }
        }
        return hits
    }

    /// Whether the words stand as the part of speech that the line asks for; nil if they do not.
    private func fits(_ line: TriggerLexicon.Line, _ matched: [Int]) -> Bool? {
        guard let first = matched.first, let last = matched.last else { return nil }
        // "state-owned", "Oslo-based": the second part of a compound is no verb of its own.
        if line.pos != "n", first > 0, tokens[first - 1].text == "-", !tokens[first - 1].spaceBefore,
            !tokens[first].spaceBefore
        {
            return nil
        }
        switch line.pos {
        case "v":
            guard matched.contains(where: { reader.groupAt[$0] != nil || tokens[$0].tag == .verb }) else { return nil }
            let verb = matched.first { tokens[$0].tag == .verb || tokens[$0].tag == .auxiliary } ?? first
            // A participle before a noun is a verb too: "the captured soldiers".
            guard tokens[verb].tag == .verb || matched.count > 1 else { return nil }
            if matched.count > 1, reader.groupAt[first] == nil, tokens[first].tag != .adverb { return nil }
            return true
        case "a":
            return tokens[first].tag == .adjective || tokens[first].tag == .verb ? true : nil
        default:
            let tag = tokens[last].tag
            guard tag == .noun || (tag == .properNoun && view.sentence.role == .heading) else {
                guard tag == .properNoun, !tokens[last].isCapitalized else { return nil }
                return false
            }
            // A noun inside a name or before another noun is no event of its own: "attack helicopter".
            if let phrase = reader.phraseAt[last], reader.phrases[phrase].head != last { return nil }
            return isInName(tokens[last].span) ? nil : false
        }
    }

    private func isInName(_ span: Span) -> Bool {
        view.mentions.inSentence(view.index).contains {
            let mention = view.mentions.mentions[$0]
            return mention.form == .name && mention.span.contains(span) && mention.span != span
        }
    }

    // MARK: Verbs

    private func verbEvent(_ hit: Hit, _ filler: FrameFiller, _ dated: EventTimes, _ matches: EventContext.Matches)
        -> EventDraft?
    {
        let span = view.sentence.span(of: (hit.matched[0])..<((hit.matched.last ?? hit.matched[0]) + 1))
        guard let index = hit.matched.compactMap({ reader.groupAt[$0] }).first else {
            return reference(hit, filler, dated) ?? predicate(hit, filler, dated, matches)
        }
        let group = reader.groups[index]
        guard hit.matched.contains(group.head) || hit.matched.count > 1 else { return nil }
        let fillers = filler.fillers(verb: index, trigger: hit.matched)
        guard let (line, fitting) = filler.fit(hit.lines, fillers, trigger: hit.matched, isVerb: true),
            line.type != "none", let type = triggers.types[line.type]
        else { return nil }
        let arguments = fitting.filter { $0.mention != nil || $0.role == "number" || !names($0.span, line.type) }
        if isPlainSpeech(line.type, type.group, span) { return nil }
        guard arguments.contains(where: { $0.role != "place" && $0.role != "number" }) else { return nil }
        let outlook = context.outlook(group: index, view, matches)
        var event = Event(span: span, type: line.type, class: type.group, arguments: arguments, rule: line.rule)
        put(outlook, into: &event)
        var own = dated.byGroup[index] ?? []
        if let last = hit.matched.last, let other = reader.groupAt[last], other != index {
            own += dated.byGroup[other] ?? []
        }
        date(&event, own)
        attribute(&event, dated)
        guard tells(event, type) else { return nil }
        return EventDraft(
            event: event, sentence: view.index, tokens: hit.matched, group: index, isReference: false, isNoun: false,
            isDefinite: false)
    }

    /// True for "a precision strike" beside a verb of the same type: the event is not its own agent.
    private func names(_ span: Span, _ type: String) -> Bool {
        guard let last = MentionIndex.token(endingAt: span.end, tokens) else { return false }
        return triggers.candidates(tokens, at: last).contains { candidate in
            candidate.lines.contains { $0.pos == "n" && $0.type == type }
        }
    }

    /// Plain saying is an attribution and no event; so is what reports an event of its own.
    private func isPlainSpeech(_ type: String, _ group: String, _ span: Span) -> Bool {
        type == "state"
    }

    /// What was not announced or shared is no news, and a message needs somebody who takes part in it.
    private func tells(_ event: Event, _ type: TriggerLexicon.EventType) -> Bool {
        guard type.group == "communication" else { return true }
        if event.polarity == .negative, !type.isRefusal { return false }
        return event.arguments.contains { $0.mention != nil && $0.role != "place" }
    }

    /// "leaving five people dead", "3 dead": an adjective behind those whom it tells of.
    private func predicate(_ hit: Hit, _ filler: FrameFiller, _ dated: EventTimes, _ matches: EventContext.Matches)
        -> EventDraft?
    {
        guard let at = hit.matched.first, at > 0, hit.lines[0].pos == "a", reader.phraseAt[at] == nil,
            let phrase = reader.phraseAt[at - 1], reader.phrases[phrase].range.upperBound == at,
            !reader.phrases[phrase].isPossessor,
            tokens[reader.phrases[phrase].head].tag != .determiner
        else { return nil }
        var fillers = FrameFiller.Fillers()
        fillers.add("obj", [phrase])
        guard let (line, arguments) = filler.fit(hit.lines, fillers, trigger: [], isVerb: true), line.type != "none",
            let type = triggers.types[line.type], !arguments.isEmpty
        else { return nil }
        var event = Event(
            span: tokens[at].span, type: line.type, class: type.group, arguments: arguments, rule: line.rule)
        let governing = governor(of: phrase)?.0
        put(governing.map { context.outlook(group: $0, view, matches) } ?? EventContext.Outlook(), into: &event)
        date(&event, governing.flatMap { dated.byGroup[$0] } ?? [])
        attribute(&event, dated)
        return EventDraft(
            event: event, sentence: view.index, tokens: hit.matched, group: governing, isReference: false,
            isNoun: false, isDefinite: false)
    }

    /// "the captured soldiers": refers to a capture told elsewhere, by its participants.
    private func reference(_ hit: Hit, _ filler: FrameFiller, _ dated: EventTimes) -> EventDraft? {
        guard hit.matched.count == 1, let phrase = reader.phraseAt[hit.matched[0]],
            tokens[hit.matched[0]].verbForm != .gerund, view.mention(of: phrase) != nil
        else { return nil }
        var fillers = FrameFiller.Fillers()
        fillers.add("obj", [phrase])
        guard let (line, arguments) = filler.fit(hit.lines, fillers, trigger: [], isVerb: true), line.type != "none",
            let type = triggers.types[line.type], !arguments.isEmpty
        else { return nil }
        var event = Event(
            span: tokens[hit.matched[0]].span, type: line.type, class: type.group, arguments: arguments, rule: line.rule
        )
        event.modality = .asserted
        event.certainty = 3
        attribute(&event, dated)
        return EventDraft(
            event: event, sentence: view.index, tokens: hit.matched, group: nil, isReference: true, isNoun: false,
            isDefinite: true)
    }

    // MARK: Nouns

    private func nounEvent(_ hit: Hit, _ filler: FrameFiller, _ dated: EventTimes, _ matches: EventContext.Matches)
        -> EventDraft?
    {
        guard let last = hit.matched.last, let phrase = reader.phraseAt[last] else { return nil }
        var fillers = filler.fillers(noun: hit.matched, phrase: phrase)
        let governing = governor(of: phrase)
        var isGoverned = false
        if let (index, role) = governing,
            !reports.isCue(tokens[reader.groups[index].head].span, sentence: view.index),
            let position = lightVerbs.position(tokens, at: reader.groups[index].head)
        {
            let group = reader.groups[index]
            // In the passive the noun is the subject and the by-phrase does it.
            let subjects = group.isPassive ? byPhrase(group) : group.subjects
            if role == "obj" {
                isGoverned = true
                if position == "subj" {
                    fillers.add("by", subjects)
                } else {
                    for slot in ["on", "of", "against"] { fillers.add(slot, subjects) }
                }
                for oblique in group.obliques {
                    if let preposition = reader.phrases[oblique].preposition,
                        view.place(of: oblique) != nil, FunctionWords.locatives.contains(tokens[preposition].lower)
                    {
                        fillers.add(tokens[preposition].lower, [oblique])
                    }
                }
            }
        }
        guard let (line, arguments) = filler.fit(hit.lines, fillers, trigger: hit.matched, isVerb: false),
            line.type != "none", let type = triggers.types[line.type]
        else { return nil }
        if line.type == "state" { return nil }
        let span = view.sentence.span(of: hit.matched[0]..<(last + 1))
        let determiner = tokens[reader.phrases[phrase].range.lowerBound].lower
        let isDefinite = ["the", "this", "that", "these", "those", "its", "their", "his", "her"].contains(determiner)
        let participants = arguments.filter { $0.role != "place" && $0.role != "number" && $0.role != "instrument" }
        let outlook = context.outlook(phrase: phrase, group: governing?.0, isGoverned: isGoverned, view, matches)
        var event = Event(span: span, type: line.type, class: type.group, arguments: arguments, rule: line.rule)
        put(outlook, into: &event)
        var own = dated.byPhrase[phrase] ?? []
        if own.isEmpty, let (index, _) = governing {
            let verb = tokens[reader.groups[index].head].span
            // The day of the report is not the day of what is reported.
            if !reports.isCue(verb, sentence: view.index) { own = dated.byGroup[index] ?? [] }
        }
        date(&event, own)
        attribute(&event, dated)
        let isBare = participants.isEmpty
        if arguments.isEmpty, type.isSituation { return nil }
        let isDated = dated.byPhrase[phrase] != nil
        if isBare, !isDefinite, !isDated, type.group != "disaster" || arguments.isEmpty { return nil }
        guard tells(event, type) || (isBare && isDefinite && type.group != "communication") else { return nil }
        return EventDraft(
            event: event, sentence: view.index, tokens: hit.matched, group: governing?.0,
            isReference: isBare && isDefinite && !isDated && (arguments.isEmpty || type.group != "disaster"),
            isNoun: true,
            isDefinite: isDefinite)
    }

    private func byPhrase(_ group: VerbGroup) -> [Int] {
        group.obliques.first { reader.phrases[$0].preposition.map { tokens[$0].lower == "by" } ?? false }
            .map { [$0] } ?? []
    }

    /// The verb whose object or passive subject a phrase is, or whose clause it stands in.
    private func governor(of phrase: Int) -> (Int, String)? {
        var low = 0
        var high = reader.groups.count
        let head = reader.phrases[phrase].head
        while low < high {
            let middle = (low + high) / 2
            if reader.groups[middle].head < head { low = middle + 1 } else { high = middle }
        }
        for index in [low - 1, low] where reader.groups.indices.contains(index) {
            let group = reader.groups[index]
            if group.isPassive ? group.subjects.contains(phrase) : group.objects.contains(phrase) {
                return (index, "obj")
            }
            if group.subjects.contains(phrase) { return (index, "subj") }
            if group.obliques.contains(phrase) { return (index, "obl") }
        }
        return nil
    }

    // MARK: Common

    private func put(_ outlook: EventContext.Outlook, into event: inout Event) {
        event.polarity = outlook.polarity
        event.modality = outlook.modality
        event.certainty = outlook.certainty
        event.tense = outlook.tense
    }

    private func date(_ event: inout Event, _ times: [Int]) {
        event.time = times.first
        event.times = times.map { EventTime(role: .occurred, time: $0) }
    }

    private func attribute(_ event: inout Event, _ dated: EventTimes) {
        guard let index = reports.innermost(event.span, sentence: view.index) else {
            settle(&event)
            return
        }
        event.attribution = index
        let said = reports.certainty(index)
        if said == -3, reports.attributions[index].kind != .doubt {
            event.polarity = .negative
            event.modality = .denied
            event.certainty = 3
        } else {
            event.certainty = min(event.certainty ?? 3, said)
            let isHedge = reports.attributions[index].kind == .hedge || reports.attributions[index].kind == .doubt
            if isHedge || said == 0, event.modality == .asserted { event.modality = .hedged }
        }
        settle(&event)
        addAnnounced(&event, dated)
    }

    /// Certainly not is the other end of the scale.
    private func settle(_ event: inout Event) {
        if event.polarity == .negative, let certainty = event.certainty, certainty > 0 { event.certainty = -certainty }
    }

    /// The day of the report, where its verb has one.
    private func addAnnounced(_ event: inout Event, _ dated: EventTimes) {
        for index in reports.holding(event.span, sentence: view.index) {
            guard let cue = reports.attributions[index].cue.first,
                let token = MentionIndex.token(endingAt: cue.end, tokens), tokens[token].span.overlaps(cue),
                let group = reader.groupAt[token]
            else { continue }
            for time in dated.byReport[group] ?? [] where !event.times.contains(where: { $0.time == time }) {
                let span = record.times[time].span
                guard !reports.attributions[index].content.contains(where: { $0.overlaps(span) }) else { continue }
                event.times.append(EventTime(role: .announced, time: time))
            }
        }
    }

    /// One clause tells one event of a type: "a strike targeted the post", "killed or wounded".
    private func merged(_ drafts: [EventDraft]) -> [EventDraft] {
        var kept: [EventDraft] = []
        for draft in drafts {
            if let last = kept.indices.last, kept[last].event.type == draft.event.type, kept[last].isNoun,
                !draft.isNoun,
                let group = draft.group, kept[last].group == group
            {
                var event = draft.event
                let agents = kept[last].event.arguments
                event.arguments.removeAll { $0.span.contains(kept[last].event.span) }
                event.arguments += agents.filter { argument in
                    !event.arguments.contains { $0.role == argument.role || $0.span == argument.span }
                }
                event.arguments.sort { $0.span < $1.span }
                kept[last] = draft
                kept[last].event = event
                continue
            }
            kept.append(draft)
        }
        return kept
    }
}
