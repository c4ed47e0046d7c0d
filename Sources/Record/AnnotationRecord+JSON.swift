extension AnnotationRecord {
    /// The record as one line of JSON without a line end, fields in the order of their names: the bytes that
    /// `JSONEncoder` gives with sorted keys and plain slashes, made some ten times faster.
    public var json: [UInt8] {
        var json = JSONText()
        json.object { $0.add(self) }
        return json.bytes
    }
}

// One function a type, its fields in the order of their names.
extension JSONText {
    fileprivate mutating func add(_ record: AnnotationRecord) {
        field("attributions", record.attributions) { $0.object(of: $1) { $0.add($1) } }
        field("author", record.author)
        field("entities", record.entities) { $0.object(of: $1) { $0.add($1) } }
        field("events", record.events) { $0.object(of: $1) { $0.add($1) } }
        if let extractor = record.extractor {
            key("extractor")
            object(of: extractor) { $0.add($1) }
        }
        field("id", record.id)
        field("language", record.language)
        field("mentions", record.mentions) { $0.object(of: $1) { $0.add($1) } }
        key("origins")
        object { json in
            for name in record.origins.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                json.field(name, record.origins[name])
            }
        }
        field("outlet", record.outlet)
        field("published", record.published)
        field("quantities", record.quantities) { $0.object(of: $1) { $0.add($1) } }
        field("relations", record.relations) { $0.object(of: $1) { $0.add($1) } }
        spans("sentences", record.sentences)
        field("text", record.text)
        field("times", record.times) { $0.object(of: $1) { $0.add($1) } }
        field("title", record.title)
        field("updated", record.updated)
        field("url", record.url)
    }

    private mutating func object<Value>(of value: Value, _ body: (inout JSONText, Value) -> Void) {
        object { body(&$0, value) }
    }

    private mutating func spans(_ name: String, _ spans: [Span]) {
        field(name, spans) { $0.object(of: $1) { $0.add($1) } }
    }

    private mutating func add(_ version: ExtractorVersion) {
        field("name", version.name)
        field("resources", version.resources)
        field("version", version.version)
    }

    private mutating func add(_ span: Span) {
        field("end", span.end)
        field("start", span.start)
    }

    private mutating func add(_ attribution: Attribution) {
        field("certainty", attribution.certainty)
        spans("content", attribution.content)
        spans("cue", attribution.cue)
        field("kind", attribution.kind?.rawValue)
        field("parent", attribution.parent)
        spans("source", attribution.source)
        field("speaker", attribution.speaker)
        field("time", attribution.time)
    }

    private mutating func add(_ entity: EntityReference) {
        field("aliases", entity.aliases)
        field("country", entity.country)
        field("feature", entity.feature)
        field("id", entity.id)
        field("kind", entity.kind.rawValue)
        field("latitude", entity.latitude)
        field("longitude", entity.longitude)
        field("name", entity.name)
        field("precision", entity.precision)
        if let sameAs = entity.sameAs { field("sameAs", sameAs) }
        field("summary", entity.summary)
        field("within", entity.within)
    }

    private mutating func add(_ anchor: EventAnchor) {
        field("basis", anchor.basis.rawValue)
        field("value", anchor.value)
    }

    private mutating func add(_ event: Event) {
        if let anchor = event.anchor {
            key("anchor")
            object(of: anchor) { $0.add($1) }
        }
        field("arguments", event.arguments) { $0.object(of: $1) { $0.add($1) } }
        field("attribution", event.attribution)
        field("certainty", event.certainty)
        field("chain", event.chain)
        field("claims", event.claims) { $0.object(of: $1) { $0.add($1) } }
        field("class", event.class)
        field("end", event.end)
        field("instance", event.instance)
        field("modality", event.modality?.rawValue)
        field("polarity", event.polarity.rawValue)
        field("rule", event.rule)
        field("start", event.start)
        field("tense", event.tense)
        field("time", event.time)
        field("times", event.times) { $0.object(of: $1) { $0.add($1) } }
        field("type", event.type)
    }

    private mutating func add(_ argument: EventArgument) {
        field("end", argument.end)
        field("mention", argument.mention)
        field("quantity", argument.quantity)
        field("role", argument.role)
        field("start", argument.start)
    }

    private mutating func add(_ claim: EventClaim) {
        field("end", claim.end)
        field("holds", claim.holds)
        field("kind", claim.kind)
        field("start", claim.start)
    }

    private mutating func add(_ time: EventTime) {
        field("role", time.role.rawValue)
        field("time", time.time)
    }

    private mutating func add(_ mention: Mention) {
        field("chain", mention.chain)
        field("country", mention.country)
        field("end", mention.end)
        field("entity", mention.entity)
        field("form", mention.form.rawValue)
        if let head = mention.head {
            key("head")
            object(of: head) { $0.add($1) }
        }
        field("kind", mention.kind.rawValue)
        field("latitude", mention.latitude)
        field("longitude", mention.longitude)
        field("metonym", mention.metonym)
        field("quantity", mention.quantity)
        field("start", mention.start)
    }

    private mutating func add(_ quantity: Quantity) {
        if let counted = quantity.counted {
            key("counted")
            object(of: counted) { $0.add($1) }
        }
        field("end", quantity.end)
        field("high", quantity.high)
        field("low", quantity.low)
        field("point", quantity.point)
        field("qualifier", quantity.qualifier)
        field("start", quantity.start)
        field("unit", quantity.unit)
    }

    private mutating func add(_ relation: Relation) {
        field("attribution", relation.attribution)
        field("certainty", relation.certainty)
        field("end", relation.end)
        field("ended", relation.ended)
        field("object", relation.object)
        field("polarity", relation.polarity?.rawValue)
        field("predicate", relation.predicate)
        field("rule", relation.rule)
        field("since", relation.since)
        field("start", relation.start)
        field("subject", relation.subject)
        field("time", relation.time)
        field("until", relation.until)
        field("value", relation.value)
    }

    private mutating func add(_ time: TimeExpression) {
        field("earliest", time.earliest)
        field("end", time.end)
        field("granularity", time.granularity?.rawValue)
        field("latest", time.latest)
        field("mod", time.mod)
        field("start", time.start)
        field("type", time.type.rawValue)
        field("value", time.value)
    }
}
