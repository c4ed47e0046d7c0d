package import Record

/// Checks that what a record from outside points at is there.
package struct RecordCheck {
    private let record: AnnotationRecord
    private let length: Int
    private var fault: String?

    /// The first thing wrong, in words; nil for a sound record.
    package static func fault(in record: AnnotationRecord) -> String? {
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

    /// Who says what inside whose words ends somewhere: no attribution stands inside itself.
    private mutating func checkParents() {
        // 1 while a chain is walked, 2 once it is known to end.
        var state = [UInt8](repeating: 0, count: record.attributions.count)
        for start in record.attributions.indices {
            var chain: [Int] = []
            var at: Int? = start
            while let index = at, record.attributions.indices.contains(index), state[index] == 0 {
                state[index] = 1
                chain.append(index)
                at = record.attributions[index].parent
            }
            if let index = at, record.attributions.indices.contains(index), state[index] == 1, fault == nil {
                fault = "attribution \(index) stands inside itself"
            }
            for index in chain { state[index] = 2 }
        }
    }

    /// Numbers that are none, or that no place has.
    private mutating func check(_ value: Double?, in range: ClosedRange<Double>, _ name: String) {
        guard fault == nil, let value, !range.contains(value) else { return }
        fault = "the \(name) \(value) lies outside \(range.lowerBound) to \(range.upperBound)"
    }

    private mutating func run() {
        // C and SQL read a text only up to its first zero byte.
        if record.text.utf8.contains(0) { fault = "the text holds a zero byte" }
        checkParents()
        for sentence in record.sentences { check(sentence, "sentence") }
        for mention in record.mentions {
            check(mention.span, "mention")
            check(mention.head, "head")
            check(quantity: mention.quantity)
            check(mention.latitude, in: -90...90, "latitude")
            check(mention.longitude, in: -180...180, "longitude")
        }
        for entity in record.entities {
            check(entity.latitude, in: -90...90, "latitude")
            check(entity.longitude, in: -180...180, "longitude")
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
