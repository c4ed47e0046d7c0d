internal import Language
internal import Record
internal import Tables

/// `lexicon/triggers.tsv` and the roles of `ontology/events.tsv`.
struct TriggerLexicon: Sendable {
    /// One position of a frame.
    struct Slot: Sendable {
        let position: String
        let role: String
        let kinds: Set<EntityKind>
        let lemmas: Set<String>
        let isRequired: Bool
        /// True if the line itself lists the kinds, so that another filler makes it unfit.
        let isExplicit: Bool

        /// Whether people, bodies or countries may stand here; where something happens is a place only behind "in".
        var takesNames: Bool {
            !kinds.isDisjoint(with: [.person, .agency, .place, .group, .unit])
                && (role != "place" || position == "in" || position == "near")
        }
    }

    struct Line: Sendable {
        let words: [String]
        let pos: String
        let type: String
        let slots: [Slot]
        let rule: String
    }

    struct EventType: Sendable {
        let group: String
        let numberRole: String
        /// True for a war or an occupation: a bare mention of it tells nothing new.
        let isSituation: Bool
        /// True for a refusal, whose "not" says something: "did not deny".
        let isRefusal: Bool
        /// True for what an attacker comes to hold: who gains land since an offensive led it.
        let isGain: Bool
        /// The role whose filler suffers it once in a life; empty where it may come again.
        let once: String
        /// The types that its bare noun may sum up: "the attack" after a bombing.
        var narrower: [String] = []
        /// True for what is news though nobody is named: "An explosion was heard."
        var isGrave: Bool { group == "conflict" || group == "disaster" || group == "custody" }
        /// True for what is done to people and things: force, custody, movement.
        var isPhysical: Bool { group == "conflict" || group == "custody" || group == "movement" }
    }

    static let tables = [
        "lexicon/triggers.tsv", "ontology/events.tsv", "lexicon/vague-nouns.tsv", "lexicon/apart-words.tsv",
        "lexicon/count-words.tsv", "lexicon/aftermath-nouns.tsv",
    ]

    let types: [String: EventType]
    /// `lexicon/vague-nouns.tsv`.
    let vague: Set<String>
    /// `lexicon/apart-words.tsv`.
    let apart: Set<String>
    /// `lexicon/count-words.tsv`.
    let counts: Set<String>
    /// `lexicon/aftermath-nouns.tsv`.
    let aftermath: Set<String>
    /// The lines of the same words and part of speech, by their first word.
    private let byFirst: WordMap<Range<Int>>
    private let groups: [Group]
    /// For each group the hash of its second word; nil for one word, or for a gap after the first.
    private let seconds: [UInt64?]

    private struct Group: Sendable {
        let words: [String]
        let lines: [Line]
    }

    init(data: DataFolder) throws(DataError) {
        let ontology = try data.table("ontology/events.tsv", columns: ["type", "class", "roles", "number"])
        var types: [String: EventType] = [:]
        var roleKinds: [String: [String: Set<EntityKind>]] = [:]
        for row in ontology.rows {
            types[row["type"]] = EventType(
                group: row["class"], numberRole: row["number"], isSituation: row["situation"] == "yes",
                isRefusal: row["plover"] == "REJECT", isGain: row["outcome"] == "gain", once: row["once"])
            var kinds: [String: Set<EntityKind>] = [:]
            for item in row.list("roles") {
                let parts = item.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { continue }
                kinds[String(parts[0])] = Set(
                    parts[1].split(separator: ",").compactMap { EntityKind(rawValue: String($0)) })
            }
            roleKinds[row["type"]] = kinds
        }
        for row in ontology.rows {
            for broader in row.list("broader") { types[broader]?.narrower.append(row["type"]) }
        }
        self.types = types

        let table = try data.table("lexicon/triggers.tsv", columns: ["lemma", "pos", "type", "frame"])
        var groups: [[String]: [Line]] = [:]
        var order: [[String]] = []
        // Most frames are put together from the same few slots.
        var slots: [String: Slot] = [:]
        func slot(_ item: String, of type: String) -> Slot? {
            let key = type + " " + item
            if let known = slots[key] { return known }
            let read = Self.slot(item, roleKinds[type] ?? [:])
            slots[key] = read
            return read
        }
        for row in table.rows {
            let words = row["lemma"].split(separator: " ").map(String.init)
            guard !words.isEmpty else { continue }
            let type = row["type"]
            guard type == "none" || types[type] != nil else {
                throw DataError(
                    file: table.place(of: row), line: row.line,
                    expected: "a type of ontology/events.tsv, found `\(type)`")
            }
            let line = Line(
                words: words, pos: row["pos"], type: type,
                slots: row.list("frame").compactMap { slot($0, of: type) },
                rule: table.place(of: row))
            let key = words + [row["pos"]]
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(line)
        }
        var index = WordMap<[Group]>()
        for key in order {
            index[key[0], default: []].append(Group(words: Array(key.dropLast()), lines: groups[key] ?? []))
        }
        // Longer triggers win over shorter ones that begin at the same token.
        for first in index.words { index[first, default: []].sort { $0.words.count > $1.words.count } }
        var byFirst = WordMap<Range<Int>>(capacity: index.count)
        var all: [Group] = []
        for first in index.words {
            let from = all.count
            all += index[first] ?? []
            byFirst.set(from..<all.count, for: first)
        }
        self.byFirst = byFirst
        self.groups = all
        seconds = all.map { $0.words.count > 1 && $0.words[1] != "*" ? HashedWord.hash($0.words[1]) : nil }
        vague = Set(try data.table("lexicon/vague-nouns.tsv", columns: ["lemma"]).rows.map { $0["lemma"] })
        apart = Set(try data.table("lexicon/apart-words.tsv", columns: ["word"]).rows.map { $0["word"] })
        counts = Set(try data.table("lexicon/count-words.tsv", columns: ["word"]).rows.map { $0["word"] })
        aftermath = Set(try data.table("lexicon/aftermath-nouns.tsv", columns: ["lemma"]).rows.map { $0["lemma"] })
    }

