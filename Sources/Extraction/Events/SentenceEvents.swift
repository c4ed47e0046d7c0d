internal import Language
internal import Record

/// The events of one sentence.
struct SentenceEvents {
    let view: SentenceView
    let record: AnnotationRecord
    let triggers: TriggerLexicon
    let context: EventContext
    let reports: ReportIndex
    let times: EventTimes
    let matches: EventContext.Matches
    let clauses: Clauses
    let reader: FillerReader
    let filler: FrameFiller
    /// Ids of the countries among the record's entities.
    let countries: Set<String>
    /// True where somebody else says which words are events: then none is left out for telling too little.
    let isGiven: Bool

    private typealias Hit = TriggerFinder.Hit

    /// What a trigger comes to.
    private enum Reading {
        case event(EventDraft)
        /// Its words are no event here, nor are fewer of them.
        case nothing
        /// No line fits what stands around it.
        case unfit
    }

    private var tokens: [Token] { view.tokens }
    private var tree: DependencyTree { view.tree }
    private var phrases: NounPhrases { clauses.phrases }

    func read(_ hits: [TriggerFinder.Hit]) -> [EventDraft] {
        var drafts: [EventDraft] = []
        var taken = [Bool](repeating: false, count: tokens.count)
        for hit in hits {
            // The longest words that a line fits have their say, be it that they are no event; none says two things.
            for each in [hit] + hit.shorter where !each.matched.contains(where: { taken[$0] }) {
                let reading = each.isVerb ? verbEvent(each) : nounEvent(each)
                if case .event(let draft) = reading { drafts.append(draft) }
                if case .unfit = reading { continue }
                for word in each.matched { taken[word] = true }
                break
            }
        }
        lendAgents(&drafts)
        leaveAgents(&drafts)
        EventPlaces(
            view: view, mentions: record.mentions, types: triggers.types, times: times, countries: countries
        ).settle(&drafts)
        if isGiven { return drafts }
        return merged(drafts.filter { !isTheme($0, of: drafts) })
    }

    /// "were taken to Kyiv for questioning by the police": the police question, they need not have taken anybody.
    private func leaveAgents(_ drafts: inout [EventDraft]) {
        for noun in drafts where noun.isNoun {
            guard let word = noun.tokens.last, word + 1 < tokens.count, tokens[word + 1].lower == "by" else { continue }
            for agent in noun.event.arguments where agent.role == "agent" && agent.start > tokens[word].span.end {
                for index in drafts.indices where !drafts[index].isNoun && (drafts[index].verb ?? word) < word {
                    drafts[index].event.arguments.removeAll {
                        $0.role == "agent" && $0.start == agent.start && $0.end == agent.end
                    }
                }
            }
        }
    }

    /// "signed an agreement": the noun says what was signed and no more.
    private func isTheme(_ draft: EventDraft, of drafts: [EventDraft]) -> Bool {
        guard draft.isNoun, draft.event.arguments.allSatisfy({ $0.role == "place" || $0.role == "number" }) else {
            return false
        }
        return drafts.contains { other in
            !other.isNoun && other.verb == draft.verb
                && (other.event.class == draft.event.class || other.event.class == "diplomacy")
                && other.event.arguments.contains {
                    ($0.role == "theme" || $0.role == "topic")
                        && Span(start: $0.start, end: $0.end).contains(draft.event.span)
                }
        }
    }

    /// "have held the area since an incursion in August": who holds it led the incursion.
    private func lendAgents(_ drafts: inout [EventDraft]) {
        for index in drafts.indices where drafts[index].isNoun && !drafts[index].isReference {
            let event = drafts[index].event
            guard event.class == "conflict",
                !event.arguments.contains(where: { $0.role == "agent" || $0.role == "patient" }),
                let noun = drafts[index].tokens.last, var governing = drafts[index].verb
            else { continue }
            // "following an incursion": a verb to the parser, a preposition in its use.
            if tokens[governing].lower == "following", tree.heads[governing] >= 0 {
                governing = tree.heads[governing]
            } else if !["since", "after", "following", "during"].contains(phrases.preposition(noun) ?? "") {
                continue
            }
            guard
                let verb = drafts.first(where: {
                    $0.verb == governing && !$0.isNoun && triggers.types[$0.event.type]?.isGain == true
                        && $0.event.polarity == .positive
                }),
                let agent = verb.event.arguments.first(where: { $0.role == "agent" })
            else { continue }
            drafts[index].event.arguments.append(agent)
            drafts[index].event.arguments.sort { $0.span < $1.span }
        }
    }

    // MARK: Verbs

