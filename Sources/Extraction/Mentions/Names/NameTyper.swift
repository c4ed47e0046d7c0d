internal import Language
internal import Record

/// Decides the kind of names that no pattern settled, by weighing what the tables, the neighbours and the rest of the
/// document say. The gazetteer is one witness among them: "Jordan said he …" after "Michael Jordan" is a person.
struct NameTyper: Sendable {
    let gazetteer: Gazetteer
    let lexicon: MentionLexicon

    /// Family names of people whose full name is in the document.
    private var surnames: Set<String> = []
    /// Their given names.
    private var givenNames: Set<String> = []
    /// How often the document names each country.
    private var countries: [String: Int] = [:]

    init(gazetteer: Gazetteer, lexicon: MentionLexicon) {
        self.gazetteer = gazetteer
        self.lexicon = lexicon
    }

    private struct Scores {
        var person = 0.0
        var agency = 0.0
        var place = 0.0
    }

    /// The names with kinds; those that nothing speaks for are dropped.
    mutating func type(
        _ names: [MentionDraft], in document: DocumentWords, countries: [String: Int]
    ) -> [MentionDraft] {
        self.countries = countries
        surnames = []
        givenNames = []
        for name in names where name.isTyped && name.kind == .person && (name.tokens.count > 1 || name.title != nil) {
            let words = document.sentences[name.sentence]
            surnames.insert(Spelling.folded(String(decoding: words[name.head].key, as: UTF8.self)))
            if name.tokens.count > 1 {
                givenNames.insert(String(decoding: words[name.tokens.lowerBound].key, as: UTF8.self))
            }
        }
        // Full names first: they tell what a surname alone means.
        let full = names.map { $0.isTyped || $0.tokens.count < 2 ? $0 : typed($0, in: document) }
        for case let name? in full where name.isTyped && name.kind == .person && name.tokens.count > 1 {
            let words = document.sentences[name.sentence]
            surnames.insert(Spelling.folded(String(decoding: words[name.head].key, as: UTF8.self)))
        }
        return full.compactMap { $0.flatMap { $0.isTyped ? $0 : typed($0, in: document) } }
    }

    /// "NATO-Russia" is nobody's name.
    private func namesCountry(_ words: [Word], _ position: Int) -> Bool {
        gazetteer.longestMatch(in: words, at: position, limit: position + 1)?.hits
            .contains { $0.table == .countries } ?? false
    }

    /// The name with its kind; nil if nothing speaks for one.
    private func typed(_ name: MentionDraft, in document: DocumentWords) -> MentionDraft? {
        var typed = name
        let scores = weigh(name, in: document)
        let best = max(scores.person, scores.agency, scores.place)
        guard best >= threshold(name, in: document) else { return nil }
        typed.kind = best == scores.person ? .person : best == scores.place ? .place : .agency
        typed.isTyped = true
        typed.hits = name.hits.filter { hit in
            switch hit.table {
            case .people: typed.kind == .person
            case .agencies: typed.kind == .agency
            case .countries, .regions, .areas, .places: typed.kind == .place
            }
        }
        return typed
    }

    private func isTown(_ words: [Word], _ position: Int) -> Bool {
        if lexicon.hasPlaceEnding(words[position]) { return true }
        guard lexicon.lastName(words[position]) < 2, lexicon.firstName(words[position]) < 2 else { return false }
        return gazetteer.longestMatch(in: words, at: position, limit: position + 1)?.hits
            .contains { $0.table == .places || $0.table == .regions } ?? false
    }

    private func threshold(_ name: MentionDraft, in document: DocumentWords) -> Double {
        let words = document.sentences[name.sentence]
        var threshold = name.tokens.count > 1 ? 1.0 : 1.2
        if document.isTitleCase[name.sentence] || document.isAllCaps[name.sentence] { threshold += 1 }
        let first = words[name.tokens.lowerBound]
        let goesOn = name.tokens.dropFirst().contains { words[$0].isCapital && words[$0].token.tag == .properNoun }
        if DocumentWords.startsSentence(words, name.tokens.lowerBound), !document.isSeenAsName(first), !goesOn {
            threshold += first.token.tag == .properNoun ? 0.9 : 1.5
        }
        return threshold
    }