    private static func slot(_ text: String, _ roleKinds: [String: Set<EntityKind>]) -> Slot? {
        let sides = text.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else { return nil }
        let isRequired = sides[0].hasSuffix("!")
        let position = String(isRequired ? sides[0].dropLast() : sides[0])
        let filler = sides[1].split(separator: ":", maxSplits: 1)
        let role = String(filler[0])
        var kinds: Set<EntityKind> = []
        var lemmas: Set<String> = []
        if filler.count == 2 {
            for item in filler[1].split(separator: ",") {
                if let kind = EntityKind(rawValue: String(item)) {
                    kinds.insert(kind)
                } else {
                    lemmas.insert(String(item))
                }
            }
        } else {
            kinds = roleKinds[role] ?? []
        }
        return Slot(
            position: position, role: role, kinds: kinds, lemmas: lemmas, isRequired: isRequired,
            isExplicit: filler.count == 2)
    }

    /// The lines whose words begin at a token, grouped by words and part of speech, longest first, with the tokens matched.
    func candidates(_ tokens: [Token], at start: Int) -> [(lines: [Line], matched: [Int])] {
        var found: [(lines: [Line], matched: [Int])] = []
        func add(_ places: Range<Int>?) {
            for place in places ?? 0..<0 {
                if let second = seconds[place] {
                    guard start + 1 < tokens.count,
                        tokens[start + 1].lowerWord.hash == second
                            || tokens[start + 1].lemmaWord.hash == second
                    else { continue }
                }
                if let matched = Self.match(groups[place].words, tokens, start) {
                    found.append((groups[place].lines, matched))
                }
            }
        }
        add(byFirst[tokens[start].lemmaWord])
        if tokens[start].lower != tokens[start].lemma {
            add(byFirst[tokens[start].lowerWord])
            if found.count > 1 { found.sort { $0.lines[0].words.count > $1.lines[0].words.count } }
        }
        return found
    }

    /// A finite verb or a relative pronoun: what stands behind it belongs to another clause.
    private static func isClause(_ token: Token) -> Bool {
        switch token.tag {
        case .auxiliary: return true
        case .verb: return token.verbForm == .present || token.verbForm == .base
        default: return FunctionWords.relatives.contains(token.lower) || (token.lower == "that" && token.penn == "WDT")
        }
    }

    /// "full, formal ties": a comma that parts nothing.
    private static func isBetweenAdjectives(_ at: Int, _ tokens: [Token]) -> Bool {
        tokens[at].text == "," && at > 0 && at + 1 < tokens.count && tokens[at - 1].tag == .adjective
            && tokens[at + 1].tag == .adjective
    }

    private static func match(_ words: [String], _ tokens: [Token], _ start: Int) -> [Int]? {
        var matched: [Int] = []
        var at = start
        var gap = 0
        for word in words {
            if word == "*" {
                gap = 4
                continue
            }
            var skipped = 0
            while at < tokens.count, tokens[at].lower != word, tokens[at].lemma != word {
                skipped += 1
                if skipped > gap || tokens[at].tag == .subordinator || isClause(tokens[at])
                    || (tokens[at].tag == .punctuation && tokens[at].text != "-" && !isBetweenAdjectives(at, tokens))
                {
                    return nil
                }
                at += 1
            }
            guard at < tokens.count else { return nil }
            matched.append(at)
            at += 1
            gap = 0
        }
        return matched
    }
}
