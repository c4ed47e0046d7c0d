internal import Language
internal import Record
internal import Tables
internal import Testing

@Suite("CoNLL-U")
struct CoNLLUWriterTests {
    /// A sentence of words given as form, lemma, tags, head and relation; words that are joined begin with `+`.
    private func analysis(_ text: String, _ words: [(String, String, PartOfSpeech, String, Int, String)]) -> Analysis {
        let source = SourceText(text)
        let scalars = Array(text.unicodeScalars)
        var tokens: [Token] = []
        var at = 0
        for (form, lemma, tag, penn, head, relation) in words {
            let plain = form.hasPrefix("+") ? String(form.dropFirst()) : form
            let isSpaced = at == 0 || scalars[at] == " "
            while at < scalars.count, scalars[at] == " " { at += 1 }
            let span = Span(start: at, end: at + plain.unicodeScalars.count)
            var token = Token(
                span: span, text: plain, lower: plain.lowercased(), lemma: lemma, tag: tag, penn: penn,
                spaceBefore: isSpaced)
            token.head = head
            token.relation = relation
            token.isJoined = form.hasPrefix("+")
            tokens.append(token)
            at = span.end
        }
        let sentence = Sentence(tokens: tokens, span: Span(start: 0, end: at), paragraph: 0)
        return Analysis(source: source, sentences: [sentence])
    }

    private func writer(offsets: Bool = false) throws -> CoNLLUWriter {
        try CoNLLUWriter(data: DataFolder.locate(), showsOffsets: offsets)
    }

    private var sample: Analysis {
        var analysis = analysis(
            "Kyiv's army didn't retreat.",
            [
                ("Kyiv", "kyiv", .properNoun, "NNP", 2, "nmod:poss"), ("+'s", "'s", .particle, "POS", 0, "case"),
                ("army", "army", .noun, "NN", 5, "nsubj"), ("did", "do", .auxiliary, "VBD", 5, "aux"),
                ("+n't", "not", .particle, "RB", 5, "advmod"), ("retreat", "retreat", .verb, "VB", -1, "root"),
                (".", ".", .punctuation, ".", 5, "punct"),
            ])
        analysis.sentences[0].names = [NameSpan(words: 0..<3, kind: .agency)]
        return analysis
    }

    @Test("columns, multiword tokens, names and spaces")
    func whole() throws {
        let expected = """
            # newdoc id = story
            # newpar
            # sent_id = story-1
            # text = Kyiv's army didn't retreat.
            1-2 Kyiv's _ _ _ _ _ _ _ _
            1 Kyiv Kyiv PROPN NNP _ 3 nmod:poss _ Name=B-agency
            2 's 's PART POS _ 1 case _ Name=I-agency
            3 army army NOUN NN _ 6 nsubj _ Name=I-agency
            4-5 didn't _ _ _ _ _ _ _ _
            4 did do AUX VBD _ 6 aux _ _
            5 n't not PART RB _ 6 advmod _ _
            6 retreat retreat VERB VB _ 0 root _ SpaceAfter=No
            7 . . PUNCT . _ 6 punct _ _


            """
        let written = try writer().lines(of: sample, document: "story")
        #expect(
            written.split(separator: "\n").map {
                $0.hasPrefix("#") ? String($0) : $0.split(separator: "\t").joined(separator: " ")
            }
            .joined(separator: "\n") == expected.split(separator: "\n").joined(separator: "\n"))
        #expect(written.hasSuffix("\n\n"))
    }

    @Test("offsets on demand")
    func offsets() throws {
        let lines = try writer(offsets: true).lines(of: sample).split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("6\tretreat") && $0.hasSuffix("SpaceAfter=No|Start=19|End=26") })
        #expect(lines.first == "# newdoc")
        #expect(lines.contains("# sent_id = 1"))
    }

    @Test("without a parse all words hang on the first")
    func unparsed() throws {
        let plain = analysis(
            "Stop it now",
            [
                ("Stop", "stop", .verb, "VB", -1, ""), ("it", "it", .pronoun, "PRP", -1, ""),
                ("now", "now", .adverb, "RB", -1, ""),
            ])
        let lines = try writer().lines(of: plain).split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.map { $0.split(separator: "\t")[6...7].joined(separator: " ") } == ["0 root", "1 dep", "1 dep"])
    }

    @Test("tabs and line ends inside words do not break the columns")
    func breaks() throws {
        let odd = analysis(
            "a\tb\nc\r d", [("a\tb\nc\r", "", .other, "", -1, "root"), ("d", "d", .other, "FW", 0, "flat")])
        let lines = try writer().lines(of: odd, document: "x\ny").split(separator: "\n")
        #expect(
            lines.filter { !$0.hasPrefix("#") }.allSatisfy {
                $0.split(separator: "\t", omittingEmptySubsequences: false).count == 10
            })
        #expect(lines.first == "# newdoc id = x y")
        #expect(lines.count == 6)
    }

    @Test("an empty text gives no sentences")
    func empty() throws {
        #expect(try writer().lines(of: Analysis(source: SourceText(""), sentences: [])) == "# newdoc\n")
    }
}
