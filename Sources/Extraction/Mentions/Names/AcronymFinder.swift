internal import Language
internal import Record

/// Ties acronyms to the long forms that a document gives them: "National Intelligence Service (NIS)",
/// "the NIS (National Intelligence Service)", or the long form alone where the initials fit.
struct AcronymFinder: Sendable {
    let lexicon: MentionLexicon

    /// Sets `alias` of acronyms to the draft of their long form.
    func link(_ names: inout [MentionDraft], in document: DocumentWords) {
        var longForms: [String: Int] = [:]
        for (index, name) in names.enumerated() where name.kind != .person && name.tokens.count > 1 {
            for initials in initials(of: name, in: document) where longForms[initials] == nil {
                longForms[initials] = index
            }
        }
        for index in names.indices {
            let words = document.sentences[names[index].sentence]
            guard names[index].tokens.count == 1, words[names[index].head].shape == .upper,
                names[index].key.utf8.count > 1
            else { continue }
            if let neighbour = bracketed(names, index, words) {
                names[index].alias = neighbour
            } else if let long = longForms[names[index].key], !isPerson(names[index]), names[long].kind != .unit {
                names[index].alias = long
            }
            if let long = names[index].alias { names[index].kind = names[long].kind }
        }
        // The same acronym further on means the same.
        var known: [String: Int] = [:]
        for index in names.indices {
            guard names[index].tokens.count == 1 else { continue }
            if let alias = names[index].alias {
                // "6th Combined Arms Army (CAA)": other armies are of that sort too.
                if names[alias].kind == .unit { continue }
                if known[names[index].key] == nil { known[names[index].key] = alias }
            } else if let alias = known[names[index].key], !isPerson(names[index]) {
                names[index].alias = alias
                names[index].kind = names[alias].kind
            }
        }
    }

    private func isPerson(_ name: MentionDraft) -> Bool { name.kind == .person || name.kind == .group }

    /// The agency just before "(NIS)" whose first letters allow the acronym.
    private func bracketed(_ names: [MentionDraft], _ index: Int, _ words: [Word]) -> Int? {
        let name = names[index]
        let start = name.tokens.lowerBound
        guard start > 0, words[start - 1].token.text == "(", index > 0 else { return nil }
        let before = names[index - 1]
        guard before.sentence == name.sentence, before.tokens.upperBound == start - 1, before.tokens.count > 1,
            before.kind != .person
        else { return nil }
        // "76th Airborne (VDV)" names the arm that a numbered unit belongs to.
        if NameFinder.isOrdinal(words[before.tokens.lowerBound])
            || before.tokens.dropFirst().contains(where: {
                NameFinder.isOrdinal(words[$0])
            })
        {
            return nil
        }
        return index - 1
    }

    /// The letters that an acronym of the name may have: of all words, of the capitals, and without a country's adjective.
    private func initials(of name: MentionDraft, in document: DocumentWords) -> [String] {
        let words = document.sentences[name.sentence][name.tokens].filter { !$0.key.isEmpty }
        func letters(_ words: some Sequence<Word>) -> String {
            String(decoding: words.compactMap(\.key.first), as: UTF8.self)
        }
        let capitals = words.filter(\.isCapital)
        var forms = [letters(capitals), letters(words.filter { $0.lower != "the" })]
        if capitals.count > 2 { forms.append(letters(capitals.dropFirst())) }
        return forms.filter { $0.utf8.count > 1 }
    }
}
