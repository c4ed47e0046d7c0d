internal import Language
internal import Record

/// The shapes of names that tell their kind by themselves.
extension NameFinder {
    /// "47th Mechanized Brigade", "3rd Army", "155th Separate Guards Naval Infantry Brigade", "Azov Brigade".
    func unit(_ words: [Word], at start: Int) -> Int? {
        guard start < words.count else { return nil }
        let word = words[start]
        let isOrdinal = Self.isOrdinal(word)
        guard isOrdinal || (word.isCapital && !word.isClitic) else { return nil }
        var position = start + 1
        var sawCapital = word.isCapital
        while position < words.count, position - start < 9 {
            let next = words[position]
            if let match = lexicon.unitNouns.match(words, at: position, limit: words.count) {
                // "the brigade" is a nominal: a name needs an ordinal or a capital at the noun itself.
                let capital = words[match.end - 1].isCapital
                guard isOrdinal ? (capital || sawCapital || position == start + 1) : capital else { return nil }
                guard isOrdinal || position == start + 1 else { return nil }
                if !isOrdinal, isFunctionTag(word), !lexicon.isA(word, .direction) { return nil }
                var end = match.end
                // A longer designation goes on: "Army Corps", "Motor Rifle Regiment".
                while end < words.count, words[end].isCapital,
                    let more = lexicon.unitNouns.match(words, at: end, limit: words.count)
                {
                    end = more.end
                }
                // "Southern Grouping of Forces"
                if end + 1 < words.count, words[end].lower == "of", words[end + 1].isCapital,
                    let tail = lexicon.personNouns.match(words, at: end + 1, limit: words.count)
                {
                    end = tail.end
                }
                return end
            }
            guard next.isCapital || next.joins || Self.isUnitWord(next), !next.isClitic else { return nil }
            if next.isCapital { sawCapital = true }
            position += 1
        }
        return nil
    }

    /// Small words inside unit designations come with the capitals around them; nothing else is needed in small letters.
    private static func isUnitWord(_ word: Word) -> Bool { word.token.tag == .adjective && word.shape == .lower }

    static func isOrdinal(_ word: Word) -> Bool {
        guard word.shape == .number || word.shape == .upper || word.shape == .lower || word.shape == .capitalized,
            let first = word.key.first, (0x30...0x39).contains(first)
        else { return false }
        return ["st", "nd", "rd", "th"].contains { word.lower.hasSuffix($0) }
    }

    private func isFunctionTag(_ word: Word) -> Bool {
        switch word.token.tag {
        case .determiner, .pronoun, .adposition, .auxiliary, .conjunction, .subordinator, .particle, .verb, .numeral:
            true
        default: lexicon.isA(word, .stop)
        }
    }

    /// "T-72", "Shahed": a weapon or product of the table, or a designation of letters and numbers.
    /// - Parameter isPerson: whether the recognizer took the word for somebody's name.
    func object(_ words: [Word], at start: Int, isPerson: Bool) -> Int? {
        let word = words[start]
        guard word.isCapital || word.shape == .number, !word.isClitic else { return nil }
        let known = lexicon.objects.match(words, at: start, limit: words.count)?.end
        var end = known ?? start + 1
        if known == nil {
            guard word.isCapital, word.key.count <= 4, !lexicon.isA(word, .stop), !lexicon.isA(word, .acronymStop),
                start + 2 < words.count, words[start + 1].joins, words[start + 1].token.text != ".",
                !words[start + 1].token.spaceBefore, !words[start + 2].token.spaceBefore,
                let first = words[start + 2].key.first, (0x30...0x39).contains(first),
                !words[start + 2].lower.utf8.contains(UInt8(ascii: ","))
            else { return nil }
            end = start + 3
        }
        // "Iskander-M", "T-72B3"
        while end + 1 < words.count, words[end].token.text == "-", !words[end].token.spaceBefore,
            !words[end + 1].token.spaceBefore, words[end + 1].isCapital || words[end + 1].shape == .number,
            words[end + 1].key.count <= 4
        {
            end += 2
        }
        if known != nil, end < words.count, isModel(words, end) { end += 1 }
        // "Abrams tanks", "an Abrams"; without such a neighbour it is somebody's name.
        if end == start + 1, isPerson {
            let isNoun = end < words.count && words[end].shape == .lower && words[end].token.tag == .noun
            let before = start > 0 ? words[start - 1].token.tag : .other
            guard isNoun || before == .determiner || before == .numeral else { return nil }
        }
        if let name = gazetteer.longestMatch(in: words, at: start, limit: words.count), name.end >= end, known == nil {
            return nil
        }
        // "Grad District": another capital makes it a name of its own.
        if end < words.count, words[end].shape == .capitalized, words[end].token.tag == .properNoun,
            lexicon.placeNouns.match(words, at: end, limit: words.count) != nil
                || lexicon.agencyNouns.match(words, at: end, limit: words.count) != nil
        {
            return nil
        }
        return end
    }

