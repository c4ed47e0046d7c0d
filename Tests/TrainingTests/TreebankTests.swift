import Tables
import Testing
import Training

@Suite("Treebanks")
struct TreebankTests {
    static let sample = """
        # newdoc id = d1
        # sent_id = s1
        # text = They don't agree.
        1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
        2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
        2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
        3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
        4\tagree\tagree\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
        5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

        """

    @Test("words, heads, spaces and multiword tokens are read")
    func reading() throws {
        let treebank = try Treebank(bytes: Array(Self.sample.utf8), file: "sample")
        let sentence = try #require(treebank.sentences.first)
        #expect(sentence.words.map(\.form) == ["They", "do", "n't", "agree", "."])
        #expect(sentence.words.map(\.head) == [3, 3, 3, -1, 3])
        #expect(sentence.words.map(\.spaceAfter) == [true, false, true, false, true])
        #expect(sentence.multiwords.map(\.range) == [1..<3])
        #expect(sentence.document == "d1" && sentence.id == "s1" && sentence.startsParagraph)
    }

    @Test("what is no CoNLL-U is refused with its line", arguments: ["1\tone\n", "2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n"])
    func refusal(content: String) throws {
        let error = try #require(throws: DataError.self) { try Treebank(bytes: Array(content.utf8), file: "bad") }
        #expect(error.line == 1 && error.file == "bad")
    }
}
