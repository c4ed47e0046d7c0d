internal import Language
internal import Record

extension EventContext {
    func outlook(of trigger: Int, carriedBy verb: Int?, _ view: SentenceView, _ matches: Matches) -> Outlook {
        if let group = view.reader.groupAt[trigger] { return outlook(group: group, view, matches) }
        let phrase = view.reader.phraseAt[trigger]
        let group = verb.flatMap { view.reader.groupAt[$0] }
        if let phrase { return outlook(phrase: phrase, group: group, isGoverned: verb != nil, view, matches) }
        return group.map { outlook(group: $0, view, matches) } ?? Outlook()
    }
}
