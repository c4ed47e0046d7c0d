internal import Language
internal import Record

/// Ties the short name of a company to the full one that a document gives: "Brindleford" to "Brindleford Holdings Ltd".
struct ShortFormFinder: Sendable {
    let lexicon: MentionLexicon

    /// Sets `alias` of names that are the first words of a company's full name, and makes them agencies.
    func link(_ names: inout [MentionDraft], in document: DocumentWords) {
        var full: [String: Int] = [:]
        for (index, name) in names.enumerated() where name.kind == .agency && name.tokens.count > 1 {
            let words = document.sentences[name.sentence][name.tokens].filter { !$0.key.isEmpty }
            guard let last = words.last, words.count > 1, lexicon.isA(last, .company) else { continue }
            for count in 1..<words.count {
                let start = words.prefix(count).map { String(decoding: $0.key, as: UTF8.self) }.joined(separator: " ")
                if full[start] == nil { full[start] = index }
            }
        }
        guard !full.isEmpty else { return }
        for index in names.indices {
            let name = names[index]
            guard let long = full[name.key], long != index, name.title == nil, name.kind != .group,
                name.kind != .object, !name.hits.contains(where: { $0.table != .places && $0.table != .agencies })
            else { continue }
            // Towns give companies their names: only what no table knows changes its kind.
            guard name.kind == .agency || name.hits.isEmpty else { continue }
            names[index].kind = .agency
            names[index].alias = long
        }
    }
}
