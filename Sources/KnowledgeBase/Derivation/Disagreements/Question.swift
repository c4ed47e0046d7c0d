/// A question that accounts answer differently: its answers in the order of publication.
struct Question {
    struct Side: Hashable {
        /// The first claim that gives the answer.
        var claim: Claim
        var texts: Set<Int64>
        var voices: Set<String>
    }

    var kind: String
    var nature: DisagreementNature
    var sides: [Side]

    var texts: Int { sides.reduce(into: Set<Int64>()) { $0.formUnion($1.texts) }.count }
    var voices: Int { sides.reduce(into: Set<String>()) { $0.formUnion($1.voices) }.count }
}
