import Language
import Record
import Tables
import Testing

@testable import Extraction

@Suite struct OutlookTests {
    private static let context = Result { try EventContext(data: DataFolder.locate()) }

    /// A sentence and the place of its marked word.
    private func marked(_ text: String) throws -> (view: SentenceView, word: Int) {
        let parts = text.split(separator: "*", omittingEmptySubsequences: false)
        try #require(parts.count == 3, "\(text)")
        let start = parts[0].unicodeScalars.count
        let plain = parts.joined()
        let analysis = try Stages.analyzer.get().analyze(SourceText(plain))
        let view = try #require(
            DocumentView(analysis, AnnotationRecord(document: Document(id: "marked", text: plain))).sentences.first)
        return (view, try #require(view.tokens.firstIndex { $0.span.start == start }))
    }

    @Test func readsHowEventsArePutForward() throws {
        let context = try Self.context.get()
        try CaseFile("Events/outlook-cases.tsv").check { sentence in
            let (view, word) = try marked(sentence)
            let outlook = context.reader(view, context.matches(in: view)).outlook(of: word, carriedBy: nil)
            let certainty = outlook.isMarked ? "\(outlook.certainty)" : "."
            return "\(outlook.polarity.rawValue) \(outlook.modality.rawValue) \(certainty)"
                + (outlook.tense.map { " " + $0 } ?? "")
        }
    }

    /// A verb that only carries a noun gives it all that is said of itself.
    @Test(arguments: [
        ("The army carried out no *attack*.", "carried"), ("The army will carry out an *attack*.", "carry"),
        ("The army may have carried out an *attack*.", "carried"),
    ])
    func carriedNounsAreAsTheirVerbs(_ text: String, _ verb: String) throws {
        let context = try Self.context.get()
        let (view, word) = try marked(text)
        let carrier = try #require(view.tokens.firstIndex { $0.text == verb })
        let matches = context.matches(in: view)
        let carried = context.outlook(of: word, carriedBy: carrier, view, matches)
        let alone = context.outlook(of: carrier, view, matches)
        #expect(carried.modality == alone.modality)
        #expect(carried.tense == alone.tense)
    }

    @Test(arguments: [
        "*", "* * *", "no not never if unless", "may may not not", "to to to be to be to",
        "of of without without instead of instead of",
    ])
    func readsAnything(_ text: String) throws {
        let context = try Self.context.get()
        for count in [1, 40] {
            let whole = Array(repeating: text, count: count).joined(separator: " ")
            let analysis = try Stages.analyzer.get().analyze(SourceText(whole))
            let document = DocumentView(analysis, AnnotationRecord(document: Document(id: "any", text: whole)))
            for view in document.sentences {
                let matches = context.matches(in: view)
                for word in -1...view.tokens.count {
                    let outlook = context.outlook(of: word, carriedBy: word + 1, view, matches)
                    #expect((-3...3).contains(outlook.certainty))
                }
            }
        }
    }

    /// The trained head has its say where words leave it open, and never against a clear one.
    @Test func weighs() {
        var plain = Outlook()
        plain.weigh(2)
        #expect(plain.certainty == 3)
        plain.weigh(-3)
        #expect(plain.certainty == 0)
        var denied = Outlook()
        denied.negate()
        denied.weigh(-3)
        #expect(denied.certainty == 3)
        var planned = Outlook()
        planned.take(.future, certainty: 1)
        planned.weigh(3)
        #expect(planned.certainty == 1)
        planned.weigh(-2)
        #expect(planned.certainty == -2)
        var implied = Outlook()
        implied.isMarked = true
        implied.weigh(-3)
        #expect(implied.certainty == 3)
    }

    @Test(arguments: ["maybe", "future:9", "-", "", ":2", "yes:1"])
    func refusesUnknownImplications(_ text: String) { #expect(Implication(text) == nil) }

    @Test func impliesAsTheTableSays() throws {
        var word = Outlook()
        #expect(Implication("no")?.applied(to: word).polarity == .negative)
        #expect(Implication("same")?.applied(to: word) == word)
        word.negate()
        #expect(Implication("yes")?.applied(to: word).polarity == .positive)
        #expect(Implication("fact")?.applied(to: word).polarity == .positive)
        word.take(.conditional, certainty: 0)
        #expect(Implication("yes")?.applied(to: word).modality == .conditional)
        #expect(Implication("fact")?.applied(to: word).modality == .asserted)
        let planned = try #require(Implication("-future:1")?.applied(to: Outlook()))
        #expect(planned.polarity == .negative)
        #expect(planned.modality == .future)
        #expect(planned.certainty == 1)
    }
}
