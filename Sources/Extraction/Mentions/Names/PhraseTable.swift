internal import Language

/// Words and phrases of a lexicon, found at a token by their words or by their lemmas, the longest first.
struct PhraseTable<Value: Sendable>: Sendable {
    private var entries = WordMap<[(words: [String], value: Value)]>()
    private(set) var count = 0

    /// Adds a phrase. The first of two equal phrases stays.
    mutating func add(_ phrase: String, _ value: Value) {
        let words = phrase.lowercased().utf8.split(separator: 0x20).compactMap { word in
            let text = String(decoding: word.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)
            // A hyphen of its own is passed over where phrases are looked for.
            return text.isEmpty || text == "-" ? nil : text
        }
        guard let first = words.first else { return }
        let list = entries[first] ?? []
        guard !list.contains(where: { $0.words == words }) else { return }
        // Longer ones first; equally long ones in the order of the table.
        let place = list.firstIndex { $0.words.count < words.count } ?? list.endIndex
        entries[first, default: []].insert((words, value), at: place)
        count += 1
    }

    /// Adds a name whose hyphens are tokens of their own: "T-72".
    mutating func add(parted name: String, _ value: Value) {
        add(String(decoding: name.utf8.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }, as: UTF8.self), value)
    }

    /// The longest phrase that starts at a token.
    func match(_ words: [Word], at start: Int, limit: Int) -> (end: Int, value: Value)? {
        guard start < limit else { return nil }
        let plain = words[start].plainWord
        if let found = match(entries[plain], words, at: start, limit: limit) { return found }
        let lemma = words[start].token.lemmaWord
        return lemma.text == plain.text ? nil : match(entries[lemma], words, at: start, limit: limit)
    }

    /// The words that a phrase can begin with.
    var openers: [String] { entries.words }

    /// The value of one word, or nil if it is no phrase of its own.
    func value(_ word: String) -> Value? { entries[word]?.first { $0.words.count == 1 }?.value }

    private func match(
        _ list: [(words: [String], value: Value)]?, _ words: [Word], at start: Int, limit: Int
    ) -> (end: Int, value: Value)? {
        guard let list else { return nil }
        next: for (phrase, value) in list {
            var position = start
            for (number, part) in phrase.enumerated() {
                // A dot or hyphen of an abbreviation may be a token of its own: "Lt. Col.", "vice-president".
                if number > 0, position < limit, words[position].joins { position += 1 }
                guard position < limit, words[position].plain == part || words[position].token.lemma == part
                else { continue next }
                position += 1
            }
            return (position, value)
        }
        return nil
    }
}
