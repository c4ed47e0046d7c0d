internal import Record

/// A place that a name may mean.
struct PlaceCandidate: Sendable {
    enum Sort: Sendable { case country, metonym, area, region, district, place, village }

    var entry: GazetteerEntry
    var sort: Sort
    /// True for the name that stands first in its row.
    var isMainName: Bool
    /// What speaks for it whatever the article.
    var prior = 0.0

    var isCapital: Bool { entry.feature == "PPLC" || entry.feature == "PPLG" }

    /// True if it lies in a country or region, or is it.
    func lies(in codes: Set<String>) -> Bool {
        if let country = entry.country, codes.contains(country) { return true }
        if let region = entry.region, sort != .region, codes.contains(region) { return true }
        return false
    }

    /// Kilometres on a plane that touches the earth between the two: close enough to tell near from far.
    func kilometres(to other: PlaceCandidate) -> Double? {
        guard let a = entry.latitude, let o = entry.longitude, let b = other.entry.latitude,
            let p = other.entry.longitude
        else { return nil }
        var east = (o - p).magnitude
        if east > 180 { east = 360 - east }
        // The cosine by its first terms, good to a percent up to 80 degrees.
        let middle = (a + b) / 2 * .pi / 180
        let square = middle * middle
        let cosine = max(0.1, 1 - square / 2 + square * square / 24)
        let north = (a - b) * 111
        return (north * north + east * 111 * cosine * east * 111 * cosine).squareRoot()
    }
}
