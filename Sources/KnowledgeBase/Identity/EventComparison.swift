/// Two events side by side: what is alike, as numbers with words for people, and what rules identity out.
///
/// Symmetric, and a function of the two and of what is known of words, of nothing else.
struct EventComparison {
    /// An event as it is compared.
    struct Side {
        var signature: EventSignature
        var profile: TextProfile
        /// The text it stands in.
        var run: Int64
    }

    /// By `EventFeature.rawValue`.
    private(set) var values = [Double](repeating: 0, count: EventFeature.allCases.count)
    /// Words for what counts with points, with the points.
    private(set) var notes: [(points: Double, reason: String)] = []
    /// True where time, place or number rule identity out.
    private(set) var isRuledOut = false

    init(_ left: Side, _ right: Side, lexicon: EventLexicon) {
        self[.bias] = 1
        let (one, other) = (left.signature, right.signature)
        guard weighTime(one, other), weighPlaces(one, other) else {
            isRuledOut = true
            return
        }
        for role in Set(one.numbers.map(\.role)).intersection(other.numbers.map(\.role)).sorted() {
            let isClose = weighNumbers(
                one.numbers.filter { $0.role == role }, other.numbers.filter { $0.role == role }, role)
            guard isClose else {
                isRuledOut = true
                return
            }
        }
        for role in Set(one.participants.map(\.role)).intersection(other.participants.map(\.role)).sorted()
        where EventSignature.isActor(role) {
            weighParticipants(Self.fillers(of: role, in: one), Self.fillers(of: role, in: other), role)
        }
        weighWords(one, other, lexicon)
        weighTexts(left, right)
    }

    subscript(feature: EventFeature) -> Double {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }

    private mutating func note(_ feature: EventFeature, _ points: Double, _ reason: String) {
        self[feature] += points
        notes.append((points, reason))
    }

    // MARK: Words and texts

    private mutating func weighWords(_ left: EventSignature, _ right: EventSignature, _ lexicon: EventLexicon) {
        if left.type == right.type {
            self[.type] = left.type == "other" ? 0 : 1
        } else if left.type != "other", right.type != "other" {
            self[.otherType] = 1
        }
        let shared = left.words.filter(right.words.contains)
        guard shared.isEmpty else {
            func weight(_ words: [String]) -> Double { words.reduce(0) { $0 + Double(lexicon.rarity($1)) } }
            self[.word] = weight(shared) / max(min(weight(left.words), weight(right.words)), 0.1)
            self[.rareWord] = min(shared.reduce(0) { max($0, Double(lexicon.rarity($1))) } / 9, 1)
            return
        }
        let meanings = Set(left.words.flatMap(lexicon.meanings))
        let others = Set(right.words.flatMap(lexicon.meanings))
        if !meanings.isDisjoint(with: others) { self[.meaning] = 1 }
    }

    private mutating func weighTexts(_ left: Side, _ right: Side) {
        guard left.run != right.run else {
            self[.document] = 1
            self[.documentWord] = self[.word]
            return
        }
        let likeness = left.profile.likeness(right.profile)
        self[.text] = likeness
        self[.text05] = max(0, likeness - 0.05)
        self[.text10] = max(0, likeness - 0.1)
        self[.text20] = max(0, likeness - 0.2)
        self[.text40] = max(0, likeness - 0.4)
        self[.wordText] = self[.word] * min(likeness, 0.3)
        self[.meaningText] = self[.meaning] * min(likeness, 0.3)
    }

    // MARK: Time, place, number, who

    /// Days after which an event without a date is no news any more.
    private static let reach = 45

