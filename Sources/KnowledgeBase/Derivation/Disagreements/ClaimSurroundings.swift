internal import SQLite

/// Looks up what the comparison of claims must know of the places, things and accounts that they name.
struct ClaimSurroundings {
    let connection: Connection

    /// Degrees of latitude within which two places may be taken for each other: some 200 km.
    private static let reach = 2.0

    /// In an event of so few accounts, each is compared with each anyway.
    private static let fewAccounts = 8

    private struct Position {
        var latitude: Double
        var longitude: Double
        var country: String?
    }

    /// - Parameter subject: the thing that the claims are about; nil where they are about an event.
    func surroundings(of claims: [Claim], subject: Int64?) throws(SQLiteError) -> ClaimComparison.Surroundings {
        var things = Set<Int64>()
        for claim in claims {
            switch claim.answer {
            case .number(_, _, let scope): if let scope { things.insert(scope) }
            case .thing(let thing): things.insert(thing)
            case .days, .truth: break
            }
        }
        var places: [Int64: Position] = [:]
        var containers: [Int64: Set<Int64>] = [:]
        var countries: [Int64: String] = [:]
        for thing in things.sorted() {
            countries[thing] = try connection.text("SELECT country FROM entities WHERE id = ?", thing)
            try connection.each("SELECT latitude, longitude FROM places WHERE entity_id = ?", thing) { row in
                places[thing] = Position(latitude: row.real(0), longitude: row.real(1), country: countries[thing])
            }
            try connection.each("SELECT container_id FROM place_containment WHERE place_id = ?", thing) { row in
                containers[thing, default: []].insert(row.integer(0))
            }
        }
        // What nobody has looked up may be several things of one name.
        var isKnown = true
        if let subject {
            isKnown = try connection.integer("SELECT 1 FROM entities WHERE id = ? AND reference = 1", subject) != nil
        }
        let pairs = try directPairs(of: claims)
        let isSmall = pairs == nil
        let (positions, around, origins, canCompare) = (places, containers, countries, isKnown)
        return ClaimComparison.Surroundings(
            isInside: { around[$0]?.contains($1) ?? false }, isPlace: { positions[$0] != nil },
            areOfDifferentCountries: { one, other in
                guard canCompare, let first = origins[one], let second = origins[other] else { return false }
                return first != second
            },
            areNear: { one, other in
                guard let first = positions[one], let second = positions[other] else { return false }
                return abs(first.latitude - second.latitude) <= Self.reach
                    && abs(first.longitude - second.longitude) <= 2 * Self.reach
            },
            areDirectlyOne: { isSmall || pairs?.contains([$0, $1]) == true })
    }

    /// Pairs of accounts that the machine takes for one by themselves, or that somebody has decided about. Asked where one
    /// account says that it happened, or was the first, and another that it did not; and of days, places and participants in
    /// large clusters, where many a pair is one through others only.
    /// - Returns: nil where it does not matter.
    private func directPairs(of claims: [Claim]) throws(SQLiteError) -> Set<Set<Int64>>? {
        let all = Set(claims.compactMap(\.account))
        var asked = all
        switch claims.first?.answer {
        case .truth:
            asked = Set(claims.filter { !$0.holds }.compactMap(\.account))
            guard !asked.isEmpty, asked.count < all.count else { return [] }
        case .days, .thing: if all.count <= Self.fewAccounts { return nil }
        case .number, nil: return nil
        }
        var pairs = Set<Set<Int64>>()
        for account in asked.sorted() {
            try connection.each(
                """
                SELECT right_id FROM event_pairs WHERE left_id = ?1 AND verdict = 'same'
                UNION SELECT left_id FROM event_pairs WHERE right_id = ?1 AND verdict = 'same'
                """, account
            ) { row in pairs.insert([account, row.integer(0)]) }
            let isDecided = try connection.integer(
                """
                SELECT 1 FROM decisions d JOIN events e ON e.key IN (d.left_key, d.right_key)
                WHERE e.id = ? AND d.subject = 'event' AND d.verdict = 'same' LIMIT 1
                """, account)
            if isDecided != nil { for other in all { pairs.insert([account, other]) } }
        }
        return pairs
    }
}
