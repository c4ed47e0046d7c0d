/// How a lemma is made of a word: bytes taken off its end, others put there.
package struct EndingEdit: Hashable, Comparable, Sendable {
    package var cut: Int
    package var added: String

    package init(cut: Int, added: String) {
        self.cut = cut
        self.added = added
    }

    /// The edit that makes one word of another.
    package init(from word: String, to lemma: String) {
        let word = Array(word.utf8)
        let lemma = Array(lemma.utf8)
        var same = 0
        while same < word.count, same < lemma.count, word[same] == lemma[same] { same += 1 }
        // Characters are not cut in two.
        while same > 0,
            same < word.count && word[same] & 0xC0 == 0x80 || same < lemma.count && lemma[same] & 0xC0 == 0x80
        { same -= 1 }
        cut = word.count - same
        added = String(decoding: lemma[same...], as: UTF8.self)
    }

    /// The word with its end changed; as it is if nothing of it would be left or a character would be cut in two.
    package func applied(to word: String) -> String {
        if cut == 0, added.isEmpty { return word }
        let bytes = word.utf8
        guard bytes.count > cut else { return word }
        let end = bytes.index(bytes.endIndex, offsetBy: -cut)
        guard end == bytes.endIndex || bytes[end] & 0xC0 != 0x80 else { return word }
        return String(word[..<end]) + added
    }

    package static func < (left: EndingEdit, right: EndingEdit) -> Bool {
        left.cut != right.cut ? left.cut < right.cut : left.added < right.added
    }
}
