/// The numbers that a figure allows, and how far it may have been rounded.
///
/// "About 300" was rounded to the hundred, so that 287 is no contradiction; "about 12,000" and "around 11,000" were both rounded
/// to the thousand and contradict each other. The half of the last digit that is not a nought is allowed, a quarter of the
/// figure at most.
struct ClaimBounds {
    var low: Double
    var high: Double
    /// How much another figure may differ without contradiction because this one is rounded.
    var slack = 0.0

    /// Nil for what is no number.
    init?(_ claim: Claim) {
        guard case .number(let low, let high, _) = claim.answer else { return nil }
        self.low = low
        self.high = high
        if claim.qualifier == "about", let point = claim.point { slack = Self.slack(of: point) }
    }

    /// Half a unit of the last digit of a whole number that is not nought.
    private static func slack(of point: Double) -> Double {
        let size = abs(point)
        guard size >= 10, size < 1e15, size == size.rounded() else { return 0 }
        var unit = 1.0
        while (size / (unit * 10)).rounded() * unit * 10 == size { unit *= 10 }
        return min(unit / 2, size / 4)
    }

    /// Whether all of it lies below another's, farther than a relative tolerance and the rounding of either.
    func isBelow(_ other: ClaimBounds, tolerance: Double) -> Bool {
        guard high < other.low else { return false }
        return other.low - high > max(abs(high) * tolerance, slack, other.slack)
    }

    /// Whether it is finer than another: within it and not all of it.
    func isWithin(_ other: ClaimBounds) -> Bool {
        low >= other.low && high <= other.high && (low > other.low || high < other.high)
    }
}
