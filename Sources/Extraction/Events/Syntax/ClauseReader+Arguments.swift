internal import Language

/// Subjects, objects and prepositional phrases of the verb groups.
extension ClauseReader {
    /// True for what parts clauses whatever stands around it.
    private func isBoundary(_ at: Int) -> Bool {
        switch tokens[at].tag {
        case .subordinator:
            return at + 1 >= tokens.count || phraseAt[at + 1].map { phrases[$0].preposition != at } ?? true
        case .punctuation:
            return tokens[at].text != "," && tokens[at].text != "-" && tokens[at].text != "'" && tokens[at].text != "’"
        default: return isRelative(at) && phraseAt[at] == nil
        }
    }

    /// The phrases joined to one by commas and "and", itself first.
    func conjuncts(of phrase: Int) -> [Int] {
        var list = [phrase]
        var last = phrase
        while list.count < 8 {
            let after = phrases[last].range.upperBound
            guard after < tokens.count else { break }
            var next = after
            if tokens[next].text == "," { next += 1 }
            let joined = next < tokens.count && tokens[next].tag == .conjunction
            if joined { next += 1 }
            guard next > after, next < tokens.count, let other = phraseAt[next],
                phrases[other].range.lowerBound == next,
                !phrases[other].isPossessor, phrases[other].possessor == nil
            else { break }
            let end = phrases[other].range.upperBound
            if end < tokens.count, let group = groupAt[end], groups[group].form == .finite { break }
            if !joined {
                // A list needs its "and"; a bare comma is an apposition.
                var probe = end
                if probe < tokens.count, tokens[probe].text == "," { probe += 1 }
                guard probe < tokens.count, tokens[probe].tag == .conjunction, probe + 1 < tokens.count,
                    phraseAt[probe + 1] != nil
                else { break }
            }
            list.append(other)
            last = other
        }
        return list
    }

    mutating func readRight(_ index: Int) {
        let group = groups[index]
        var at = group.range.upperBound
        var objects: [Int] = []
        var obliques: [Int] = []
        let limit = min(tokens.count, at + 2 * Self.reach)
        scan: while at < limit {
            if let phrase = phraseAt[at] {
                let end = phrases[phrase].range.upperBound
                if phrases[phrase].preposition == nil, end < tokens.count,
                    let next = groupAt[skipAdverbs(end)], next != index, groups[next].form == .finite
                {
                    break scan
                }
                if !phrases[phrase].isPossessor {
                    if phrases[phrase].preposition == nil {
                        if objects.isEmpty || objects.last.map({ phrases[$0].range.upperBound == at }) == true {
                            objects.append(phrase)
                        }
                    } else {
                        obliques.append(phrase)
                    }
                }
                at = end
                continue
            }
            if groupAt[at] != nil || isBoundary(at) { break }
            if tokens[at].text == "," {
                // A list or the wider place ("Tuva, Russia") goes on; anything else ends the clause.
                let joinsList =
                    at + 1 < tokens.count && at > 0 && phraseAt[at - 1].map { conjuncts(of: $0).count > 1 } == true
                let widens =
                    at + 1 < tokens.count && tokens[at + 1].tag == .properNoun && at > 0
                    && tokens[at - 1].tag == .properNoun
                let locative = at + 1 < tokens.count && FunctionWords.locatives.contains(tokens[at + 1].lower)
                guard joinsList || widens || locative else { break }
            }
            if tokens[at].tag == .conjunction, at + 1 < tokens.count {
                guard phraseAt[at + 1] != nil || tokens[at + 1].tag == .adposition else { break }
            }
            at += 1
        }
        groups[index].objects = objects
        groups[index].obliques = obliques
        groups[index].clause = group.range.lowerBound..<at
    }

    func skipAdverbs(_ at: Int) -> Int {
        var at = at
        while at + 1 < tokens.count, tokens[at].tag == .adverb, groupAt[at] == nil { at += 1 }
        return min(at, tokens.count - 1)
    }

