internal import Language
internal import Record

/// Where events happen of which no place is told by itself.
///
/// What hits a place happens there: "a strike on Odesa", "struck a residential area of Odesa". And what happens in one stroke
/// happens in one place: "hit a hotel in Odesa, killing three", "hit the town and killed four", "were killed when a missile
/// struck a playground in the city".
struct EventPlaces {
    let view: SentenceView
    let mentions: [Mention]
    let types: [String: TriggerLexicon.EventType]
    let times: EventTimes
    /// Ids of countries.
    let countries: Set<String>

    /// Gives places to the events of a sentence.
    func settle(_ drafts: inout [EventDraft]) {
        for index in drafts.indices where isPlaceless(drafts[index]) {
            guard let place = struck(drafts[index].event) else { continue }
            add([EventArgument(role: "place", span: mentions[place].span, mention: place)], to: &drafts[index])
        }
        for index in drafts.indices where isPlaceless(drafts[index]) && !drafts[index].isNoun {
            guard let verb = drafts[index].verb,
                let host = drafts.firstIndex(where: { isHost($0, of: verb) && !places($0).isEmpty })
            else { continue }
            add(places(drafts[host]), to: &drafts[index])
        }
    }

    private func add(_ arguments: [EventArgument], to draft: inout EventDraft) {
        draft.event.arguments += arguments
        draft.event.arguments.sort { $0.span < $1.span }
    }

    /// The named place that an event is done to, or of which a part is: its index into the mentions.
    private func struck(_ event: Event) -> Int? {
        for argument in event.arguments where argument.role == "patient" {
            guard let index = argument.mention, mentions.indices.contains(index), mentions[index].kind == .place else {
                continue
            }
            if mentions[index].form == .name || mentions[index].entity != nil { return isCountry(index) ? nil : index }
            guard let head = mentions[index].head,
                let word = MentionIndex.token(endingAt: head.end, view.tokens)
            else { continue }
            let part = view.tree.children(of: word).first { child in
                guard child > word, view.tokens[child].relation == "nmod", let named = view.mention(headed: child)
                else {
                    return false
                }
                return mentions[named].kind == .place && mentions[named].form == .name && !isCountry(named)
            }
            if let part, let named = view.mention(headed: part) { return named }
        }
        return nil
    }

    /// Countries are attacked as states: where they were hit is not told.
    private func isCountry(_ mention: Int) -> Bool { countries.contains(mentions[mention].entity ?? "") }

    private func isPlaceless(_ draft: EventDraft) -> Bool {
        guard !draft.isReference, let type = types[draft.event.type], type.isGrave || type.isPhysical
        else {
            return false
        }
        return !draft.event.arguments.contains { Self.roles.contains($0.role) }
    }

    private static let roles: Set<String> = ["place", "origin", "destination"]

    private func places(_ draft: EventDraft) -> [EventArgument] {
        draft.event.arguments.filter { $0.role == "place" && $0.mention != nil }
    }

    /// Whether one stroke makes both: the other is its consequence, beside it with one subject, or the while of it.
    private func isHost(_ host: EventDraft, of verb: Int) -> Bool {
        guard !host.isNoun, !host.isReference, let other = host.verb, other != verb, let type = types[host.event.type],
            type.isGrave || type.isPhysical
        else { return false }
        let tree = view.tree
        let tokens = view.tokens
        if tree.heads[verb] == other {
            switch tokens[verb].relation {
            case "advcl": return tokens[verb].verbForm == .gerund && !hasChild(verb, ["mark", "nsubj", "nsubj:pass"])
            case "conj": return !hasChild(verb, ["nsubj", "nsubj:pass", "mark"])
            default: return false
            }
        }
        return tree.heads[other] == verb && tokens[other].relation == "advcl" && times.isWhile(other)
    }

    private func hasChild(_ word: Int, _ relations: Set<String>) -> Bool {
        view.tree.children(of: word).contains { relations.contains(view.tokens[$0].relation) }
    }
}
