import Language
import Record
import Tables

@testable import Extraction

/// A text whose mentions and times are marked by hand, so that events and speakers are tested by themselves:
/// `[g two soldiers]` is a group, `[x …]` a person, `[a …]` an agency, `[p …]` a place, `[u …]` a unit,
/// `{on Saturday}` a time. Marks do not nest. Numbers inside a mention become its quantity.
struct MarkedText {
    let analysis: Analysis
    var record: AnnotationRecord

    init(_ marked: String, analyzer: Analyzer) {
        var text = String.UnicodeScalarView()
        var open: (kind: EntityKind?, start: Int)?
        var marks: [(kind: EntityKind?, span: Span)] = []
        let scalars = Array(marked.unicodeScalars)
        var at = 0
        while at < scalars.count {
            switch scalars[at] {
            case "[":
                let kinds: [Unicode.Scalar: EntityKind] = [
                    "g": .group, "x": .person, "a": .agency, "p": .place, "u": .unit, "o": .object,
                ]
                if at + 2 < scalars.count, let kind = kinds[scalars[at + 1]] {
                    open = (kind, text.count)
                    at += 2
                }
            case "{": open = (nil, text.count)
            case "]", "}":
                if let start = open { marks.append((start.kind, Span(start: start.start, end: text.count))) }
                open = nil
            default: text.append(scalars[at])
            }
            at += 1
        }
        let plain = String(text)
        analysis = analyzer.analyze(SourceText(plain))
        record = AnnotationRecord(document: Document(id: "marked", text: plain))
        record.sentences = analysis.sentences.map(\.span)
        var chains: [String: Int] = [:]
        for mark in marks {
            guard let kind = mark.kind else {
                record.times.append(
                    TimeExpression(
                        span: mark.span, type: .date, value: analysis.source[mark.span], granularity: .day))
                continue
            }
            let words = analysis.source[mark.span]
            let chain = chains[words] ?? chains.count
            chains[words] = chain
            var mention = Mention(span: mark.span, kind: kind, form: kind == .group ? .nominal : .name, chain: chain)
            if let sentence = analysis.sentenceIndex(at: mark.span.start) {
                let tokens = analysis.sentences[sentence].tokens
                if let number = tokens.first(where: { mark.span.contains($0.span) && $0.tag == .numeral }) {
                    mention.quantity = record.quantities.count
                    record.quantities.append(Quantity(span: number.span))
                }
            }
            record.mentions.append(mention)
        }
    }

    /// `type(role=words, …)` for each event, with `!` before negative ones and `~modality` after those not asserted.
    func notation(_ events: [Event]) -> [String] {
        events.map { event in
            let arguments = event.arguments.map { "\($0.role)=\(analysis.source[$0.span])" }
            let times = event.times.map { "\($0.role)=\(analysis.source[record.times[$0.time].span])" }
            let modality = event.modality.map { $0 == .asserted ? "" : "~\($0.rawValue)" } ?? ""
            let claims = event.claims.map { ($0.holds ? "+" : "-") + $0.kind }.joined()
            return (event.polarity == .negative ? "!" : "") + event.type + "("
                + (arguments + times).joined(separator: ", ") + ")" + modality + claims
        }
    }

    /// `source > cue > content | content`, with `kind certainty` before.
    func notation(_ attributions: [Attribution]) -> [String] {
        attributions.map { item in
            let words = { (spans: [Span]) in spans.map { analysis.source[$0] }.joined(separator: " | ") }
            let kind = item.kind?.rawValue ?? "none"
            let parent = item.parent.map { " ^\($0)" } ?? ""
            return
                "\(kind) \(item.certainty ?? 9): \(words(item.source)) > \(words(item.cue)) > \(words(item.content))\(parent)"
        }
    }
}

/// The stages under test, read once.
enum Stages {
    static let analyzer = Result { try Analyzer(data: DataFolder.locate()) }
    static let events = Result { try EventFinder(data: DataFolder.locate()) }
    static let attributions = Result { try AttributionFinder(data: DataFolder.locate()) }

    static func read(_ marked: String) throws -> MarkedText {
        var text = MarkedText(marked, analyzer: try analyzer.get())
        let view = DocumentView(text.analysis, text.record)
        text.record.attributions = try attributions.get()
            .attributions(in: text.analysis, view: view, record: text.record)
        text.record.events = try events.get().events(in: text.analysis, view: view, record: text.record)
        return text
    }
}
