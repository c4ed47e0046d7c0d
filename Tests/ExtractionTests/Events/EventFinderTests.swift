import Record
import Testing

@testable import Extraction

@Suite struct EventFinderTests {
    @Test(arguments: eventCases)
    func findsEvents(_ sentence: String, _ expected: String) throws {
        let text = try Stages.read(sentence)
        let found = text.notation(text.record.events).joined(separator: "; ")
        #expect(found == expected)
    }

    @Test(arguments: [
        "", " ", "\u{0}", "“““", "of of of of", "who who that that to to", "a, b, c, d and, and", "🙂 😀 ’s ’s",
    ])
    func readsAnything(_ text: String) throws {
        _ = try Stages.read(text)
        _ = try Stages.read(String(repeating: text + " said that troops killed ", count: 60))
    }
}

let eventCases: [(String, String)] = [
    (
        "[g Ukrainian forces] captured [g two soldiers] in [p Kursk].",
        "capture(agent=Ukrainian forces, patient=two soldiers, number=two, place=Kursk)"
    ),
    (
        "[g Two soldiers] were captured by [g paratroopers] near [p Sudzha] {on Friday}.",
        "capture(patient=Two soldiers, number=Two, agent=paratroopers, place=Sudzha, occurred=on Friday)"
    ),
    (
        "[x Orban] said {on Monday} that [g three spies] had been arrested in [p Budapest].",
        "arrest(patient=three spies, number=three, place=Budapest, announced=on Monday)"
    ),
    (
        "[p Russia]'s strike on [p Odesa] killed [g five people].",
        "strike(agent=Russia, patient=Odesa); kill(patient=five people, number=five)"
    ),
    (
        "[u The brigade] launched an attack on [p Tokmak] {on Sunday}.",
        "attack(agent=The brigade, patient=Tokmak, occurred=on Sunday)"
    ),
    (
        "[p Oman] agreed to send [g 300 troops] to [p Yemen].",
        "deploy(agent=Oman, patient=300 troops, number=300, destination=Yemen)~future"
    ),
    (
        "[p Oman] did not send [g troops] to [p Yemen].",
        "!deploy(agent=Oman, patient=troops, destination=Yemen)"
    ),
    (
        "[g Police] may have arrested [x Smith].",
        "arrest(agent=Police, patient=Smith)~hedged"
    ),
    (
        "[x Kim] visited [p Moscow] and met [x Putin].",
        "visit(agent=Kim, patient=Moscow); meet(agent=Kim, partner=Putin)"
    ),
    (
        "[g Soldiers] captured in [p Kursk] were transported to [p Kyiv].",
        "capture(patient=Soldiers, place=Kursk); transport(patient=Soldiers, destination=Kyiv)"
    ),
    (
        "[x Lee], who was arrested {in May}, met [x Park] in [p Seoul].",
        "arrest(patient=Lee, occurred=in May); meet(agent=Lee, partner=Park, place=Seoul)"
    ),
    (
        "A precision strike targeted a command post near [p Belgorod] {on Tuesday}.",
        "strike(patient=a command post, place=Belgorod, occurred=on Tuesday)"
    ),
    (
        "[p Iran] denied attacking [u the tanker].",
        "deny(agent=Iran); !attack(agent=Iran, patient=the tanker)~denied"
    ),
    (
        "If [p Iran] attacks [p Israel], [p Jordan] will evacuate [g its citizens].",
        "attack(agent=Iran, patient=Israel)~conditional; evacuate(agent=Jordan, patient=its citizens)~future"
    ),
    (
        "This was the first attack on [p Lviv] since the war began.",
        "attack(patient=Lviv)+first"
    ),
    (
        "[g Troops] usually execute [g prisoners].",
        "execute(agent=Troops, patient=prisoners)~habitual"
    ),
    (
        "[a The ministry] deployed [g 5,000 soldiers] to [p Gao] from [p Bamako].",
        "deploy(agent=The ministry, patient=5,000 soldiers, number=5,000, destination=Gao, origin=Bamako)"
    ),
]
