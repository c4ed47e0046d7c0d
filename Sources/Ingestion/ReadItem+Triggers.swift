public import Reading
internal import Record

extension ReadItem {
    /// What keeps the events that this item brings along from being read at their triggers; nil where nothing does.
    public var triggerFault: ReadFailure? {
        guard case .record(let record) = content else {
            return fault(
                "it names no events", advice: "Each line needs `id`, `text` and `events` with `start` and `end`.")
        }
        let text = SourceText(record.text)
        for event in record.events {
            guard event.start >= 0, event.end <= text.count, event.start < event.end else {
                return fault(
                    "the event \(event.start)-\(event.end) is no span of the text of \(text.count) code points",
                    advice: "`start` and `end` are code points into `text`, the end not included.")
            }
            guard text[event.span].unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
                return fault(
                    "the event \(event.start)-\(event.end) holds no word",
                    advice: "`start` and `end` are code points into `text`, the end not included.")
            }
        }
        return nil
    }

    private func fault(_ reason: String, advice: String) -> ReadFailure {
        ReadFailure(kind: .malformed, path: path, position: position, reason: reason, advice: advice)
    }
}
