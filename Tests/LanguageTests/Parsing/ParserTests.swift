internal import Language
internal import Record
internal import Tables
internal import Testing

@Suite("Trees of sentences as the news writes them") struct ParserTests {
    private static let analyzer = Result { try Analyzer(data: DataFolder.locate()) }

    struct Case: Sendable, CustomStringConvertible {
        var text: String
        /// Word, relation, head; the root has none.
        var arcs: [(word: String, relation: String, head: String)]
        var description: String { text }

        init(_ text: String, _ arcs: (String, String, String)...) {
            self.text = text
            self.arcs = arcs
        }
    }

    static let cases = [
        Case(
            "Two North Korean soldiers were captured by Ukrainian troops in Kursk.",
            ("captured", "root", ""), ("soldiers", "nsubj:pass", "captured"), ("were", "aux:pass", "captured"),
            ("troops", "obl:agent", "captured"), ("Korean", "amod", "soldiers")),
        Case(
            "The agency said that 300 troops had been killed near the border.",
            ("said", "root", ""), ("agency", "nsubj", "said"), ("killed", "ccomp", "said"),
            ("troops", "nsubj:pass", "killed"), ("300", "nummod", "troops"), ("border", "obl", "killed")),
        Case(
            "The general who ordered the strike was dismissed on Friday.",
            ("dismissed", "root", ""), ("general", "nsubj:pass", "dismissed"), ("ordered", "acl:relcl", "general"),
            ("strike", "obj", "ordered"), ("Friday", "obl", "dismissed")),
        Case(
            "Rebels seized the bridge and burned two trucks.",
            ("seized", "root", ""), ("bridge", "obj", "seized"), ("burned", "conj", "seized"),
            ("trucks", "obj", "burned"), ("two", "nummod", "trucks")),
        Case(
            "According to the ministry, at least twelve people were wounded.",
            ("wounded", "root", ""), ("people", "nsubj:pass", "wounded"), ("ministry", "obl", "wounded")),
        Case(
            "Olena Marchuk, a spokeswoman for the brigade, denied the report.",
            ("denied", "root", ""), ("Olena", "nsubj", "denied"), ("spokeswoman", "appos", "Olena"),
            ("report", "obj", "denied"), ("brigade", "nmod", "spokeswoman")),
        Case(
            "Oslo wants to send its frigates to the strait.",
            ("wants", "root", ""), ("send", "xcomp", "wants"), ("frigates", "obj", "send"), ("Oslo", "nsubj", "wants"),
            ("strait", "obl", "send")),
        Case(
            "The drones that hit the refinery did not come from the north.",
            ("come", "root", ""), ("drones", "nsubj", "come"), ("hit", "acl:relcl", "drones"),
            ("not", "advmod", "come"), ("north", "obl", "come")),
        Case(
            "\u{201C}We will not retreat,\u{201D} the mayor told reporters on Monday.",
            ("mayor", "nsubj", "told"), ("reporters", "iobj", "told"), ("not", "advmod", "retreat")),
        Case(
            "The blast killed at least 10 people in Kabul.",
            ("blast", "nsubj", "killed"), ("people", "obj", "killed"), ("at", "advmod", "10")),
        Case(
            "Gunmen killed more than 20 soldiers.",
            ("Gunmen", "nsubj", "killed"), ("soldiers", "obj", "killed")),
        Case(
            "Rebels kidnapped up to a dozen students on Monday.",
            ("students", "obj", "kidnapped"), ("Monday", "obl", "kidnapped")),
        Case(
            "The envoys spoke to more than 20 reporters.",
            ("reporters", "obl", "spoke"), ("to", "case", "reporters")),
        Case(
            "REBELS SEIZE TWO VILLAGES NEAR BORDER",
            ("seize", "root", ""), ("Rebels", "nsubj", "seize"), ("villages", "obj", "seize")),
        Case(
            "ARMY SAYS REBELS KILLED 12 CIVILIANS",
            ("says", "root", ""), ("killed", "ccomp", "says"), ("rebels", "nsubj", "killed"),
            ("civilians", "obj", "killed")),
        Case(
            "KYIV, Jan 12 (Reuters) - Rebels seized two villages, the army said.",
            ("Rebels", "nsubj", "seized"), ("villages", "obj", "seized"), ("army", "nsubj", "said"),
            ("KYIV", "dep", "said")),
        Case(
            "Ceasefire Talks Will Resume in Oslo, President Says",
            ("Talks", "nsubj", "Resume"), ("President", "nsubj", "Says")),
    ]

    @Test("arcs", arguments: cases)
    func arcs(example: Case) throws {
        let sentences = try Self.analyzer.get().analyze(SourceText(example.text)).sentences
        #expect(sentences.count == 1)
        let tokens = try #require(sentences.first).tokens
        for arc in example.arcs {
            let found = tokens.filter { $0.text == arc.word }.map { token in
                (token.relation, token.head < 0 ? "" : tokens[token.head].text)
            }
            #expect(
                found.contains { $0.0 == arc.relation && $0.1 == arc.head },
                "\(arc.word) should be \(arc.relation) of \(arc.head), not \(found)")
        }
    }
}
