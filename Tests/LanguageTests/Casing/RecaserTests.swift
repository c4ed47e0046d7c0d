import Record
import Tables
import Testing

@testable import Language

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Text in capitals must be read as the ordinary text that it stands for.
struct RecaserTests {
    private static let analyzer = Result { try Analyzer(data: DataFolder.locate()) }

    private static let rows: [[String]] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "capital-cases.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
            $0.split(separator: "\t").map(String.init)
        }
    }()

    private static let cases = rows.compactMap(\.first)
    private static let gaps = Set(rows.filter { $0.count > 1 }.compactMap(\.first))

    private func tokens(_ text: String) throws -> [Token] {
        try Self.analyzer.get().analyze(SourceText(text)).sentences.flatMap(\.tokens)
    }

    @Test("there are cases") func table() { #expect(Self.cases.count > 60) }

    /// Offices, bodies and quarters of the compass that papers write either way.
    private static let either: Set<String> = [
        "army", "air", "force", "embassy", "president", "prime", "minister", "senator", "liberal", "police", "church",
        "northern", "text", "supreme", "father", "energy", "company", "office", "treasury", "university", "union",
    ]

    @Test("words get their letters back", arguments: cases)
    func sentence(_ text: String) throws {
        func folded(_ words: [String]) -> String {
            words.map { Self.either.contains($0.lowercased()) ? $0.lowercased() : $0 }.joined(separator: " ")
        }
        let expected = try tokens(text).map(\.text)
        let found = try tokens(text.uppercased()).map(\.text)
        if Self.gaps.contains(text) {
            #expect(zip(found, expected).count { $0 != $1 } <= 3)
        } else {
            #expect(folded(found) == folded(expected))
        }
    }

    @Test("spans point at the capitals", arguments: cases)
    func spans(_ text: String) throws {
        let capitals = text.uppercased()
        let scalars = Array(capitals.unicodeScalars)
        var last = 0
        for token in try tokens(capitals) {
            #expect(token.span.start >= last && token.span.end <= scalars.count)
            last = token.span.end
            var written = String.UnicodeScalarView()
            written.append(contentsOf: scalars[token.span.start..<token.span.end])
            #expect(String(written) == token.text.uppercased())
        }
    }

    @Test("ordinary text is left as it is", arguments: cases)
    func ordinary(_ text: String) throws {
        for token in try tokens(text) {
            let scalars = Array(text.unicodeScalars)[token.span.start..<token.span.end]
            #expect(token.text.unicodeScalars.elementsEqual(scalars))
        }
    }

    @Test(
        "names and abbreviations in capitals are meant so",
        arguments: ["SBU, GRU, NATO.", "UN", "The FBI and the CIA said so.", "IAEA NATO EU"])
    func abbreviations(_ text: String) throws {
        let words = try tokens(text).map(\.text).filter { $0.count > 1 }
        #expect(words.allSatisfy(text.contains))
    }

    @Test("a headline in capitals above an ordinary article is written as the article writes its words")
    func headline() throws {
        let text =
            "BARTOV ORDERS RETREAT FROM GRELNIK\nThe retreat was ordered by Bartov on Monday. Troops left Grelnik."
        let words = try tokens(text).prefix(5).map(\.text)
        #expect(words == ["Bartov", "orders", "retreat", "from", "Grelnik"])
    }

    @Test("the head of a report is a sentence by itself")
    func header() throws {
        let text = "QUITO, 5 JUN 88 (DPA) -- [TEXT] A BOMB EXPLODED IN GUAYAQUIL TODAY.  NOBODY WAS HURT."
        let sentences = try Self.analyzer.get().analyze(SourceText(text)).sentences
        #expect(sentences.map { $0.tokens[0].text } == ["Quito", "A", "Nobody"])
    }
}
