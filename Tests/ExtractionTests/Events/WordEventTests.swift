import Record
import Testing

@testable import Extraction

/// Events that no frame tells apart, and when they happened.
@Suite struct WordEventTests {
    @Test(arguments: [
        (
            "Harbour Foods renamed its store in Oslo.",
            "renamed: other(agent=Harbour Foods, patient=its store, place=Oslo) ~2024-05-08 publication"
        ),
        (
            "Anna Berg's appearance in Oslo pleased the crowd.",
            """
            appearance: other(agent=Anna Berg, place=Oslo) ~2024-05-08 publication; \
            pleased: other(agent=Anna Berg's appearance, patient=the crowd) ~2024-05-08 publication
            """
        ),
        (
            "Anna Berg left Oslo on Monday and painted a bridge.",
            """
            left: travel(agent=Anna Berg, origin=Oslo) on 2024-05-06; \
            painted: other(agent=Anna Berg, patient=a bridge) ~2024-05-06 sentence
            """
        ),
        (
            "Orbis Holdings Ltd has repainted the bridge. Anna Berg had sketched it.",
            """
            repainted: other(agent=Orbis Holdings Ltd, patient=the bridge) ~2024-05-08 publication; \
            sketched: other(agent=Anna Berg, patient=it)
            """
        ),
        ("Anna Berg will repaint the bridge.", "repaint: other(agent=Anna Berg, patient=the bridge)"),
        (
            "Orbis Holdings Ltd said on Monday that Anna Berg repainted the bridge. Workers cleaned it.",
            """
            said: other(agent=Orbis Holdings Ltd) on 2024-05-06; \
            repainted: other(agent=Anna Berg, patient=the bridge); \
            cleaned: other(agent=Workers, patient=it) ~2024-05-06 story
            """
        ),
    ])
    func readsRolesAndTimes(_ text: String, _ expected: String) throws {
        #expect(try MarkedTriggers(text, isGiven: false).notation.joined(separator: "; ") == expected)
    }

    @Test(arguments: [
        ("Anna Berg repainted the bridge. The bridge was repainted in a week.", [0, 0]),
        ("Anna Berg repainted the bridge. Ivo Lind repainted the wall.", [0, 1]),
        ("Anna Berg said so. Ivo Lind said no.", [0, 1]),
        ("Anna Berg performed for a week. The performance was long.", [0, 0]),
    ])
    func chains(_ text: String, _ expected: [Int]) throws {
        #expect(try MarkedTriggers(text, isGiven: false).chains == expected)
    }

    /// A text may end where a longer name of the tables begins: "Cook" of "Cook Islander".
    @Test(arguments: [
        "Ada Stone, Cook", "The Orbis chief Cook", "The chief of Orbis Holdings, Costa", "Ada Stone, North",
    ])
    func readsToTheEnd(_ text: String) throws {
        #expect(try MarkedTriggers(text, isGiven: false).record.text == text)
    }
}
