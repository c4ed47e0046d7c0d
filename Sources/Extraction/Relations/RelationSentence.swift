internal import Language
internal import Record

/// A sentence as relations are read from it: its words, its tree, and where its mentions stand. A class, since it is
/// handed from line to line of the table and never changes.
final class RelationSentence {
    /// A mention in this sentence.
    struct Place {
        /// Index into the record's mentions.
        var index: Int
        var tokens: Range<Int>
        /// The word of it that hangs highest in the tree.
        var head: Int
    }

    /// What a line of the table is tried at: a word, a phrase of a list or a mention.
    struct Anchor {
        var tokens: Range<Int>
        var head: Int
        var place: Place?
    }

    /// What stands at an end of a relation.
    struct Filler {
        var token: Int
        /// Index into the record's mentions; nil where only a country's adjective is known.
        var mention: Int?
        var country: RelationLexicon.Country?
        /// The verb that ties it to the word: "serves as".
        var link: (verb: Int, state: RelationRule.State)?
        /// True behind a comma: "Turku, Finland".
        var isAppended = false
    }

    /// How many words before a noun are looked at for names.
    static let window = 12

    let number: Int
    let tokens: [Token]
    let words: [Word]
    let tree: DependencyTree
    let clauses: Clauses
    let lexicon: RelationLexicon
    let rules: RelationRules
    let mentions: [Mention]
    /// Whether each chain of the document has a name.
    let namedChains: [Bool]
    /// By code, a mention of the country in the document.
    let countries: [String: Int]
    /// In the order of the text, the widest first.
    let places: [Place]
    /// By word, the mentions that it heads, the widest first.
    private let headed: [Int: [Int]]
    /// By word, the widest name that covers it.
    private let covering: [Int: Int]

    init(
        number: Int, sentence: Sentence, words: [Word], clauses: Clauses, lexicon: RelationLexicon,
        rules: RelationRules, mentions: [Mention], namedChains: [Bool], countries: [String: Int], inSentence: [Int]
    ) {
        self.number = number
        self.words = words
        let tree = clauses.tree
        self.tree = tree
        self.clauses = clauses
        self.lexicon = lexicon
        self.rules = rules
        self.mentions = mentions
        self.namedChains = namedChains
        self.countries = countries
        tokens = sentence.tokens
        var places: [Place] = []
        var headed: [Int: [Int]] = [:]
        var covering: [Int: Int] = [:]
        for index in inSentence {
            let range = sentence.tokens(in: mentions[index].span)
            guard !range.isEmpty else { continue }
            let head = range.min { tree.depths[$0] < tree.depths[$1] } ?? range.lowerBound
            let place = places.count
            places.append(Place(index: index, tokens: range, head: head))
            headed[head, default: []].append(place)
            guard mentions[index].form == .name else { continue }
            for token in range where covering[token].map({ places[$0].tokens.count < range.count }) ?? true {
                covering[token] = place
            }
        }
        for (head, list) in headed where list.count > 1 {
            headed[head] = list.sorted {
                places[$0].tokens.count != places[$1].tokens.count
                    ? places[$0].tokens.count > places[$1].tokens.count : $0 < $1
            }
        }
        self.places = places
        self.headed = headed
        self.covering = covering
    }

    // MARK: Words

    /// The relation of a word without its subtype.
    func base(_ token: Int) -> Substring.UTF8View {
        tokens[token].relation.utf8.prefix { $0 != UInt8(ascii: ":") }
    }

    func has(_ token: Int, _ relation: StaticString) -> Bool {
        let base = base(token)
        return base.count == relation.utf8CodeUnitCount
            && relation.withUTF8Buffer { $0.elementsEqual(base) }
    }

    func head(of token: Int) -> Int? { tree.heads[token] >= 0 ? tree.heads[token] : nil }

    func children(_ token: Int, _ relation: StaticString) -> [Int] {
        tree.children(of: token).filter { has($0, relation) }
    }

