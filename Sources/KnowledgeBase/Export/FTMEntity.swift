internal import Record

/// An entity of FollowTheMoney: an id, a schema, and properties with several values each.
struct FTMEntity {
    let id: String
    let schema: String
    private var properties: [(name: String, values: [String])] = []

    /// - Parameter parts: what it is, in public keys: its id is the same in every export that knows it.
    init(schema: String, of parts: String...) {
        self.schema = schema
        id = Self.id(parts)
    }

    static func id(_ parts: [String]) -> String {
        var hash = ContentHash()
        for part in parts { hash.update(field: part) }
        return "annals-" + hash.hexadecimal(digits: 32)
    }

    /// Adds a value, unless there is none or it is there already.
    mutating func add(_ name: String, _ value: String?) {
        guard let value = value.map(ExportText.clean), !value.isEmpty else { return }
        if let at = properties.firstIndex(where: { $0.name == name }) {
            if !properties[at].values.contains(value) { properties[at].values.append(value) }
        } else {
            properties.append((name, [value]))
        }
    }

    /// Adds a date or the two ends of an interval, as exact as the words are.
    mutating func addDates(earliest: String?, latest: String?, granularity: String?) {
        guard let dates = PartialDate.interval(earliest: earliest, latest: latest, granularity: granularity) else {
            return
        }
        if earliest == nil {
            add("endDate", dates.first.iso)
        } else if let last = dates.last {
            add("startDate", dates.first.iso)
            add("endDate", last.iso)
        } else {
            add(latest == nil ? "startDate" : "date", dates.first.iso)
        }
    }

    /// One line of JSON, without its end.
    var line: String {
        var json = JSONText()
        json.object { json in
            json.field("id", id)
            json.field("schema", schema)
            json.field("properties") { object in
                for property in properties { object.field(property.name, property.values) }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
