import Record
import Testing

@testable import Extraction

@Suite struct GivenTriggerTests {
    /// The marked words are the events, and no others.
    @Test(arguments: [
        (
            "Harbour Foods <renamed> its store on Monday.",
            "renamed: other(agent=Harbour Foods, patient=its store) on 2024-05-06"
        ),
        (
            "The store was <renamed> by Harbour Foods.",
            "renamed: other(patient=The store, agent=Harbour Foods) ~2024-05-08 publication"
        ),
        (
            "The crew <carried out> the repair on Tuesday.",
            "carried out: other(agent=The crew, patient=the repair) on 2024-05-07"
        ),
        (
            "Rebels <captured> two soldiers on Sunday, and the <capture> was filmed.",
            """
            captured: capture(agent=Rebels, patient=two soldiers, number=two) on 2024-05-05; \
            capture: capture() ~2024-05-05 sentence
            """
        ),
        ("The <released> phone sells well.", "released: other(patient=The released phone)"),
        ("<It> was <big>.", "It: other() ~2024-05-08 publication; big: other() ~2024-05-08 publication"),
        ("The quake killed five people near <the> harbour.", "the: other()"),
        ("Rebels captured two soldiers.", ""),
    ])
    func readsWhatIsMarked(_ marked: String, _ expected: String) throws {
        #expect(try MarkedTriggers(marked).notation.joined(separator: "; ") == expected)
    }

    /// Every given span comes back once, in text order, whatever it holds.
    @Test(arguments: [
        "<Troops attacked the town> and <launched> a <raid> on it.", "<T><roops> fl<ed>.", "<a> <b> <c>", "<.> <,>",
        "One.\n\n<Two>.\n<Three four>", "<🙂> and <’s>", "The <attack>, the <attack>, the <attack>.",
    ])
    func keepsSpans(_ marked: String) throws {
        let read = try MarkedTriggers(marked)
        #expect(read.record.events.map(\.span) == read.given)
        #expect(read.record.events.allSatisfy { $0.chain != nil })
    }

    @Test func readsSpansOutsideTheText() throws {
        let document = Document(id: "short", text: "Troops attacked.")
        let spans = [Span(start: 7, end: 900), Span(start: 400, end: 500), Span(start: -3, end: 2)]
        let record = try MarkedTriggers.extractor.get().extract(document, triggers: spans)
        #expect(record.events.map(\.span) == spans.sorted())
    }
}
