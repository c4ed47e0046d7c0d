internal import Tables
internal import Testing

@testable import KnowledgeBase

@Suite("Which sector words point at")
struct SectorLexiconTests {
    private static let lexicon = Result { try SectorLexicon(data: DataFolder.locate()) }

    @Test(
        "the noun decides, a weak one leaves it to its neighbours",
        arguments: [
            ("Ukrainian soldiers", "MIL"), ("the two marines", "MIL"), ("Russian forces", "MIL"),
            ("rebel soldiers", "REB"), ("the rebels", "REB"), ("a suicide bomber", "REB"), ("unknown gunmen", "UAF"),
            ("pro-government militiamen", "PRM"), ("riot police", "COP"), ("a police spokeswoman", "COP"),
            ("the spokesman for the army", "MIL"), ("members of parliament", "LEG"), ("opposition lawmakers", "OPP"),
            ("the foreign minister", "GOV"), ("a senior official", "GOV"), ("a union official", "LAB"),
            ("former officials", "ELI"), ("the head of the country's intelligence service", "SPY"),
            ("judges", "JUD"), ("prosecutors", "JUD"), ("villagers", "CVL"), ("refugees", "REF"),
            ("reporters", "JRN"), ("the state news agency", "JRN"), ("nurses", "MED"), ("students", "EDU"),
            ("steelworkers", "LAB"), ("peasants", "AGR"), ("priests", "REL"), ("smugglers", "CRM"),
            ("aid workers", "NGO"), ("Harrow Shipping Inc", "BUS"), ("rights activists", "SOC"),
        ])
    func sector(words: String, code: String) throws {
        #expect(try Self.lexicon.get().sector(of: words) == code)
    }

    @Test("what says nothing says nothing", arguments: ["", "the", "a large part", "of", "Gondor", "his house"])
    func silence(words: String) throws {
        #expect(try Self.lexicon.get().sector(of: words) == nil)
    }

    @Test("a weak word takes the sector of the body that it is about")
    func body() throws {
        let lexicon = try Self.lexicon.get()
        #expect(lexicon.sector(of: "director", organization: "SPY") == "SPY")
        #expect(lexicon.sector(of: "director") == nil)
        #expect(lexicon.sector(of: "foreign minister", organization: "IGO") == "GOV")
    }

    @Test("long and hostile phrases are read in time that their length bounds")
    func hostile() throws {
        let lexicon = try Self.lexicon.get()
        #expect(lexicon.sector(of: String(repeating: "spokesman for the ", count: 5000)) == nil)
        #expect(lexicon.sector(of: String(repeating: "\u{0}\u{FFFD} ", count: 100)) == nil)
        #expect(lexicon.sector(of: "of of of of") == nil)
    }
}
