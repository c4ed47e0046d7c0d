internal import Language
internal import Record

/// A sentence as the reading of speech looks at it: its tree with what it asks of each word found once, and where
/// quotation marks enclose it.
struct SpeechSentence {
    let view: SentenceView
    let tokens: [Token]
    let tree: DependencyTree
    /// The quotations that run through it, in the order of the text.
    let quotes: [Int]
    /// By word the number of the quotation that encloses it, -1 for none; empty if there are no quotations.
    private let enclosing: [Int]
    /// By word its own subject, its object and the one whom it is done to or told, -1 for none.
    private var subjects: [Int]
    private var objects: [Int]
    private var passives: [Bool]
    /// By word how many subjects stand before it.
    private var subjectsBefore: [Int]

    /// Steps from a verb to the one that it takes its subject from.
    private static let longestClimb = 6

    init(_ view: SentenceView, quotes: [Int], of all: [Quotation]) {
        self.view = view
        tokens = view.tokens
        tree = view.tree
        self.quotes = quotes
        let count = tokens.count
        if quotes.isEmpty {
            enclosing = []
        } else {
            var enclosing = [Int](repeating: -1, count: count)
            for number in quotes {
                for at in all[number].range(in: view.index, of: count) { enclosing[at] = number }
            }
            self.enclosing = enclosing
        }
        subjects = [Int](repeating: -1, count: count)
        objects = subjects
        passives = [Bool](repeating: false, count: count)
        subjectsBefore = [Int](repeating: 0, count: count + 1)
        for at in tokens.indices {
            let isSubject = Self.isSubject(tokens[at].relation)
            subjectsBefore[at + 1] = subjectsBefore[at] + (isSubject ? 1 : 0)
            let head = tree.heads[at]
            guard head >= 0 else { continue }
            if isSubject {
                // Trees now and then hang a subject on the auxiliary.
                let isOnAuxiliary = tokens[head].relation.hasPrefix("aux") && tree.heads[head] >= 0
                takeSubject(at, of: isOnAuxiliary ? tree.heads[head] : head)
            } else {
                switch tokens[at].relation {
                case "obj", "iobj": if objects[head] < 0 { objects[head] = at }
                case "aux:pass": passives[head] = true
                case "aux": if tokens[at].lemma == "be" || tokens[at].lemma == "get" { markPassive(head) }
                default: break
                }
            }
        }
    }

    static func isSubject(_ relation: String) -> Bool {
        switch relation {
        case "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass": true
        default: false
        }
    }

    private mutating func markPassive(_ head: Int) {
        if tokens[head].penn == "VBN" { passives[head] = true }
    }

    /// Of several subjects the nearest before the verb is its own, else the first behind it.
    private mutating func takeSubject(_ word: Int, of head: Int) {
        if quotation(at: head) == nil, quotation(at: word) != nil { return }
        let known = subjects[head]
        guard known >= 0 else {
            subjects[head] = word
            return
        }
        let isOuter = tokens[word].relation == "nsubj:outer"
        let knownIsOuter = tokens[known].relation == "nsubj:outer"
        if isOuter != knownIsOuter {
            if knownIsOuter { subjects[head] = word }
        } else if word < head {
            subjects[head] = word
        }
    }

    // MARK: Words

    var count: Int { tokens.count }

    func children(of word: Int) -> ArraySlice<Int> { tree.children(of: word) }

    func relation(_ word: Int) -> String { tokens[word].relation }

    func isClausal(_ word: Int) -> Bool {
        switch tokens[word].relation {
        case "ccomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis", "root", "csubj", "csubj:pass": true
        default: false
        }
    }

    /// The quotation that encloses a word.
    func quotation(at word: Int) -> Int? {
        guard !enclosing.isEmpty, enclosing[word] >= 0 else { return nil }
        return enclosing[word]
    }

    func isQuoted(_ word: Int) -> Bool { !enclosing.isEmpty && enclosing[word] >= 0 }

    /// The preposition or subordinator that opens what hangs on a word.
    func opener(of word: Int) -> Int? {
        children(of: word).first { $0 < word && (relation($0) == "case" || relation($0) == "mark") }
    }

    func opener(of word: Int, is lower: String) -> Bool { opener(of: word).map { tokens[$0].lower == lower } ?? false }

