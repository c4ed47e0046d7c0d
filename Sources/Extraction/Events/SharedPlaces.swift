internal import Language
internal import Record

/// What happens in one stroke happens in one place: an event of which no place is told has that of the event it is told with.
///
/// "hit a hotel in Kryvyi Rih, killing three", "hit the town and killed four", "were killed when a missile struck a
/// playground in the city".
struct SharedPlaces {
    let view: SentenceView
    let types: [String: TriggerLexicon.EventType]
    let times: EventTimes

    /// Hands places on between the events of a sentence.
    func share(_ drafts: inout [EventDraft]) {
        for index in drafts.indices where isPlaceless(drafts[index]) {
            guard let verb = drafts[index].verb,
                let host = drafts.firstIndex(where: { isHost($0, of: verb) && !places($0).isEmpty })
            else { continue }
            drafts[index].event.arguments += places(drafts[host])
            drafts[index].event.arguments.sort { $0.span < $1.span }
        }
    }

    private func isPlaceless(_ draft: EventDraft) -> Bool {
        guard !draft.isNoun, !draft.isReference, let type = types[draft.event.type], type.isGrave || type.isPhysical
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
