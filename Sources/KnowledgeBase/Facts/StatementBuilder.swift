internal import Record

/// Turns the events and relations of a record into statements: one claim each, so that accounts can be compared
/// claim by claim.
struct StatementBuilder {
    let ontology: Ontology
    /// The record's text.
    let text: SourceText

    /// The event chain of each event of a record. An event without a chain gets one of its own, numbered after the others.
    static func eventChains(of record: AnnotationRecord) -> [Int] {
        var next = (record.events.compactMap(\.chain).max() ?? -1) + 1
        return record.events.map { event in
            if let chain = event.chain { return chain }
            next += 1
            return next - 1
        }
    }

    /// All statements of a record, in a fixed order: by event, then by relation.
    func statements(of record: AnnotationRecord) -> [StatementDraft] {
        let chains = Self.eventChains(of: record)
        var drafts: [StatementDraft] = []
        for (index, event) in record.events.enumerated() {
            drafts += statements(of: event, at: index, chain: chains[index], in: record)
        }
        for relation in record.relations where record.mentions.indices.contains(relation.subject) {
            guard let predicate = ontology.predicate(relation.predicate) else { continue }
            let subject = record.mentions[relation.subject]
            let span =
                if let start = relation.start, let end = relation.end { Span(start: start, end: end) } else {
                    subject.span
                }
            drafts.append(
                StatementDraft(
                    subject: .chain(subject.chain), predicate: relation.predicate,
                    object: relation.object.flatMap { mention($0, of: record)?.chain },
                    time: relation.time,
                    value: relation.value, holds: relation.polarity != .negative,
                    certainty: relation.certainty ?? 3, attribution: relation.attribution, span: span,
                    rule: relation.rule ?? "relation", since: relation.since, until: relation.until,
                    hasEnded: relation.ended,
                    number: predicate.object == "quantity" ? relation.value.flatMap(Double.init) : nil))
        }
        return drafts
    }

    private func statements(
        of event: Event, at index: Int, chain: Int, in record: AnnotationRecord
    ) -> [StatementDraft] {
        var drafts: [StatementDraft] = []
        let type = ontology.eventType(event.type)
        let places = event.arguments.filter { Self.placeRoles.contains($0.role) && $0.mention != nil }

        func add(
            _ predicate: String, subject: StatementDraft.Subject, rule: String, change: (inout StatementDraft) -> Void
        ) {
            guard ontology.predicate(predicate) != nil else { return }
            var draft = StatementDraft(
                subject: subject, predicate: predicate, holds: true, certainty: event.certainty ?? 3,
                modality: event.modality, event: index, attribution: event.attribution, span: event.span, rule: rule)
            change(&draft)
            drafts.append(draft)
        }

        add("happened", subject: .event(chain), rule: "polarity") { $0.holds = event.polarity == .positive }
        // What is denied has no place, number or participants to compare.
        guard event.polarity == .positive else { return drafts }

        for time in event.times where record.times.indices.contains(time.time) {
            let predicate =
                switch time.role {
                case .occurred: "date"
                case .announced: "announced-date"
                case .started: "start-date"
                case .ended: "end-date"
                }
            add(predicate, subject: .event(chain), rule: "time:\(time.role.rawValue)") {
                $0.time = time.time
                $0.span = record.times[time.time].span
            }
        }
        // "He said on Saturday" dates the saying: of what was said it is the day of announcement.
        if let said = event.attribution.flatMap({
            record.attributions.indices.contains($0) ? record.attributions[$0].time : nil
        }),
            record.times.indices.contains(said), !event.times.contains(where: { $0.time == said })
        {
            add("announced-date", subject: .event(chain), rule: "time of the statement") {
                $0.time = said
                $0.span = record.times[said].span
            }
        }
        for argument in event.arguments {
            if let object = argument.mention.flatMap({ mention($0, of: record) }) {
                add(argument.role, subject: .event(chain), rule: "role:\(argument.role)") {
                    $0.object = object.chain
                    $0.span = argument.span
                }
            }
            guard let counted = argument.quantity ?? argument.mention.flatMap({ mention($0, of: record)?.quantity }),
                record.quantities.indices.contains(counted)
            else { continue }
            let noun = countedClass(of: argument, counted, in: record)
            let role = argument.role == "number" ? type?.numberRole ?? "" : argument.role
            // Captives are counted alike whichever verb took them: the type says which measure its numbers feed.
            let measure = role == type?.numberRole ? type?.measure ?? "" : ""
            add(measure.isEmpty ? "number-of-\(role)" : measure, subject: .event(chain), rule: "number:\(role)") {
                $0.quantity = counted
                $0.counted = noun
                $0.span = record.quantities[counted].span
            }
            let quantity = record.quantities[counted]
            guard let least = ontology.predicate(measure)?.comparedFrom,
                let value = quantity.point ?? quantity.low ?? quantity.high, value >= least,
                !isOfDays(event.time, in: record),
                let country = countryCounted(by: argument, of: event, role: role, in: record)
            else { continue }
            let scope = places.first { $0.role != "origin" }.flatMap {
                $0.mention.flatMap { mention($0, of: record)?.chain }
            }
            add(measure, subject: .country(country), rule: "total:\(event.type)") {
                $0.quantity = counted
                $0.counted = noun
                $0.time = event.time
                $0.scope = scope
                $0.span = record.quantities[counted].span
            }
        }
        for claim in event.claims {
            add(claim.kind, subject: .event(chain), rule: "rank") {
                $0.holds = claim.holds
                $0.span = claim.span
            }
        }
        var seen: Set<StatementDraft> = []
        return drafts.filter { seen.insert($0).inserted }
    }

