internal import Language

/// Chooses what a pronoun stands for among what is considered, if one is clearly ahead of all others.
struct AntecedentChoice {
    let pronoun: Pronoun
    private var best: (score: Double, antecedent: Antecedent)?
    /// The score of the best one of another chain.
    private var second = -Double.infinity

    init(pronoun: Pronoun) { self.pronoun = pronoun }

    /// By so much the best must be ahead of the next: "it" stands for what has no name more often than not.
    private var lead: Double { pronoun.agreement == .thing ? 0.5 : 0.15 }

    /// The choice; nil if nothing agrees, if two are alike, or if it is nobody that is mentioned.
    var result: Antecedent? {
        guard let best, best.score - second >= lead, best.antecedent.isMentioned else { return nil }
        return best.antecedent
    }

    /// - Parameters:
    ///   - count: how often the candidate's chain was mentioned before.
    ///   - grammar: the sentence, where both stand in the same one.
    mutating func consider(_ candidate: Antecedent, count: Int, grammar: SentenceGrammar?) {
        guard pronoun.agrees(candidate), !isInPassing(candidate) else { return }
        let score = score(candidate, count: count, grammar: grammar)
        guard let current = best else {
            best = (score, candidate)
            return
        }
        let isSame = candidate.chain >= 0 && candidate.chain == current.antecedent.chain
        if score > current.score {
            if !isSame { second = max(second, current.score) }
            best = (score, candidate)
        } else if !isSame {
            second = max(second, score)
        }
    }

    private func score(_ candidate: Antecedent, count: Int, grammar: SentenceGrammar?) -> Double {
        var score = weight(of: candidate.role)
        let distance = pronoun.sentence - candidate.sentence
        score -= distance > 0 ? 0.75 * Double(distance) - 0.1 : 0
        if candidate.role == .subject, pronoun.role == .subject { score += 0.3 }
        if candidate.role == .object, pronoun.role == .object {
            score += pronoun.agreement == .thing || pronoun.agreement == .plural ? 0.6 : 0.2
        }
        score += 0.1 * Double(min(count, pronoun.agreement == .thing ? 3 : 8))
        if candidate.features.contains(.pronoun) { score += 0.4 }
        if candidate.features.contains(.name) { score += 0.2 }
        if candidate.features.contains(.passing) { score -= 0.3 }
        if candidate.quote != pronoun.quote { score -= pronoun.quote == 0 ? 0.9 : 0.4 }
        switch pronoun.agreement {
        case .masculine, .feminine: if candidate.gender != nil { score += 0.6 }
        case .plural where !candidate.features.contains(.plural): score -= 0.8
        case .thing where candidate.isMentioned && candidate.role != .subject && candidate.role != .possessor:
            score -= 0.4
        default: break
        }
        if let grammar { score += inSentence(candidate, grammar) }
        return score
    }

    /// "in Palawan. It …": where something is does not come to mind again, nor does a body at the edge of a sentence before.
    private func isInPassing(_ candidate: Antecedent) -> Bool {
        guard candidate.isDraft, !candidate.features.contains(.pronoun) else { return false }
        let isAside = candidate.role == .oblique || candidate.role == .modifier
        switch pronoun.agreement {
        case .thing: return isAside && (candidate.features.contains(.place) || candidate.sentence < pronoun.sentence)
        case .plural:
            return !candidate.features.contains(.plural) && (isAside || candidate.features.contains(.place))
        default: return false
        }
    }

    private func weight(of role: GrammaticalRole) -> Double {
        switch role {
        case .subject: 1.5
        case .object: 0.8
        case .root: 0.7
        case .oblique: 0.5
        case .possessor: 0.5
        case .modifier: 0.2
        }
    }

    /// What speaks for a candidate of the pronoun's own sentence.
    private func inSentence(_ candidate: Antecedent, _ grammar: SentenceGrammar) -> Double {
        // "After he left, Ivo …": what follows is less often meant.
        if candidate.tokens.lowerBound > pronoun.position { return -0.4 }
        var score = 0.0
        // The subject of the clauses around it: "Ivo said that he …", "Ivo left when he …", "Ivo sold his house".
        if candidate.role == .subject, let predicate = grammar.predicate(of: candidate.top),
            grammar.hangs(pronoun.position, on: predicate)
        {
            score += 0.6
        }
        return score
    }
}
