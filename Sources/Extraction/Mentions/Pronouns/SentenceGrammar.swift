internal import Language
internal import Record

/// A sentence's tree as questions of reference need it: who is the subject of what, and who cannot be whom.
struct SentenceGrammar {
    let words: [Word]
    let tree: DependencyTree
    /// The number of the quotation that each word stands in, 0 outside; empty if the sentence has none.
    let quotes: [Int]
    let reference: ReferenceWords

    init(_ document: DocumentWords, _ sentence: Int, _ reference: ReferenceWords) {
        words = document.sentences[sentence]
        tree = document.trees[sentence]
        quotes = document.quotes[sentence]
        self.reference = reference
    }

    func relation(_ at: Int) -> String { words[at].token.relation }

    /// The quotation that a word stands in; 0 if none.
    func quote(_ at: Int) -> Int { quotes.isEmpty ? 0 : quotes[at] }

    /// The word of a phrase that the rest of it hangs on.
    func top(of range: Range<Int>) -> Int {
        range.first { !range.contains(tree.heads[$0]) } ?? range.lowerBound
    }

    /// The first of the things that a word is coordinated with: itself where nothing is.
    func firstConjunct(of word: Int) -> Int {
        var at = word
        // A tree has no circles, so that this ends at the root.
        while relation(at) == "conj", tree.heads[at] >= 0, words[tree.heads[at]].token.tag != .verb {
            at = tree.heads[at]
        }
        return at
    }

    func role(of top: Int) -> GrammaticalRole { GrammaticalRole(relation: relation(firstConjunct(of: top))) }

    /// The word whose argument a word is: the verb of its subject, object or prepositional phrase.
    func predicate(of top: Int) -> Int? {
        let first = firstConjunct(of: top)
        let head = tree.heads[first]
        guard head >= 0 else { return nil }
        if GrammaticalRole(relation: relation(first)).isArgument { return head }
        // "told Ivo about him": names have no "about" of their own.
        guard relation(first) == "nmod", words[head].token.tag == .properNoun || words[head].token.tag == .pronoun,
            tree.heads[head] >= 0, GrammaticalRole(relation: relation(head)).isArgument
        else { return nil }
        return tree.heads[head]
    }

    /// True for the "it" of "it rained", "it is clear that …", "it is humans who …".
    func isImpersonal(_ pronoun: Int) -> Bool {
        let head = tree.heads[pronoun]
        guard head >= 0, relation(pronoun).hasPrefix("nsubj") else { return false }
        if reference.isA(words[head], .impersonal) || reference.isA(lemma: words[head], .impersonal) { return true }
        // "It is only humans who …", "It is worth noting …": what is so has mostly no name.
        return tree.children(of: head).contains { relation($0) == "cop" }
    }

    /// The subject that a verb has or shares: "Ada came and left", "Ada wants to go", "the man accusing her".
    func subject(of verb: Int) -> Int? {
        var at = verb
        var steps = 0
        while at >= 0, steps <= words.count {
            for child in tree.children(of: at) {
                switch relation(child) {
                case "nsubj", "nsubj:pass", "nsubj:outer": return child
                default: continue
                }
            }
            let head = tree.heads[at]
            guard head >= 0 else { return nil }
            switch relation(at) {
            case "xcomp":
                // "asked Ada to go": whom one asks goes.
                if let asked = tree.children(of: head).first(where: { relation($0) == "obj" || relation($0) == "iobj" })
                {
                    return asked
                }
                at = head
            case "advcl":
                // "told Ada to go", where the tree has the second verb as an aside.
                let isTo = tree.children(of: at).contains { relation($0) == "mark" && words[$0].token.penn == "TO" }
                if isTo, let asked = tree.children(of: head).first(where: { relation($0) == "iobj" }) { return asked }
                at = head
            case "conj": at = head
            case "acl", "acl:relcl": return head
            default: return nil
            }
            steps += 1
        }
        return nil
    }

    /// What a predicate noun is said of: "Ada" of "Ada is a pilot". Nil where that is denied, or only possible.
    func subject(ofPredicate noun: Int) -> Int? {
        var subject: Int?
        var hasCopula = false
        for child in tree.children(of: noun) {
            switch relation(child) {
            case "nsubj": subject = child
            case "cop": hasCopula = true
            case "aux": if words[child].token.penn == "MD" { return nil }
            case "advmod", "mark": if reference.isA(words[child], .denial) { return nil }
            default: break
            }
        }
        return hasCopula ? subject : nil
    }

