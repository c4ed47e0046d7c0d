internal import Language
internal import Record

/// Which word of a sentence each of its times hangs on, and what its preposition makes of it.
///
/// A time hangs on the verb, or on the noun of an event, that stands nearest above it in the tree. Of an edge that
/// newspaper sentences are often parsed wrong by, word order has the last word.
struct TimeLinks {
    /// A time that hangs on a word.
    struct Link {
        /// Index into the record's times.
        var time: Int
        /// The words of the time.
        var words: Range<Int>
        /// The verb, or the noun of an event, that it dates.
        var host: Int
        /// What it says of it by its preposition.
        var role: TimeRole
        /// True if it stands in the subject of a verb, and so says nothing sure of it.
        var isInSubject: Bool
    }

    /// In text order.
    private(set) var links: [Link] = []

    private let tokens: [Token]
    private let tree: DependencyTree
    private let words: TimeLinkWords
    private let nouns: Set<Int>

    /// No time hangs deeper below what it dates.
    private static let reach = 8

    /// - Parameters:
    ///   - times: indexes into `all` of those in the sentence, in text order.
    ///   - nouns: the places of nouns that name events.
    ///   - isCue: whether the word at a place reports what somebody says.
    init(
        _ times: [Int], of all: [TimeExpression], _ sentence: Sentence, _ tree: DependencyTree, _ words: TimeLinkWords,
        nouns: Set<Int>, isCue: (Int) -> Bool
    ) {
        tokens = sentence.tokens
        self.tree = tree
        self.words = words
        self.nouns = nouns
        var opened = false
        for index in times {
            let time = all[index]
            // "now" and "recently" date nothing.
            guard time.type == .date || time.type == .time || time.earliest != nil, time.granularity != .vague,
                let range = place(of: time.span)
            else { continue }
            let preposition = preposition(before: range)
            var role: TimeRole? = .occurred
            if let preposition {
                if opened, let closing = words.tie(preposition, as: .close) {
                    role = closing == .nothing ? nil : words.role(preposition, as: .close)
                } else if words.tie(preposition, as: .time) != nil {
                    role = words.role(preposition, as: .time)
                }
            }
            opened = role == .started
            guard let role, var link = hung(index, range, role) else { continue }
            rehang(&link, isCue: isCue)
            links.append(link)
        }
        rehangTrailing()
    }

    /// The words of a time.
    private func place(of span: Span) -> Range<Int>? {
        let first = tokens.partitioningIndex { $0.span.end > span.start }
        let end = tokens.partitioningIndex { $0.span.start >= span.end }
        return first < end ? first..<end : nil
    }

    /// The preposition of a time: the word right before it, or its first.
    private func preposition(before range: Range<Int>) -> HashedWord? {
        if range.lowerBound > 0 {
            let before = tokens[range.lowerBound - 1]
            switch before.tag {
            case .adposition, .subordinator, .conjunction, .punctuation: return before.lowerWord
            case .determiner where range.lowerBound > 1 && tokens[range.lowerBound - 2].tag == .adposition:
                return tokens[range.lowerBound - 2].lowerWord
            default: break
            }
        }
        return tokens[range.lowerBound].lowerWord
    }

    // MARK: The tree

    /// What the tree hangs a time on.
    private func hung(_ time: Int, _ range: Range<Int>, _ role: TimeRole) -> Link? {
        guard var at = range.min(by: { tree.depths[$0] < tree.depths[$1] }) else { return nil }
        var link = Link(time: time, words: range, host: at, role: role, isInSubject: false)
        if let subject = subjectOfDate(at) {
            link.host = subject
            return link
        }
        for _ in 0..<Self.reach {
            let head = tree.heads[at]
            guard head >= 0 else { return nil }
            let relation = tokens[at].relation
            link.host = head
            if datesNoun(at, relation) {
                // "the August car production": a noun before the noun that is meant.
                while tokens[link.host].relation == "compound", tree.heads[link.host] > link.host {
                    link.host = tree.heads[link.host]
                }
                // "since the 2022 invasion": the preposition is that of the noun.
                if Self.base(relation) != "nmod" || relation == "nmod:poss" { link.role = .occurred }
                if range.lowerBound > 0 || relation == "nmod:poss" || nouns.contains(link.host) {
                    return tokens[link.host].tag.isNominal ? link : nil
                }
                // "Yesterday protesters blocked the road": people are not of a day, what they do is.
                at = link.host
                guard tokens[at].relation.hasPrefix("nsubj"), tree.heads[at] >= 0 else { return nil }
                link.host = tree.heads[at]
                return link
            }
            switch Self.base(relation) {
            case "dep", "list", "discourse", "vocative", "orphan", "parataxis", "root", "cop": return nil
            case "nsubj", "csubj":
                // "Monday was quiet" dates nothing.
                if range.contains(at) { return nil }
                link.isInSubject = true
            default: break
            }
            if isHost(head) { return link }
            if isApart(head) { return link }
            at = head
        }
        return nil
    }

    /// "the August raid", "Monday's raid", "the raid of 6 June": dates the noun and what it names.
    private func datesNoun(_ at: Int, _ relation: String) -> Bool {
        switch Self.base(relation) {
        case "compound", "amod", "nummod", "flat": return true
        case "nmod":
            if relation == "nmod:poss" { return true }
            return caseWord(of: at).map { tokens[$0].lower == "of" } ?? false
        default: return false
        }
    }

