internal import Tables
internal import Testing
internal import Training

@Suite struct SentenceTrainerTests {
    private static let treebank = """
        # newdoc id = a
        # text = It rained.
        1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_
        2\trained\train\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
        3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

        # text = He left.
        1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_
        2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
        3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_


        """

    private func examples(times: Int = 20) throws -> SentenceExamples {
        let data = try DataFolder.locate()
        let treebank = try Treebank(bytes: Array(Self.treebank.utf8), file: "test")
        var examples = try SentenceExamples([treebank], data: data)
        try examples.add(
            marked: Array("# a comment\nGen. Orr spoke at 5 p.m. today. | Nobody came.\n".utf8), times: times,
            data: data)
        return examples
    }

    @Test func readsTreebanksAndMarkedText() throws {
        #expect(try examples(times: 3).sentenceCount == 2 + 3 * 2)
    }

    @Test func learnsWhatItIsShown() throws {
        let examples = try examples()
        var trainer = SentenceTrainer()
        trainer.rounds = 4
        trainer.runs = 1
        #expect(trainer.score(examples).f1 < 50)
        trainer.learn(examples) { _, _ in }
        #expect(trainer.score(examples) == SentenceScore(right: 42, predicted: 42, gold: 42))
    }

    @Test func theSameSeedGivesTheSameModel() throws {
        let examples = try examples()
        let files = [1, 1, 2 as UInt64].map { seed in
            var trainer = SentenceTrainer(seed: seed)
            trainer.rounds = 2
            trainer.runs = 1
            trainer.learn(examples) { _, _ in }
            return trainer.file()
        }
        #expect(files[0] == files[1])
        #expect(files[0] != files[2])
    }
}
