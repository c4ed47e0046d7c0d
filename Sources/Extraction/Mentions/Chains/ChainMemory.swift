internal import Language
internal import Record

extension ChainBuilder {
    /// What has been mentioned so far, for the nominals that come later.
    struct Memory: Sendable {
        /// The day of publication, as far as known: offices are those of that day.
        let day: String?
        var entities: [Int: GazetteerEntry] = [:]
        /// Agencies and units of a country: "military UA".
        var ofCountry: [String: Int] = [:]
        /// Things that belong to another chain: "spokesman 3".
        var owned: [String: Int] = [:]
        /// Groups spoken of in general: "soldier KP", and the last sentence that did.
        private var generic: [String: (chain: Int, sentence: Int)] = [:]
        /// How often each place was named.
        private var placeCounts: [Int: Int] = [:]
        private var agencies: [Seen] = []
        private var places: [Seen] = []
        /// Places that have a description and no name of their own: "the Orbis Music Store".
        private var describedPlaces: [Seen] = []
        private var people: [Seen] = []
        private var holders: [Holder] = []
        /// Those of the whole document, for an office that is named before its holder.
        private var allHolders: [Holder] = []

        private struct Seen: Sendable {
            var chain: Int
            var sentence: Int
            var key: String
            var country: String?
            var sector: String
            /// Lemmas of the words around it: "capture" of "the capture of two soldiers".
            var company: Set<String>
            var isPlural: Bool
            var isSpecific: Bool
            /// Brought in as somebody new: "a guard".
            var isNew: Bool
            var isGeneral: Bool
            /// "his guards"
            var isPossessed: Bool
            /// One noun for many: "a crew".
            var isCollective: Bool
            var isName: Bool
            var gender: Gender?
            /// The number word, where one counts them.
            var count: String?
        }

        private struct Holder: Sendable {
            var chain: Int
            var office: String
            var country: String?
            var isFormer = false
        }

        init(day: String?) { self.day = day }

        /// How many earlier mentions a definite noun phrase is compared with.
        private static let reach = 24

        mutating func add(
            _ draft: MentionDraft, ownerChain: Int?, _ document: DocumentWords, _ gazetteer: Gazetteer,
            _ lexicon: MentionLexicon
        ) {
            if let entity = draft.entity, entities[draft.chain] == nil { entities[draft.chain] = entity }
            let words = document.sentences[draft.sentence]
            switch draft.kind {
            case .agency, .unit:
                if let country = draft.country, draft.form == .nominal {
                    ofCountry["\(draft.key) \(country)"] = ofCountry["\(draft.key) \(country)"] ?? draft.chain
                }
                let key = draft.form == .name ? nameNouns(draft, words) : draft.key
                var seen = draft
                if seen.sector.isEmpty, draft.form == .name {
                    let noun = lexicon.agencyNouns.match(words, at: draft.head, limit: draft.tokens.upperBound)
                    seen.sector = noun?.value.sector ?? ""
                    if let last = words[draft.tokens].last, lexicon.isA(last, .company) { seen.sector = "company" }
                }
                Self.push(&agencies, seen, words, key: key)
            case .place:
                if draft.form == .name {
                    placeCounts[draft.chain, default: 0] += 1
                    Self.push(&places, draft, words, key: draft.entity?.feature ?? "")
                } else if draft.form == .nominal, !draft.isPlural {
                    Self.push(&describedPlaces, draft, words, key: draft.key)
                }
            case .person, .group:
                if holders.count > 400 { holders.removeFirst(200) }
                if draft.form == .name {
                    remember(officesOf: draft, words, gazetteer, lexicon)
                } else {
                    if draft.sector == "office", !draft.isPlural {
                        holders.append(
                            Holder(
                                chain: draft.chain, office: draft.key, country: draft.country,
                                isFormer: draft.modifiers.contains { lexicon.isFormer($0) }))
                    }
                    if draft.definiteness == .bare || draft.definiteness == .possessed, draft.kind == .group,
                        draft.modifiers.isEmpty, !draft.isGeneral
                    {
                        let key = "\(draft.key) \(draft.country ?? "")"
                        generic[key] = (generic[key]?.chain ?? draft.chain, draft.sentence)
                    }
                    Self.push(&people, draft, words, key: draft.key)
                }
            case .object:
                break
            }
            if draft.form == .nominal, let owner = ownerChain, draft.sector != "office" || draft.kind == .person {
                let key = "\(draft.key) \(owner)"
                owned[key] = owned[key] ?? draft.chain
            }
        }

