internal import Language
internal import Record

/// The events of one sentence that no frame tells apart: who takes part is read off the grammar alone.
struct WordEvents {
    let view: SentenceView
    let context: EventContext
    let reports: ReportIndex
    let times: EventTimes
    let matches: EventContext.Matches
    let clauses: Clauses
    let reader: FillerReader
    let roles: GrammarRoles

    private var tokens: [Token] { view.tokens }
    private var phrases: NounPhrases { clauses.phrases }

    /// The most participants that one position gives.
    private static let most = 4

    /// The event of a word.
    /// - Parameters:
    ///   - head: its place; of several words that of their head.
    ///   - span: the trigger.
    func draft(at head: Int, span: Span, words: [Int]) -> EventDraft {
        let isVerb = tokens[head].tag == .verb || tokens[head].tag == .auxiliary
        let governor = isVerb ? nil : reader.governor(of: head)
        let isCue = reports.isCue(tokens[head].span, sentence: view.index)
        let outlook = context.outlook(of: head, view, matches)
        var event = Event(
            span: span, type: Event.otherType, class: Event.otherType, polarity: outlook.polarity,
            modality: outlook.modality, tense: outlook.tense, certainty: outlook.certainty)
        event.arguments = arguments(of: head, words, isVerb: isVerb)
        event.times = times.times(of: head)
        event.time = (event.times.first { $0.role == .occurred } ?? event.times.first { $0.role == .started })?.time
        reports.announce(&event, sentence: view.index)
        reports.attribute(&event, sentence: view.index)
        let isDefinite = !isVerb && self.isDefinite(head)
        let isBare = event.arguments.allSatisfy { $0.role != "agent" && $0.role != "patient" }
        return EventDraft(
            event: event, sentence: view.index, tokens: words, verb: isVerb ? head : governor?.verb,
            isReference: isDefinite && isBare && !isCue, isNoun: !isVerb, isDefinite: isDefinite,
            isPlural: tokens[head].penn == "NNS",
            stem: isCue ? EventDraft.alone : tokens[head].lemma)
    }

    private func isDefinite(_ noun: Int) -> Bool {
        tokens[noun].tag == .pronoun
            || clauses.tree.children(of: noun).contains {
                $0 < noun && (FunctionWords.definites.contains(tokens[$0].lower) || tokens[$0].relation == "nmod:poss")
            }
    }

    // MARK: Participants

    private func arguments(of head: Int, _ words: [Int], isVerb: Bool) -> [EventArgument] {
        switch tokens[head].tag {
        case .pronoun, .determiner, .numeral: return []
        default: break
        }
        var fillers = isVerb ? reader.fillers(verb: head, trigger: words) : reader.fillers(noun: [head])
        if isVerb, isAttribute(head) {
            // "the released phone", "the falling price"
            let position = tokens[head].verbForm == .gerund ? "subj" : "obj"
            fillers.set(position, [clauses.tree.heads[head]])
        }
        var arguments: [EventArgument] = []
        for line in isVerb ? roles.verbs : roles.nouns {
            if line.position == "pre" {
                for argument in before(fillers.before, line) where isNew(argument, among: arguments) {
                    arguments.append(argument)
                }
                continue
            }
            for filler in fillers[line.position].prefix(Self.most) where !words.contains(filler) {
                guard let argument = argument(filler, line), isNew(argument, among: arguments) else { continue }
                arguments.append(argument)
            }
        }
        return arguments.sorted { $0.span != $1.span ? $0.span < $1.span : $0.role < $1.role }
    }

    private func isNew(_ argument: EventArgument, among arguments: [EventArgument]) -> Bool {
        !arguments.contains { $0.span.overlaps(argument.span) }
    }

    private func isAttribute(_ word: Int) -> Bool {
        let head = clauses.tree.heads[word]
        return head > word && (tokens[word].relation == "amod" || tokens[word].relation == "compound")
    }

    private func argument(_ head: Int, _ line: GrammarRoles.Line) -> EventArgument? {
        guard tokens.indices.contains(head) else { return nil }
        if line.kinds == [.place] {
            guard let place = view.place(headed: head) else { return nil }
            return EventArgument(role: line.role, span: view.mentions.mentions[place].span, mention: place)
        }
        guard let index = view.mention(headed: head) else {
            guard line.kinds.isEmpty, tokens[head].tag == .noun || tokens[head].tag == .properNoun else { return nil }
            guard !times.isTime(tokens[head].span) else { return nil }
            return EventArgument(role: line.role, span: view.span(headed: head), mention: product(before: head))
        }
        let mention = view.mentions.mentions[index]
        guard line.kinds.isEmpty || line.kinds.contains(mention.kind) else { return nil }
        return EventArgument(role: line.role, span: mention.span, mention: index)
    }

    /// "an Orbit music player": the product that a noun behind its name describes.
    private func product(before head: Int) -> Int? {
        for at in phrases.base(head) where at < head {
            for index in view.mentionsByHead[at] ?? [] {
                let mention = view.mentions.mentions[index]
                if mention.kind == .object, mention.form == .name, clauses.tree.heads[at] == head { return index }
            }
        }
        return nil
    }

    /// "the Apple announcement": the nearest mention before a noun.
    private func before(_ range: Range<Int>, _ line: GrammarRoles.Line) -> [EventArgument] {
        for at in range.reversed() {
            for index in view.mentionsByHead[at] ?? [] {
                let mention = view.mentions.mentions[index]
                guard line.kinds.isEmpty || line.kinds.contains(mention.kind) else { continue }
                return [EventArgument(role: line.role, span: mention.span, mention: index)]
            }
        }
        return []
    }
}
