internal import Language
internal import Record

/// Pronouns of those who are spoken about, each with the chain of what it stands for; those whose antecedent is not clear
/// are left out.
///
/// Candidates of the same and the last few sentences that agree in number, gender and animacy, and that the grammar does
/// not exclude, are ranked by what they do in their clause, how near they are and how often they are named: after
/// Lappin and Leass (1994), with the exclusions of Chomsky's binding rules. Every sentence looks back at few others, so
/// that the time is linear in the text.
struct PronounFinder: Sendable {
    let reference: ReferenceWords

    /// - Parameters:
    ///   - drafts: names and nominals with their chains, in text order.
    ///   - chains: how many chains there are.
    /// - Returns: the pronouns, and the groups that they stand for where those are named one by one.
    func pronouns(in document: DocumentWords, drafts: [MentionDraft], chains: Int) -> [MentionDraft] {
        var reader = PronounReader(reference: reference, document: document, drafts: drafts, chains: chains)
        for sentence in document.sentences.indices { reader.read(sentence) }
        return reader.found
    }
}