    /// "Windows 7", "Javelin 4M": the number of a model right behind its name, which counts nothing.
    private func isModel(_ words: [Word], _ position: Int) -> Bool {
        let word = words[position]
        guard position > 0, word.token.spaceBefore, let first = word.key.first, (0x30...0x39).contains(first),
            word.key.count <= 4, !words[position - 1].lower.hasSuffix("s") || words[position - 1].token.penn != "NNPS",
            word.token.text.utf8.allSatisfy({ $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "-") })
        else { return false }
        // A year is no model, and "Windows 3 million" counts.
        let isNumber = word.key.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber else { return true }
        guard word.key.count <= 2 else { return false }
        guard position + 1 < words.count else { return true }
        return words[position + 1].token.tag != .numeral && words[position + 1].token.text != "%"
    }

    /// The end of a product's name that starts with its maker's: "Orbis K40", "the Orbis 410 Merlin".
    func product(_ words: [Word], _ maker: Range<Int>) -> Int? {
        var end = maker.upperBound
        if maker.count > 1, isDesignation(words[end - 1]) { return end }
        guard end < words.count, words[end].token.spaceBefore else { return nil }
        if !isDesignation(words[end]) {
            // "the Orbis 410", not "Tigers 101": three digits alone, and one of several such things.
            let number = words[end].key.last == UInt8(ascii: "s") ? words[end].key.dropLast() : words[end].key[...]
            guard number.count == 3, number.allSatisfy({ (0x30...0x39).contains($0) }), maker.lowerBound > 0 else {
                return nil
            }
            switch words[maker.lowerBound - 1].token.tag {
            case .determiner, .adjective, .numeral: break
            default: return nil
            }
        }
        end += 1
        if end < words.count, words[end].shape == .capitalized, words[end].token.tag == .properNoun { end += 1 }
        return end
    }

    /// "K40", "KX150s": a letter or two and a number.
    private func isDesignation(_ word: Word) -> Bool {
        let digits = word.key.drop { (0x61...0x7A).contains($0) }
        let letters = word.key.count - digits.count
        let tail = digits.drop { (0x30...0x39).contains($0) }
        return (1...2).contains(letters) && (2...3).contains(digits.count - tail.count)
            && (tail.isEmpty || tail.elementsEqual([UInt8(ascii: "s")])) && word.isCapital
    }

    /// A network whose name is a letter or common word: only in "on X" or before "formerly".
    func isPlatform(_ words: [Word], _ position: Int) -> Bool {
        if position > 0, lexicon.isA(words[position - 1], .platformPreposition) { return true }
        return position + 2 < words.count && words[position + 1].isPunctuation
            && words[position + 2].lower == "formerly"
    }

    /// The end of titles, ranks and offices at a token, if a name goes on after them.
    func titleEnd(_ words: [Word], at start: Int) -> Int? {
        if lexicon.isA(words[start], .honorific) {
            var end = start + 1
            if end < words.count, words[end].token.text == "." { end += 1 }
            return end
        }
        let office = lexicon.offices.match(words, at: start, limit: words.count)?.end
        let rank = lexicon.ranks.match(words, at: start, limit: words.count)?.end
        guard var end = [office, rank].compactMap({ $0 }).max() else { return nil }
        if end < words.count, words[end].token.text == ".", end > start, words[end - 1].key.count <= 4 { end += 1 }
        return end
    }
}