    /// "the men whom Ukraine captured last week": the antecedent is the object, whatever stands behind the verb.
    mutating func readRelativeObject(_ index: Int) {
        guard groups[index].form == .finite, !groups[index].isPassive, let subject = groups[index].subjects.first else {
            return
        }
        let start = phrases[subject].range.lowerBound
        guard start > 1, isRelative(start - 1), let antecedent = phraseAt[start - 2],
            phrases[antecedent].range.upperBound == start - 1
        else { return }
        // "the claim that Ukraine captured two men" has its object where objects stand.
        if tokens[start - 1].lower == "that", !groups[index].objects.isEmpty { return }
        groups[index].objects = [antecedent]
    }

    mutating func readSubject(_ index: Int) {
        let group = groups[index]
        let start = group.range.lowerBound
        switch group.form {
        case .infinitive: readController(index)
        case .gerund, .participle:
            if group.form == .gerund, let verb = predicate(of: index) {
                // "said that invading it would be folly": nobody is said to do it, and its verb says how it is put.
                groups[index].governor = verb
                return
            }
            if let subjects = subjectAfterOpening(index) {
                groups[index].subjects = subjects
                return
            }
            if start > 0, let phrase = phraseAt[start - 1], phrases[phrase].range.upperBound == start {
                if group.form == .participle || !afterObjectOfSpeech(index, phrase) {
                    groups[index].subjects = [phrase]
                    groups[index].governor = index > 0 ? index - 1 : nil
                    return
                }
            }
            if start > 1, tokens[start - 1].tag == .adverb, let phrase = phraseAt[start - 2] {
                groups[index].subjects = [phrase]
                return
            }
            if start > 1, tokens[start - 1].text == ",", group.form == .participle, let phrase = phraseAt[start - 2] {
                groups[index].subjects = [phrase]
                return
            }
            if group.form == .gerund, start > 2, tokens[start - 2].text == ",", let phrase = phraseAt[start - 3],
                tokens[start - 1].tag == .adposition || tokens[start - 1].tag == .subordinator
            {
                groups[index].subjects = [phrase]
                return
            }
            readController(index)
        case .finite:
            if let phrase = subjectBefore(start, index) {
                groups[index].subjects = phrase
            } else {
                shareSubject(index)
            }
        }
        if let first = groups[index].subjects.first {
            groups[index].clause = min(phrases[first].range.lowerBound, start)..<groups[index].clause.upperBound
            if group.form != .finite { groups[index].clause = start..<groups[index].clause.upperBound }
        }
    }

    /// The finite verb whose subject a gerund is that opens a clause.
    private func predicate(of index: Int) -> Int? {
        let start = groups[index].range.lowerBound
        guard start == 0 || tokens[start - 1].lower == "that", index + 1 < groups.count,
            groups[index + 1].form == .finite,
            groups[index + 1].range.lowerBound - start < 14
        else { return nil }
        for at in start..<groups[index + 1].range.lowerBound
        where tokens[at].tag == .punctuation && tokens[at].text != "-" {
            return nil
        }
        return index + 1
    }

    /// "that, despite sustaining injuries, the men survived": an adjunct that opens its clause shares the subject
    /// that follows it; nil where it opens none, none where no subject follows.
    private func subjectAfterOpening(_ index: Int) -> [Int]? {
        var before = groups[index].range.lowerBound - 1
        while before >= 0, tokens[before].tag == .adverb { before -= 1 }
        if before >= 0, tokens[before].tag == .adposition || tokens[before].tag == .subordinator,
            tokens[before].lower != "that"
        {
            before -= 1
        }
        if before >= 0, tokens[before].text == "," { before -= 1 }
        guard
            before < 0 || (tokens[before].lower == "that" && tokens[before].tag != .determiner)
                || FunctionWords.quotes.contains(tokens[before].text) || tokens[before].text == ":"
        else { return nil }
        var next = index + 1
        while next < groups.count, next < index + 4, groups[next].form != .finite { next += 1 }
        guard next < groups.count, groups[next].form == .finite,
            groups[next].range.lowerBound - groups[index].range.upperBound < Self.reach,
            (groups[index].range.upperBound..<groups[next].range.lowerBound).contains(where: { tokens[$0].text == "," })
        else { return nil }
        return subjectBefore(groups[next].range.lowerBound, next) ?? []
    }

