internal import Language
internal import Record
internal import Tables

/// Events by trigger, with arguments, times, polarity, modality and certainty.
struct EventFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] =
        TriggerLexicon.tables + EventContext.tables + [
            RankClaimFinder.table, LightVerbs.table, ControlVerbs.table, TimeLinkWords.table, NounClasses.table,
            EventWords.table, GrammarRoles.table, Derivations.table,
        ]

    private let triggers: TriggerLexicon
    private let context: EventContext
    private let ranks: RankClaimFinder
    private let lightVerbs: LightVerbs
    private let control: ControlVerbs
    private let timeWords: TimeLinkWords
    private let nouns: NounClasses
    private let words: EventWords
    private let roles: GrammarRoles
    private let derivations: Derivations

    init(data: DataFolder) throws(DataError) {
        triggers = try TriggerLexicon(data: data)
        context = try EventContext(data: data)
        ranks = try RankClaimFinder(data: data)
        lightVerbs = try LightVerbs(data: data)
        control = try ControlVerbs(data: data)
        timeWords = try TimeLinkWords(data: data)
        nouns = try NounClasses(data: data)
        words = try EventWords(data: data)
        roles = try GrammarRoles(data: data)
        derivations = try Derivations(data: data)
    }

    /// What the sentences of a document are read with.
    private struct Setting {
        let record: AnnotationRecord
        let reports: ReportIndex
        /// Indexes into the record's times, by sentence.
        let times: [[Int]]
        let localPlaces: Set<String>
        let countries: Set<String>
    }

    /// The events of a sentence: those that a frame tells apart, and those of which only the word is known.
    private struct Found {
        var framed: [EventDraft] = []
        var others: [EventDraft] = []
    }

    /// In text order of the trigger. The record holds all layers but events and relations.
    /// - Parameter given: the triggers of all events that are wanted; nil where they are to be found.
    func events(
        in analysis: Analysis, view document: DocumentView, record: AnnotationRecord, given: [Span]? = nil
    ) -> [Event] {
        let setting = setting(analysis, record)
        let given = given.map { GivenTriggers($0, analysis) }
        var found = Found()
        for view in document.sentences where !view.tokens.isEmpty {
            let read = read(view, setting, given)
            found.framed += read.framed
            found.others += read.others
        }
        let chains = EventChains(record, analysis, types: triggers.types)
        found.framed = chains.link(found.framed, keepsAll: given != nil)
        if let given {
            found.others += given.loose.map(EventDraft.unread)
        } else {
            // A word that refers to nothing told by a frame is an event by itself.
            let known = found.framed.map(\.event.span).sorted()
            found.others.removeAll { draft in
                let next = known.partitioningIndex { $0.end > draft.event.start }
                return next < known.count && known[next].overlaps(draft.event.span)
            }
        }
        let next = found.framed.lazy.compactMap(\.event.chain).max().map { $0 + 1 } ?? 0
        found.others = chains.link(stemmed(found.others), from: next, keepsAll: true)
        var events = (found.framed + found.others).map(\.event).sorted {
            $0.span != $1.span ? $0.span < $1.span : $0.type < $1.type
        }
        EventAnchors(record, analysis).anchor(&events)
        return events
    }

    private func setting(_ analysis: Analysis, _ record: AnnotationRecord) -> Setting {
        var times: [[Int]] = Array(repeating: [], count: analysis.sentences.count)
        for (index, time) in record.times.enumerated() {
            if let sentence = analysis.sentenceIndex(at: time.start) { times[sentence].append(index) }
        }
        let localPlaces = Set(
            record.entities.filter {
                $0.kind == .place && $0.feature.map { !$0.hasPrefix("PCL") && $0 != "PPLC" } ?? false
            }.map(\.id))
        let countries = Set(record.entities.filter { $0.feature?.hasPrefix("PCL") ?? false }.map(\.id))
        return Setting(
            record: record, reports: ReportIndex(record.attributions, analysis), times: times, localPlaces: localPlaces,
            countries: countries)
    }

    private func read(_ view: SentenceView, _ setting: Setting, _ given: GivenTriggers?) -> Found {
        let (record, reports, times) = (setting.record, setting.reports, setting.times[view.index])
        let clauses = Clauses(view, control)
        var hits = TriggerFinder(
            view: view, clauses: clauses, triggers: triggers, times: times.map { record.times[$0].span }
        ).hits()
        let marked = given?.triggers(in: view)
        let eventWords = marked == nil ? view.tokens.indices.filter { words.isEvent(view.tokens[$0]) } : []
        guard marked.map({ !$0.isEmpty }) ?? (!hits.isEmpty || !eventWords.isEmpty) else { return Found() }
        let eventTimes = EventTimes(
            times, record, view, timeWords, nouns: Set(hits.compactMap { $0.isVerb ? nil : $0.head }),
            isCue: { reports.isCue(view.tokens[$0].span, sentence: view.index) })
        if let marked { hits = GivenTriggers.hits(hits, on: marked) }
        let matches = context.matches(in: view)
        let reader = FillerReader(view: view, clauses: clauses, lightVerbs: lightVerbs)
        var drafts: [EventDraft] = []
        if !hits.isEmpty {
            drafts = SentenceEvents(
                view: view, record: record, triggers: triggers, context: context, reports: reports, times: eventTimes,
                matches: matches, clauses: clauses, reader: reader,
                filler: FrameFiller(
                    view: view, phrases: clauses.phrases, quantities: record.quantities, triggers: triggers,
                    nouns: nouns, localPlaces: setting.localPlaces),
                countries: setting.countries, isGiven: marked != nil
            ).read(hits)
            ranks.claim(view, &drafts, in: drafts.indices)
        }
        let others = WordEvents(
            view: view, context: context, reports: reports, times: eventTimes, matches: matches, clauses: clauses,
            reader: reader, roles: roles)
        if let marked { return divided(drafts, marked, view, others) }
        var found = Found(framed: drafts)
        for at in eventWords {
            let span = view.tokens[at].span
            // A reference may turn out to refer to nothing that a frame tells.
            if drafts.contains(where: { !$0.isReference && $0.event.span.overlaps(span) }) { continue }
            found.others.append(others.draft(at: at, span: span, words: [at]))
        }
        return found
    }

    /// One draft for each given trigger: what a frame tells of it, else what its word tells.
    private func divided(
        _ drafts: [EventDraft], _ given: [(span: Span, words: [Int])], _ view: SentenceView, _ others: WordEvents
    ) -> Found {
        var found = Found()
        for (trigger, index) in zip(given, GivenTriggers.assign(drafts, to: given)) {
            if let index {
                var draft = drafts[index]
                draft.event.span = trigger.span
                found.framed.append(draft)
            } else if let head = GivenTriggers.head(of: trigger.words, in: view) {
                found.others.append(others.draft(at: head, span: trigger.span, words: trigger.words))
            } else {
                found.others.append(EventDraft.unread(trigger.span))
            }
        }
        return found
    }

    /// The same stem for a noun and the verb of the document that it is made of.
    private func stemmed(_ drafts: [EventDraft]) -> [EventDraft] {
        let verbs = Set(drafts.lazy.filter { !$0.isNoun }.compactMap(\.stem))
        var drafts = drafts
        for index in drafts.indices where drafts[index].isNoun {
            guard let noun = drafts[index].stem, !noun.isEmpty, !verbs.contains(noun) else { continue }
            drafts[index].stem = derivations.verb(of: noun, among: verbs) ?? noun
        }
        return drafts
    }
}