    /// True for an infinitive with "to": "to leave", "to have left", "to be lost".
    func isInfinitive(_ word: Int) -> Bool {
        children(of: word).contains {
            $0 < word && tokens[$0].lower == "to" && (relation($0) == "mark" || relation($0) == "aux")
        }
    }

    func hasThat(_ word: Int) -> Bool {
        children(of: word).contains { $0 < word && relation($0) == "mark" && tokens[$0].lower == "that" }
    }

    func ownSubject(of word: Int) -> Int? { subjects[word] >= 0 ? subjects[word] : nil }

    /// Its object or the one it is addressed to, whichever stands first.
    func firstObject(of word: Int) -> Int? { objects[word] >= 0 ? objects[word] : nil }

    func isPassive(_ word: Int) -> Bool {
        guard tokens[word].penn == "VBN" else { return false }
        if passives[word] { return true }
        return relation(word) == "conj" && ownSubject(of: word) == nil && tree.heads[word] >= 0
            && passives[tree.heads[word]]
    }

    func hasSubject(in range: Range<Int>) -> Bool {
        subjectsBefore[range.upperBound] > subjectsBefore[range.lowerBound]
    }

    /// Who does what a verb says: its own subject, or through conjunction, control, participles and what they modify
    /// that of another.
    func subject(of verb: Int) -> Int? {
        var word = verb
        for _ in 0...Self.longestClimb {
            if let own = ownSubject(of: word) { return own }
            let head = tree.heads[word]
            guard head >= 0 else { return nil }
            switch relation(word) {
            case "conj": word = head
            case "xcomp":
                if let object = firstObject(of: head), tokens[head].lemma != "promise" { return object }
                word = head
            case "advcl":
                // A finite clause has a subject of its own, though the tree may have lost it.
                switch tokens[word].penn {
                case "VBD", "VBZ", "VBP": return nil
                default: break
                }
                // "quoted the agency as saying"
                if let object = firstObject(of: head), object < word, opener(of: word, is: "as") { return object }
                switch tokens[head].tag {
                case .noun, .properNoun, .adjective, .pronoun: guard ownSubject(of: head) != nil else { return nil }
                default: break
                }
                word = head
            case "acl":
                let isMarked = children(of: word).contains { relation($0) == "mark" }
                return tokens[word].penn == "VBG" && !isMarked ? head : nil
            case "parataxis":
                guard tokens[word].penn == "VBG" else { return nil }
                word = head
            default: return nil
            }
        }
        return nil
    }

    // MARK: Ranges

    func phrase(of word: Int) -> Range<Int> { tree.phrases[word] }

    /// A range without the marks at its edges that part clauses.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while high > low, SpeechWords.isEdge(tokens[high - 1]) { high -= 1 }
        while low < high, SpeechWords.isEdge(tokens[low]) { low += 1 }
        return low..<high
    }

    /// A range without punctuation at its edges; quotation marks stay.
    func stripped(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while high > low + 1, isPlainMark(high - 1), tokens[high - 1].text != ")" { high -= 1 }
        while low + 1 < high, isPlainMark(low) { low += 1 }
        return low..<high
    }

    private func isPlainMark(_ at: Int) -> Bool {
        tokens[at].tag == .punctuation && !FunctionWords.quotes.contains(tokens[at].text)
    }

    /// What is left of a range on both sides of a hole.
    func pieces(of range: Range<Int>, without hole: Range<Int>) -> [Range<Int>] {
        guard range.overlaps(hole) else { return [range] }
        var pieces: [Range<Int>] = []
        if range.lowerBound < hole.lowerBound { pieces.append(trimmed(range.lowerBound..<hole.lowerBound)) }
        if hole.upperBound < range.upperBound { pieces.append(trimmed(hole.upperBound..<range.upperBound)) }
        return pieces.filter { !$0.isEmpty }
    }

    /// Where a phrase begins, without the mark that parts it from what stands before.
    func start(of word: Int) -> Int { trimmed(phrase(of: word)).lowerBound }

    func hasWords(_ range: Range<Int>) -> Bool { range.contains { tokens[$0].tag != .punctuation } }

    func span(of range: Range<Int>) -> Span { view.sentence.span(of: range) }
}
