internal import Language
internal import Record
internal import Tables

/// Names, nominals and pronouns of people, agencies, places, units and groups, in coreference chains, linked to the reference tables.
struct MentionFinder: Sendable {
    /// The tables that it reads, for the extractor's version.
    static let tables =
        Gazetteer.tables + MentionLexicon.tables + ReferenceWords.tables + GenderLexicon.tables
        + [PlaceWeights.table]

    let gazetteer: Gazetteer
    let lexicon: MentionLexicon
    let reference: ReferenceWords
    let genders: GenderLexicon
    let placeWeights: PlaceWeights

    init(data: DataFolder) throws(DataError) {
        gazetteer = try Gazetteer(data: data)
        lexicon = try MentionLexicon(data: data)
        reference = try ReferenceWords(data: data)
        genders = try GenderLexicon(data: data)
        placeWeights = try PlaceWeights(data: data)
    }

    /// In text order, with the reference entries that they are linked to. The record holds times and quantities already.
    func mentions(
        in analysis: Analysis, document: DocumentWords, record: AnnotationRecord
    ) -> (mentions: [Mention], entities: [EntityReference]) {
        let published = record.published.flatMap(CalendarDate.init(iso:))
        let nameFinder = NameFinder(gazetteer: gazetteer, lexicon: lexicon)
        var found = document.sentences.indices.map { nameFinder.names(in: document, sentence: $0) }
        NameConsensus(finder: nameFinder).settle(&found, in: document)
        var countries: [String: Int] = [:]
        for sentence in found { for code in sentence.countries.values { countries[code, default: 0] += 1 } }

        var names = found.flatMap(\.names)
        ShortFormFinder(lexicon: lexicon).link(&names, in: document)
        AcronymFinder(lexicon: lexicon).link(&names, in: document)
        PlaceResolver(gazetteer: gazetteer, lexicon: lexicon, weights: placeWeights)
            .resolve(&names, in: document, countries: countries, adjectives: found.map(\.countries))
        Linker(gazetteer: gazetteer, lexicon: lexicon)
            .link(&names, in: document, countries: countries, published: published)
        let chainBuilder = ChainBuilder(gazetteer: gazetteer, lexicon: lexicon, reference: reference)
        let genderReader = GenderReader(lexicon: genders)
        genderReader.mark(&names, in: document)
        let chains = chainBuilder.chainNames(&names, in: document)

        var drafts = withNominals(names, found: found, document: document, analysis: analysis, record: record)
        genderReader.mark(&drafts, in: document)
        let all = chainBuilder.chainNominals(&drafts, chains: chains, in: document, published: published)
        genderReader.settle(&drafts, chains: all)
        drafts += PronounFinder(reference: reference).pronouns(in: document, drafts: drafts, chains: all)

        let writer = MentionWriter(gazetteer: gazetteer)
        return writer.write(drafts, analysis: analysis, quantities: record.quantities, published: published)
    }

    /// Adds the mentions by which those who are quoted speak of themselves: "I", "our".
    /// - Parameter record: holds mentions and attributions.
    /// - Returns: whether there are any.
    func addSpeakers(to record: inout AnnotationRecord, document: DocumentWords, analysis: Analysis) -> Bool {
        SpeakerFinder(reference: reference).add(to: &record, document: document, analysis: analysis)
    }

    /// Names and nominals in text order; owners point into the result.
    private func withNominals(
        _ names: [MentionDraft], found: [NameFinder.Found], document: DocumentWords, analysis: Analysis,
        record: AnnotationRecord
    ) -> [MentionDraft] {
        let finder = NominalFinder(lexicon: lexicon, reference: reference)
        var drafts: [MentionDraft] = []
        drafts.reserveCapacity(names.count * 2)
        var nextName = 0
        var nextQuantity = 0
        for number in document.sentences.indices {
            let firstName = nextName
            while nextName < names.count, names[nextName].sentence == number { nextName += 1 }
            let sentence = analysis.sentences[number]
            var quantities: [(index: Int, tokens: Range<Int>, value: Double?)] = []
            while nextQuantity < record.quantities.count, record.quantities[nextQuantity].start < sentence.span.end {
                let tokens = sentence.tokens(in: record.quantities[nextQuantity].span)
                if !tokens.isEmpty { quantities.append((nextQuantity, tokens, record.quantities[nextQuantity].point)) }
                nextQuantity += 1
            }
            let here = (firstName..<nextName).map { (index: $0 - firstName, draft: names[$0]) }
            var nominals = finder.nominals(
                SentenceGrammar(document, number, reference), sentence: number, found: found[number], names: here,
                quantities: quantities)
            for index in nominals.indices { nominals[index].alias = nil }
            // Merge by position; a phrase stands before the name it starts with.
            let merged = (here.map { ($0.draft, Optional($0.index)) } + nominals.map { ($0, Int?.none) })
                .enumerated().sorted { left, right in
                    let one = left.element.0.tokens
                    let other = right.element.0.tokens
                    if one.lowerBound != other.lowerBound { return one.lowerBound < other.lowerBound }
                    if one.upperBound != other.upperBound { return one.upperBound > other.upperBound }
                    return left.offset < right.offset
                }.map(\.element)
            var places: [Int: Int] = [:]
            for (offset, element) in merged.enumerated() {
                if let name = element.1 { places[name] = drafts.count + offset }
            }
            for (draft, name) in merged {
                var draft = draft
                if name == nil, let owner = draft.owner { draft.owner = places[owner] }
                drafts.append(draft)
            }
        }
        return drafts
    }
}
