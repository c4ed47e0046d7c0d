internal import Tables
internal import Testing

@testable internal import KnowledgeBase

@Suite("Comparing events")
struct EventMatchTests {
    static let region = EventSignature.Place(entity: "geonames:1", within: ["geonames:9"], level: 1)
    static let town = EventSignature.Place(entity: "geonames:2", within: ["geonames:1", "geonames:9"], level: 0)
    static let elsewhere = EventSignature.Place(entity: "geonames:5", within: ["geonames:9"], level: 1)
    static func capture(
        count: Double? = 2, place: EventSignature.Place? = region, day: Int? = nil, published: Int? = nil,
        agent: String? = nil, type: String = "capture", words: [String] = ["captur"]
    ) -> EventSignature {
        var signature = EventSignature(type: type, words: words)
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

    let rules: EventRules

    init() throws { rules = try EventRules(data: DataFolder.locate()) }

    func match(
        _ left: EventSignature, _ right: EventSignature, texts: (String, String) = (Stories.capture, Stories.capture),
        breadth: ComparisonBreadth = .sure
    ) -> EventMatch {
        func side(_ signature: EventSignature, _ text: String, _ run: Int64) -> EventComparison.Side {
            EventComparison.Side(
                signature: signature, profile: TextProfile(text: Array(text.utf8), lexicon: rules.lexicon), run: run)
        }
        return EventMatch(side(left, texts.0, 1), side(right, texts.1, 2), rules: rules, breadth: breadth)
    }

    @Test(
        "two accounts of one capture",
        arguments: [
            (capture(), capture(agent: "UA")),
            (capture(place: town), capture()),
            (capture(day: 100), capture(day: 100, published: 101)),
        ])
    func same(left: EventSignature, right: EventSignature) {
        let match = match(left, right)
        #expect(match.verdict == .same)
        #expect(!match.reasons.isEmpty)
        #expect(!Set(left.blocks).isDisjoint(with: right.blocks))
    }

    @Test(
        "what rules identity out, however alike the texts",
        arguments: [
            (capture(), capture(place: elsewhere)),
            (capture(day: 100), capture(day: 130)),
            (capture(), capture(count: 300)),
            (capture(agent: "UA"), capture(agent: "RU")),
            (capture(day: 100), capture(published: 90)),
            (capture(), capture(type: "announce")),
        ])
    func different(left: EventSignature, right: EventSignature) {
        let match = match(left, right)
        #expect(match.isRuledOut)
        #expect(match.verdict == .different)
        #expect(match.reasons.isEmpty)
    }

    @Test("a word and a country are not enough where the texts are about different things")
    func alike() {
        let (left, right) = (Self.capture(count: nil, place: nil), Self.capture(count: nil, place: nil))
        #expect(match(left, right, texts: (Stories.capture, Stories.depot)).verdict == .different)
    }

    @Test("two attacks on one town need more than the town, which is struck and where it happened")
    func struckTown() {
        var attack = EventSignature(type: "attack", words: ["attack"])
        attack.participants = [.init(role: "patient", entity: Self.town.entity, isCountry: false)]
        attack.places = [Self.town]
        let texts = (
            Stories.capture + " An attack on Sudzha followed.", Stories.depot + " Sudzha, too, came under attack."
        )
        #expect(match(attack, attack, texts: texts).verdict != .same)
    }

    @Test("words of one meaning meet across types where one need not be sure")
    func meanings() {
        let stems = rules.lexicon.stems
        let thwarted = EventSignature(type: "other", words: [stems.stem("thwarted")])
        let foiled = EventSignature(type: "other", words: [stems.stem("foiled")])
        let grew = EventSignature(type: "other", words: [stems.stem("grew")])
        #expect(match(thwarted, foiled, breadth: .wide).verdict == .same)
        #expect(match(thwarted, grew, breadth: .wide).verdict == .different)
        #expect(match(thwarted, foiled, texts: (Stories.capture, Stories.depot), breadth: .wide).verdict == .different)
    }

    @Test("a comparison does not depend on the order")
    func symmetric() {
        let all = [
            Self.capture(), Self.capture(place: Self.town, day: 3), Self.capture(count: nil, published: 5, agent: "UA"),
        ]
        for left in all {
            for right in all {
                let texts = (Stories.capture, Stories.depot)
                #expect(match(left, right, texts: texts).odds == match(right, left, texts: (texts.1, texts.0)).odds)
            }
        }
    }
}
