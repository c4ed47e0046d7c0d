internal import Record

/// A record that is written down by hand: words of the text stand for their spans.
struct RecordSketch {
    private(set) var record: AnnotationRecord
    private let scalars: [Unicode.Scalar]
    private var chains: [String: Int] = [:]

    /// - Parameter sentences: the text is these, with a space between.
    init(outlet: String, published: String?, title: String, sentences: [String]) {
        let text = sentences.joined(separator: " ")
        scalars = Array(text.unicodeScalars)
        record = AnnotationRecord(
            document: Document(
                id: outlet, text: text, metadata: Metadata(title: title, outlet: outlet, published: published)))
        record.extractor = ExtractorVersion(name: "by hand", version: "1", resources: "")
        var start = 0
        for sentence in sentences {
            let end = start + sentence.unicodeScalars.count
            record.sentences.append(Span(start: start, end: end))
            start = end + 1
        }
    }

    /// Where words stand first, from the place on where other words begin.
    func span(_ words: String, from before: String = "") -> Span {
        let wanted = Array(words.unicodeScalars)
        let begin = first(Array(before.unicodeScalars), from: 0)
        let start = first(wanted, from: begin)
        return Span(start: start, end: start + wanted.count)
    }

    private func first(_ wanted: [Unicode.Scalar], from begin: Int) -> Int {
        (begin..<scalars.count).first { scalars[$0...].starts(with: wanted) } ?? 0
    }

    /// A name of something in the reference tables.
    mutating func name(_ words: String, _ reference: EntityReference, from before: String = "") -> Int {
        if !record.entities.contains(where: { $0.id == reference.id }) { record.entities.append(reference) }
        return add(
            Mention(
                span: span(words, from: before), kind: reference.kind, form: .name, chain: chain(reference.id),
                entity: reference.id, country: reference.country))
    }

    /// A name that no table knows.
    /// - Parameters:
    ///   - country: the country that the text gives the thing.
    ///   - office: what the text says that a person is.
    ///   - thing: the name of the thing it is another name of.
    @discardableResult
    mutating func name(
        _ words: String, kind: EntityKind, country: String? = nil, office: String? = nil, of thing: String? = nil
    ) -> Int {
        let mention = add(
            Mention(span: span(words), kind: kind, form: .name, chain: chain(thing ?? words), country: country))
        if let office {
            record.relations.append(
                Relation(subject: mention, predicate: "holds-office", value: office, certainty: 3, rule: "by hand"))
        }
        return mention
    }

    /// A group of a country, as many as the number says.
    mutating func group(_ words: String, head: String, country: String, number: Int? = nil) -> Int {
        add(
            Mention(
                span: span(words), kind: .group, form: .nominal, chain: chain(words), head: span(head),
                country: country, quantity: number))
    }

    mutating func number(
        _ words: String, _ value: Double, low: Double? = nil, high: Double? = nil, qualifier: String = "exact",
        counted: String? = nil
    ) -> Int {
        record.quantities.append(
            Quantity(
                span: span(words), low: low, high: high, point: value, qualifier: qualifier, unit: "person",
                counted: counted.map { span($0) }))
        return record.quantities.count - 1
    }

    mutating func time(_ words: String, _ earliest: String, _ latest: String? = nil) -> Int {
        record.times.append(
            TimeExpression(
                span: span(words), type: .date, value: earliest, earliest: earliest, latest: latest ?? earliest,
                granularity: latest == nil ? .day : .month))
        return record.times.count - 1
    }

    mutating func voice(_ speaker: Int, cue: String, content: String) -> Int {
        record.attributions.append(
            Attribution(
                source: [record.mentions[speaker].span], cue: [span(cue)], content: [span(content)], speaker: speaker,
                kind: .indirect, certainty: 2))
        return record.attributions.count - 1
    }

    /// - Parameter roles: mentions by the role they have in the event.
    mutating func event(
        _ words: String, _ type: String, _ roles: KeyValuePairs<String, Int>, time: Int? = nil, voice: Int? = nil,
        polarity: Polarity = .positive, first: Bool? = nil
    ) {
        record.events.append(
            Event(
                span: span(words), type: type, chain: record.events.count, polarity: polarity,
                modality: polarity == .positive ? .asserted : .denied,
                certainty: polarity == .positive ? (voice == nil ? 3 : 2) : -3, time: time,
                times: time.map { [EventTime(role: .occurred, time: $0)] } ?? [],
                arguments: roles.map {
                    EventArgument(role: $0.key, span: record.mentions[$0.value].span, mention: $0.value)
                },
                attribution: voice,
                claims: first.map { [EventClaim(kind: "first", holds: $0, span: span("first"))] } ?? [],
                rule: "by hand"))
    }

    mutating func relation(_ subject: Int, _ predicate: String, _ object: Int) {
        record.relations.append(
            Relation(subject: subject, predicate: predicate, object: object, certainty: 3, rule: "by hand"))
    }

    /// A relation with a value in words, and when it holds.
    mutating func relation(
        _ subject: Int, _ predicate: String, value: String, since: Int? = nil, until: Int? = nil, ended: Bool? = nil
    ) {
        record.relations.append(
            Relation(
                subject: subject, predicate: predicate, value: value, since: since, until: until, ended: ended,
                certainty: 3, rule: "by hand"))
    }

    private mutating func add(_ mention: Mention) -> Int {
        record.mentions.append(mention)
        return record.mentions.count - 1
    }

    private mutating func chain(_ key: String) -> Int {
        let number = chains[key] ?? chains.count
        chains[key] = number
        return number
    }
}
