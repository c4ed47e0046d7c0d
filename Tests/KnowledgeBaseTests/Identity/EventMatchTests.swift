internal import Testing

@testable internal import KnowledgeBase

@Suite("Comparing events")
struct EventMatchTests {
    static let region = EventSignature.Place(entity: "geonames:1", within: ["geonames:9"], level: 1)
    static let town = EventSignature.Place(entity: "geonames:2", within: ["geonames:1", "geonames:9"], level: 0)
    static let elsewhere = EventSignature.Place(entity: "geonames:5", within: ["geonames:9"], level: 1)

    static func capture(
        count: Double? = 2, place: EventSignature.Place? = region, day: Int? = nil, published: Int? = nil,
        agent: String? = nil
    ) -> EventSignature {
        var signature = EventSignature(type: "capture")
        signature.participants = [.init(role: "patient", entity: nil, isCountry: false, country: "KP", head: "soldier")]
        if let agent {
            signature.participants.append(
                .init(role: "agent", entity: nil, isCountry: false, country: agent, head: "force"))
        }
        if let count { signature.numbers = [.init(role: "patient", low: count, high: count)] }
        if let place { signature.places = [place] }
        signature.earliest = day
        signature.latest = day
        signature.published = published
        return signature
    }

    @Test(
        "two accounts of one capture",
        arguments: [
            (capture(), capture(agent: "UA")),
            (capture(place: town), capture()),
            (capture(day: 100), capture(day: 100, published: 101)),
        ])
    func same(left: EventSignature, right: EventSignature) {
        let match = EventMatch(left, right)
        #expect(match.score >= EventMatch.same)
        #expect(!match.reasons.isEmpty)
        #expect(!Set(left.blocks).isDisjoint(with: right.blocks))
    }

    @Test(
        "what rules identity out",
        arguments: [
            (capture(), capture(place: elsewhere)),
            (capture(day: 100), capture(day: 130)),
            (capture(), capture(count: 300)),
            (capture(agent: "UA"), capture(agent: "RU")),
            (capture(day: 100), capture(published: 90)),
        ])
    func different(left: EventSignature, right: EventSignature) {
        #expect(EventMatch(left, right).score == 0)
    }

    @Test("a comparison does not depend on the order")
    func symmetric() {
        let all = [
            Self.capture(), Self.capture(place: Self.town, day: 3), Self.capture(count: nil, published: 5, agent: "UA"),
        ]
        for left in all { for right in all { #expect(EventMatch(left, right).score == EventMatch(right, left).score) } }
    }

    @Test("another type is another event")
    func type() {
        var strike = Self.capture()
        strike.type = "strike"
        #expect(EventMatch(Self.capture(), strike).score == 0)
    }
}
