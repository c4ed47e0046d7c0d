internal import Language
internal import Record

/// Gives each person of a document the gender that their names, titles and nouns tell.
struct GenderReader: Sendable {
    let lexicon: GenderLexicon

    /// Sets the gender of each person by the mention's own words.
    func mark(_ drafts: inout [MentionDraft], in document: DocumentWords) {
        for index in drafts.indices where drafts[index].kind == .person {
            guard let evidence = evidence(drafts[index], document) else { continue }
            drafts[index].gender = evidence.gender
            drafts[index].genderWeight = evidence.weight
        }
    }

    /// Sets the gender of all mentions of a person to what weighs most among them; to none where both weigh the same.
    func settle(_ drafts: inout [MentionDraft], chains: Int) {
        var votes: [(feminine: Int, masculine: Int)] = Array(repeating: (0, 0), count: chains)
        for draft in drafts where draft.kind == .person {
            switch draft.gender {
            case .feminine: votes[draft.chain].feminine = max(votes[draft.chain].feminine, draft.genderWeight)
            case .masculine: votes[draft.chain].masculine = max(votes[draft.chain].masculine, draft.genderWeight)
            case nil: break
            }
        }
        for index in drafts.indices where drafts[index].kind == .person {
            let vote = votes[drafts[index].chain]
            drafts[index].gender =
                vote.feminine == vote.masculine ? nil : vote.feminine > vote.masculine ? .feminine : .masculine
        }
    }

    private func evidence(_ draft: MentionDraft, _ document: DocumentWords) -> GenderLexicon.Evidence? {
        let words = document.sentences[draft.sentence]
        if draft.form == .nominal {
            let noun = lexicon.gender(noun: words[draft.head].token.lemmaWord)
            return noun.map { GenderLexicon.Evidence(gender: $0, weight: 4) }
        }
        if let title = draft.title, let evidence = lexicon.gender(title: words, title) { return evidence }
        // "actress Ada Quillfeather", "his wife Ada": a noun just before the name.
        let start = draft.tokens.lowerBound
        if start > 0, words[start - 1].token.tag == .noun,
            let gender = lexicon.gender(noun: words[start - 1].token.lemmaWord)
        {
            return GenderLexicon.Evidence(gender: gender, weight: 4)
        }
        return lexicon.gender(name: words, draft.tokens)
    }
}