    private func afterObjectOfSpeech(_ index: Int, _ phrase: Int) -> Bool {
        phrases[phrase].preposition == nil && index > 0 && groups[index - 1].form == .finite
            && tokens[groups[index].head].lemma == "say"
    }

    /// Infinitives and gerunds: the object of the verb that governs them where it is one, else its subject.
    private mutating func readController(_ index: Int) {
        let start = groups[index].range.lowerBound
        guard index > 0 else {
            if index + 1 < groups.count, groups[index + 1].form == .finite {
                groups[index].subjects = subjectBefore(groups[index + 1].range.lowerBound, index + 1) ?? []
            }
            return
        }
        var governor = index - 1
        if groups[index].form != .infinitive || start - groups[governor].range.upperBound > 12 {
            // A participle after a comma leans on the nearest finite verb before it.
            let comma = start > 0 && tokens[start - 1].text == ","
            var probe = governor
            while comma, probe > 0, groups[probe].form != .finite, index - probe < 6 { probe -= 1 }
            if comma { governor = probe }
        }
        guard start - groups[governor].range.upperBound < Self.reach else { return }
        groups[index].governor = governor
        let conjoined = start > 0 && tokens[start - 1].tag == .conjunction
        if let object = groups[governor].objects.first, phrases[object].range.upperBound < start + 1, !conjoined,
            tokens[start - 1].text != ","
        {
            let adjacent = phrases[object].range.upperBound == start
            let prepositional = tokens[start - 1].tag == .adposition || tokens[start - 1].lower == "from"
            if groups[index].form == .infinitive ? adjacent : prepositional {
                groups[index].subjects = conjuncts(of: object)
                return
            }
        }
        // "said that the decision to withdraw had been taken": the noun's own infinitive has no subject here.
        if groups[index].form == .infinitive, !conjoined, let noun = phraseAt[start - 1],
            phrases[noun].range.upperBound == start, phrases[noun].preposition == nil,
            !groups[governor].objects.contains(noun),
            phrases[noun].range.lowerBound >= groups[governor].range.upperBound
        {
            return
        }
        groups[index].subjects = groups[governor].subjects
        if conjoined { groups[index].sharesWith = governor }
    }

    private mutating func shareSubject(_ index: Int) {
        let start = groups[index].range.lowerBound
        guard index > 0, start > 0 else { return }
        var before = start - 1
        while before > 0, tokens[before].tag == .adverb { before -= 1 }
        guard tokens[before].tag == .conjunction || (tokens[before].text == "," && before + 1 == start) else { return }
        // "expects the firm to split its stock and raise its dividend": the bare form goes on with the infinitive.
        if tokens[start].penn == "VB" {
            for partner in stride(from: index - 1, through: max(0, index - 4), by: -1) {
                let modal = tokens[groups[partner].range.lowerBound].penn == "MD"
                guard groups[partner].form == .infinitive || modal else { continue }
                guard start - groups[partner].range.upperBound < Self.reach else { return }
                groups[index].subjects = groups[partner].subjects
                groups[index].sharesWith = partner
                return
            }
        }
        // The coordination may pass over a reduced clause or an infinitive that stands between.
        var partner = index - 1
        while partner > 0, groups[partner].form != groups[index].form, index - partner < 4 { partner -= 1 }
        guard groups[partner].form == groups[index].form,
            start - groups[partner].range.upperBound < Self.reach
        else { return }
        for at in groups[partner].range.upperBound..<before where tokens[at].text == ";" || tokens[at].text == ":" {
            return
        }
        groups[index].subjects = groups[partner].subjects
        groups[index].sharesWith = partner
    }

