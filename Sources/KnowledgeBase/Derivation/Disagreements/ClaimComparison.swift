internal import Record

/// Compares claims about one subject and predicate. What cannot be told apart for sure is no disagreement.
struct ClaimComparison {
    /// What the comparison must know of the world beside the two claims.
    struct Surroundings {
        /// Whether a place lies inside another.
        var isInside: (_ place: Int64, _ container: Int64) -> Bool
        /// Whether a thing is a place with coordinates.
        var isPlace: (Int64) -> Bool
        /// Whether two things are of different countries.
        var areOfDifferentCountries: (Int64, Int64) -> Bool
        /// Whether one event may be told as having been at either of two places.
        var areNear: (Int64, Int64) -> Bool
        /// Whether two accounts were themselves taken for one event, and not only through others.
        var areDirectlyOne: (Int64, Int64) -> Bool
    }

    let predicate: ComparedPredicate
    /// Whether the subject is an event and not a lasting thing.
    let isOfEvent: Bool
    let surroundings: Surroundings

    /// Of the totals of a country, which different people estimate, a later one counts as risen up to this ratio.
    private static let rise = 1.25
    /// Totals of a country given more than so many days apart are of two times.
    private static let totalDays = 31
    /// Another voice's larger total that comes so many days later may be a newer one.
    private static let newerDays = 2
    /// Days by which two days of publication may fail to explain two ages.
    private static let birthdaySlack = 3.0

    /// How two claims stand to each other.
    /// - Parameters:
    ///   - earlier: the one that was published first, or has the smaller key.
    ///   - bothAreGivenTogether: whether the document of one gives the other's answer too.
    /// - Returns: nil if they agree or cannot be compared.
    func nature(of earlier: Claim, _ later: Claim, bothAreGivenTogether: Bool) -> DisagreementNature? {
        guard earlier.answer != later.answer, !(earlier.text == later.text && earlier.voice == later.voice),
            earlier.hasEnded == later.hasEnded,
            isOfEvent || predicate.conflict == "date" || overlapInTime(earlier, later)
        else { return nil }
        guard let found = contradiction(of: earlier, later) else { return nil }
        guard bothAreGivenTogether, found > .change, predicate.conflict != "polarity", predicate.conflict != "rank"
        else {
            return found
        }
        // "On Friday and Saturday" is a list; two figures of two speakers side by side are what readers are to see.
        let isStaged =
            predicate.conflict == "number" && earlier.isSpoken && later.isSpoken && earlier.voice != later.voice
        return isStaged ? found : nil
    }

    /// The same without regard to who says it where.
    func contradiction(of earlier: Claim, _ later: Claim) -> DisagreementNature? {
        switch predicate.conflict {
        case "number": predicate.course == .age ? ages(earlier, later) : numbers(earlier, later)
        case "date": dates(earlier, later)
        case "place": places(earlier, later)
        case "participant": participants(earlier, later)
        default: truths(earlier, later)
        }
    }

    /// What is only taken for one event through others is no safe ground for saying that somebody denies it.
    private func truths(_ earlier: Claim, _ later: Claim) -> DisagreementNature? {
        guard earlier.holds != later.holds, areDirectlyOne(earlier, later) else { return nil }
        // What somebody says weeks later is mostly about something else.
        if predicate.days > 0, let day = earlier.day, let next = later.day, next - day > predicate.days { return nil }
        return contradiction(earlier, later)
    }

    private func areDirectlyOne(_ earlier: Claim, _ later: Claim) -> Bool {
        guard let account = earlier.account, let other = later.account, account != other else { return true }
        return surroundings.areDirectlyOne(account, other)
    }

    /// One voice that said something else later revised it.
    private func contradiction(_ earlier: Claim, _ later: Claim) -> DisagreementNature {
        earlier.voice == later.voice && isDated(earlier, before: later) ? .revision : .conflict
    }

    private func isDated(_ earlier: Claim, before later: Claim) -> Bool {
        guard let first = earlier.published, let second = later.published else { return false }
        return first < second
    }

    private func overlapInTime(_ left: Claim, _ right: Claim) -> Bool {
        if let end = left.latest, let start = right.earliest, end < start { return false }
        if let end = right.latest, let start = left.earliest, end < start { return false }
        return true
    }

    // MARK: Numbers

    private func numbers(_ earlier: Claim, _ later: Claim) -> DisagreementNature? {
        guard earlier.holds, later.holds, case .number(_, _, let scope) = earlier.answer,
            case .number(_, _, let otherScope) = later.answer, earlier.qualifier != "vague", later.qualifier != "vague",
            earlier.unit == nil || later.unit == nil || earlier.unit == later.unit, countTheSame(earlier, later),
            let first = ClaimBounds(earlier), let second = ClaimBounds(later)
        else { return nil }
        let isWider = isNarrower(later, otherScope, than: earlier, scope)
        let isNarrower = isNarrower(earlier, scope, than: later, otherScope)
        guard scope == otherScope || isWider || isNarrower else { return nil }
        let isRise = first.isBelow(second, tolerance: predicate.tolerance)
        guard isRise || second.isBelow(first, tolerance: predicate.tolerance) else {
            return finer(earlier, first, later, second, areOfOneScope: scope == otherScope && !isWider && !isNarrower)
        }
        if isRise ? isNarrower : isWider { return .refinement }
        if predicate.course == .cumulative, isRise, isDated(earlier, before: later),
            isOfEvent || earlier.voice == later.voice || second.low <= first.high * Self.rise
        {
            return .change
        }
        if predicate.course == .varying, let day = earlier.day, let next = later.day, next - day > predicate.days {
            return .change
        }
        return isOfEvent || areOfOneTime(earlier, later, isRise: isRise) ? contradiction(earlier, later) : nil
    }

