internal import Record

/// Records made by hand, as an extractor would make them.
enum SampleRecords {
    /// "The president said troops captured two North Korean soldiers near Kursk, the first (not the first) such capture."
    static func capture(outlet: String, isFirst: Bool) -> AnnotationRecord {
        let text =
            "\(outlet) writes: The president said troops captured two North Korean soldiers near Kursk, "
            + (isFirst ? "the first such capture." : "not the first such capture.")
        func span(_ words: String) -> Span {
            let scalars = Array(text.unicodeScalars)
            let wanted = Array(words.unicodeScalars)
            let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
            return Span(start: start, end: start + wanted.count)
        }
        var record = AnnotationRecord(document: Document(id: outlet, text: text, metadata: Metadata(outlet: outlet)))
        record.extractor = ExtractorVersion(name: "by hand", version: "1", resources: "")
        record.sentences = [Span(start: 0, end: text.unicodeScalars.count)]
        record.entities = [
            EntityReference(
                id: "geonames:548391", kind: .place, name: "Kursk Oblast", country: "RU", latitude: 51.7,
                longitude: 36.2,
                feature: "ADM1", within: ["geonames:2017370"])
        ]
        record.quantities = [Quantity(span: span("two"), point: 2, qualifier: "exact", unit: "person")]
        record.mentions = [
            Mention(span: span("The president"), kind: .person, form: .nominal, chain: 0),
            Mention(span: span("troops"), kind: .group, form: .nominal, chain: 1, country: "UA"),
            Mention(
                span: span("two North Korean soldiers"), kind: .group, form: .nominal, chain: 2, head: span("soldiers"),
                country: "KP", quantity: 0),
            Mention(span: span("Kursk"), kind: .place, form: .name, chain: 3, entity: "geonames:548391", country: "RU"),
        ]
        record.attributions = [
            Attribution(
                source: [span("The president")], cue: [span("said")], content: [span("troops captured")], speaker: 0,
                kind: .indirect, certainty: 2)
        ]
        record.events = [
            Event(
                span: span("captured"), type: "capture", class: "custody", chain: 0, modality: .asserted, certainty: 2,
                arguments: [
                    EventArgument(role: "agent", span: span("troops"), mention: 1),
                    EventArgument(role: "patient", span: span("two North Korean soldiers"), mention: 2),
                    EventArgument(role: "place", span: span("Kursk"), mention: 3),
                ], attribution: 0, claims: [EventClaim(kind: "first", holds: isFirst, span: span("first"))],
                rule: "by hand")
        ]
        return record
    }
}
