/// Phrases of a few words, looked up in any case at a place in a sentence.
struct PhraseSet {
    /// The words of a phrase, joined by spaces.
    private var phrases: Set<String> = []
    private var longest = 0

    /// Words are parted by spaces; a hyphen inside a word is a word of its own, as the tokenizer cuts.
    mutating func insert(_ phrase: String) {
        let words = Self.words(of: phrase)
        guard !words.isEmpty else { return }
        phrases.insert(words.joined(separator: " ").lowercased())
        longest = max(longest, words.count)
    }

    mutating func remove(_ phrase: String) {
        phrases.remove(Self.words(of: phrase).joined(separator: " ").lowercased())
    }

    func contains(_ words: some Sequence<String>) -> Bool {
        phrases.contains(words.joined(separator: " ").lowercased())
    }

    /// The end of the longest phrase that starts at a word; nil if none does.
    func end(in words: [String], at start: Int, limit: Int) -> Int? {
        var end = min(limit, start + longest)
        while end > start {
            if contains(words[start..<end]) { return end }
            end -= 1
        }
        return nil
    }

    /// Cuts at spaces and around hyphens, and before "'s".
    static func words(of phrase: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
        let scalars = Array(phrase.unicodeScalars)
        for (at, scalar) in scalars.enumerated() {
            if scalar == " " || scalar == "-" {
                if !word.isEmpty { words.append(String(word)) }
                word = String.UnicodeScalarView()
                if scalar == "-" { words.append("-") }
                continue
            }
            let startsClitic =
                (scalar == "'" || scalar == "\u{2019}") && at + 1 < scalars.count && scalars[at + 1] == "s"
                && (at + 2 == scalars.count || !isLetter(scalars[at + 2]))
            if startsClitic, !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
            word.append(scalar)
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }
}
