internal import Foundation
internal import Tables
internal import Testing
internal import Training

@Suite("Learning lemmas")
struct LemmaTrainerTests {
    private func inflections() throws -> Inflections {
        let folder = FileManager.default.temporaryDirectory.path + "/annals-lemmas-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let verbs = ["march", "walk", "talk", "carry", "hurry", "worry", "plan", "run"]
        let nouns = ["city", "lorry", "army", "house", "church", "river", "series"]
        var senses = "lemma\tpos\tsynset\n"
        for verb in verbs { senses += "\(verb)\tv\t1\n" }
        for noun in nouns { senses += "\(noun)\tn\t1\n" }
        var forms = ""
        for verb in verbs.prefix(3) { forms += "\(verb)\t\(verb)ed\tV;PST\n" }
        for verb in verbs[3..<6] { forms += "\(verb)\t\(verb.dropLast())ied\tV;PST\n" }
        forms += "run\tran\tV;PST\nplan\tplanned\tV;PST\n"
        try Data(senses.utf8).write(to: URL(fileURLWithPath: folder + "/senses"))
        try Data(forms.utf8).write(to: URL(fileURLWithPath: folder + "/forms"))
        return try Inflections(unimorph: folder + "/forms", senses: folder + "/senses")
    }

    @Test("endings come from many words, single words from the rest")
    func tables() throws {
        var trainer = LemmaTrainer(inflections: try inflections())
        let rows = [
            ("Kyiv", "Kyiv", "PROPN", "NNP"), ("Oslo", "Oslo", "PROPN", "NNP"), ("Rome", "Rome", "PROPN", "NNP"),
            ("'s", "be", "AUX", "VBZ"), ("n't", "not", "PART", "RB"),
            ("n't", "not", "PART", "RB"),
        ]
        let lines = rows.enumerated().map { place, row in
            "\(place + 1)\t\(row.0)\t\(row.1)\t\(row.2)\t\(row.3)\t_\t\(place == 0 ? 0 : 1)\tdep\t_\t_"
        }
        let treebank = try Treebank(bytes: Array((lines.joined(separator: "\n") + "\n\n").utf8), file: "made up")
        trainer.add(treebank, weight: 2)
        let learnt = trainer.tables()
        #expect(learnt.endings.contains(["VBD", "d", "2", ""]))
        #expect(learnt.endings.contains(["VBD", "ied", "3", "y"]))
        #expect(learnt.words.contains(["VBD", "ran", "run"]))
        #expect(learnt.words.contains(["RB", "n't", "not"]))
        #expect(learnt.cases.contains { $0[0] == "NAME capitalized" && $0[3] == "kept" })
        let again = trainer.tables()
        #expect(again.words == learnt.words && again.endings == learnt.endings && again.cases == learnt.cases)
    }

    @Test("a missing dictionary is an error that names it")
    func missing() {
        #expect(throws: DataError.self) { try Inflections(unimorph: "/nonexistent", senses: "/nonexistent") }
    }
}