    /// The subject phrase left of a finite verb, over prepositional phrases, relative clauses and appositions.
    func subjectBefore(_ verb: Int, _ index: Int) -> [Int]? {
        var at = verb - 1
        let limit = max(0, verb - Self.reach)
        while at >= limit, tokens[at].tag == .adverb { at -= 1 }
        guard at >= limit else { return nil }
        if isRelative(at), phraseAt[at] == nil {
            if at > 0, tokens[at - 1].tag == .adposition { return nil }
            var before = at - 1
            if before >= 0, tokens[before].text == "," { before -= 1 }
            guard before >= 0, tokens[before].tag != .verb, let phrase = phraseAt[before] else { return nil }
            return headOfChain(phrase)
        }
        if tokens[at].text == "," {
            var open = at - 1
            while open >= limit, tokens[open].text != ",", !FunctionWords.quotes.contains(tokens[open].text) {
                open -= 1
            }
            open = openingComma(open, limit)
            guard open > 0, open >= limit, tokens[open].text == ",", let phrase = phraseAt[open - 1] else { return nil }
            // "The president, Jan Novak, said": the name; "Novak, the president, said": the name too.
            let inner = phraseAt[at - 1].map { phrases[$0] }
            if let inner, inner.range == (open + 1)..<at, tokens[inner.head].tag == .properNoun,
                let index = phraseAt[at - 1]
            {
                return [index]
            }
            return headOfChain(phrase)
        }
        if tokens[at].text == ")" {
            while at >= limit, tokens[at].text != "(" { at -= 1 }
            at -= 1
            guard at >= limit, at >= 0 else { return nil }
        }
        guard let phrase = phraseAt[at] else { return nil }
        return headOfChain(phrase)
    }

    /// Of "ISW, a Washington, D.C.-based think tank, said" the first comma: an apposition opens with its article.
    private func openingComma(_ comma: Int, _ limit: Int) -> Int {
        guard comma > 0, comma + 1 < tokens.count, tokens[comma + 1].tag != .determiner,
            phraseAt[comma + 1].map({
                phrases[$0].range.upperBound < tokens.count && tokens[phrases[$0].range.upperBound].text != ","
            }) ?? true
        else { return comma }
        var at = comma - 1
        while at > limit, comma - at < 12, groupAt[at] == nil {
            if tokens[at].text == ",", tokens[at + 1].tag == .determiner {
                return phraseAt[at - 1].map { phrases[$0].preposition == nil } ?? false ? at : comma
            }
            at -= 1
        }
        return comma
    }

    /// From "in Kursk" back to "the troops" of "the troops in Kursk"; with what is coordinated before it.
    private func headOfChain(_ phrase: Int) -> [Int]? {
        var phrase = phrase
        var steps = 0
        while phrases[phrase].preposition != nil, steps < 6 {
            steps += 1
            var start = phrases[phrase].range.lowerBound
            if let owner = phrases[phrase].possessor { start = phrases[owner].range.lowerBound }
            guard let preposition = phrases[phrase].preposition, preposition > 0, start > preposition else {
                return nil
            }
            let before = preposition - 1
            if let other = phraseAt[before] {
                phrase = other
            } else if let group = groupAt[before], groups[group].form == .participle || groups[group].form == .gerund,
                let start = Optional(groups[group].range.lowerBound), start > 0, let other = phraseAt[start - 1]
            {
                phrase = other
            } else {
                return nil
            }
        }
        guard phrases[phrase].preposition == nil else { return nil }
        // An object between a participle and this verb: "troops holding the town fled" is left to its verb.
        let start = phrases[phrase].possessor.map { phrases[$0].range.lowerBound } ?? phrases[phrase].range.lowerBound
        var list = [phrase]
        if start > 1, tokens[start - 1].tag == .conjunction, let other = phraseAt[start - 2] {
            let outer = phrases[other].preposition == nil ? [other] : []
            if !outer.isEmpty, !followsVerb(other) { list = outer + list }
        }
        if start > 0, let group = groupAt[start - 1], groups[group].form != .finite,
            let owner = groups[group].range.lowerBound > 0 ? phraseAt[groups[group].range.lowerBound - 1] : nil,
            phrases[owner].preposition == nil
        {
            return [owner]
        }
        return list
    }

    private func followsVerb(_ phrase: Int) -> Bool {
        let start = phrases[phrase].range.lowerBound
        return start > 0 && groupAt[start - 1] != nil
    }
}
