internal import Language
internal import Record
internal import Tables

/// Events by trigger, with arguments, times, polarity, modality and certainty.
struct EventFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables: [String] =
        TriggerLexicon.tables + EventContext.tables + [
            RankClaimFinder.table, LightVerbs.table, ControlVerbs.table, TimeLinkWords.table, NounClasses.table,
            EventWords.table,
        ]

    private let triggers: TriggerLexicon
    private let context: EventContext
    private let ranks: RankClaimFinder
    private let lightVerbs: LightVerbs
    private let control: ControlVerbs
    private let timeWords: TimeLinkWords
    private let nouns: NounClasses
    private let words: EventWords

    init(data: DataFolder) throws(DataError) {
        triggers = try TriggerLexicon(data: data)
        context = try EventContext(data: data)
        ranks = try RankClaimFinder(data: data)
        lightVerbs = try LightVerbs(data: data)
        control = try ControlVerbs(data: data)
        timeWords = try TimeLinkWords(data: data)
        nouns = try NounClasses(data: data)
        words = try EventWords(data: data)
    }

    /// In text order of the trigger. The record holds all layers but events and relations.
    func events(in analysis: Analysis, view document: DocumentView, record: AnnotationRecord) -> [Event] {
        var timesBySentence: [[Int]] = Array(repeating: [], count: analysis.sentences.count)
        for (index, time) in record.times.enumerated() {
            if let sentence = analysis.sentenceIndex(at: time.start) { timesBySentence[sentence].append(index) }
        }
        let reports = ReportIndex(record.attributions, analysis)
        let localPlaces = Set(
            record.entities.filter {
                $0.kind == .place && $0.feature.map { !$0.hasPrefix("PCL") && $0 != "PPLC" } ?? false
            }.map(\.id))
        var drafts: [EventDraft] = []
        var matches: [EventContext.Matches] = []
        let views = document.sentences.filter { !$0.tokens.isEmpty }
        for view in views {
            let clauses = Clauses(view, control)
            let hits = TriggerFinder(
                view: view, clauses: clauses, triggers: triggers,
                times: timesBySentence[view.index].map { record.times[$0].span }
            ).hits()
            matches.append(context.matches(in: view))
            guard let cues = matches.last, !hits.isEmpty else { continue }
            var found = SentenceEvents(
                view: view, record: record, triggers: triggers, context: context, reports: reports,
                times: EventTimes(
                    timesBySentence[view.index], record, view, timeWords,
                    nouns: Set(hits.compactMap { $0.isVerb ? nil : $0.head }),
                    isCue: { reports.isCue(view.tokens[$0].span, sentence: view.index) }),
                matches: cues, clauses: clauses,
                reader: FillerReader(view: view, clauses: clauses, lightVerbs: lightVerbs),
                filler: FrameFiller(
                    view: view, phrases: clauses.phrases, quantities: record.quantities, triggers: triggers,
                    nouns: nouns, localPlaces: localPlaces)
            ).read(hits)
            ranks.claim(view, &found, in: found.indices)
            drafts += found
        }
        drafts = EventChains(record, analysis, types: triggers.types).link(drafts)
        let events = drafts.map(\.event).sorted { $0.span < $1.span }
        let others = zip(views, matches).flatMap { self.others(in: $0, beside: events, reports, $1) }
        return (events + others).sorted { $0.span != $1.span ? $0.span < $1.span : $0.type < $1.type }
    }

    /// The words of a sentence that name an event which no frame tells apart.
    /// - Parameter events: those of the document that frames tell apart, in the order of the text.
    private func others(
        in view: SentenceView, beside events: [Event], _ reports: ReportIndex, _ matches: EventContext.Matches
    ) -> [Event] {
        var from = events.partitioningIndex { $0.span.end > view.sentence.span.start }
        var others: [Event] = []
        for (at, token) in view.tokens.enumerated() where words.isEvent(token) {
            while from < events.count, events[from].span.end <= token.span.start { from += 1 }
            if from < events.count, events[from].span.overlaps(token.span) { continue }
            let outlook = context.outlook(of: at, view, matches)
            var event = Event(
                span: token.span, type: Event.otherType, class: Event.otherType, polarity: outlook.polarity,
                modality: outlook.modality, tense: outlook.tense, certainty: outlook.certainty)
            reports.attribute(&event, sentence: view.index)
            others.append(event)
        }
        return others
    }
}