    private func weigh(_ name: MentionDraft, in document: DocumentWords) -> Scores {
        let words = document.sentences[name.sentence]
        let first = words[name.tokens.lowerBound]
        let last = words[name.tokens.upperBound - 1]
        let isSingle = name.tokens.count == 1
        var scores = Scores()

        for hit in name.hits { weigh(hit, into: &scores) }

        let firstName = Double(lexicon.firstName(first))
        let lastName = Double(lexicon.lastName(last))
        if isSingle {
            scores.person += firstName * 0.8 + lastName * 0.3
        } else if firstName > 0, lastName > 0 {
            scores.person += firstName + lastName * 0.5
        } else {
            scores.person += firstName * 0.7 + lastName * 0.5
        }
        if surnames.contains(Spelling.folded(name.key)) { scores.person += 5 }
        if givenNames.contains(name.key) { scores.person += 2.5 }
        if isSingle, first.shape == .upper, first.key.count > 1 {
            // "FREE", "TEXT": a common word that is only loud.
            scores.agency += lexicon.isCommon(first) && name.hits.isEmpty ? 0.3 : first.key.count <= 6 ? 2.5 : 1
            scores.person -= 1
        }
        if name.title != nil { scores.person += 4 }
        weighNeighbours(name, words, into: &scores)
        let isAllCommon = words[name.tokens].allSatisfy { $0.key.isEmpty || lexicon.isCommon($0) }
        if !isSingle, name.hits.isEmpty, scores.person < 1, scores.place < 1, !isAllCommon {
            scores.agency +=
                words[name.tokens].contains { $0.token.tag == .noun || lexicon.isA($0, .company) } ? 1.2 : 0.8
        }
        if !isSingle, name.tokens.count <= 3, name.hits.isEmpty,
            words[name.tokens].allSatisfy({ $0.shape == .capitalized }), last.token.tag == .properNoun,
            !name.tokens.contains(where: { namesCountry(words, $0) || lexicon.isA(words[$0], .adjective) }),
            !words[name.tokens].contains(where: {
                (document.isSeenLower($0) || lexicon.isCommon($0)) && lexicon.lastName($0) < 2
            })
        {
            // Two or three unknown words with capitals are most often somebody.
            scores.person += 1.3
        }
        // "Nova Sich", "Velyki Prokhody"
        if name.hits.isEmpty, !isSingle, lexicon.isA(first, .placeStart) { scores.place += 3.2 }
        if name.hits.isEmpty, lexicon.hasPlaceEnding(last) { scores.place += 1.5 }
        if !isSingle, name.hits.isEmpty,
            words[last.isClitic ? name.tokens.lowerBound : name.tokens.upperBound - 2].joins,
            gazetteer.longestMatch(in: words, at: name.tokens.upperBound - 1, limit: name.tokens.upperBound)?.hits
                .contains(where: { $0.table == .places }) == true,
            first.shape != .upper, last.shape != .upper
        {
            // "Rai-Oleksandrivka"
            scores.place += 2
        }
        if isSingle, name.hits.isEmpty {
            scores.agency += first.token.tag == .properNoun && !lexicon.isCommon(first) ? 1.2 : 0.4
        }
        return scores
    }