        /// The latest person in an office: "the Ukrainian president".
        func holder(of office: String, country: String?, isFormer: Bool) -> Int? {
            let known = holders.last { holder in
                guard holder.isFormer == isFormer else { return false }
                guard holder.office == office || holder.office.hasSuffix(" " + office) else { return false }
                guard let country else { return true }
                return holder.country == nil || holder.country == country
            }
            if let known { return known.chain }
            guard let country else { return nil }
            let later = allHolders.filter {
                $0.country == country && $0.office == office && $0.isFormer == isFormer
            }
            guard let first = later.first, later.allSatisfy({ $0.chain == first.chain }) else { return nil }
            return first.chain
        }

        /// Learns who holds which office in a document before it is read through.
        mutating func foresee(
            _ drafts: [MentionDraft], _ document: DocumentWords, _ gazetteer: Gazetteer, _ lexicon: MentionLexicon
        ) {
            for draft in drafts where draft.form == .name && draft.kind == .person && draft.chain >= 0 {
                remember(officesOf: draft, document.sentences[draft.sentence], gazetteer, lexicon)
            }
            allHolders = holders
            holders = []
        }

        /// The body that "the agency" means: of those named just before the last one that the noun fits.
        func nearestAgency(_ noun: String, sector: String, sentence: Int, _ reference: ReferenceWords) -> Int? {
            let sectors = reference.sectors(of: noun)
            for seen in agencies.reversed() {
                guard sentence - seen.sentence <= 6 else { return nil }
                if seen.key == noun
                    || seen.key.utf8.split(separator: 0x20).contains(where: { $0.elementsEqual(noun.utf8) })
                {
                    return seen.chain
                }
                guard seen.isName else { continue }
                let known = entities[seen.chain]?.sector ?? seen.sector
                if sectors.isEmpty ? known == sector && sector != "government" : sectors.contains(known) {
                    return seen.chain
                }
            }
            return nil
        }

        /// The chain of a group that is spoken of in general: "Russian troops" are always the same, "residents" only for
        /// a while.
        func general(_ draft: MentionDraft, country: String?) -> Int? {
            guard let known = generic["\(draft.key) \(country ?? "")"],
                country != nil || draft.sentence - known.sentence <= 2
            else { return nil }
            return known.chain
        }

        /// The place that "the city" or "the republic" means: of those named just before the one that the text names
        /// more often than any other.
        func nearestPlace(_ noun: String, _ feature: String, sentence: Int) -> Int? {
            var best: (chain: Int, count: Int)?
            var isClear = true
            for seen in places.reversed() {
                guard sentence - seen.sentence <= 3 else { break }
                let fits =
                    switch feature {
                    case "region": seen.key == "ADM1"
                    case "country": seen.key.hasPrefix("PCL") || noun == "republic" && seen.key == "ADM1"
                    case "city", "town", "village": seen.key.hasPrefix("PPL")
                    default: false
                    }
                guard fits, seen.chain != best?.chain else { continue }
                let count = placeCounts[seen.chain] ?? 0
                if let current = best, count <= current.count {
                    if count == current.count { isClear = false }
                    continue
                }
                best = (seen.chain, count)
                isClear = true
            }
            return isClear ? best?.chain : nil
        }

        /// The place that "the store" goes on with: that of the same noun told right before, else the only one told lately.
        func describedPlace(_ noun: String, sentence: Int) -> Int? {
            var chain: Int?
            for seen in describedPlaces.reversed() {
                guard sentence - seen.sentence <= 3 else { break }
                guard seen.key == noun else { continue }
                if sentence - seen.sentence == 1 { return seen.chain }
                if let chain, chain != seen.chain { return nil }
                chain = seen.chain
            }
            return chain
        }

