internal import Language
internal import Record

/// "I" and "we" between quotation marks, with the chain of who says it, where the attributions tell that.
///
/// "I" is one person. "We" is the speaker only where this is a body or several people: of one person's "we" nobody knows
/// who belongs to it.
struct SpeakerFinder: Sendable {
    let reference: ReferenceWords

    /// Adds the mentions to a record that holds attributions.
    /// - Returns: whether there are any.
    func add(to record: inout AnnotationRecord, document: DocumentWords, analysis: Analysis) -> Bool {
        let speakers = speakers(record, document, analysis)
        guard !speakers.isEmpty else { return false }
        var added: [Mention] = []
        for (index, words) in document.sentences.enumerated() where !document.quotes[index].isEmpty {
            for (position, word) in words.enumerated() {
                let quote = document.quotes[index][position]
                guard quote > 0, let number = speakers[quote] else { continue }
                let isOne = reference.isA(word, .speaker)
                guard isOne || reference.isA(word, .speakers), word.token.tag == .pronoun else { continue }
                let speaker = record.mentions[number]
                guard isOne == (speaker.kind == .person) else { continue }
                added.append(
                    Mention(
                        span: word.token.span, kind: speaker.kind, form: .pronoun, chain: speaker.chain,
                        head: word.token.span, entity: speaker.entity, country: speaker.country,
                        metonym: speaker.metonym))
            }
        }
        guard !added.isEmpty else { return false }
        merge(added, into: &record)
        return true
    }

    /// The speaker of each quotation, by its number: of several that hold it, the one whose content is shortest.
    private func speakers(
        _ record: AnnotationRecord, _ document: DocumentWords, _ analysis: Analysis
    ) -> [Int: Int] {
        var speakers: [Int: (mention: Int, length: Int)] = [:]
        for attribution in record.attributions {
            guard let speaker = attribution.speaker, attribution.kind == .direct || attribution.kind == .mixed else {
                continue
            }
            let length = attribution.content.reduce(0) { $0 + $1.count }
            for content in attribution.content {
                for quote in quotes(in: content, document, analysis) where length < speakers[quote]?.length ?? .max {
                    speakers[quote] = (speaker, length)
                }
            }
        }
        return speakers.mapValues(\.mention)
    }

    /// The numbers of the quotations that have words in a span.
    private func quotes(in span: Span, _ document: DocumentWords, _ analysis: Analysis) -> [Int] {
        guard var index = analysis.sentenceIndex(at: span.start) else { return [] }
        var found: [Int] = []
        while index < analysis.sentences.count, analysis.sentences[index].span.start < span.end {
            if !document.quotes[index].isEmpty {
                for token in analysis.sentences[index].tokens(in: span) {
                    let quote = document.quotes[index][token]
                    if quote > 0, found.last != quote { found.append(quote) }
                }
            }
            index += 1
        }
        return found
    }

    /// Puts mentions among the others in text order; indexes of speakers follow.
    private func merge(_ added: [Mention], into record: inout AnnotationRecord) {
        let count = record.mentions.count
        let all = record.mentions + added
        let order = all.indices.sorted { all[$0].span != all[$1].span ? all[$0].span < all[$1].span : $0 < $1 }
        var places = Array(repeating: 0, count: count)
        for (place, index) in order.enumerated() where index < count { places[index] = place }
        record.mentions = order.map { all[$0] }
        for index in record.attributions.indices {
            if let speaker = record.attributions[index].speaker, places.indices.contains(speaker) {
                record.attributions[index].speaker = places[speaker]
            }
        }
    }
}
