internal import Language

/// The relation and entity corpus on the wars in Syria and Iraq: noun phrases of any form, with titles and articles.
///
/// Two layers come out of it: names by the one scheme, and its own mentions as they stand.
struct Re3dNames {
    let trimmer: NameTrimmer
    let reader: WordReader

    /// Sentences with names cut out of the mentions; what the rules cannot settle is unknown.
    func names(of record: MentionRecord) -> [NamedSentence] {
        sentences(of: record) { words, mentions in
            var found = FoundNames(count: words.count)
            // A mention inside another says best what it is.
            for (range, kind) in mentions.sorted(by: {
                ($0.words.count, $0.words.lowerBound) < ($1.words.count, $1.words.lowerBound)
            }) {
                switch kind {
                case .person: trimmer.person(words, range, into: &found)
                case .place: trimmer.place(words, range, into: &found)
                default: trimmer.agency(words, range, into: &found)
                }
            }
            found.finish()
            return found
        }
    }

    /// Sentences with the corpus's own mentions of people, bodies and places, pronouns and nominals among them; of nested ones
    /// the outermost.
    func mentions(of record: MentionRecord) -> [NamedSentence] {
        sentences(of: record) { words, mentions in
            var found = FoundNames(count: words.count)
            for (range, kind) in mentions.sorted(by: {
                (-$0.words.count, $0.words.lowerBound) < (-$1.words.count, $1.words.lowerBound)
            }) {
                found.add(range, kind)
            }
            found.finish()
            return found
        }
    }

    private func sentences(
        of record: MentionRecord,
        find: (_ words: [String], _ mentions: [(words: Range<Int>, kind: NameKind)]) -> FoundNames
    ) -> [NamedSentence] {
        let all = (record.mentions ?? []).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        var next = 0
        return reader.sentences(of: record.text).enumerated().compactMap { number, placed in
            guard let first = placed.first?.span.lowerBound, let last = placed.last?.span.upperBound else { return nil }
            while next < all.count, all[next].start < first { next += 1 }
            var mentions: [(words: Range<Int>, kind: NameKind)] = []
            var at = next
            while at < all.count, all[at].start < last {
                if let kind = NameKind(rawValue: all[at].kind), let range = placed.touched(by: all[at].span) {
                    mentions.append((range, kind))
                }
                at += 1
            }
            let words = placed.map(\.text)
            let found = find(words, mentions)
            return NamedSentence(
                id: "\(record.id)-\(number + 1)", document: record.id, source: .re3d, words: words, names: found.names,
                unknown: found.unknown)
        }
    }
}