    func hasChild(_ token: Int, _ relation: StaticString) -> Bool {
        tree.children(of: token).contains { has($0, relation) }
    }

    /// The preposition before a noun phrase, by its head.
    func preposition(of token: Int) -> String? {
        tree.children(of: token).first { has($0, "case") && $0 < token }.map { tokens[$0].lower }
    }

    /// A word and what is joined to it by "and" or "or", as far as they are mentions.
    func conjoined(_ token: Int) -> [Int] {
        let parts = tree.children(of: token).filter { has($0, "conj") && $0 > token }
        guard let last = parts.lastIndex(where: { hasChild($0, "cc") && headed[$0] != nil }) else { return [token] }
        return [token]
            + parts[...last].prefix(Self.window).filter { headed[$0] != nil && preposition(of: $0) == nil }
    }

    /// One of several: "an ISIL leader", "ISIL leaders".
    func isIndefinite(_ noun: Int) -> Bool {
        if tokens[noun].penn == "NNS" { return true }
        return tree.children(of: noun).contains { has($0, "det") && tokens[$0].lemma == "a" }
    }

    /// An infinitive or a gerund: what is wanted or planned.
    func isBare(_ verb: Int) -> Bool {
        (tokens[verb].verbForm == .base || tokens[verb].verbForm == .gerund) && !has(verb, "root")
    }

    // MARK: Mentions

    func takes(_ end: RelationRule.End, _ mention: Int) -> Bool {
        end.takes(mentions[mention], namedChains: namedChains)
    }

    func headed(_ token: Int) -> Bool { headed[token] != nil }

    func places(headedBy token: Int) -> [Place] { (headed[token] ?? []).map { places[$0] } }

    func name(over token: Int) -> Place? { covering[token].map { places[$0] } }

    /// The mentions that start in a range of words, the widest of those with one start first.
    func places(startingIn range: Range<Int>) -> ArraySlice<Place> {
        func first(from token: Int) -> Int {
            var low = 0
            var high = places.count
            while low < high {
                let middle = (low + high) / 2
                if places[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let low = first(from: range.lowerBound)
        return places[low..<max(low, first(from: range.upperBound))]
    }

    func places(startingAt token: Int) -> ArraySlice<Place> { places(startingIn: token..<token + 1) }

    /// The mentions that end at a word, the widest first; those of more than `window` words are not looked for.
    func places(endingAt token: Int, from low: Int = 0) -> [Place] {
        let start = max(low, token - Self.window)
        guard start <= token else { return [] }
        return places(startingIn: start..<token + 1).filter { $0.tokens.upperBound == token + 1 }
    }

    /// The mention that a word stands for and that fits an end.
    func mention(at token: Int, for end: RelationRule.End, depth: Int = 0) -> Int? {
        guard depth < 4 else { return nil }
        if let antecedent = clauses.antecedent(token) { return mention(at: antecedent, for: end, depth: depth + 1) }
        let candidates = places(headedBy: token) + (covering[token].map { [places[$0]] } ?? [])
        var unnamed: Int?
        for place in candidates where takes(end, place.index) {
            let mention = mentions[place.index]
            // "the Russian region of Kursk": the name of what the noun is for.
            guard mention.form == .nominal else { return place.index }
            // "the company Equinor"
            if let name = name(behind: Anchor(tokens: place.tokens, head: place.head)), takes(end, name.index) {
                return name.index
            }
            guard mention.kind == .place else { return place.index }
            unnamed = unnamed ?? place.index
        }
        for child in tree.children(of: token) where has(child, "nmod") && preposition(of: child) == "of" {
            // "one of the soldiers"
            guard unnamed != nil || candidates.isEmpty && isPartitive(token) else { break }
            if let found = mention(at: child, for: end, depth: depth + 1),
                mentions[found].form == .name || unnamed == nil
            {
                return found
            }
        }
        return unnamed
    }

    private func isPartitive(_ token: Int) -> Bool {
        switch tokens[token].tag {
        case .numeral, .determiner, .pronoun, .adjective: true
        default: false
        }
    }
}
