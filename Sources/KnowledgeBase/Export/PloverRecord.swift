internal import Record

/// A merged event as PLOVER writes it (manual 0.8 draft, openeventdata/PLOVER, "JSON data fields"); fields that PLOVER does
/// not have come after its own, as it allows.
struct PloverRecord {
    struct Actor {
        var coded: CodedActor
        /// The words of the text.
        var words: String
    }

    struct Place {
        var key: String
        var name: String
        var latitude: Double?
        var longitude: Double?
        var feature: String?
        /// ISO 3166-1 alpha-2 and alpha-3.
        var country: String?
        var country3: String?
    }

    struct Figure: Hashable {
        var measure: String
        var low: Double?
        var high: Double?
        var point: Double?
        /// Independent texts that give it.
        var texts: Int
    }

    struct Citation {
        var key: String
        var publication: String?
        var title: String?
        var url: String?
        var language: String?
        var published: String?
    }

    struct Evidence {
        var text: String
        var document: String
        var start: Int
        var end: Int
    }

    var id: String
    var date: String?
    var endDate: String?
    /// `event` where the texts date the event; `announced` where only the day is known by which it had been told.
    var dateBasis: String?
    var granularity: String?
    var sources: [Actor] = []
    var recipients: [Actor] = []
    var categories: [String] = []
    var mode: String?
    var contexts: [String] = []
    var quad: Int?
    var scale: Double?
    var place: Place?
    var triggers: [String] = []
    var figures: [Figure] = []
    var evidence: Evidence?
    var citations: [Citation] = []
    var type: String
    var cameo: String?
    var acled: String?
    var polarity: String
    var modality: String
    var certainty: Int
    var texts: Int
    var documents: Int
    var voices: Int
    var disagreements: Int

    /// Whether somebody says that it has happened, be it with reserve.
    var isReal: Bool { polarity.hasPrefix("POS") && (modality == "asserted" || modality == "hedged") }

    /// PLOVER's names of the figures that it has fields for.
    private static let sizes = [
        ("killed", "dead"), ("wounded", "injured"), ("arrested", "arrested"), ("casualties", "size"),
    ]

    /// One line of JSON, without its end.
    func line() -> String {
        var json = JSONText()
        json.object { json in
            json.field("id", id)
            json.field("date", date)
            json.field("enddate", endDate)
            json.field("source", sources) { $0.object($1.write) }
            json.field("recipient", recipients) { $0.object($1.write) }
            json.field("event", categories)
            json.field("mode", mode)
            json.field("context", contexts)
            json.field("quad_code", quad)
            json.field("event_scale", scale)
            if let place { json.field("event_loc", place.write) }
            json.field("event_text", triggers)
            for (measure, name) in Self.sizes { json.field(name, bestFigure(measure)) }
            if let evidence {
                json.field("text", evidence.text)
                json.field("text_info") { info in
                    info.field("document", evidence.document)
                    info.field("start", evidence.start)
                    info.field("end", evidence.end)
                }
            }
            json.field("cite_info", citations) { $0.object($1.write) }
            json.field("date_basis", dateBasis)
            json.field("date_precision", granularity)
            json.field("happened", isReal)
            json.field("type", type)
            json.field("cameo", cameo)
            json.field("acled", acled)
            json.field("polarity", polarity)
            json.field("modality", modality)
            json.field("certainty", certainty)
            json.field("figures", figures) { $0.object($1.write) }
            json.field("texts", texts)
            json.field("documents", documents)
            json.field("voices", voices)
            json.field("disagreements", disagreements)
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// The figure that most independent texts give; of several the largest.
    private func bestFigure(_ measure: String) -> Double? {
        figures.filter { $0.measure == measure }
            .max { ($0.texts, $0.value ?? 0) < ($1.texts, $1.value ?? 0) }?.value
    }
}

extension PloverRecord.Figure {
    var value: Double? { point ?? low ?? high }

    func write(_ json: inout JSONText) {
        json.field("measure", measure)
        json.field("low", low)
        json.field("high", high)
        json.field("point", point)
        json.field("texts", texts)
    }
}

extension PloverRecord.Actor {
    func write(_ json: inout JSONText) {
        json.field("code", coded.code)
        json.field("sector", coded.sector)
        json.field("actor_text", words)
        json.field("identifier_id", coded.identifier)
        json.field("identifier_text", coded.name)
        if !coded.office.isEmpty { json.field("office", coded.office) }
    }
}

extension PloverRecord.Place {
    func write(_ json: inout JSONText) {
        if key.hasPrefix("geonames:") { json.field("geonameid", Int(key.dropFirst(9))) }
        json.field("name", name)
        json.field("latitude", latitude)
        json.field("longitude", longitude)
        json.field("feature code", feature)
        json.field("country code", country)
        json.field("cc3", country3)
    }
}

extension PloverRecord.Citation {
    func write(_ json: inout JSONText) {
        json.field("document", key)
        json.field("publication", publication)
        json.field("title", title)
        json.field("url", url)
        json.field("language", language)
        json.field("published", published)
    }
}
