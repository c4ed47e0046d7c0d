/// How alike two events of different documents are, and why.
struct EventMatch: Equatable {
    /// From `EventMatch.same` on they are taken for one event, from `unsure` on they are worth a look.
    static let same = 3.5
    static let unsure = 2.5

    /// Points; 0 where something rules identity out.
    var score: Double
    /// In words, for people.
    var reasons: [String]

    /// Compares two signatures. Symmetric, and a function of the two alone.
    init(_ left: EventSignature, _ right: EventSignature) {
        score = 0
        reasons = []
        guard left.type == right.type, weighTime(left, right), weighPlaces(left, right) else {
            ruleOut()
            return
        }
        for role in Set(left.participants.map(\.role)).intersection(right.participants.map(\.role)).sorted() {
            guard
                weighParticipants(
                    left.participants.filter { $0.role == role }, right.participants.filter { $0.role == role }, role)
            else {
                ruleOut()
                return
            }
        }
        for role in Set(left.numbers.map(\.role)).intersection(right.numbers.map(\.role)).sorted() {
            guard weighNumbers(left.numbers.filter { $0.role == role }, right.numbers.filter { $0.role == role }, role)
            else {
                ruleOut()
                return
            }
        }
    }

    private mutating func ruleOut() {
        score = 0
        reasons = []
    }

    private mutating func add(_ points: Double, _ reason: String) {
        score += points
        reasons.append(reason)
    }

    private mutating func weighTime(_ left: EventSignature, _ right: EventSignature) -> Bool {
        if let from = left.earliest, let to = left.latest, let otherFrom = right.earliest, let otherTo = right.latest {
            guard from <= otherTo, otherFrom <= to else { return false }
            let width = max(to - from, otherTo - otherFrom)
            switch width {
            case ...1: add(2, "same day")
            case ...8: add(1.5, "same week")
            case ...31: add(1.5, "same month")
            case ...100: add(1, "same season")
            default: add(0.25, "times overlap")
            }
            return true
        }
        // What was published before the other happened cannot tell of it.
        if let from = left.earliest ?? right.earliest,
            let published = left.earliest == nil ? left.published : right.published, published < from
        {
            return false
        }
        // An undated account that appeared while or just after the dated one's time is likely to be of it.
        if let dated = left.earliest == nil ? right.earliest : left.earliest,
            (left.earliest == nil) != (right.earliest == nil),
            let published = left.earliest == nil ? left.published : right.published, published - dated <= 7
        {
            add(0.5, "told at the time")
        }
        if let one = left.published, let other = right.published {
            if abs(one - other) > 45 { return false }
            if abs(one - other) <= 3 { add(0.5, "published within three days") }
        }
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
        add(best.0, best.1)
        return true
    }

    private mutating func weighParticipants(
        _ left: [EventSignature.Participant], _ right: [EventSignature.Participant], _ role: String
    ) -> Bool {
        guard EventSignature.isActor(role) else { return true }
        var best: (Double, String)?
        var comparable = false
        for one in left {
            for other in right {
                if let entity = one.entity, entity == other.entity {
                    let points = one.isCountry ? 1.0 : 2.0
                    if points > best?.0 ?? -1 { best = (points, "same \(role)") }
                    continue
                }
                if one.entity != nil, other.entity != nil, !one.isCountry, !other.isCountry {
                    comparable = true
                    continue
                }
                guard let country = one.country, let second = other.country else {
                    if one.head != nil, one.head == other.head, 0.5 > best?.0 ?? -1 {
                        best = (0.5, "\(role) in the same words")
                    }
                    continue
                }
                comparable = true
                guard country == second else { continue }
                let sameHead = one.head != nil && one.head == other.head
                // Whom it was done to tells an event from its like better than who did it: armies do the same every day.
                let points = sameHead ? (role == "agent" ? 1.5 : 2.0) : 1.0
                if points > best?.0 ?? -1 {
                    best = (points, "\(role) of the same country" + (sameHead ? " in the same words" : ""))
                }
            }
        }
        if let best {
            add(best.0, best.1)
            return true
        }
        // Two known fillers with nothing in common: two events.
        return !comparable
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
                    add(1.5, "same number of \(role)")
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