    private func isHost(_ at: Int) -> Bool {
        switch tokens[at].tag {
        case .verb, .auxiliary: return true
        case .noun, .properNoun, .adjective, .pronoun, .numeral:
            return nouns.contains(at) || tree.children(of: at).contains { tokens[$0].relation == "cop" }
                || tokens[at].tag == .adjective
        default: return false
        }
    }

    /// "after the dinner on Monday": of a noun behind such a word no other thing is dated.
    private func isApart(_ at: Int) -> Bool {
        caseWord(of: at).map { words.tie(tokens[$0].lowerWord, as: .apart) != nil } ?? false
    }

    private func caseWord(of at: Int) -> Int? {
        tree.children(of: at).first { tokens[$0].relation == "case" && $0 < at }
    }

    /// "The raid was on Monday."
    private func subjectOfDate(_ at: Int) -> Int? {
        var copula = false
        var subject: Int?
        for child in tree.children(of: at) {
            if tokens[child].relation == "cop" { copula = true }
            if tokens[child].relation == "nsubj" { subject = child }
        }
        return copula ? subject : nil
    }

    static func base(_ relation: String) -> Substring {
        relation.utf8.firstIndex(of: UInt8(ascii: ":")).map { relation[..<$0] } ?? relation[...]
    }

    // MARK: Word order

    /// Moves a time that the tree hung on the wrong side of a report.
    private func rehang(_ link: inout Link, isCue: (Int) -> Bool) {
        guard tokens[link.host].tag == .verb else { return }
        if link.isInSubject, stands(link, before: link.host) { link.isInSubject = false }
        if let noun = neighbouringNoun(link) {
            link.host = noun
            return
        }
        if let cue = neighbouringCue(link, isCue) {
            link.host = cue
            return
        }
        guard isCue(link.host) else { return }
        let cue = link.host
        for child in tree.children(of: cue) {
            let relation = Self.base(tokens[child].relation)
            guard relation == "ccomp" || relation == "parataxis", tokens[child].tag == .verb else { continue }
            // "On Monday troops took the town, the ministry said" dates the taking.
            if child < cue, link.words.upperBound <= child { link.host = child }
            // "said troops took the town on Monday" as well, unless the day hangs on what was said: "in a statement".
            if child > cue, link.words.lowerBound > child, isPlain(link) {
                link.host = last(below: child, before: link)
            }
        }
    }

    /// "The agency on Sunday has confirmed": nothing but auxiliaries and adverbs between.
    private func stands(_ link: Link, before verb: Int) -> Bool {
        guard link.words.upperBound <= verb, verb - link.words.upperBound < Self.reach else { return false }
        return tokens[link.words.upperBound..<verb].allSatisfy { $0.tag == .auxiliary || $0.tag == .adverb }
    }

    /// "has held the town since a raid in August": the raid, which is not when the town was held, is what August dates.
    private func neighbouringNoun(_ link: Link) -> Int? {
        let before = link.words.lowerBound - 1
        guard before > 0, tokens[before].tag == .adposition, nouns.contains(before - 1), isApart(before - 1) else {
            return nil
        }
        return before - 1
    }

    /// "said on Monday", "Zelensky said Monday": the day right behind the verb of saying is that of the saying.
    private func neighbouringCue(_ link: Link, _ isCue: (Int) -> Bool) -> Int? {
        var before = link.words.lowerBound - 1
        if before > 0, tokens[before].tag == .adposition { before -= 1 }
        guard before >= 0, before != link.host, tokens[before].tag == .verb, isCue(before), isPlain(link) else {
            return nil
        }
        return before
    }

    /// Whether a time hangs on its host without another word between.
    private func isPlain(_ link: Link) -> Bool {
        link.words.contains { tree.heads[$0] == link.host && Self.base(tokens[$0].relation) != "nsubj" }
    }

    /// The last verb of a clause before a time.
    private func last(below clause: Int, before link: Link) -> Int {
        var found = clause
        for _ in 0..<Self.reach {
            let next = tree.children(of: found).last {
                guard $0 > found, $0 < link.words.lowerBound, tokens[$0].tag == .verb else { return false }
                let relation = Self.base(tokens[$0].relation)
                return relation == "conj" || relation == "xcomp"
            }
            guard let next else { return found }
            found = next
        }
        return found
    }

    /// "confirmed on Sunday the capture of two soldiers a day earlier": of two times of a verb the one that stands behind
    /// the noun of an event below it dates that event.
    private mutating func rehangTrailing() {
        guard links.count > 1 else { return }
        for index in links.indices.dropFirst() where links[index].role == .occurred {
            let link = links[index]
            guard tokens[link.host].tag == .verb, link.words.lowerBound > link.host,
                let first = links[..<index].last(where: { $0.host == link.host && $0.role == .occurred }),
                let noun = nouns.filter({
                    $0 >= max(link.host, first.words.upperBound) && $0 < link.words.lowerBound
                        && hangs($0, on: link.host)
                }).max()
            else { continue }
            links[index].host = noun
        }
    }

    private func hangs(_ word: Int, on head: Int) -> Bool {
        var at = word
        for _ in 0..<3 where at >= 0 {
            at = tree.heads[at]
            if at == head { return true }
        }
        return false
    }
}

extension PartOfSpeech {
    /// Whether a word names something.
    fileprivate var isNominal: Bool { self == .noun || self == .properNoun || self == .pronoun || self == .numeral }
}