    private static let placeRoles: Set<String> = ["destination", "place", "origin"]

    /// The class of what a quantity counts: by the head of its mention, else by the last word of what stands with the number.
    private func countedClass(of argument: EventArgument, _ quantity: Int, in record: AnnotationRecord) -> String? {
        let head = argument.mention.flatMap { mention($0, of: record) }.flatMap { mention in
            mention.form == .nominal && mention.quantity == quantity ? mention.head : nil
        }
        guard let span = head ?? record.quantities[quantity].counted else { return nil }
        let phrase = argument.mention.flatMap { mention($0, of: record)?.span } ?? record.quantities[quantity].span
        let all = text[phrase].lowercased().split(separator: " ") + text[span].lowercased().split(separator: " ")
        // "Two other persons" come to those that were counted before.
        if all.contains(where: { ontology.countedClass(String($0)) == "part" }) { return "part" }
        guard let noun = text[span].split(separator: " ").last else { return nil }
        // "4,000 North Koreans" may be soldiers or not.
        let isName = noun.first?.isUppercase == true && noun.dropFirst().first?.isLowercase == true
        return isName ? nil : ontology.countedClass(noun.lowercased())
    }

    /// Whether a time is a few days long: what happened in them is a part and no total.
    private func isOfDays(_ time: Int?, in record: AnnotationRecord) -> Bool {
        guard let time, record.times.indices.contains(time), let first = record.times[time].earliest,
            let last = record.times[time].latest, let from = CalendarDate(iso: first), let to = CalendarDate(iso: last)
        else { return false }
        return to.dayNumber - from.dayNumber <= 8
    }

    /// The country of what a number counts: of the argument itself, else of another filler of its role, else of who does it
    /// ("North Korea has dispatched 12,000 troops").
    private func countryCounted(
        by argument: EventArgument, of event: Event, role: String, in record: AnnotationRecord
    ) -> String? {
        let candidates =
            [argument] + event.arguments.filter { $0.role == role } + event.arguments.filter { $0.role == "agent" }
        return candidates.lazy.compactMap { $0.mention.flatMap { mention($0, of: record)?.country } }.first
    }

    private func mention(_ index: Int, of record: AnnotationRecord) -> Mention? {
        record.mentions.indices.contains(index) ? record.mentions[index] : nil
    }
}
