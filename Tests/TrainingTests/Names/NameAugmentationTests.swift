internal import Language
internal import Tables
internal import Testing

@testable import Training

@Suite struct NameAugmentationTests {
    private static let reader = WordReader { text in
        // Words are what spaces part; enough for the sentences here.
        var words: [TextWord] = []
        var from = 0
        let scalars = Array(text.unicodeScalars)
        for at in 0...scalars.count where at == scalars.count || scalars[at] == " " {
            if at > from {
                words.append(TextWord(text: String(String.UnicodeScalarView(scalars[from..<at])), span: from..<at))
            }
            from = at + 1
        }
        return [words]
    }
    private static let augmentation = Result { try NameAugmentation(data: DataFolder.locate(), reader: reader) }

    private let sentence = NamedSentence(
        id: "a-1", document: "a", source: .uner,
        words: ["Envoy", "Ann", "Lee", "of", "ACME", "met", "Kurds", "in", "Odesa", "near", "the", "IED", "."],
        names: [
            NameSpan(words: 1..<3, kind: .person), NameSpan(words: 4..<5, kind: .agency),
            NameSpan(words: 6..<7, kind: .group), NameSpan(words: 8..<9, kind: .place),
        ], unknown: [11..<12])

    @Test func copiesKeepEverythingButNames() throws {
        let copies = try (1...20).flatMap {
            try Self.augmentation.get().substituted([sentence], percent: 100, copy: $0, seed: 7)
        }
        #expect(copies.count == 20)
        for copy in copies {
            #expect(copy.names.map(\.kind) == sentence.names.map(\.kind))
            #expect(copy.words.first == "Envoy")
            #expect(copy.words.suffix(4) == ["near", "the", "IED", "."])
            #expect(copy.unknown.map { Array(copy.words[$0]) } == [["IED"]])
            #expect(copy.words[copy.names[0].words.upperBound] == "of")
        }
        #expect(Set(copies.map(\.words)).count > 15)
    }

    @Test func theSameSeedGivesTheSame() throws {
        let augmentation = try Self.augmentation.get()
        #expect(
            augmentation.templateSentences(copies: 1, seed: 3) == augmentation.templateSentences(copies: 1, seed: 3))
        #expect(
            augmentation.substituted([sentence], copy: 2, seed: 3)
                == augmentation.substituted([sentence], copy: 2, seed: 3))
        #expect(
            augmentation.templateSentences(copies: 1, seed: 3) != augmentation.templateSentences(copies: 1, seed: 4))
    }

    @Test func templatesHaveNamesOfAllKinds() throws {
        let sentences = try Self.augmentation.get().templateSentences(copies: 1, seed: 1)
        #expect(sentences.count >= 300)
        for kind in NameKind.allCases {
            #expect(sentences.count { $0.names.contains { $0.kind == kind } } > 20)
        }
        #expect(sentences.allSatisfy { !$0.words.isEmpty && !$0.words.joined().contains("{") })
    }

    @Test func sentencesWithoutNamesHaveNoCopies() throws {
        var plain = sentence
        plain.names = []
        #expect(try Self.augmentation.get().substituted([plain], seed: 1).isEmpty)
    }

    @Test(arguments: ["{person", "[Kremlin|agency", "[Kremlin]", "[Kremlin|castle]", "{}"])
    func refusesBrokenTemplates(template: String) {
        #expect(NameTemplate(template) == nil)
    }

    @Test func readsTemplates() {
        #expect(
            NameTemplate("{rank} [Ann|person] left")?.parts == [
                .slot("rank"), .text(" "), .name("Ann", .person), .text(" left"),
            ])
    }

    @Test(arguments: [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (47, "47th"), (112, "112th"), (123, "123rd")])
    func ordinals(number: Int, ordinal: String) {
        #expect(UnitNames.ordinal(number) == ordinal)
    }
}
