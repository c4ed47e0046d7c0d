/// What an article tells about the places it names.
struct PlaceContext {
    /// How often a country is named or meant by an adjective.
    var countries: [String: Int] = [:]
    /// How often a country is meant by an adjective.
    var adjectives: [String: Int] = [:]
    /// Codes of the regions that it names or that sure places lie in: `US.AL`.
    var regions: Set<String> = []
    /// Names beside "region" and the like, by key; beside "county", "district"; beside "city", "town", "village".
    var regionWords: Set<String> = []
    var districtWords: Set<String> = []
    var cityWords: Set<String> = []
    /// Countries and regions that a name is said to lie in, by the number of its mention: "Belaya, Kursk Oblast".
    var holders: [Int: Set<String>] = [:]
    /// The country of the adjective before it: "the Libyan city of Tripoli".
    var adjectiveHolders: [Int: String] = [:]
    /// Countries and regions that hold a place which a name is said to hold, by the name's key: those of Atlanta for the Georgia
    /// of "Atlanta, Georgia".
    var held: [String: Set<String>] = [:]
    /// Places that are sure, with the key of their name and the sentences that name them.
    var anchors: [Anchor] = []

    struct Anchor {
        var key: String
        var place: PlaceCandidate
        var sentences: Set<Int>
    }
}
