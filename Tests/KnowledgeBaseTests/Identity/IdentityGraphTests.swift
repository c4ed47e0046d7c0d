internal import Testing

@testable internal import KnowledgeBase

@Suite("What people and machine say of pairs")
struct IdentityGraphTests {
    private typealias Pair = DecisionBook.Pair

    /// A word about two nodes: `=` same, `!` different, `?` unsure by a person, later ones said later; `~` the machine's
    /// opinion, earlier ones surer.
    struct Case: CustomTestStringConvertible {
        var words: String
        var clusters: String
        var testDescription: String { "\(words) → \(clusters)" }
    }

    static let cases = [
        Case(words: "a~b b~c", clusters: "abc"),
        Case(words: "a~b b~c a!c", clusters: "ab c"),
        Case(words: "b~c a~b a!c", clusters: "a bc"),
        Case(words: "a~b b~c c~d a!d", clusters: "abc d"),
        Case(words: "c~d b~c a~b a!d", clusters: "a bcd"),
        Case(words: "b~c c~d a~b a!d b!d", clusters: "abc d"),
        Case(words: "a~b a?b", clusters: "a b"),
        // What is unsure may be joined through others.
        Case(words: "a~b b~c a~c a?c", clusters: "abc"),
        // A person's word goes before the surest opinion.
        Case(words: "a~b b=c a!c", clusters: "a bc"),
        // Different goes before same, whenever it was said; of the sames the last.
        Case(words: "a=b b=c a!c", clusters: "a bc"),
        Case(words: "a!c a=b b=c", clusters: "a bc"),
        Case(words: "b=c a!c a=b", clusters: "ab c"),
        Case(words: "a=b b=c c=d a!d", clusters: "a bcd"),
        Case(words: "c=d a!d a=b b=c", clusters: "abc d"),
        Case(words: "a=b c=d b=c a!d", clusters: "a bcd"),
        // Through something that is not there.
        Case(words: "a=x x=b", clusters: "abx"),
        Case(words: "a~b a=x x!b", clusters: "ax b"),
    ]

    @Test("what wins follows from the words alone, in whatever order they come", arguments: cases)
    func order(testCase: Case) {
        var entries: [DecisionBook.Entry] = []
        var opinions: [IdentityGraph.Opinion] = []
        var nodes: Set<String> = []
        for (number, word) in testCase.words.split(separator: " ").enumerated() {
            let parts = word.map(String.init)
            let pair = Pair(parts[0], parts[2])
            nodes.formUnion([parts[0], parts[2]])
            switch parts[1] {
            case "~": opinions.append(IdentityGraph.Opinion(pair: pair, score: 1 - Double(number) / 100))
            case "=": entries.append(.init(pair: pair, verdict: .same, made: "2025-01-0\(number)"))
            case "!": entries.append(.init(pair: pair, verdict: .different, made: "2025-01-0\(number)"))
            default: entries.append(.init(pair: pair, verdict: .unsure, made: "2025-01-0\(number)"))
            }
        }
        for turn in 0..<12 {
            var graph = IdentityGraph(book: DecisionBook(Self.turned(entries, turn)))
            for node in Self.turned(nodes.sorted(), turn / 2) { graph.insert(node) }
            for opinion in Self.turned(opinions, turn / 3) { graph.insert(opinion) }
            let found = graph.clusters().map { $0.sorted().joined() }.sorted()
            #expect(found.joined(separator: " ") == testCase.clusters)
        }
    }

    /// Another order: turned by some places, and back to front every other time.
    private static func turned<Item>(_ items: [Item], _ turn: Int) -> [Item] {
        guard !items.isEmpty else { return [] }
        let cut = turn % items.count
        let turned = Array(items[cut...] + items[..<cut])
        return turn.isMultiple(of: 2) ? turned : turned.reversed()
    }

    @Test("a key that a text had before it was read again means the same node")
    func names() {
        let book = DecisionBook([.init(pair: Pair("1a.e4", "2b.e7"), verdict: .different, made: "")])
        var graph = IdentityGraph(book: book)
        for key in ["1a.e5", "2b.e7"] { graph.insert(key) }
        graph.insert(IdentityGraph.Opinion(pair: Pair("1a.e5", "2b.e7"), score: 1))
        #expect(graph.clusters().count == 1)
        graph.name("1a.e4", for: "1a.e5")
        #expect(graph.decided(with: "1a.e5") == ["2b.e7"])
        #expect(graph.clusters().count == 2)
    }

    @Test(
        "keys of parts are told from ids and names",
        arguments: [
            ("3f9a2c1b04de.e153", "e", 153, nil), ("3f9a2c1b04de.e153-2", "e", 153, nil),
            ("3f9a2c1b04de.c26-51", "c", 26, 51), ("person:j. e4", nil, 0, nil), ("geonames:703448", nil, 0, nil),
            ("3f9a2c1b04de", nil, 0, nil), ("3f9a2c1b04de.e", nil, 0, nil), ("3f9a2c1b04de.x5", nil, 0, nil),
        ] as [(String, Character?, Int, Int?)])
    func parts(key: String, letter: Character?, start: Int, end: Int?) {
        let part = PartKey(key)
        #expect(part?.letter == letter)
        #expect(part?.start ?? 0 == start)
        #expect(part?.end == end)
    }
}
