internal import Language
internal import Record

/// Towns that were taken for people: the "Tyler" of "Tyler, Texas" is one, if Texas has a town of that name and nobody in the article does.
struct TownClaims: Sendable {
    let gazetteer: Gazetteer
    let reader: PlaceContextReader

    func claim(_ names: inout [MentionDraft], in document: DocumentWords) {
        var claimed: [String: [GazetteerHit]] = [:]
        for (index, name) in names.enumerated() where isBare(name) && claimed[name.key] == nil {
            let next = index + 1 < names.count ? names[index + 1] : nil
            guard let next, next.sentence == name.sentence, next.kind == .place else { continue }
            let words = document.sentences[name.sentence]
            let end = name.tokens.upperBound
            guard end < words.count, words[end].token.text == ",",
                let codes = reader.holder(after: name, next: next, words)
            else { continue }
            let hits = gazetteer.hits(for: name.key).filter { $0.table == .places }
            let towns = hits.map(gazetteer.entry) + gazetteer.villages(named: name.key)
            guard towns.contains(where: { codes.contains($0.region ?? "") }) else { continue }
            claimed[name.key] = hits
        }
        guard !claimed.isEmpty else { return }
        for name in names where name.kind == .person && name.tokens.count > 1 {
            if let last = name.key.split(separator: " ").last { claimed[String(last)] = nil }
        }
        for index in names.indices where isBare(names[index]) {
            guard let hits = claimed[names[index].key] else { continue }
            names[index].kind = .place
            names[index].hits = hits
        }
    }

    private func isBare(_ name: MentionDraft) -> Bool {
        name.kind == .person && name.tokens.count == 1 && name.title == nil
    }
}