    /// Totals of a country go on; only those of about the same time contradict each other.
    private func areOfOneTime(_ earlier: Claim, _ later: Claim, isRise: Bool) -> Bool {
        guard let day = earlier.day, let next = later.day else { return true }
        if isRise, predicate.course == .cumulative, earlier.voice != later.voice, next - day > Self.newerDays {
            return false
        }
        return abs(next - day) <= Self.totalDays
    }

    /// Whether a figure is about a smaller place or a shorter time: a total without either is the widest.
    private func isNarrower(_ inner: Claim, _ scope: Int64?, than outer: Claim, _ around: Int64?) -> Bool {
        if !isOfEvent, inner.earliest != nil, outer.earliest == nil { return true }
        guard let scope else { return false }
        guard let around else { return true }
        return surroundings.isInside(scope, around)
    }

    /// Three soldiers are no contradiction to eleven civilians, two children are a part of eleven people, and two others come
    /// to those that were counted before.
    private func countTheSame(_ left: Claim, _ right: Claim) -> Bool {
        guard left.counted != "part", right.counted != "part" else { return false }
        guard let one = left.counted, let other = right.counted else { return true }
        return one == other
    }

    /// "Over 1,000" and, elsewhere, 1,200; of a toll the later and larger one has risen.
    private func finer(
        _ earlier: Claim, _ first: ClaimBounds, _ later: Claim, _ second: ClaimBounds, areOfOneScope: Bool
    ) -> DisagreementNature? {
        guard earlier.text != later.text else { return nil }
        if predicate.course == .cumulative, let low = earlier.point, let high = later.point, high > low,
            first.high.isInfinite, second.low >= high, areOfOneScope, isDated(earlier, before: later)
        {
            return .change
        }
        let isFiner =
            Self.isBound(earlier) && second.isWithin(first) || Self.isBound(later) && first.isWithin(second)
        return isFiner ? .refinement : nil
    }

    private static func isBound(_ claim: Claim) -> Bool {
        claim.qualifier.map { $0 != "exact" && $0 != "about" } ?? false
    }

    /// Ages fit if one date of birth explains both on their days of publication.
    private func ages(_ earlier: Claim, _ later: Claim) -> DisagreementNature? {
        guard earlier.holds, later.holds, let day = earlier.day, let next = later.day,
            case .number(let age, _, _) = earlier.answer, case .number(let other, _, _) = later.answer
        else { return nil }
        let year = 365.2425
        let born = Double(day) - (age + 1) * year...Double(day) - age * year
        let bornToo = Double(next) - (other + 1) * year...Double(next) - other * year
        let fits =
            born.lowerBound < bornToo.upperBound + Self.birthdaySlack
            && bornToo.lowerBound < born.upperBound + Self.birthdaySlack
        if fits, other > age, next > day { return .change }
        return fits ? nil : contradiction(earlier, later)
    }

    // MARK: Dates, places, participants

    private func dates(_ earlier: Claim, _ later: Claim) -> DisagreementNature? {
        guard earlier.holds, later.holds, let start = earlier.earliest, let end = earlier.latest,
            let otherStart = later.earliest, let otherEnd = later.latest
        else { return nil }
        if end < otherStart || otherEnd < start {
            return areDirectlyOne(earlier, later)
                && areWithin(predicate.days, min(end, otherEnd), max(start, otherStart))
                ? contradiction(earlier, later) : nil
        }
        let isWithin = start >= otherStart && end <= otherEnd || otherStart >= start && otherEnd <= end
        return isWithin && earlier.text != later.text ? .refinement : nil
    }

    /// Whether a day comes at most so many days after another; any number where the predicate sets no limit.
    private func areWithin(_ days: Int, _ first: String, _ second: String) -> Bool {
        guard days > 0, let from = CalendarDate(iso: String(first.prefix(10))),
            let to = CalendarDate(iso: String(second.prefix(10)))
        else { return true }
        return to.dayNumber - from.dayNumber <= days
    }

    private func places(_ earlier: Claim, _ later: Claim) -> DisagreementNature? {
        guard earlier.holds, later.holds, case .thing(let place) = earlier.answer,
            case .thing(let other) = later.answer,
            surroundings.isPlace(place), surroundings.isPlace(other)
        else { return nil }
        if surroundings.isInside(place, other) || surroundings.isInside(other, place) {
            return earlier.text != later.text ? .refinement : nil
        }
        guard !isOfEvent || surroundings.areNear(place, other), areDirectlyOne(earlier, later) else { return nil }
        return contradiction(earlier, later)
    }

    private func participants(_ earlier: Claim, _ later: Claim) -> DisagreementNature? {
        guard earlier.holds, later.holds, case .thing(let one) = earlier.answer, case .thing(let other) = later.answer,
            surroundings.areOfDifferentCountries(one, other), areDirectlyOne(earlier, later)
        else { return nil }
        return contradiction(earlier, later)
    }
}
