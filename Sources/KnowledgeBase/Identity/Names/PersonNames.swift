/// Compares the names of two people.
struct PersonNames {
    let tables: EntityTables

    /// What is found when two names are compared in the way that fits best: features of `identity/entities.tsv`.
    /// - Parameters:
    ///   - isEastern: true if what is said of the two makes it usual that the family name stands first.
    /// - Returns: nil if the names are those of different people.
    func compare(_ left: PersonName, _ right: PersonName, isEastern: Bool) -> [String]? {
        if let one = left.suffix, let other = right.suffix, one != other { return nil }
        var best: [String]?
        func offer(_ features: [String]?) {
            guard let features else { return }
            if let known = best, tables.weight(of: known) >= tables.weight(of: features) { return }
            best = features
        }
        let koreans = (left.koreanReadings(tables.korean), right.koreanReadings(tables.korean))
        if !koreans.0.isEmpty, !koreans.1.isEmpty {
            let isExact = left.isHangul || right.isHangul
            for one in koreans.0 { for other in koreans.1 { offer(korean(one, other, isExact: isExact)) } }
        } else {
            for one in left.readings(isFamilyFirst: false) {
                for other in right.readings(isFamilyFirst: false) { offer(western(one, other, [])) }
            }
            if isEastern {
                for one in left.readings(isFamilyFirst: true) {
                    for other in right.readings(isFamilyFirst: true) { offer(western(one, other, [])) }
                }
            }
            let order = [isEastern ? "order.usual" : "order.swapped"]
            for isLeftFirst in [true, false] {
                for one in left.readings(isFamilyFirst: isLeftFirst) {
                    for other in right.readings(isFamilyFirst: !isLeftFirst) { offer(western(one, other, order)) }
                }
            }
        }
        guard var features = best else { return nil }
        if (left.suffix == nil) != (right.suffix == nil) { features.append("suffix.dropped") }
        return features
    }

    private func korean(
        _ left: PersonName.Reading, _ right: PersonName.Reading, isExact: Bool
    ) -> [String]? {
        var features: [String] = []
        if left.given == right.given {
            features.append("given.same")
        } else if tables.korean.canBeOne(left.given, right.given) {
            features.append("given.korean")
        } else {
            return nil
        }
        // Of what is written in Hangul the name is known, whatever its spelling in Latin letters.
        if left.family == right.family
            || isExact && tables.korean.areOneSurname(left.family, right.family)
        {
            features.append("family.same")
        } else if tables.korean.areOneSurname(left.family, right.family) {
            features.append("family.korean")
        } else {
            return nil
        }
        if left.isFamilyFirst != right.isFamilyFirst { features.append("order.usual") }
        return features
    }

    private func western(
        _ left: PersonName.Reading, _ right: PersonName.Reading, _ order: [String]
    ) -> [String]? {
        guard let given = given(left.given, right.given), let family = family(left.family, right.family),
            let middle = middle(left.middle, right.middle)
        else { return nil }
        // "George H. W." is not another way to write "George W."
        if left.isJoined || right.isJoined, left.given != right.given { return nil }
        return given + family + middle + order
    }

    private func given(_ left: String, _ right: String) -> [String]? {
        if left == right { return ["given.same"] }
        let (one, other) = (tables.spellings.leveled(left), tables.spellings.leveled(right))
        if let kind = tables.givenNames.relation(one, other), one != other {
            switch kind {
            case .spelling: return ["given.variant"]
            case .form: return ["given.form"]
            case .short: return ["given.short"]
            }
        }
        var features: [String]
        if one == other {
            features = ["given.spelling"]
            if tables.givenNames.relation(one, other) != nil { return features }
        } else if isClose(one, other) {
            features = ["given.close"]
        } else {
            return nil
        }
        if tables.listed.isFirstName(left), tables.listed.isFirstName(right) { features.append("given.listed") }
        return features
    }

    private func family(_ left: String, _ right: String) -> [String]? {
        let isListed = tables.listed.isLastName(left)
        let isOtherListed = left == right ? isListed : tables.listed.isLastName(right)
        let rare = isListed || isOtherListed ? [] : ["family.rare"]
        if left == right { return ["family.same"] + rare }
        let (one, other) = (tables.spellings.leveled(left), tables.spellings.leveled(right))
        var features: [String]
        if one == other {
            features = ["family.spelling"]
        } else if isClose(one, other), one + "a" != other, other + "a" != one {
            // Ivanov and Ivanova are two.
            features = ["family.close"]
        } else {
            return nil
        }
        // The lists hold several spellings of names from other alphabets.
        if isListed, isOtherListed, one != other || !tables.isTransliterated(one) { features.append("family.listed") }
        return features + rare
    }

    /// Middle names may be left out or shortened to a letter, but not be others.
    private func middle(_ left: [String], _ right: [String]) -> [String]? {
        if left.isEmpty, right.isEmpty { return [] }
        guard !left.isEmpty, !right.isEmpty else { return ["middle.dropped"] }
        for (one, other) in zip(left, right) {
            let isInitial = one.utf8.count == 1 || other.utf8.count == 1
            let (a, b) = (tables.spellings.leveled(one), tables.spellings.leveled(other))
            if isInitial ? a.utf8.first != b.utf8.first : a != b && !isClose(a, b) { return nil }
        }
        return left.count == right.count ? ["middle.same"] : ["middle.same", "middle.dropped"]
    }

    /// Leveled words of the same consonants with a letter or two between them.
    private func isClose(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count >= 4, right.utf8.count >= 4,
            tables.spellings.skeleton(left) == tables.spellings.skeleton(right)
        else { return false }
        let limit = min(left.utf8.count, right.utf8.count) >= 6 ? 2 : 1
        return Spellings.distance(left, right, limit: limit) <= limit
    }
}
