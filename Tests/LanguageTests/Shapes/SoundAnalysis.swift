internal import Language
internal import Record

/// What must hold of an analysis whatever the text is.
enum SoundAnalysis {
    /// What does not hold; at most twenty faults.
    static func faults(of analysis: Analysis, text: String) -> [String] {
        var faults: [String] = []
        func check(_ holds: Bool, _ fault: @autoclosure () -> String) {
            if !holds, faults.count < 20 { faults.append(fault()) }
        }
        let scalars = Array(text.unicodeScalars)
        var last = 0
        var covered = 0
        for sentence in analysis.sentences {
            let tokens = sentence.tokens
            check(!tokens.isEmpty, "a sentence without words at \(sentence.span)")
            check(sentence.span.start >= last && sentence.span.end <= scalars.count, "overlap at \(sentence.span)")
            check(
                sentence.span.start == tokens.first?.span.start && sentence.span.end == tokens.last?.span.end,
                "the sentence \(sentence.span) does not end with its words")
            for token in tokens {
                let span = token.span
                check(span.start >= last && span.count > 0, "overlap at \(span)")
                check(
                    span.end <= scalars.count && stands(token.text, in: scalars[span.start..<span.end]),
                    "\(token.text) is not what stands at \(span)")
                check(!token.lemma.isEmpty && !token.lower.isEmpty, "\(token.text) has no lemma")
                check(UniversalLabels.penn.contains(token.penn), "the tag \(token.penn) of \(token.text)")
                last = max(last, span.end)
                covered += span.count
            }
            if let fault = faultOfTree(tokens) { check(false, fault) }
            var end = 0
            for name in sentence.names {
                check(
                    name.words.lowerBound >= end && name.words.upperBound <= tokens.count && !name.words.isEmpty,
                    "the name of the words \(name.words)")
                end = name.words.upperBound
            }
        }
        let written = scalars.lazy.filter(UniversalLabels.mustBeRead).count
        check(covered >= written, "\(written - covered) characters are in no word")
        return faults
    }

    /// Whether a token is what the text has there: to the letter, or a word in capitals in other letters.
    private static func stands(_ word: String, in written: ArraySlice<Unicode.Scalar>) -> Bool {
        if word.unicodeScalars.elementsEqual(written) { return true }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: written)
        return !written.contains { $0.properties.isLowercase } && word.uppercased() == String(text).uppercased()
    }

    /// Heads form a tree with one root, and relations are of the closed set, where the sentence was parsed.
    private static func faultOfTree(_ tokens: [Token]) -> String? {
        guard tokens.contains(where: { !$0.relation.isEmpty }) else {
            return tokens.allSatisfy { $0.head == -1 } ? nil : "heads without relations"
        }
        guard DependencyTree.isTree(tokens.map(\.head)) else { return "heads are no tree" }
        for token in tokens {
            let relation = String(token.relation.prefix { $0 != ":" })
            guard UniversalLabels.relations.contains(relation) else { return "the relation \(token.relation)" }
            guard (token.head == -1) == (relation == "root") else { return "\(token.text) as a root" }
        }
        return nil
    }
}
