/// Finds what accounts answer differently about one subject and predicate.
///
/// Claims are compared in pairs; answers that disagree in one way, directly or through others, are one question. A claim that its
/// voice has taken back later stands in that revision and contradicts nobody else.
struct QuestionFinder {
    /// Of so many different claims, the first published, the pairs are looked at: a thousand tolls are no disagreement of a
    /// thousand sides.
    static let limit = 64

    let comparison: ClaimComparison

    /// - Parameter claims: all claims about the subject and predicate.
    func questions(in claims: [Claim]) -> [Question] {
        let ordered = claims.sorted(by: Claim.isEarlier)
        var distinct: [Claim] = []
        var known = Set<Spoken>()
        var given = Set<Given>()
        for claim in ordered {
            given.insert(Given(version: claim.version, answer: claim.answer))
            if known.insert(Spoken(voice: claim.voice, answer: claim.answer)).inserted, distinct.count < Self.limit {
                distinct.append(claim)
            }
        }
        distinct = unlisted(distinct, in: ordered)
        guard distinct.count > 1 else { return [] }
        var pairs: [Pair] = []
        var outdated = Set<Int64>()
        for (place, earlier) in distinct.enumerated() {
            for later in distinct[(place + 1)...] {
                let areTogether =
                    given.contains(Given(version: earlier.version, answer: later.answer))
                    || given.contains(Given(version: later.version, answer: earlier.answer))
                guard
                    let nature = comparison.nature(of: earlier, later, bothAreGivenTogether: areTogether)
                else { continue }
                if earlier.voice == later.voice, nature == .revision || nature == .change {
                    outdated.insert(earlier.fact)
                }
                pairs.append(Pair(earlier: earlier, later: later, nature: nature))
            }
        }
        pairs.removeAll { pair in
            pair.nature == .conflict && (outdated.contains(pair.earlier.fact) || outdated.contains(pair.later.fact))
        }
        return questions(of: strongest(pairs), claims: ordered)
    }

    /// The claims without those of documents that give several places, days or agents of their own: they list, and nothing
    /// tells which of the list another account means.
    private func unlisted(_ claims: [Claim], in all: [Claim]) -> [Claim] {
        guard ["date", "place", "participant"].contains(comparison.predicate.conflict) else { return claims }
        var given: [Int64: [Claim]] = [:]
        for claim in all where given[claim.version]?.contains(where: { $0.answer == claim.answer }) != true {
            given[claim.version, default: []].append(claim)
        }
        let lists = given.filter { _, own in
            own.prefix(Self.limit).enumerated().contains { place, claim in
                own[(place + 1)...].prefix(Self.limit).contains { other in
                    (comparison.contradiction(of: claim, other) ?? .refinement) > .change
                }
            }
        }
        return claims.filter { lists[$0.version] == nil }
    }

    private struct Spoken: Hashable {
        var voice: String
        var answer: Claim.Answer
    }

    private struct Given: Hashable {
        var version: Int64
        var answer: Claim.Answer
    }

    private struct Pair {
        var earlier: Claim
        var later: Claim
        var nature: DisagreementNature
    }

    /// Of two answers the gravest way in which any two claims of them disagree.
    private func strongest(_ pairs: [Pair]) -> [Pair] {
        var best: [Set<Claim.Answer>: DisagreementNature] = [:]
        for pair in pairs {
            let answers: Set = [pair.earlier.answer, pair.later.answer]
            best[answers] = max(best[answers] ?? pair.nature, pair.nature)
        }
        return pairs.filter { best[[$0.earlier.answer, $0.later.answer]] == $0.nature }
    }

    private func questions(of pairs: [Pair], claims: [Claim]) -> [Question] {
        var questions: [Question] = []
        for nature in [DisagreementNature.conflict, .revision, .change, .refinement] {
            let edges = pairs.filter { $0.nature == nature }
            guard !edges.isEmpty else { continue }
            // Union by relabelling: there are few.
            var label: [Claim.Answer: Int] = [:]
            for edge in edges {
                let left = label[edge.earlier.answer] ?? label.count
                label[edge.earlier.answer] = left
                let right = label[edge.later.answer] ?? left
                label[edge.later.answer] = left
                if left != right {
                    for (answer, number) in label where number == right { label[answer] = left }
                }
            }
            var order: [Int] = []
            var members: [Int: [Claim.Answer]] = [:]
            for claim in claims {
                guard let number = label[claim.answer] else { continue }
                if members[number] == nil { order.append(number) }
                if members[number]?.contains(claim.answer) != true { members[number, default: []].append(claim.answer) }
            }
            for number in order {
                let answers = members[number] ?? []
                let involved = edges.filter { label[$0.earlier.answer] == number }
                questions.append(
                    Question(kind: kind(of: involved), nature: nature, sides: sides(answers, involved, claims)))
            }
        }
        return questions
    }

    /// The answers with who gives them; each is shown by the claim of it that was made first and disagrees.
    private func sides(_ answers: [Claim.Answer], _ pairs: [Pair], _ claims: [Claim]) -> [Question.Side] {
        let disagreeing = pairs.flatMap { [$0.earlier, $0.later] }.sorted(by: Claim.isEarlier)
        let sides: [Question.Side] = answers.compactMap { answer in
            guard let claim = disagreeing.first(where: { $0.answer == answer }) else { return nil }
            let same = claims.filter { $0.answer == answer }
            return Question.Side(claim: claim, texts: Set(same.map(\.text)), voices: Set(same.map(\.voice)))
        }
        return sides.sorted { Claim.isEarlier($0.claim, $1.claim) }
    }

    /// That something did not happen is a denial if a speaker says so, and not the outlet by itself.
    private func kind(of pairs: [Pair]) -> String {
        guard comparison.predicate.conflict == "polarity" else { return comparison.predicate.conflict }
        let denials = pairs.flatMap { [$0.earlier, $0.later] }.filter { !$0.holds }
        return denials.contains(where: \.isSpoken) ? "denial" : "polarity"
    }
}
