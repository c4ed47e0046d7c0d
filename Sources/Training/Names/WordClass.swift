/// What the tables say a single word may be, whatever its sentence: a bit each, for the features of the network.
public struct WordClass: OptionSet, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A given name that is no common word.
    public static let firstName = WordClass(rawValue: 1 << 0)
    /// A family name that is no common word.
    public static let lastName = WordClass(rawValue: 1 << 1)
    /// A given or family name that is also a common word, a month, a country or a large town.
    public static let ambiguousName = WordClass(rawValue: 1 << 2)
    /// A word of a town's, region's or area's name.
    public static let place = WordClass(rawValue: 1 << 3)
    /// A word of a country's name.
    public static let country = WordClass(rawValue: 1 << 4)
    /// An adjective or noun of nationality, people or faith.
    public static let group = WordClass(rawValue: 1 << 5)
    /// An acronym or the one word of an agency's name.
    public static let agency = WordClass(rawValue: 1 << 6)
    /// A noun that heads agencies' names: "ministry".
    public static let agencyNoun = WordClass(rawValue: 1 << 7)
    /// A noun that heads units' names: "brigade".
    public static let unitNoun = WordClass(rawValue: 1 << 8)
    /// A noun that stands beside places' names: "oblast", "river".
    public static let placeNoun = WordClass(rawValue: 1 << 9)
    /// A word of a military rank or an honorific.
    public static let rank = WordClass(rawValue: 1 << 10)
    /// A word of an office.
    public static let office = WordClass(rawValue: 1 << 11)
    /// A noun for people: "soldier".
    public static let personNoun = WordClass(rawValue: 1 << 12)
    /// A month or a day of the week.
    public static let calendar = WordClass(rawValue: 1 << 13)
    /// A word for a number.
    public static let number = WordClass(rawValue: 1 << 14)
    /// A verb of saying.
    public static let speech = WordClass(rawValue: 1 << 15)
}
