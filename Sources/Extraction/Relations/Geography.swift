internal import Record

/// What the reference tables know of the places of a record: whether one can lie in another.
struct Geography {
    private let mentions: [Mention]
    private let features: [String: String]
    private let within: [String: [String]]
    /// By code, the first mention of a country.
    let countries: [String: Int]

    init(_ record: AnnotationRecord) {
        mentions = record.mentions
        var features: [String: String] = [:]
        var within: [String: [String]] = [:]
        for entity in record.entities {
            features[entity.id] = entity.feature
            within[entity.id] = entity.within
        }
        var countries: [String: Int] = [:]
        for (index, mention) in record.mentions.enumerated() where mention.kind == .place && mention.form == .name {
            guard let code = mention.country, let id = mention.entity, countries[code] == nil,
                features[id]?.utf8.starts(with: "PCL".utf8) == true, mention.metonym != true
            else { continue }
            countries[code] = index
        }
        self.countries = countries
        self.features = features
        self.within = within
    }

    /// False if the tables speak against it: another country, a settlement in a settlement, a country in its town.
    func mayLie(_ inner: Int, in outer: Int) -> Bool {
        let (one, other) = (mentions[inner], mentions[outer])
        guard one.kind == .place, other.kind == .place else { return true }
        if let id = one.entity, let holder = other.entity {
            if id == holder || within[holder]?.contains(id) == true { return false }
            if within[id]?.contains(holder) == true { return true }
            // Regions and districts side by side: "Donetsk, Luhansk and Kherson".
            if features[holder] == "ADM1", within[id]?.isEmpty == false { return false }
            if isSettlement(id), isSettlement(holder) { return false }
            if isCountry(id) { return false }
        }
        if let country = one.country, let holder = other.country, country != holder { return false }
        return true
    }

    /// Whether the tables know a place as a country or a part of one, which is what stands after a town and a comma.
    func isRegion(_ mention: Int) -> Bool {
        guard let id = mentions[mention].entity, let feature = features[id] else { return false }
        return feature.utf8.starts(with: "PCL".utf8) || feature.utf8.starts(with: "ADM".utf8)
    }

    private func isSettlement(_ id: String) -> Bool {
        guard let feature = features[id] else { return false }
        return feature.utf8.starts(with: "PPL".utf8) && feature != "PPLX"
    }

    private func isCountry(_ id: String) -> Bool { features[id]?.utf8.starts(with: "PCL".utf8) ?? false }
}
