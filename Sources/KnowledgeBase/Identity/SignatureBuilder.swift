internal import Record

/// Makes the signatures of a record's events.
struct SignatureBuilder {
    let ontology: Ontology
    let lexicon: EventLexicon
    /// Whether what is wished, feared, ordered or usual gets a signature, too.
    var keepsAll = false

    /// The signature of each event chain that may be the same event as one of another document: what is asserted, hedged or denied,
    /// not what is wished, feared or usual.
    func signatures(
        of record: AnnotationRecord, text: SourceText, chains: [Int: ChainSummary], keys: [Int: String],
        eventChains: [Int]
    ) -> [Int: EventSignature] {
        let references = Dictionary(record.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var signatures: [Int: EventSignature] = [:]
        for (index, event) in record.events.enumerated() {
            switch event.modality {
            case .asserted, .hedged, .denied, nil: break
            case .future, .conditional, .ordered, .habitual: if !keepsAll { continue }
            }
            let chain = eventChains[index]
            var signature = signatures[chain] ?? EventSignature(type: event.type)
            // A word without a frame may be told by one that has it.
            if signature.type == Event.otherType { signature.type = event.type }
            for stem in lexicon.stems(ofTrigger: text[event.span])
            where !signature.words.contains(stem) {
                signature.words.append(stem)
            }
            signature.words.sort()
            guard signature.type == event.type || event.isOther else { continue }
            add(event, of: record, to: &signature, chains: chains, keys: keys, references: references)
            signature.published = record.document.metadata.publishedDate?.dayNumber
            signatures[chain] = signature
        }
        return signatures
    }

    private func add(
        _ event: Event, of record: AnnotationRecord, to signature: inout EventSignature, chains: [Int: ChainSummary],
        keys: [Int: String], references: [String: EntityReference]
    ) {
        let numberRole = ontology.eventType(event.type)?.numberRole ?? ""
        for argument in event.arguments {
            let mention = argument.mention.flatMap { record.mentions.indices.contains($0) ? record.mentions[$0] : nil }
            if let mention, let chain = chains[mention.chain] {
                let reference = chain.reference.flatMap { references[$0] }
                if argument.role == "place" || argument.role == "destination", chain.kind == .place {
                    if let place = place(chain, key: keys[mention.chain], reference), !signature.places.contains(place)
                    {
                        signature.places.append(place)
                    }
                } else {
                    let participant = EventSignature.Participant(
                        role: argument.role, entity: chain.isNamed || reference != nil ? keys[mention.chain] : nil,
                        isCountry: reference?.feature?.hasPrefix("PCL") ?? false, country: chain.country,
                        head: chain.isNamed ? nil : chain.head,
                        surname: chain.isNamed && chain.kind == .person
                            ? NameKey.of(chain.names.first ?? chain.name).split(separator: " ").last.map(String.init)
                            : nil)
                    if !signature.participants.contains(participant) { signature.participants.append(participant) }
                }
            }
            if let counted = argument.quantity ?? mention?.quantity, record.quantities.indices.contains(counted) {
                let quantity = record.quantities[counted]
                let role = argument.role == "number" ? numberRole : argument.role
                let number = EventSignature.Number(
                    role: role, low: quantity.low ?? quantity.point,
                    high: quantity.high ?? (quantity.low == nil ? quantity.point : nil))
                if !signature.numbers.contains(number) { signature.numbers.append(number) }
            }
        }
        for time in event.times where time.role == .occurred && record.times.indices.contains(time.time) {
            let expression = record.times[time.time]
            guard let earliest = expression.earliest.flatMap(CalendarDate.init(iso:))?.dayNumber,
                let latest = expression.latest.flatMap(CalendarDate.init(iso:))?.dayNumber, earliest <= latest
            else { continue }
            // The finest of several times is the one that tells most.
            if let from = signature.earliest, let to = signature.latest, to - from <= latest - earliest { continue }
            signature.earliest = earliest
            signature.latest = latest
        }
    }

    private func place(_ chain: ChainSummary, key: String?, _ reference: EntityReference?) -> EventSignature.Place? {
        guard let key else { return nil }
        let feature = reference?.feature ?? ""
        let level = feature.hasPrefix("PCL") || feature.hasPrefix("CONT") ? 2 : feature.hasPrefix("ADM") ? 1 : 0
        return EventSignature.Place(entity: key, within: reference?.within ?? [], level: level)
    }
}
