import Extraction
import Foundation
import Record
import Tables
import Testing

/// Who is who in short texts; see `chains.tsv`.
@Suite struct ChainTests {
    private static let texts = Result { try ChainText.all() }
    private static let extractor = Result { try Extractor(data: DataFolder.locate()) }

    @Test(arguments: (try? texts.get()) ?? [])
    func statusFits(_ text: ChainText) throws {
        let (status, reasons) = try Self.status(text)
        #expect(status == text.status, "\(reasons.joined(separator: "; "))")
    }

    @Test func tableIsWhole() throws {
        let texts = try Self.texts.get()
        #expect(texts.count >= 80)
        #expect(texts.count { $0.status == .held } >= 60)
        for text in texts { #expect(text.marks.count > 1, "\(text.testDescription)") }
    }

    /// `RECORD=1` writes the statuses anew.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["RECORD"] == "1"))
    func recordsStatuses() throws {
        var lines = try String(contentsOf: ChainText.url, encoding: .utf8).components(separatedBy: "\n")
        for text in try Self.texts.get() {
            let (status, _) = try Self.status(text)
            lines[text.line - 1] = status.rawValue + lines[text.line - 1].dropFirst(text.status.rawValue.count)
        }
        try lines.joined(separator: "\n").write(to: ChainText.url, atomically: true, encoding: .utf8)
        #expect(try ChainText.all().count == Self.texts.get().count)
    }

    private static func status(_ text: ChainText) throws -> (ChainText.Status, reasons: [String]) {
        let record = try extractor.get().extract(Document(id: "chain", text: text.text))
        let words = SourceText(record.text)
        func chain(_ mark: ChainText.Mark) -> Int? {
            let found =
                record.mentions.first { $0.span == mark.span }
                ?? record.mentions.first { $0.span.end == mark.span.end && mark.span.contains($0.span) }
                ?? record.mentions.first { mention in mention.head.map { mark.span.contains($0) } ?? false }
            return found?.chain
        }
        var open: [String] = []
        var wrong: [String] = []
        for (number, one) in text.marks.enumerated() {
            for other in text.marks[(number + 1)...] {
                let isSame = one.thing == other.thing && one.thing != 0
                let left = chain(one)
                let right = chain(other)
                let names = "\(words[one.span]) (\(one.thing)) and \(words[other.span]) (\(other.thing))"
                if isSame, left == nil || left != right { open.append("not joined: \(names)") }
                if !isSame, left != nil, left == right { wrong.append("joined: \(names)") }
            }
        }
        return (!wrong.isEmpty ? .wrong : open.isEmpty ? .held : .open, wrong + open)
    }
}
