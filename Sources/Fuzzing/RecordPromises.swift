internal import Extraction
internal import Reading
internal import Record

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What extraction promises of its records.
enum RecordPromises {
    /// Extracts the input as it stands, as a record from outside may bring it, and in its cleaned form.
    static func check(_ input: [UInt8], _ extractor: Extractor) throws(BrokenPromise) {
        let raw = String(decoding: input.filter { $0 != 0 }, as: UTF8.self)
        let cleaned = TextCleaner.clean(raw)
        try check(cleaned, extractor)
        if Array(raw.utf8) != Array(cleaned.utf8) { try check(raw, extractor) }
    }

    private static func check(_ text: String, _ extractor: Extractor) throws(BrokenPromise) {
        let title = text.split(separator: "\n").first.map { TextCleaner.cleanLine(String($0)) }
        let metadata = Metadata(title: title, outlet: "Harbour Dispatch", published: "2025-01-12")
        let document = Document(id: "input", text: text, metadata: metadata)
        let record = extractor.extract(document)
        try promise(extractor.extract(document) == record, "two extractions differ")
        try promise(record.document == document, "extraction changes the document")
        try check(record)
        try checkOrder(record)
        let decoded: AnnotationRecord
        do {
            decoded = try JSONDecoder().decode(AnnotationRecord.self, from: try JSONEncoder().encode(record))
        } catch {
            throw BrokenPromise(reason: "the record does not survive JSON: \(error)")
        }
        try promise(decoded == record, "the record is another after JSON")
    }

    /// Spans lie inside the text and indexes name what is there.
    static func check(_ record: AnnotationRecord) throws(BrokenPromise) {
        if let fault = RecordCheck.fault(in: record) { throw BrokenPromise(reason: fault) }
    }

    /// Sentences follow each other without overlap; what is found has words; the layers stand in the order of the text.
    private static func checkOrder(_ record: AnnotationRecord) throws(BrokenPromise) {
        for (sentence, next) in zip(record.sentences, record.sentences.dropFirst()) {
            try promise(sentence.end <= next.start, "sentences overlap at \(next.start)")
        }
        try check("sentences", record.sentences)
        try check("mentions", record.mentions.map(\.span))
        try check("times", record.times.map(\.span))
        try check("quantities", record.quantities.map(\.span))
        try check("events", record.events.map(\.span))
        let entities = Set(record.entities.map(\.id))
        for mention in record.mentions {
            try promise(mention.chain >= 0, "a chain has the number \(mention.chain)")
            if let entity = mention.entity { try promise(entities.contains(entity), "entity \(entity) is not there") }
        }
        for (index, attribution) in record.attributions.enumerated() {
            try promise(attribution.parent != index, "an attribution stands inside itself")
        }
    }

    private static func check(_ layer: String, _ spans: [Span]) throws(BrokenPromise) {
        for (span, next) in zip(spans, spans.dropFirst()) {
            try promise(span.start <= next.start, "\(layer) are out of order at \(next.start)")
        }
        for span in spans { try promise(span.count > 0, "\(layer) hold an empty span at \(span.start)") }
    }
}
