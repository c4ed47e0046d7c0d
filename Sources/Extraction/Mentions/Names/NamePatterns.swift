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

    /// The end of an agency's name that starts at a token: its noun is the last of the run or has an "of" after it.
    func agencyEnd(_ words: [Word], from start: Int, run: Range<Int>) -> Int? {
        var best: Int?
        var position = start
        while position < run.upperBound {
            guard words[position].isCapital,
                var match = lexicon.agencyNouns.match(words, at: position, limit: words.count)
            else {
                position += 1
                continue
            }
            // "Ministry of": the "of" opens the tail.
            while match.end > position + 1, !words[match.end - 1].isCapital { match.end -= 1 }
            if match.value.isSuffix {
                // "SA", "AS": the suffix must be written as the table has it.
                if position > start,
                    match.end >= run.upperBound || !words[match.end].isCapital
                        || lexicon.agencyNouns.match(words, at: match.end, limit: words.count) != nil,
                    match.end <= run.upperBound,
                    match.end - position > 1 || words[position].token.text.hasPrefix(match.value.noun)
                        || match.value.noun.hasPrefix(words[position].token.text)
                {
                    best = match.end
                }
            } else if let tail = ofTail(words, at: match.end) {
                return tail
            } else if position > start || match.end - position > 1 {
                best = match.end
            }
            position = max(match.end, position + 1)
        }
        return best
    }

    /// "of Foreign Affairs and Trade", "for Human Rights", "of Ukraine", "of the Armed Forces".
    private func ofTail(_ words: [Word], at start: Int) -> Int? {
        var position = start
        var end: Int?
        while position + 1 < words.count {
            // "Council on Foreign Relations", but not "the Council on Monday" or "on Ukraine".
            let isTopic =
                words[position].lower == "on" && position + 2 < words.count && words[position + 1].isCapital
                && words[position + 2].isCapital && !lexicon.isA(words[position + 1], .stop)
            guard isTopic || words[position].lower == "of" || words[position].lower == "for" else { break }
            var next = position + 1
            if words[next].lower == "the", next + 1 < words.count { next += 1 }
            guard words[next].isCapital else { break }
            var stop = next + 1
            while stop < words.count {
                if words[stop].isCapital, !lexicon.isA(words[stop], .stop),
                    titleEnd(words, at: stop, run: stop..<words.count) == nil
                {
                    stop += 1
                } else if words[stop].lower == "and" || words[stop].token.text == "&", stop + 1 < words.count,
                    words[stop + 1].isCapital, isSubjectWord(words, stop - 1), isSubjectWord(words, stop + 1)
                {
                    stop += 2
                } else {
                    break
                }
            }
            end = stop
            position = stop
        }
        return end
    }

    /// True for a word that names a field of work rather than a place or person: "Foreign Affairs and Trade".
    private func isSubjectWord(_ words: [Word], _ position: Int) -> Bool {
        guard
            gazetteer.longestMatch(in: words, at: position, limit: words.count)?.hits
                .contains(where: { $0.table == .countries || $0.table == .regions }) != true
        else { return false }
        return lexicon.firstName(words[position]) < 2
    }

    /// "Zmiivska Thermal Power Plant": ends with a noun for a building or site.
    func facilityEnd(_ words: [Word], from start: Int, run: Range<Int>) -> Int? {
        let end = run.upperBound
        guard end - start > 1, end - start < 8, !lexicon.isA(words[start], .stop) else { return nil }
        for noun in stride(from: end - 1, to: start, by: -1) {
            guard let match = lexicon.placeNouns.match(words, at: noun, limit: words.count), match.end == end,
                match.value.after, match.value.feature == "building" || match.value.feature == "military"
            else { continue }
            // "Ukrainian President John Hall": a title or a given name starts something else.
            let goesOn = words[start..<noun].allSatisfy { $0.isCapital || $0.joins }
            guard goesOn, titleEnd(words, at: start, run: run) == nil, lexicon.firstName(words[start]) < 2 else {
                return nil
            }
            return end
        }
        return nil
    }

    /// "T-72", "Shahed": a weapon or product of the table, or a designation of letters and numbers.
    func object(_ words: [Word], at start: Int) -> Int? {
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
        // "Abrams tanks", "an Abrams"; without such a neighbour it is somebody's name.
        if end == start + 1, lexicon.lastName(word) == 2 || lexicon.firstName(word) == 2 {
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

    /// A network whose name is a letter or common word: only in "on X" or before "formerly".
    func isPlatform(_ words: [Word], _ position: Int) -> Bool {
        if position > 0, lexicon.isA(words[position - 1], .platformPreposition) { return true }
        return position + 2 < words.count && words[position + 1].isPunctuation
            && words[position + 2].lower == "formerly"
    }

    /// "Kursk Oblast", "Dnipro River", "Lake Victoria", "Gulf of Aden", "Republic of Tuva".
    func placeEnd(_ words: [Word], from start: Int, run: Range<Int>) -> Int? {
        if let first = lexicon.placeNouns.match(words, at: start, limit: words.count) {
            if first.end < words.count, words[first.end].lower == "of", first.end + 1 < words.count {
                var next = first.end + 1
                if words[next].lower == "the", next + 1 < words.count { next += 1 }
                guard words[next].isCapital else { return nil }
                if let match = gazetteer.longestMatch(in: words, at: next, limit: words.count) { return match.end }
                return next + 1
            }
            if first.value.before, first.end < run.upperBound, words[first.end].isCapital,
                lexicon.placeNouns.match(words, at: first.end, limit: words.count) == nil
            {
                return first.end + 1
            }
            return nil
        }
        var position = start + 1
        while position < words.count, position - start < 4 {
            if let match = lexicon.placeNouns.match(words, at: position, limit: words.count), match.value.after {
                // "Kursk region" in small letters is the name and a noun; only the name is taken.
                guard words[match.end - 1].isCapital else { return nil }
                // A "City Council" was seen before; "Orange County Sheriff" is not a place.
                return match.end
            }
            guard position < run.upperBound else { return nil }
            position += 1
        }
        return nil
    }

    /// "General Motors Corp", "Justice Department": an agency whose first word is a title elsewhere.
    func titledAgency(_ words: [Word], at start: Int, run: Range<Int>) -> Int? {
        guard let title = titleEnd(words, at: start, run: run), title == start + 1, title < run.upperBound,
            let end = agencyEnd(words, from: start, run: run), end >= run.upperBound, end - title <= 2,
            lexicon.firstName(words[title]) == 0
        else { return nil }
        return end
    }

    /// The end of titles, ranks and offices at a token, if a name goes on after them.
    func titleEnd(_ words: [Word], at start: Int, run: Range<Int>) -> Int? {
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

    /// The end of a person's name that starts with a given name, an initial or follows a title.
    func personStart(
        _ words: [Word], at start: Int, run: Range<Int>, titled: Bool, match: (end: Int, hits: [GazetteerHit])?
    ) -> Int? {
        let word = words[start]
        if titled {
            // "President of Ukraine" is no person; the caller leaves only names here.
            return personEnd(words, from: start + 1, run: run, known: false)
        }
        guard start + 1 < run.upperBound else { return nil }
        let certainty = lexicon.firstName(word)
        if start + 1 < run.upperBound, lexicon.isA(word, .placeStart), words[start + 1].isCapital { return nil }
        if word.shape == .upper, start + 1 < words.count, words[start + 1].shape == .capitalized,
            match?.hits.contains(where: { $0.table == .agencies || $0.table == .countries }) == true
        {
            return nil
        }
        // "NATO-Russia": a country or acronym beside a hyphen is no part of a person's name.
        for token in start..<run.upperBound where words[token].isCapital && lexicon.lastName(words[token]) < 2 {
            let isJoined =
                token + 1 < run.upperBound && words[token + 1].joins || token > start && words[token - 1].joins
            guard isJoined, words[token].key.count > 1,
                let hits = gazetteer.longestMatch(in: words, at: token, limit: run.upperBound)?.hits
            else { continue }
            if hits.contains(where: {
                $0.table == .countries || $0.table == .agencies || $0.table == .regions || $0.table == .areas
                    || $0.table == .places && lexicon.hasPlaceEnding(words[token])
            }) {
                return nil
            }
        }
        let isInitial = word.key.count == 1 && word.shape != .number && words[start + 1].token.text == "."
        guard certainty > 0 || isInitial else { return nil }
        let end = personEnd(words, from: start + 1, run: run, known: false)
        guard end > start + 1 else { return nil }
        let last = words[end - 1]
        if isInitial || certainty == 2 {
            // "Paris Saint", "Virginia Beach": a place that goes on as a place is left to the gazetteer.
            if let match, match.end - start > 1 { return nil }
            return end
        }
        return lexicon.lastName(last) > 0 ? end : nil
    }

    /// How far a person's name goes on.
    func personEnd(_ words: [Word], from start: Int, run: Range<Int>, known: Bool) -> Int {
        var end = start
        while end < run.upperBound, end - start < 4 {
            let word = words[end]
            if word.joins {
                guard end + 1 < run.upperBound else { break }
                end += 1
                continue
            }
            if known, !lexicon.isA(word, .generation) { break }
            if lexicon.isA(word, .stop) || titleEnd(words, at: end, run: run) != nil
                || (word.shape == .upper && word.key.count > 3 && words[run.lowerBound].shape != .upper)
            {
                break
            }
            end += 1
        }
        while end > start, words[end - 1].key.isEmpty { end -= 1 }
        return end
    }
}