        /// The chain that a definite group or person goes on with, where one is clearly meant.
        func nearestPeople(_ draft: MentionDraft, country: String?, _ reference: ReferenceWords) -> Int? {
            var best: (score: Double, chain: Int)?
            for seen in people.suffix(Self.reach).reversed() {
                guard seen.isPlural == draft.isPlural, seen.isCollective == draft.isCollective else { continue }
                // One person fades sooner than those whom a text is about.
                if !draft.isPlural, draft.sentence - seen.sentence > 6 { continue }
                if let country, let other = seen.country, country != other { continue }
                if let gender = draft.gender, let other = seen.gender, gender != other { continue }
                // "The two soldiers" are none of 8,000.
                if let count = draft.count, let other = seen.count, count != other { continue }
                if draft.isFresh, seen.key != draft.key { continue }
                let points = draft.definiteness == .demonstrative
                if country != nil, seen.country == nil, seen.key != draft.key, !points || seen.isPossessed { continue }
                var score = 0.0
                if seen.key == draft.key {
                    score += 2
                } else if draft.sentence - seen.sentence <= 4, reference.isRole(draft.key, of: seen.company) {
                    score += 1.5
                } else if seen.sector == draft.sector, !seen.sector.isEmpty, seen.sector != "civilian",
                    !draft.isGeneral, draft.sentence - seen.sentence <= 4
                {
                    score += 0.7
                } else if draft.isGeneral, !seen.isGeneral, seen.isNew, draft.sentence - seen.sentence <= 2 {
                    // "a guard … the man"
                    score += 0.5
                } else {
                    continue
                }
                if draft.modifiers.contains(where: { seen.company.contains($0) }) { score += 2.5 }
                if seen.isSpecific { score += 1 }
                if draft.count != nil, draft.count == seen.count { score += 1.5 }
                if draft.gender != nil, draft.gender == seen.gender { score += 0.3 }
                // "officials said … the officials": the same only where the first are near.
                let isNear = seen.key == draft.key && draft.sentence - seen.sentence <= 2
                if draft.definiteness == .definite, !seen.isSpecific, !isNear { score -= 1 }
                // "these soldiers" points at what was just said, "the soldiers" at what the text is about.
                score -= Double(draft.sentence - seen.sentence) * (points ? 1 : 0.1)
                if points, draft.sentence - seen.sentence <= 1 { score += 1 }
                if score > best?.score ?? 1.2 { best = (score, seen.chain) }
            }
            return best?.chain
        }

        /// "Two soldiers" soon after "two North Korean soldiers" are the same two.
        func sameCount(_ draft: MentionDraft) -> Int? {
            guard draft.isPlural, let count = draft.count else { return nil }
            return people.suffix(Self.reach).last { seen in
                seen.isPlural && seen.key == draft.key && seen.count == count && draft.sentence - seen.sentence <= 3
                    && (seen.country == nil || draft.country == nil || seen.country == draft.country)
            }?.chain
        }

        // MARK: -

        private func nameNouns(_ draft: MentionDraft, _ words: [Word]) -> String {
            words[draft.tokens].map(\.lower).joined(separator: " ")
        }

        private static func push(_ list: inout [Seen], _ draft: MentionDraft, _ words: [Word], key: String) {
            var company = Set(draft.modifiers)
            let from = max(0, draft.tokens.lowerBound - 4)
            let to = min(words.count, draft.tokens.upperBound + 3)
            for token in from..<to where !draft.tokens.contains(token) {
                switch words[token].token.tag {
                case .verb, .noun, .adjective: company.insert(words[token].token.lemma)
                default: break
                }
            }
            list.append(
                Seen(
                    chain: draft.chain, sentence: draft.sentence, key: key, country: draft.country,
                    sector: draft.sector,
                    company: company, isPlural: draft.isPlural,
                    isSpecific: draft.definiteness == .indefinite || draft.definiteness == .definite,
                    isNew: draft.definiteness == .indefinite, isGeneral: draft.isGeneral,
                    isPossessed: draft.definiteness == .possessed, isCollective: draft.isCollective,
                    isName: draft.form == .name, gender: draft.gender,
                    count: draft.count))
            if list.count > 400 { list.removeFirst(200) }
        }

        private mutating func remember(
            officesOf draft: MentionDraft, _ words: [Word], _ gazetteer: Gazetteer, _ lexicon: MentionLexicon
        ) {
            guard draft.kind == .person else { return }
            if let title = draft.title {
                // "former Finance Minister Ada Quillfeather"
                let isFormer = (max(0, title.lowerBound - 2)..<title.upperBound).contains {
                    lexicon.isFormer(words[$0].lower)
                }
                var token = title.lowerBound
                while token < title.upperBound {
                    if let match = lexicon.offices.match(words, at: token, limit: title.upperBound),
                        match.value.predicate != "title"
                    {
                        holders.append(
                            Holder(
                                chain: draft.chain, office: match.value.name.lowercased(), country: draft.country,
                                isFormer: isFormer))
                        token = match.end
                    } else {
                        token += 1
                    }
                }
            } else if let entity = draft.entity {
                for tenure in gazetteer.offices(of: entity.id)
                where day.map({ tenure.holds(on: $0) }) ?? tenure.to.isEmpty {
                    holders.append(
                        Holder(
                            chain: draft.chain, office: tenure.office,
                            country: gazetteer.country(id: tenure.of)?.country ?? entity.country))
                }
            }
        }
    }
}
