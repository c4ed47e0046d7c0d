internal import Tables
internal import Testing
internal import Training

@Suite struct WordClassesTests {
    private static let classes = Result {
        let table = try WordClasses.table(data: DataFolder.locate())
        return Dictionary(uniqueKeysWithValues: table.map { ($0.word, WordClass(rawValue: $0.mask)) })
    }

    @Test(arguments: [
        ("volodymyr", WordClass.firstName), ("syrskyi", .lastName), ("may", .ambiguousName), ("may", .calendar),
        ("kharkiv", .place), ("ukraine", .country), ("ukrainian", .group), ("kurds", .group), ("sbu", .agency),
        ("hezbollah", .agency), ("ministry", .agencyNoun), ("brigade", .unitNoun), ("oblast", .placeNoun),
        ("gen.", .rank), ("minister", .office), ("soldier", .personNoun), ("tuesday", .calendar), ("seven", .number),
        ("said", .speech), ("announced", .speech),
    ])
    func wordsHaveTheirClasses(word: String, kind: WordClass) throws {
        #expect(try Self.classes.get()[word]?.contains(kind) == true)
    }

    @Test(arguments: ["of", "the", "and", "table", "quickly"])
    func commonWordsHaveNone(word: String) throws {
        let names: WordClass = [.firstName, .lastName, .country, .group, .agency, .agencyNoun, .rank]
        #expect(try Self.classes.get()[word]?.isDisjoint(with: names) ?? true)
    }

    @Test func tableIsSorted() throws {
        let words = try WordClasses.table(data: DataFolder.locate()).map(\.word)
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
