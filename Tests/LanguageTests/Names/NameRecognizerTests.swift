internal import Language
internal import Record
internal import Tables
internal import Testing

@Suite("Names in sentences as the news writes them") struct NameRecognizerTests {
    private static let analyzer = Result { try Analyzer(data: DataFolder.locate()) }

    @Test(
        "names with their kinds",
        arguments: [
            ("Mayor Ihor Terekhov spoke in Kharkiv.", ["Ihor Terekhov person", "Kharkiv place"]),
            (
                "Ukraine's Defence Intelligence (HUR) said Russian troops had left Robotyne.",
                ["Ukraine place", "Defence Intelligence agency", "HUR agency", "Russian group", "Robotyne place"]
            ),
            (
                "Soldiers of the 47th Mechanized Brigade met President Yoon Suk-yeol in Seoul.",
                ["47th Mechanized Brigade unit", "Yoon Suk - yeol person", "Seoul place"]
            ),
            (
                "General Oleksandr Syrskyi and Kim Jong Un were named by the NIS.",
                ["Oleksandr Syrskyi person", "Kim Jong Un person", "NIS agency"]
            ),
            ("Nothing was said about it on Tuesday.", []),
        ])
    func names(text: String, expected: [String]) throws {
        let sentences = try Self.analyzer.get().analyze(SourceText(text)).sentences
        let found = sentences.flatMap { sentence in
            sentence.names.map { name in
                let words = sentence.tokens[name.words].map(\.text).joined(separator: " ")
                return "\(words) \(name.kind.rawValue)"
            }
        }
        #expect(found == expected)
    }

    @Test("labels of words become the best sequence of whole names")
    func sequences() {
        let outside = 0
        let kinds = NameKind.allCases.count
        // Words that would each be "inside a person" and "end of a person" best: a name must begin before.
        var scores = [Float](repeating: 0, count: 3 * NameLabels.all.count)
        func set(_ word: Int, _ label: String, _ value: Float) {
            scores[word * NameLabels.all.count + (NameLabels.all.firstIndex(of: label) ?? outside)] = value
        }
        set(0, "I-person", 5)
        set(0, "B-person", 4)
        set(1, "E-person", 5)
        set(2, "S-place", 1)
        let names = NameLabels.names(scores, count: 3, stride: NameLabels.all.count)
        #expect(NameLabels.all.count == 1 + 4 * kinds)
        #expect(names == [NameSpan(words: 0..<2, kind: .person), NameSpan(words: 2..<3, kind: .place)])
    }

    @Test("two forms of labels become four")
    func bounded() {
        let labels = ["B-place", "B-person", "I-person", "I-person", "O", "I-unit", "_"]
        #expect(NameLabels.bounded(labels) == ["S-place", "B-person", "I-person", "E-person", "O", "S-unit", "_"])
    }
}