    private func verbEvent(_ hit: Hit) -> Reading {
        if hit.lines[0].pos == "a" || isAttribute(hit.head) { return predicate(hit) }
        let fillers = reader.fillers(verb: hit.head, trigger: hit.matched)
        guard
            let (line, fitting) = filler.fit(hit.lines, fillers, trigger: hit.matched, isVerb: true)
                ?? passive(fillers, hit).flatMap({ filler.fit(hit.lines, $0, trigger: hit.matched, isVerb: true) })
        else { return .unfit }
        guard line.type != "none", line.type != "state", let type = triggers.types[line.type] else { return .nothing }
        let arguments = fitting.filter { $0.mention != nil || $0.role == "number" || !names($0.span, line.type) }
        guard arguments.contains(where: { $0.role != "place" && $0.role != "number" }) else { return .unfit }
        let span = tokens[word(hit, line.type)].span
        var event = Event(span: span, type: line.type, class: type.group, arguments: arguments, rule: line.rule)
        put(context.outlook(of: hit.head, carriedBy: nil, view, matches), into: &event)
        settle(&event, trigger: hit.head)
        guard tells(event, type) else { return .nothing }
        return .event(
            EventDraft(
                event: event, sentence: view.index, tokens: hit.matched, verb: hit.head, isReference: false,
                isNoun: false, isDefinite: false))
    }

    /// The word of a trigger that names the event: the noun in "launched an attack on", else the verb.
    private func word(_ hit: Hit, _ type: String) -> Int {
        guard hit.matched.count > 1 else { return hit.head }
        return hit.matched.last { isNounTrigger($0, of: type) } ?? hit.head
    }

    private func isNounTrigger(_ word: Int, of type: String) -> Bool {
        tokens[word].tag == .noun
            && triggers.candidates(tokens, at: word).contains { candidate in
                candidate.matched.last == word && candidate.lines.contains { $0.pos == "n" && $0.type == type }
            }
    }

    /// "Two Sailors Captured Off Yemen": what a headline or the parser leaves without an auxiliary, and what nobody can
    /// do without an object, is done to the subject.
    private func passive(_ fillers: Fillers, _ hit: Hit) -> Fillers? {
        let verb = tokens[hit.head]
        guard fillers["obj"].isEmpty, !fillers["subj"].isEmpty, !clauses.isPassive(hit.head),
            verb.penn == "VBN" || (verb.penn == "VBD" && view.sentence.role == .heading)
        else { return nil }
        var turned = fillers
        turned.set("obj", fillers["subj"])
        turned.set("subj", fillers["by"])
        return turned
    }

    /// True for a participle before its noun: "the captured soldiers".
    private func isAttribute(_ word: Int) -> Bool {
        let head = tree.heads[word]
        return head > word && (tokens[word].relation == "amod" || tokens[word].relation == "compound")
    }

    /// True for "a precision strike" beside a verb of the same type: the event is not its own agent.
    private func names(_ span: Span, _ type: String) -> Bool {
        guard let last = MentionIndex.token(endingAt: span.end, tokens) else { return false }
        return isNounTrigger(last, of: type)
    }

    /// What was not announced or shared is no news, and a message needs somebody who takes part in it.
    private func tells(_ event: Event, _ type: TriggerLexicon.EventType) -> Bool {
        guard type.group == "communication", !isGiven else { return true }
        if event.polarity == .negative, !type.isRefusal { return false }
        return event.arguments.contains { $0.mention != nil && $0.role != "place" }
    }

    /// "leaving five people dead", "three are missing", "the captured soldiers": a word that tells of a phrase.
    private func predicate(_ hit: Hit) -> Reading {
        let word = hit.head
        // What has an object of its own tells what its subject did: "lawmakers killed the bill".
        guard clauses.children(word, "obj") == nil, let (subjects, governing) = described(word), !subjects.isEmpty
        else { return .unfit }
        let isBefore = isAttribute(word)
        // "the captured soldiers" refers to a capture told elsewhere, by its participants.
        if isBefore, tokens[word].verbForm == .gerund || subjects.allSatisfy({ view.mention(headed: $0) == nil }) {
            return .unfit
        }
        var fillers = Fillers()
        fillers.add("obj", subjects)
        guard
            let (line, arguments) = filler.fit(hit.lines, fillers, trigger: isBefore ? [] : hit.matched, isVerb: true),
            !arguments.isEmpty
        else { return .unfit }
        guard line.type != "none", line.type != "state", let type = triggers.types[line.type] else { return .nothing }
        var event = Event(
            span: tokens[word].span, type: line.type, class: type.group, arguments: arguments, rule: line.rule)
        if isBefore {
            event.modality = .asserted
            event.certainty = 3
            reports.attribute(&event, sentence: view.index)
        } else {
            put(context.outlook(of: word, carriedBy: governing, view, matches), into: &event)
            settle(&event, trigger: word)
        }
        return .event(
            EventDraft(
                event: event, sentence: view.index, tokens: hit.matched, verb: governing, isReference: isBefore,
                isNoun: false, isDefinite: isBefore))
    }

