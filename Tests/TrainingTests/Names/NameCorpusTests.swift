internal import Language
internal import Tables
internal import Testing

@testable import Training

@Suite struct NameCorpusTests {
    private static let tables = Result { try NameTables(data: DataFolder.locate()) }

    /// `Kyiv/B-place` …, with what has no label left bare.
    private func shown(_ sentence: NamedSentence) -> String {
        zip(sentence.words, sentence.labels).map { $1 == "O" ? $0 : "\($0)/\($1)" }.joined(separator: " ")
    }

    private func sentence(_ text: String, _ names: [NameSpan] = []) -> NamedSentence {
        NamedSentence(
            id: "1", document: "d", source: .uner, words: text.split(separator: " ").map(String.init), names: names)
    }

    @Test func readsTags() throws {
        let file = """
            # newdoc id = paper
            # sent_id = paper-1
            1\tThe\tO
            2\tBlue\tB-ORG
            3\tFerry\tI-ORG
            4\tin\tO
            5\tOdesa\tB-LOC

            # sent_id = paper-2
            1\tYes\tO
            """
        let sentences = try IOBFile.sentences(of: Array(file.utf8), file: "paper.iob2")
        #expect(sentences.map(\.id) == ["paper-1", "paper-2"])
        #expect(sentences.map(\.document) == ["paper", "paper"])
        let spans = IOBFile.spans(of: sentences[0].tags)
        #expect(spans.map(\.words) == [1..<3, 4..<5])
        #expect(spans.map(\.kind) == ["ORG", "LOC"])
    }

    @Test func refusesLinesWithoutTag() {
        #expect(
            throws: DataError(
                file: "x.iob2", line: 2, expected: "a word and a tag (O, B-KIND or I-KIND) parted by a tab")
        ) {
            try IOBFile.sentences(of: Array("a\tO\nb\n".utf8), file: "x.iob2")
        }
    }

    @Test(arguments: [
        (["O", "I-X", "I-X", "B-X", "I-Y"], [1..<3, 3..<4, 4..<5]),
        (["B-X", "O", "B-X"], [0..<1, 2..<3]),
        (["O", "O"], []),
    ])
    func spansFollowTags(tags: [String], spans: [Range<Int>]) {
        #expect(IOBFile.spans(of: tags).map(\.words) == spans)
    }

    @Test(arguments: [
        // Formations become units, words of nationality outside names become groups.
        (
            "The 47th Mechanized Brigade left", [NameSpan(words: 1..<4, kind: .agency)],
            "The 47th/B-unit Mechanized/I-unit Brigade/I-unit left"
        ),
        ("The Marine Corps left", [NameSpan(words: 1..<3, kind: .agency)], "The Marine/B-agency Corps/I-agency left"),
        ("South Korean and Kurdish envoys met", [], "South/B-group Korean/I-group and Kurdish/B-group envoys met"),
        ("A German envoy", [NameSpan(words: 1..<2, kind: .place)], "A German/B-group envoy"),
        ("The Ukrainian Railways", [NameSpan(words: 1..<3, kind: .agency)], "The Ukrainian/B-agency Railways/I-agency"),
        ("US forces met Turks", [NameSpan(words: 0..<1, kind: .place)], "US/B-place forces met Turks/B-group"),
        ("polish the glass", [], "polish the glass"),
    ])
    func harmonizes(text: String, names: [NameSpan], expected: String) throws {
        let harmonizer = NameHarmonizer(tables: try Self.tables.get())
        #expect(shown(harmonizer.harmonize(sentence(text, names))) == expected)
    }

    @Test(arguments: [
        (
            NameKind.person, "the Iraqi Prime Minister Adnan Karim",
            "the Iraqi/B-group Prime Minister Adnan/B-person Karim/I-person"
        ),
        (.person, "Foreign Secretary", "Foreign Secretary"),
        (.person, "Lt. Gen. Pavlo J. Bondar", "Lt. Gen. Pavlo/B-person J./I-person Bondar/I-person"),
        (.person, "his son Omar al - Rifai", "his son Omar/B-person al/I-person -/I-person Rifai/I-person"),
        (
            .agency, "the Ministry of Ports and Fisheries",
            "the Ministry/B-agency of/I-agency Ports/I-agency and/I-agency Fisheries/I-agency"
        ),
        (.agency, "the Iraqi people", "the Iraqi/B-group people"),
        (.agency, "the 3rd Battalion", "the 3rd/B-unit Battalion/I-unit"),
        (.agency, "Iraq", "Iraq/B-place"),
        (.agency, "We", "We"),
        (.place, "the village of Marj Nur", "the village of Marj/B-place Nur/I-place"),
        (.place, "a VBIED workshop", "a VBIED/_ workshop"),
    ])
    func trimsPhrases(kind: NameKind, phrase: String, expected: String) throws {
        let words = phrase.split(separator: " ").map(String.init)
        let trimmer = NameTrimmer(tables: try Self.tables.get())
        var found = FoundNames(count: words.count)
        switch kind {
        case .person: trimmer.person(words, words.indices, into: &found)
        case .place: trimmer.place(words, words.indices, into: &found)
        default: trimmer.agency(words, words.indices, into: &found)
        }
        found.finish()
        let result = NamedSentence(
            id: "1", document: "d", source: .re3d, words: words, names: found.names, unknown: found.unknown)
        #expect(shown(result) == expected)
    }

    @Test func findsWordsOfTreesInTheirText() {
        let text = Array("Ann can't see.\n\nBob left".unicodeScalars)
        let placed = GUMNames.placed([["Ann", "ca", "n't", "see", "."], ["Bob", "left"]], in: text)
        #expect(placed[0].map(\.span) == [0..<3, 4..<6, 6..<9, 10..<13, 13..<14])
        #expect(placed[1].map(\.span) == [16..<19, 20..<24])
    }

    @Test func earlierClaimsKeepTheirWords() {
        var found = FoundNames(count: 5)
        found.add(1..<3, .place)
        found.add(2..<4, .agency)
        found.add(4..<9, .agency)
        found.add(unknown: 0..<1)
        found.add(unknown: 2..<3)
        found.finish()
        #expect(found.names == [NameSpan(words: 1..<3, kind: .place)])
        #expect(found.unknown == [0..<1])
    }
}
