import Record
import Testing

@testable import Extraction

/// Which place a name means: by what it lies in, by what the article names, by nouns beside it, else by its people.
struct PlaceResolverTests {
    @Test(
        "a name means a place",
        arguments: [
            // The most people, where nothing else speaks.
            ("A fire broke out in Paris on Monday.", "Paris", "geonames:2988507"),
            ("The mayor of Birmingham spoke first.", "Birmingham", "geonames:2655603"),
            ("They had come from Tripoli by bus.", "Tripoli", "geonames:2210247"),
            ("She was born in Melbourne.", "Melbourne", "geonames:2158177"),
            // What it is said to lie in.
            ("A fire broke out in Paris, Texas, on Monday.", "Paris", "geonames:4717560"),
            ("The depot in Birmingham, Alabama, was empty.", "Birmingham", "geonames:4049979"),
            ("Two men from Cambridge, Massachusetts, were held.", "Cambridge", "geonames:4931972"),
            ("Two men from Cambridge, Mass., were held.", "Cambridge", "geonames:4931972"),
            ("A court in London, Ontario, heard the case.", "London", "geonames:6058560"),
            ("The plant at Naples, Fla., was shut.", "Naples", "geonames:4165565"),
            ("A convoy left Guadalajara in Spain at noon.", "Guadalajara", "geonames:3121070"),
            ("A convoy left Guadalajara in Mexico at noon.", "Guadalajara", "geonames:4005539"),
            ("The storm reached Moscow, Idaho, at noon.", "Moscow", "geonames:5601538"),
            ("Floods closed the bridge at Alexandria, Virginia.", "Alexandria", "geonames:4744091"),
            // What the article names.
            (
                "Lebanon sent more troops north, and Lebanese officials said Tripoli was calm. Beirut, Sidon and Batroun were calm too.",
                "Tripoli",
                "geonames:266826"
            ),
            (
                "Pakistan reported more rain. Roads near Karachi were closed, and Hyderabad was under water.",
                "Hyderabad",
                "geonames:1176734"
            ),
            ("The Lebanese city of Tripoli was calm.", "Tripoli", "geonames:266826"),
            (
                "Argentina was hot. Buenos Aires had no rain, and nor had Córdoba.", "Córdoba",
                "geonames:3860259"
            ),
            // Countries and regions of one name.
            ("Georgia and Armenia opened a border post near Tbilisi.", "Georgia", "geonames:614540"),
            ("Storms crossed Alabama and Georgia on Friday.", "Georgia", "geonames:4197000"),
            ("The storm then turned to Atlanta, Georgia.", "Georgia", "geonames:4197000"),
            ("Shells fell in Kursk at night.", "Kursk", "geonames:538560"),
            ("Shells fell in the Kursk region at night.", "Kursk", "geonames:538555"),
            ("Shells fell in Kursk Oblast at night.", "Kursk Oblast", "geonames:538555"),
            ("India closed schools in Punjab, and Delhi followed.", "Punjab", "geonames:1259223"),
            ("Pakistan closed schools in Punjab, and Lahore followed.", "Punjab", "geonames:1167710"),
            // Districts and villages, which no name is recognised by.
            ("Farms in Devon were searched by vets.", "Devon", "annals:gb-eng-devon"),
            ("The sheriff of Orange County, California, resigned.", "Orange County", "annals:us-ca-orange-county"),
            ("The sheriff of Orange County, Florida, resigned.", "Orange County", "annals:us-fl-orange-county"),
            ("A school in Lindsborg, Kansas, was closed.", "Lindsborg", "geonames:4274532"),
            ("A landslide hit Hallstatt in Austria.", "Hallstatt", "geonames:2776943"),
            // A town that might be a man.
            ("He was treated in Tyler, Texas, and sent home.", "Tyler", "geonames:4738214"),
        ])
    func meaning(text: String, name: String, id: String) throws {
        let mention = try #require(try MentionsFixture.record(text).mention(name))
        #expect(mention.entity == id)
        #expect(mention.latitude != nil && mention.longitude != nil)
    }

    @Test("one name may mean two places if they are told apart")
    func twoPlaces() throws {
        let record = try MentionsFixture.record(
            "The mayor of Birmingham, Alabama, met his colleague from Birmingham, England.")
        let meant = record.mentions.filter { record.words($0) == "Birmingham" }.map(\.entity)
        #expect(meant == ["geonames:4049979", "geonames:2655603"])
    }

    @Test("a site lies where the town in its name lies, and is not the town")
    func site() throws {
        let record = try MentionsFixture.record("The flight left Nagoya International Airport at noon.")
        let airport = try #require(record.mention("Nagoya International Airport"))
        #expect(airport.entity == nil)
        #expect(abs((airport.latitude ?? 0) - 35.2) < 0.5)
        #expect(airport.country == "JP")
    }

    @Test(
        "a place says how exactly it is known and what holds it",
        arguments: [
            (
                "A school in Lindsborg, Kansas, was closed.", "geonames:4274532", 500.0...5000,
                ["geonames:4273857", "geonames:6252001"]
            ),
            ("Shells fell in Kursk Oblast.", "geonames:538555", 50_000...250_000, ["geonames:2017370"]),
            ("Ukraine voted.", "geonames:690791", 300_000...600_000, []),
        ])
    func reference(text: String, id: String, precision: ClosedRange<Double>, within: [String]) throws {
        let record = try MentionsFixture.record(text)
        let place = try #require(record.entities.first { $0.id == id })
        #expect(precision.contains(place.precision ?? 0))
        #expect(place.within == within)
    }
}