    /// True if one word hangs on another, directly or not.
    func hangs(_ word: Int, on other: Int) -> Bool {
        tree.depths[word] > tree.depths[other] && tree.phrases[other].contains(word) && ancestor(of: word, at: other)
    }

    private func ancestor(of word: Int, at other: Int) -> Bool {
        var at = word
        while tree.depths[at] > tree.depths[other] { at = tree.heads[at] }
        return at == other
    }

    // MARK: - Who cannot be whom

    /// True if a pronoun that is no reflexive cannot stand for a phrase of its own sentence, wherever else that is named.
    /// - Parameters:
    ///   - isPossessive: "his" may be the subject: "Ada sold her house".
    ///   - isName: names can hold what belongs to them: "Ada, with her dog".
    func excludes(_ phrase: Range<Int>, top: Int, from pronoun: Int, isPossessive: Bool, isName: Bool) -> Bool {
        if phrase.contains(pronoun) { return true }
        if hangs(pronoun, on: top) { return isInside(pronoun, top, isName: isName) }
        let first = firstConjunct(of: pronoun)
        if !isPossessive, first == firstConjunct(of: top) { return true }
        if isSpeaker(top, of: pronoun) { return true }
        guard !isPossessive, let predicate = predicate(of: pronoun) else { return false }
        let role = self.role(of: pronoun)
        if role == .oblique, isPlaceLike(first) { return false }
        if predicate == self.predicate(of: top) {
            // "With Ada, she …": what stands before the clause may be its subject.
            return role != .subject || self.role(of: top) != .oblique || top > pronoun
        }
        if hangs(top, on: pronoun) { return true }
        guard role != .subject, let subject = subject(of: predicate) else { return false }
        return firstConjunct(of: top) == subject
    }

    /// True where a pronoun is part of the phrase that is asked about: "his" of "his brother", but not "her" of "the
    /// woman who lost her son" or "Ada and her son".
    private func isInside(_ pronoun: Int, _ top: Int, isName: Bool) -> Bool {
        var at = pronoun
        var steps = 0
        while at != top, at >= 0 {
            switch relation(at) {
            case "acl", "acl:relcl", "advcl", "advcl:relcl", "conj", "parataxis", "ccomp": return false
            default: break
            }
            at = tree.heads[at]
            steps += 1
        }
        return !(isName && steps > 1)
    }

    /// "with him", "behind her": places where one is may be named with oneself as subject.
    private func isPlaceLike(_ first: Int) -> Bool {
        tree.children(of: first).contains { child in
            relation(child) == "case" && reference.isA(words[child], .beside)
        }
    }

    /// True if a phrase outside the quotation that a pronoun stands in says what the quotation says.
    private func isSpeaker(_ top: Int, of pronoun: Int) -> Bool {
        let quote = quote(pronoun)
        guard quote > 0, self.quote(top) != quote else { return false }
        var at = pronoun
        while at >= 0, self.quote(at) == quote { at = tree.heads[at] }
        guard at >= 0, let subject = subject(of: at) else { return false }
        return firstConjunct(of: top) == subject
    }

    /// The word that a relative pronoun stands for: "soldiers" of "soldiers, who …".
    func antecedent(ofRelative pronoun: Int) -> Int? {
        var at = pronoun
        while at >= 0 {
            switch relation(at) {
            case "acl:relcl", "advcl:relcl", "acl": return tree.heads[at] >= 0 ? tree.heads[at] : nil
            case "ccomp", "advcl": return nil
            default: at = tree.heads[at]
            }
        }
        return nil
    }

    /// The subject of the clause after the one that a pronoun stands in: "Ada" of "After she left, Ada …".
    func laterSubject(for pronoun: Int) -> Int? {
        var at = pronoun
        var isSubordinate = false
        while tree.heads[at] >= 0 {
            switch relation(at) {
            case "advcl", "obl": isSubordinate = true
            // "She would resign, Ada said."
            case "ccomp", "parataxis": isSubordinate = true
            case "conj", "acl:relcl", "acl": return nil
            default: break
            }
            let head = tree.heads[at]
            if isSubordinate, let subject = subject(of: head) {
                return subject > tree.phrases[at].upperBound - 1 ? subject : nil
            }
            at = head
        }
        return nil
    }
}