    private func weigh(_ hit: GazetteerHit, into scores: inout Scores) {
        switch hit.table {
        case .countries: scores.place = max(scores.place, hit.role == .metonym ? 2 : 4.5)
        case .regions: scores.place = max(scores.place, hit.role == .name ? 3.2 : 2.4)
        case .areas: scores.place = max(scores.place, 3.2)
        case .places:
            let entry = gazetteer.entry(hit)
            let population = entry.population
            var weight = population > 1_000_000 ? 3.6 : population > 200_000 ? 2.8 : population > 40_000 ? 1.9 : 1.4
            if entry.isCommon {
                weight -= population > 1_000_000 ? 1 : 0.9
                // "Lyman" in a text about Ukraine
                if let country = entry.country, countries[country, default: 0] > 2 { weight += 1.2 }
            }
            scores.place = max(scores.place, hit.role == .name ? weight : weight - 0.4)
        case .people:
            scores.person = max(scores.person, hit.role == .short ? 3 : 6)
        case .agencies:
            scores.agency = max(scores.agency, hit.role == .acronym ? 3.5 : 4.5)
        }
    }

    private func weighNeighbours(_ name: MentionDraft, _ words: [Word], into scores: inout Scores) {
        var before = name.title?.lowerBound ?? name.tokens.lowerBound
        before -= 1
        if before >= 0 {
            let word = words[before]
            if word.lower == "the" {
                scores.agency += name.tokens.count > 1 ? 1.2 : 0.8
                scores.person -= 1.5
            } else if lexicon.isA(word, .placePreposition) {
                scores.place += word.lower == "from" || word.lower == "to" ? 0.9 : 1.6
                if word.lower == "in" || word.lower == "near" { scores.person -= 1 }
            } else if word.lower == "by" || word.lower == "with" || word.lower == "told" {
                scores.person += 0.4
            } else if let noun = lexicon.personNouns.value(word.token.lemma), noun.kind == .person {
                scores.person += 3
            } else if lexicon.offices.value(word.plain) != nil || lexicon.kinNouns.value(word.token.lemma) != nil {
                scores.person += 2.5
            }
            if word.lower == "and", before > 0, words[before - 1].isCapital { scores.place += 0.2 }
            // "near Kupiansk, Vovche and …": one of a list of places.
            let isList = word.lower == "and" || word.token.text == ","
            if isList, name.hits.isEmpty, name.tokens.count == 1 {
                var other = before - 1
                while other >= 0, words[other].isPunctuation { other -= 1 }
                if other >= 0, words[other].isCapital, isTown(words, other) { scores.place += 1.4 }
            }
        }
        var after = name.tokens.upperBound
        guard after < words.count else { return }
        if words[after].isCapital, lexicon.isA(words[after], .stop), name.hits.isEmpty {
            // "World War", "Nobel Prize": part of a name of something else.
            scores.agency -= 2
            scores.place -= 2
            scores.person -= 2
        }
        if words[after].isPossessive {
            scores.person += 0.2
            return
        }
        if words[after].token.text == ",", after + 1 < words.count {
            let next = words[after + 1]
            if next.shape == .number, next.key.count <= 2 { scores.person += 3 }
            if next.lower == "who" || next.lower == "whose" { scores.person += 2 }
            if next.isCapital,
                gazetteer.longestMatch(in: words, at: after + 1, limit: words.count)?.hits
                    .contains(where: { $0.table == .countries || $0.table == .regions }) == true
            {
                scores.place += 1.6
            }
            if next.lower == "the" || next.lower == "a" || next.lower == "an" {
                scores.person += 0.3
            }
            return
        }
        if words[after].token.text == "(", after + 1 < words.count, words[after + 1].shape == .upper {
            scores.agency += 1
        }
        if words[after].lower == "who" { scores.person += 2.5 }
        while after < words.count, words[after].token.tag == .adverb || words[after].token.tag == .auxiliary {
            after += 1
        }
        guard after < words.count else { return }
        if lexicon.speakingVerbs.contains(words[after].token.lemma) || words[after].lower == "told" {
            scores.person += 1.4
            scores.agency += 0.6
        } else if words[after].token.tag == .verb {
            scores.person += 0.5
            scores.agency += 0.3
        }
        if let place = lexicon.placeNouns.match(words, at: after, limit: words.count), words[after].shape == .lower,
            place.value.after, after == name.tokens.upperBound
        {
            scores.place += 2.2
        }
    }
}
