internal import Language
internal import Record

/// Where the undated events of a news story belong in time.
///
/// A story is told in the past tense from the day of its news, which one of its first sentences dates ("on Friday") or
/// which is the day of publication. An event told so that has no time of its own belongs to the day that its sentence
/// gives, else to the day of the news. What had happened before (the pluperfect), what lasts and what is to come
/// stays open; what "has happened" is the news. What somebody says happened need not have happened on the day
/// of the news, and only another event of the same words dates it. All of this is inferred: an anchor dates no fact.
struct EventAnchors {
    private let record: AnnotationRecord
    private let analysis: Analysis

    /// What one voice tells in one sentence.
    private struct Clause: Hashable {
        let sentence: Int
        let attribution: Int?
    }

    /// How many sentences open a story, with its title and dateline.
    private static let opening = 5
    /// How many days before its publication a story's news may be.
    private static let reach = 3

    init(_ record: AnnotationRecord, _ analysis: Analysis) {
        self.record = record
        self.analysis = analysis
    }

    /// Anchors what no time dates.
    /// - Parameter events: in text order.
    func anchor(_ events: inout [Event]) {
        guard let published = record.published.flatMap(CalendarDate.init(iso:)) else { return }
        let places = events.map { analysis.sentenceIndex(at: $0.start) }
        var days: [Clause: String] = [:]
        var story: EventAnchor?
        for (event, place) in zip(events, places) where event.time != nil {
            guard let place, let index = event.time, let value = Self.value(of: record.times[index]) else { continue }
            let clause = Clause(sentence: place, attribution: event.attribution)
            if event.tense == "past", days[clause] == nil { days[clause] = value }
            if story == nil, place < Self.opening, event.tense != "future", isNews(value, published) {
                story = EventAnchor(value: value, basis: .story)
            }
        }
        let day = story ?? EventAnchor(value: published.description, basis: .publication)
        for (index, place) in places.enumerated() where isOpen(events[index]) {
            guard let place, isTold(events[index], analysis.sentences[place]) else { continue }
            let attribution = events[index].attribution
            let own = days[Clause(sentence: place, attribution: attribution)]
            events[index].anchor =
                own.map { EventAnchor(value: $0, basis: .sentence) } ?? (attribution == nil ? day : nil)
        }
    }

    private func isNews(_ value: String, _ published: CalendarDate) -> Bool {
        guard let day = CalendarDate(iso: value) else { return false }
        return (0...Self.reach).contains(published.dayNumber - day.dayNumber)
    }

    /// True for what is told as having happened, without a time.
    private func isOpen(_ event: Event) -> Bool {
        guard event.time == nil, event.polarity == .positive else { return false }
        switch event.modality {
        case .asserted, .hedged, nil: return true
        default: return false
        }
    }

    /// "resigned", "has resigned"; not "had resigned", which was before what the story tells, and not what lasts.
    private func isTold(_ event: Event, _ sentence: Sentence) -> Bool {
        guard event.tense == "past" || event.tense == "present" else { return false }
        let tokens = sentence.tokens
        guard let word = tokens.firstIndex(where: { $0.span.overlaps(event.span) }) else { return false }
        let helper = tokens.first { $0.head == word && $0.lemma == "have" && $0.relation.hasPrefix("aux") }
        if event.tense == "past" { return helper?.lower != "had" }
        return helper != nil && tokens[word].verbForm != .base
    }

    /// The year, month or day that a time lies in.
    private static func value(of time: TimeExpression) -> String? {
        guard let earliest = time.earliest, let latest = time.latest else { return nil }
        let first = Array(earliest.utf8.prefix(10))
        let last = Array(latest.utf8.prefix(10))
        guard first.count == 10, last.count == 10 else { return nil }
        for length in [10, 7, 4] where first.prefix(length) == last.prefix(length) {
            return String(decoding: first.prefix(length), as: UTF8.self)
        }
        return nil
    }
}
