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

    /// What is read of a sentence before its events are.
    private struct Reading {
        let view: SentenceView
        let clauses: Clauses
        let times: EventTimes
        let matches: EventContext.Matches
        /// The triggers that somebody else has found in it.
        let given: [(span: Span, words: [Int])]
        let hits: [TriggerFinder.Hit]
    }

    /// In text order of the trigger. The record holds all layers but events and relations.
    /// - Parameter given: the triggers of all events that are wanted; nil where they are to be found.
    func events(
        in analysis: Analysis, view document: DocumentView, record: AnnotationRecord, given: [Span]? = nil
    ) -> [Event] {
        let reports = ReportIndex(record.attributions, analysis)
        let localPlaces = Set(
            record.entities.filter {
                $0.kind == .place && $0.feature.map { !$0.hasPrefix("PCL") && $0 != "PPLC" } ?? false
            }.map(\.id))
        let countries = Set(record.entities.filter { $0.feature?.hasPrefix("PCL") ?? false }.map(\.id))
        let triggers = given.map { GivenTriggers($0, analysis) }
        let readings = self.readings(analysis, document, record, reports, triggers)
        var drafts: [EventDraft] = []
        for reading in readings where !reading.hits.isEmpty {
            var found = SentenceEvents(
                view: reading.view, record: record, triggers: self.triggers, context: context, reports: reports,
                times: reading.times, matches: reading.matches, clauses: reading.clauses,
                reader: FillerReader(view: reading.view, clauses: reading.clauses, lightVerbs: lightVerbs),
                filler: FrameFiller(
                    view: reading.view, phrases: reading.clauses.phrases, quantities: record.quantities,
                    triggers: self.triggers, nouns: nouns, localPlaces: localPlaces),
                countries: countries, isGiven: given != nil
            ).read(reading.hits)
            ranks.claim(reading.view, &found, in: found.indices)
            drafts += found
        }
        let chains = EventChains(record, analysis, types: self.triggers.types)
        var others: [EventDraft] = []
        if let triggers {
            (drafts, others) = divided(drafts, readings, record, reports)
            drafts = chains.link(drafts, keepsAll: true)
            others += triggers.loose.map(EventDraft.unread)
        } else {
            drafts = chains.link(drafts)
            let known = drafts.map(\.event.span).sorted()
            others = readings.flatMap { self.others(in: $0, beside: known, record, reports) }
        }
        let next = drafts.lazy.compactMap(\.event.chain).max().map { $0 + 1 } ?? 0
        others = chains.link(stemmed(others), from: next, keepsAll: true)
        var events = (drafts + others).map(\.event).sorted {
            $0.span != $1.span ? $0.span < $1.span : $0.type < $1.type
        }
        EventAnchors(record, analysis).anchor(&events)
        return events
    }

    private func readings(
        _ analysis: Analysis, _ document: DocumentView, _ record: AnnotationRecord, _ reports: ReportIndex,
        _ given: GivenTriggers?
    ) -> [Reading] {
        var timesBySentence: [[Int]] = Array(repeating: [], count: analysis.sentences.count)
        for (index, time) in record.times.enumerated() {
            if let sentence = analysis.sentenceIndex(at: time.start) { timesBySentence[sentence].append(index) }
        }
        return document.sentences.filter { !$0.tokens.isEmpty }.map { view in
            let clauses = Clauses(view, control)
            var hits = TriggerFinder(
                view: view, clauses: clauses, triggers: triggers,
                times: timesBySentence[view.index].map { record.times[$0].span }
            ).hits()
            let nouns = Set(hits.compactMap { $0.isVerb ? nil : $0.head })
            let wanted = given?.triggers(in: view) ?? []
            if given != nil { hits = GivenTriggers.hits(hits, on: wanted) }
            return Reading(
                view: view, clauses: clauses,
                times: EventTimes(
                    timesBySentence[view.index], record, view, timeWords, nouns: nouns,
                    isCue: { reports.isCue(view.tokens[$0].span, sentence: view.index) }),
                matches: context.matches(in: view), given: wanted, hits: hits)
        }
    }

    private func reader(_ reading: Reading, _ record: AnnotationRecord, _ reports: ReportIndex) -> WordEvents {
        WordEvents(
            view: reading.view, record: record, context: context, reports: reports, times: reading.times,
            matches: reading.matches, clauses: reading.clauses,
            reader: FillerReader(view: reading.view, clauses: reading.clauses, lightVerbs: lightVerbs), roles: roles)
    }

    /// The words of a sentence that name an event which no frame tells apart.
    /// - Parameter events: the triggers of those of the document that frames tell apart, in the order of the text.
    private func others(
        in reading: Reading, beside events: [Span], _ record: AnnotationRecord, _ reports: ReportIndex
    ) -> [EventDraft] {
        let words = self.reader(reading, record, reports)
        var from = events.partitioningIndex { $0.end > reading.view.sentence.span.start }
        var others: [EventDraft] = []
        for (at, token) in reading.view.tokens.enumerated() where self.words.isEvent(token) {
            while from < events.count, events[from].end <= token.span.start { from += 1 }
            if from < events.count, events[from].overlaps(token.span) { continue }
            others.append(words.draft(at: at, span: token.span, words: [at]))
        }
        return others
    }

    /// One draft for each given trigger: what a frame tells of it, else what its word tells.
    private func divided(
        _ drafts: [EventDraft], _ readings: [Reading], _ record: AnnotationRecord, _ reports: ReportIndex
    ) -> (framed: [EventDraft], others: [EventDraft]) {
        let bySentence = Dictionary(grouping: drafts, by: \.sentence)
        var framed: [EventDraft] = []
        var others: [EventDraft] = []
        for reading in readings where !reading.given.isEmpty {
            let found = bySentence[reading.view.index] ?? []
            let words = self.reader(reading, record, reports)
            for (trigger, index) in zip(reading.given, GivenTriggers.assign(found, to: reading.given)) {
                if let index {
                    var draft = found[index]
                    draft.event.span = trigger.span
                    framed.append(draft)
                } else if let head = GivenTriggers.head(of: trigger.words, in: reading.view) {
                    others.append(words.draft(at: head, span: trigger.span, words: trigger.words))
                } else {
                    others.append(EventDraft.unread(trigger.span))
                }
            }
        }
        return (framed, others)
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
