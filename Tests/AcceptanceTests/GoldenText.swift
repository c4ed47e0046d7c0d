internal import Record

/// A record as lines that a person can review: what is found, in words, without offsets.
enum GoldenText {
    static func of(_ record: AnnotationRecord) -> String {
        let text = SourceText(record.text)
        func words(_ span: Span) -> String { text[span].split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        func mention(_ index: Int?) -> String {
            guard let index, record.mentions.indices.contains(index) else { return "?" }
            return "#\(record.mentions[index].chain)"
        }
        var lines = [
            "title: \(record.title ?? "-")", "outlet: \(record.outlet ?? "-")", "published: \(record.published ?? "-")",
        ]
        for sentence in record.sentences { lines.append("sentence: \(words(sentence))") }
        let names = Dictionary(record.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let chains = Dictionary(grouping: record.mentions, by: \.chain)
        for chain in chains.keys.sorted() {
            let mentions = chains[chain] ?? []
            let entity = mentions.lazy.compactMap(\.entity).first.map { " = \(names[$0] ?? "?") (\($0))" } ?? ""
            let kinds = Set(mentions.map(\.kind.rawValue)).sorted().joined(separator: "/")
            var seen: [String] = []
            for mention in mentions where !seen.contains(words(mention.span)) { seen.append(words(mention.span)) }
            lines.append("chain #\(chain) \(kinds)\(entity): \(seen.joined(separator: " | "))")
        }
        for time in record.times {
            let bounds = time.earliest.map { " \($0)…\(time.latest ?? "")" } ?? " open"
            lines.append("time: “\(words(time.span))” \(time.value)\(bounds)")
        }
        for quantity in record.quantities {
            func number(_ value: Double?) -> String {
                value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "-"
            }
            lines.append(
                "quantity: “\(words(quantity.span))” \(quantity.qualifier ?? "-") point \(number(quantity.point)) low \(number(quantity.low)) "
                    + "high \(number(quantity.high)) \(quantity.unit ?? "-")")
        }
        for attribution in record.attributions {
            let source = attribution.source.map(words).joined(separator: " … ")
            let cue = attribution.cue.map(words).joined(separator: " … ")
            let time = attribution.time.map { " at “\(words(record.times[$0].span))”" } ?? ""
            lines.append(
                "attribution: \(attribution.kind?.rawValue ?? "-") “\(source)” \(mention(attribution.speaker)) “\(cue)”\(time) "
                    + "certainty \(attribution.certainty ?? 0): \(attribution.content.map(words).joined(separator: " … "))"
            )
        }
        for event in record.events where !event.isOther {
            let arguments = event.arguments.map { argument in
                "\(argument.role)=\(words(argument.span))" + (argument.mention == nil ? "" : mention(argument.mention))
            }
            let times = event.times.map { "\($0.role.rawValue)=\(words(record.times[$0.time].span))" }
            let claims = event.claims.map { "\($0.holds ? "" : "not ")\($0.kind)" }
            lines.append(
                "event e\(event.chain ?? -1) \(event.type) “\(words(event.span))” \(event.polarity.rawValue) \(event.modality?.rawValue ?? "-") "
                    + "certainty \(event.certainty ?? 0): " + (arguments + times + claims).joined(separator: ", "))
        }
        for relation in record.relations {
            lines.append(
                "relation: \(mention(relation.subject)) \(relation.predicate) \(relation.object.map { mention($0) } ?? relation.value ?? "-")"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
