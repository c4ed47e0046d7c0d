internal import Language
internal import Record

/// Numbers in the tree as their quantities read them.
///
/// The parser takes the bound of a number for a preposition ("At least 300 were killed") and loses numbers that stand
/// for what they count ("killed 12 and wounded 30", "300 killed, about 2,700 wounded"). What belongs to one quantity hangs
/// together here, and on the word that it counts something for.
enum NumberPhrases {
    /// The sentence with such heads and relations.
    /// - Parameter quantities: those of the sentence, in text order.
    static func settled(_ sentence: Sentence, _ quantities: ArraySlice<Quantity>) -> Sentence {
        guard !quantities.isEmpty else { return sentence }
        var sentence = sentence
        for quantity in quantities {
            let words = place(of: quantity.span, sentence.tokens)
            guard let number = words.last(where: { isNumber(sentence.tokens[$0]) }) else { continue }
            let counted = quantity.counted.flatMap { place(of: $0, sentence.tokens).last }
            part(words, number, &sentence.tokens)
            if words.lowerBound < number { gather(words, number, counted, &sentence.tokens) }
            if counted == nil, words.upperBound == number + 1 { attach(number, words, &sentence.tokens) }
        }
        return sentence
    }

    private static func place(of span: Span, _ tokens: [Token]) -> Range<Int> {
        let first = tokens.partitioningIndex { $0.span.end > span.start }
        return first..<max(first, tokens.partitioningIndex { $0.span.start >= span.end })
    }

    private static func isNumber(_ token: Token) -> Bool {
        token.tag == .numeral || token.penn == "CD" || (token.tag == .noun && token.penn == "NNS")
    }

    /// "killed one soldier and wounded two others": before a number a participle is no attribute of its noun but a verb.
    private static func part(_ words: Range<Int>, _ number: Int, _ tokens: inout [Token]) {
        let verb = words.lowerBound - 1
        let noun = tokens[number].head
        guard verb > 0, tokens[verb].tag == .verb, tokens[verb].relation == "amod",
            tokens[verb - 1].tag == .conjunction,
            tokens[verb].head == noun, noun > number, tokens[noun].relation == "conj",
            tokens.indices.contains(tokens[noun].head)
        else { return }
        let first = tokens[tokens[noun].head].head
        guard tokens.indices.contains(first), tokens[first].tag == .verb, first < verb else { return }
        tokens[verb].head = first
        tokens[verb].relation = "conj"
        tokens[noun].head = verb
        tokens[noun].relation = "obj"
    }

    /// Hangs the bound of a number on it, and lets the phrase stand where the bound made it a prepositional one.
    private static func gather(_ words: Range<Int>, _ number: Int, _ counted: Int?, _ tokens: inout [Token]) {
        let top = counted.flatMap { $0 > number && $0 - number < 8 ? $0 : nil } ?? number
        let phrase = words.lowerBound...max(top, words.upperBound - 1)
        guard
            let outer = [top, number].first(where: { !phrase.contains(tokens[$0].head) })
                ?? words.first(where: { !phrase.contains(tokens[$0].head) })
        else { return }
        let head = tokens[outer].head
        var relation = tokens[outer].relation
        var bounded = false
        for at in words where at != top {
            if tokens[at].relation == "case" || tokens[at].relation == "mark" { bounded = true }
            if at != number, at < number || !phrase.contains(tokens[at].head) {
                tokens[at].head = number
                tokens[at].relation = "advmod"
            }
        }
        if top != number {
            tokens[number].head = top
            tokens[number].relation = "nummod"
        }
        if bounded || outer != top, tokens.indices.contains(head), tokens[head].tag == .verb,
            words.lowerBound == 0 || tokens[words.lowerBound - 1].tag != .adposition
        {
            relation = argument(phrase, of: head, relation, tokens)
        }
        tokens[top].head = head
        tokens[top].relation = relation
    }

    /// The subject or object that a phrase without a preposition is, where the verb has none yet.
    private static func argument(
        _ phrase: ClosedRange<Int>, of verb: Int, _ relation: String, _ tokens: [Token]
    ) -> String {
        guard relation.hasPrefix("obl") || relation.hasPrefix("nmod") || relation == "advmod" else { return relation }
        var isPassive = false
        for at in max(0, verb - 12)..<min(tokens.count, verb + 12)
        where tokens[at].head == verb && !phrase.contains(at) {
            if phrase.upperBound < verb, tokens[at].relation.hasPrefix("nsubj") { return relation }
            if phrase.lowerBound > verb, tokens[at].relation == "obj" { return relation }
            if tokens[at].relation == "aux:pass" { isPassive = true }
        }
        if phrase.lowerBound > verb { return isPassive ? relation : "obj" }
        return isPassive ? "nsubj:pass" : "nsubj"
    }

    /// Hangs a number that stands by itself on the word beside it that tells of what it counts.
    private static func attach(_ number: Int, _ words: Range<Int>, _ tokens: inout [Token]) {
        var next = words.upperBound
        // "2,700 more wounded"
        if next < tokens.count, tokens[next].tag == .adverb || tokens[next].lower == "more" { next += 1 }
        // "wounded 12, three of them seriously": a part is not added to the whole.
        if words.upperBound + 1 < tokens.count, tokens[words.upperBound].lower == "of",
            tokens[words.upperBound + 1].tag == .pronoun, tokens[number].relation == "conj"
        {
            tokens[number].relation = "appos"
            return
        }
        let before = words.lowerBound - 1
        if before >= 0, tokens[before].tag == .verb, tokens[number].relation == "conj", tokens[number].head < before {
            tokens[number].head = before
            tokens[number].relation = "obj"
            return
        }
        guard next < tokens.count, tokens[next].relation != "aux", tokens[next].relation != "aux:pass",
            !tokens[number].relation.hasPrefix("nsubj"), tokens[number].relation != "obj",
            next + 1 == tokens.count || tokens[next + 1].tag != .noun
        else { return }
        let word = tokens[next]
        if before >= 0, tokens[before].tag == .verb, tokens[before].lemma != "be", word.tag == .adjective {
            // "left 12 dead"
            if word.head == number { take(next, from: number, &tokens) }
            tokens[number].head = before
            tokens[number].relation = "obj"
            tokens[next].head = before
            tokens[next].relation = "xcomp"
            return
        }
        switch word.tag {
        case .verb where word.verbForm == .pastParticiple || word.verbForm == .past:
            if word.head == number { take(next, from: number, &tokens) }
            tokens[number].head = next
            tokens[number].relation = "nsubj:pass"
        case .adjective:
            if word.head == number { take(next, from: number, &tokens) }
            tokens[number].head = next
            tokens[number].relation = "nummod"
            // "Two dead, five hurt": an adjective with no noun behind it describes none.
            if tokens[next].relation == "amod" { tokens[next].relation = "parataxis" }
        default: return
        }
    }

    /// Lets a word stand where a number stood.
    private static func take(_ word: Int, from number: Int, _ tokens: inout [Token]) {
        tokens[word].head = tokens[number].head
        tokens[word].relation = tokens[number].relation
    }
}