    /// What an adjective or a participle tells of, and the verb of its clause.
    private func described(_ word: Int) -> (subjects: [Int], verb: Int?)? {
        let head = tree.heads[word]
        for child in tree.children(of: word) where tokens[child].relation.hasPrefix("nsubj") {
            return (phrases.list(child), nil)
        }
        // "12 dead": the parser may take the word for the head of its own phrase.
        if let number = tree.children(of: word).first(where: { tokens[$0].relation == "nummod" }) {
            return ([number], head >= 0 ? head : nil)
        }
        guard head >= 0 else { return nil }
        switch tokens[word].relation {
        case "amod", "acl", "compound": return (phrases.list(head), reader.governor(of: head)?.verb)
        case "xcomp", "advcl":
            let object = clauses.children(head, "obj")
            return (object.map(phrases.list) ?? clauses.subject(of: word), head)
        case "conj": return (clauses.subject(of: word), head)
        default: return nil
        }
    }

    // MARK: Nouns

    private func nounEvent(_ hit: Hit) -> Reading {
        let noun = hit.head
        if hit.isModifier { return modifier(hit) }
        let governor = reader.governor(of: noun)
        let isCarried = governor.map { carries($0, noun) } ?? false
        guard
            let (line, arguments) = filler.fit(
                hit.lines, reader.fillers(noun: hit.matched), trigger: hit.matched, isVerb: false)
        else { return .unfit }
        guard line.type != "none", line.type != "state", let type = triggers.types[line.type] else { return .nothing }
        let span = tokens[noun].span
        let isDefinite = isDefinite(noun)
        let participants = arguments.filter { $0.role != "place" && $0.role != "number" && $0.role != "instrument" }
        var event = Event(span: span, type: line.type, class: type.group, arguments: arguments, rule: line.rule)
        var outlook = context.outlook(of: noun, carriedBy: isCarried ? governor?.verb : nil, view, matches)
        // "efforts to end the war": the war goes on, whatever becomes of the efforts.
        if type.isSituation, isDefinite, !isCarried { outlook = Outlook(tense: outlook.tense) }
        put(outlook, into: &event)
        let isDated = times.datesItself(noun)
        settle(&event, trigger: noun)
        if arguments.isEmpty, type.isSituation, !isGiven { return .nothing }
        let isBare = participants.isEmpty
        // "An airstrike was carried out": somebody did, though nobody is named.
        let isPlural = tokens[noun].penn == "NNS"
        let isUntold = isBare && !isDefinite && !isDated && !isCarried && arguments.isEmpty
        if isUntold, !isGiven, !type.isGrave || isPlural { return .nothing }
        guard tells(event, type) || (isBare && isDefinite && type.group != "communication") else { return .nothing }
        return .event(
            EventDraft(
                event: event, sentence: view.index, tokens: hit.matched, verb: governor?.verb,
                isReference: isBare && isDefinite && !isDated && (arguments.isEmpty || type.group != "disaster"),
                isNoun: true, isDefinite: isDefinite, isPlural: isPlural,
                isOther: !isDefinite && isOther(noun)))
    }

    /// "the bombing suspect": speaks of an event told elsewhere.
    private func modifier(_ hit: Hit) -> Reading {
        guard let line = hit.lines.first, let type = triggers.types[line.type], type.isGrave, !type.isSituation else {
            return .nothing
        }
        var event = Event(span: tokens[hit.head].span, type: line.type, class: type.group, rule: line.rule)
        event.modality = .asserted
        event.certainty = 3
        return .event(
            EventDraft(
                event: event, sentence: view.index, tokens: hit.matched, verb: nil, isReference: true, isNoun: false,
                isDefinite: true))
    }

    /// "another attack", "a second strike": not one that was told before.
    private func isOther(_ noun: Int) -> Bool {
        tree.children(of: noun).contains { $0 < noun && triggers.apart.contains(tokens[$0].lower) }
    }

    /// True for "carried out an attack": the verb only lends the noun its clause.
    private func carries(_ governor: FillerReader.Governor, _ noun: Int) -> Bool {
        reader.lightPosition(governor, noun) != nil
            && !reports.isCue(tokens[governor.verb].span, sentence: view.index)
    }

    private func isDefinite(_ noun: Int) -> Bool {
        tree.children(of: noun).contains {
            $0 < noun
                && (FunctionWords.definites.contains(tokens[$0].lower) || tokens[$0].relation == "nmod:poss")
        }
    }

    // MARK: Common

    private func put(_ outlook: Outlook, into event: inout Event) {
        event.polarity = outlook.polarity
        event.modality = outlook.modality
        event.certainty = outlook.certainty
        event.tense = outlook.tense
    }

    /// Dates an event and says by whom it is told.
    private func settle(_ event: inout Event, trigger: Int) {
        event.times = times.times(of: trigger)
        event.time = (event.times.first { $0.role == .occurred } ?? event.times.first { $0.role == .started })?.time
        reports.announce(&event, sentence: view.index)
        reports.attribute(&event, sentence: view.index)
    }

    /// One clause tells one event of a type: "a strike targeted the post", "killed or wounded".
    private func merged(_ drafts: [EventDraft]) -> [EventDraft] {
        var kept: [EventDraft] = []
        for draft in drafts {
            if let last = kept.indices.last, kept[last].event.type == draft.event.type, kept[last].isNoun,
                !draft.isNoun, let verb = draft.verb, kept[last].verb == verb
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
