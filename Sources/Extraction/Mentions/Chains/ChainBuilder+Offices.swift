internal import Language
internal import Record

/// Offices whose holder the text does not name.
extension ChainBuilder {
    /// Who is meant by "the Ukrainian president" or "the NATO secretary general" in an article that names nobody in the office: who
    /// held it on the day of publication, where the tables know it for sure.
    func officeHolder(
        _ draft: MentionDraft, _ drafts: [MentionDraft], _ document: DocumentWords, _ published: CalendarDate?
    ) -> GazetteerEntry? {
        guard let published, draft.sector == "office", draft.kind == .person, !draft.isPlural, draft.modifiers.isEmpty,
            draft.definiteness == .definite || draft.definiteness == .possessed
        else { return nil }
        let words = document.sentences[draft.sentence]
        let end = draft.tokens.upperBound
        // "the Ukrainian president of the board"; a name behind it is another's.
        if end < words.count, words[end].lower == "of" || words[end].isCapital { return nil }
        // "In 2014 the Ukrainian president fled": not the one of today.
        let year = published.components.year
        guard
            !words.contains(where: { word in Int(word.lower).map { (1000...2200).contains($0) && $0 != year } ?? false }
            )
        else { return nil }
        let owner = draft.owner.map { drafts[$0] }
        let body: String?
        if let owner, owner.kind == .agency {
            body = owner.entity?.id
        } else {
            body = draft.country.flatMap { gazetteer.country($0)?.id }
        }
        return body.flatMap { gazetteer.holder(of: draft.key, body: $0, on: published.description) }
    }
}