    private mutating func weighTime(_ left: EventSignature, _ right: EventSignature) -> Bool {
        if let from = left.earliest, let to = left.latest, let otherFrom = right.earliest, let otherTo = right.latest {
            guard from <= otherTo, otherFrom <= to else { return false }
            switch max(to - from, otherTo - otherFrom) {
            case ...1: note(.time, 2, "same day")
            case ...8: note(.time, 1.5, "same week")
            case ...31: note(.time, 1.5, "same month")
            case ...100: note(.time, 1, "same season")
            default: note(.time, 0.25, "times overlap")
            }
            return true
        }
        let apart = left.published.flatMap { one in right.published.map { abs(one - $0) } }
        let (dated, undated) = left.earliest == nil ? (right, left) : (left, right)
        if let from = dated.earliest, let published = undated.published {
            // What was published before the other happened cannot tell of it; what appeared much later without a date hardly does.
            guard published >= from, published - (dated.latest ?? from) <= Self.reach else { return false }
            // An undated account that appeared while or just after the dated one's time is likely to be of it.
            if published - from <= 7 { note(.report, 0.5, "told at the time") }
        } else if let apart, apart > Self.reach {
            return false
        }
        if let apart, apart <= 3 { note(.report, 0.5, "published within three days") }
        return true
    }

    private mutating func weighPlaces(_ left: EventSignature, _ right: EventSignature) -> Bool {
        guard !left.places.isEmpty, !right.places.isEmpty else { return true }
        var best: (Double, String)?
        for place in left.places {
            for other in right.places {
                let fit: (Double, String)? =
                    if place.entity == other.entity {
                        (place.level == 0 ? 2 : place.level == 1 ? 1.5 : 0.5, "same place")
                    } else if let depth = place.within.firstIndex(of: other.entity) {
                        (depth + 1 < place.within.count ? 1 : 0.5, "one place inside the other")
                    } else if let depth = other.within.firstIndex(of: place.entity) {
                        (depth + 1 < other.within.count ? 1 : 0.5, "one place inside the other")
                    } else {
                        nil
                    }
                if let fit, fit.0 > best?.0 ?? 0 { best = fit }
            }
        }
        guard let best else { return false }
        note(.place, best.0, best.1)
        return true
    }

    /// A town that is attacked is a place, and speaks for the event once.
    private static func fillers(of role: String, in event: EventSignature) -> [EventSignature.Participant] {
        event.participants.filter { filler in
            filler.role == role && !event.places.contains { $0.entity == filler.entity }
        }
    }

    private mutating func weighParticipants(
        _ left: [EventSignature.Participant], _ right: [EventSignature.Participant], _ role: String
    ) {
        var best: (Double, String)?
        var comparable = false
        func offer(_ points: Double, _ reason: String) { if points > best?.0 ?? -1 { best = (points, reason) } }
        for one in left {
            for other in right {
                if let entity = one.entity, entity == other.entity {
                    offer(one.isCountry ? 1 : 2, "same \(role)")
                } else if let surname = one.surname, surname == other.surname {
                    offer(1, "\(role) of the same name")
                } else if one.entity != nil, other.entity != nil, !one.isCountry, !other.isCountry {
                    comparable = true
                } else if let country = one.country, let second = other.country {
                    comparable = true
                    guard country == second else { continue }
                    let sameHead = one.head != nil && one.head == other.head
                    // Whom it was done to tells an event from its like better than who did it: armies do the same every day.
                    offer(
                        sameHead ? (role == "agent" ? 1.5 : 2) : 1,
                        "\(role) of the same country" + (sameHead ? " in the same words" : ""))
                } else if one.head != nil, one.head == other.head {
                    offer(0.5, "\(role) in the same words")
                }
            }
        }
        if let best {
            note(.participants, best.0, best.1)
        } else if comparable {
            self[.otherParticipant] = 1
        }
    }

    private mutating func weighNumbers(
        _ left: [EventSignature.Number], _ right: [EventSignature.Number], _ role: String
    ) -> Bool {
        var close = false
        for one in left {
            for other in right {
                let low = one.low ?? one.high ?? 0
                let otherLow = other.low ?? other.high ?? 0
                let high = one.high ?? .infinity
                let otherHigh = other.high ?? .infinity
                if low == otherLow, high == otherHigh {
                    note(.number, 1.5, "same number of \(role)")
                    return true
                }
                if low <= otherHigh, otherLow <= high || max(low, otherLow) <= 2 * min(high, otherHigh) { close = true }
                if max(low, otherLow) <= 2 * min(low, otherLow) { close = true }
            }
        }
        // Tolls differ and rise; captives do not go from two to three hundred.
        return close
    }
}
