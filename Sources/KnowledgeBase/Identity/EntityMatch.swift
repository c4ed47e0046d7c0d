internal import Record

/// Compares two entities that met in a block.
struct EntityMatch {
    let tables: EntityTables

    /// Countries where the family name stands first.
    private static let eastern: Set<String> = ["KR", "KP", "CN", "TW", "HK", "MO", "JP", "VN", "KH", "SG", "HU"]

    /// - Parameter areTogether: whether an article names both as two.
    /// - Returns: the features of the way of comparing that fits best; nil if they are different.
    func features(_ left: EntityProfile, _ right: EntityProfile, areTogether: Bool) -> [String]? {
        guard !left.contradicts(right, tables) else { return nil }
        let names: [String]?
        switch left.kind {
        case .person: names = people(left, right)
        case .agency: names = agencies(left, right)
        case .unit: names = units(left, right)
        case .place, .group, .object: names = nil
        }
        guard var features = names else { return nil }
        if let occupation = left.occupation, occupation == right.occupation { features.append("occupation.same") }
        // A long list of formations names one in full and in short.
        if areTogether, left.kind != .unit { features.append("together") }
        return features
    }

    private func best(_ found: [[String]]) -> [String]? {
        // The first of several equals: the names stand in a fixed order.
        var best: [String]?
        for features in found where best.map({ tables.weight(of: features) > tables.weight(of: $0) }) ?? true {
            best = features
        }
        return best
    }

    private func country(_ left: String?, _ right: String?) -> [String] {
        guard let left, let right else { return left == nil && right == nil ? [] : ["country.one"] }
        return left == right ? ["country.same"] : []
    }

    // MARK: People

    private func people(_ left: EntityProfile, _ right: EntityProfile) -> [String]? {
        let isEastern = [left.country, right.country].compactMap { $0 }.contains(where: Self.eastern.contains)
        let names = PersonNames(tables: tables)
        var found: [[String]] = []
        for one in left.people {
            for other in right.people {
                guard var features = names.compare(one, other, isEastern: isEastern) else { continue }
                if left.isReference || right.isReference, one.words == other.words {
                    features.append("reference.exact")
                }
                found.append(features)
            }
        }
        // A name that the tables know and did not take for theirs says more than another spelling of it.
        if let exact = found.first(where: { $0.contains("reference.exact") }) { found = [exact] }
        return best(found).map { $0 + country(left.country, right.country) }
    }

    // MARK: Agencies

    private func agencies(_ left: EntityProfile, _ right: EntityProfile) -> [String]? {
        var found: [[String]] = []
        for one in left.agencies {
            for other in right.agencies {
                if let acronym = one.acronym, acronym == other.acronym {
                    if let features = short(acronym, left, right) { found.append(features) }
                } else if one.acronym == nil, other.acronym == nil, let features = words(one, other, left, right) {
                    found.append(features)
                }
            }
        }
        return best(found)
    }

    private func words(
        _ one: AgencyName, _ other: AgencyName, _ left: EntityProfile, _ right: EntityProfile
    ) -> [String]? {
        let (ours, theirs) = (one.leveled(tables), other.leveled(tables))
        var features = ["agency.words"]
        if ours != theirs {
            guard one.hasMovableBody, ours.sorted() == theirs.sorted() else { return nil }
            features.append("agency.order")
        }
        if one.words.sorted() != other.words.sorted() { features.append("agency.spelling") }
        if let form = one.legalForm, let otherForm = other.legalForm, form != otherForm { return nil }
        if (one.legalForm == nil) != (other.legalForm == nil) {
            features.append("legal.dropped")
            // "Sachs" need not be Sachs AG.
            if one.words.count == 1, !left.isReference, !right.isReference { features.append("agency.short") }
        }
        let (country, otherCountry) = (left.country ?? one.country, right.country ?? other.country)
        if let country, let otherCountry, country != otherCountry { return nil }
        if one.isGeneric || other.isGeneric, country == nil || otherCountry == nil { features.append("agency.generic") }
        if left.isReference || right.isReference, one.key == other.key { features.append("reference.exact") }
        return features + self.country(country, otherCountry)
    }

    /// What a short form in common says: it must be made of the first letters of the long name that one of the two has. Two
    /// long names are compared by their words.
    private func short(_ acronym: String, _ left: EntityProfile, _ right: EntityProfile) -> [String]? {
        let (ours, theirs) = (left.agencies.filter { $0.acronym == nil }, right.agencies.filter { $0.acronym == nil })
        guard ours.isEmpty || theirs.isEmpty else { return nil }
        let isMade = (ours + theirs).contains { $0.initials.contains(acronym) }
        var features = [isMade ? "agency.acronym" : "agency.shared"]
        if acronym.utf8.count <= 3 { features.append("acronym.brief") }
        if left.isReference || right.isReference { features.append("reference.exact") }
        return features + country(left.country, right.country)
    }

    // MARK: Units

    private func units(_ left: EntityProfile, _ right: EntityProfile) -> [String]? {
        var found: [[String]] = []
        for one in left.units {
            for other in right.units where !one.differs(from: other) {
                let (country, otherCountry) = (left.country ?? one.country, right.country ?? other.country)
                if let country, let otherCountry, country != otherCountry { return nil }
                var features = [one.arms == other.arms ? "unit.same" : "unit.plain"]
                if !one.names.isEmpty, !other.names.isEmpty, one.names.isDisjoint(with: other.names) {
                    features.append("unit.names")
                }
                found.append(features + self.country(country, otherCountry))
            }
        }
        return best(found)
    }
}
