/// The form in which words are looked up: lower case, straight apostrophes.
package enum WordFolding {
    package static func folded(_ word: String) -> String {
        // ASCII without capitals: by far most words, and they need no copy.
        if word.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return word }
        return straightened(word.lowercased())
    }

    /// A word with straight apostrophes.
    package static func straightened(_ word: String) -> String {
        guard word.utf8.contains(0xE2), word.unicodeScalars.contains("\u{2019}") else { return word }
        var view = String.UnicodeScalarView()
        for scalar in word.unicodeScalars { view.append(scalar == "\u{2019}" ? "'" : scalar) }
        return String(view)
    }
}
