internal import Record

/// Checks that what a record from outside points at is there.
struct RecordCheck {
    private let record: AnnotationRecord
    private let length: Int
    private var fault: String?

    /// The first thing wrong, in words; nil for a sound record.
    static func fault(in record: AnnotationRecord) -> String? {
        var check = RecordCheck(record)
        check.run()
        return check.fault
    }

    private init(_ record: AnnotationRecord) {
        self.record = record
        length = record.text.unicodeScalars.count
    }

    private mutating func check(_ span: Span?, _ layer: String) {
        guard fault == nil, let span else { return }
        if span.start < 0 || span.start > span.end || span.end > length {
            fault = "\(layer) span \(span.start)-\(span.end) lies outside the text of \(length) code points"
        }
    }

    private mutating func check(_ index: Int?, in count: Int, _ layer: String) {
        guard fault == nil, let index, !(0..<count).contains(index) else { return }
        fault = "\(layer) \(index) is named, but there are \(count)"
    }

    private mutating func check(mention index: Int?) { check(index, in: record.mentions.count, "mention") }
    private mutating func check(time index: Int?) { check(index, in: record.times.count, "time") }
    private mutating func check(quantity index: Int?) { check(index, in: record.quantities.count, "quantity") }
    private mutating func check(attribution index: Int?) {
        check(index, in: record.attributions.count, "attribution")
    }

    private mutating func run() {
        for sentence in record.sentences { check(sentence, "sentence") }
        for mention in record.mentions {
            check(mention.span, "mention")
            check(mention.head, "head")
            check(quantity: mention.quantity)
        }
        for time in record.times { check(time.span, "time") }
        for quantity in record.quantities {
            check(quantity.span, "quantity")
            check(quantity.counted, "counted")
        }
        for attribution in record.attributions {
            for span in attribution.source + attribution.cue + attribution.content { check(span, "attribution") }
            check(mention: attribution.speaker)
            check(attribution: attribution.parent)
        }
        for relation in record.relations {
            check(mention: relation.subject)
            check(mention: relation.object)
            check(time: relation.time)
            check(attribution: relation.attribution)
            if let start = relation.start, let end = relation.end { check(Span(start: start, end: end), "relation") }
        }
        for event in record.events {
            check(event.span, "event")
            check(time: event.time)
            check(attribution: event.attribution)
            for time in event.times { check(time: time.time) }
            for claim in event.claims { check(claim.span, "claim") }
            for argument in event.arguments {
                check(argument.span, "argument")
                check(mention: argument.mention)
                check(quantity: argument.quantity)
            }
        }
    }
}
