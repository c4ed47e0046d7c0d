internal import Language
public import Tables

/// Training sentences with the names of the news: copies of annotated sentences with their names replaced, and filled templates.
///
/// The same seed gives the same sentences.
public struct NameAugmentation: Sendable {
    private let inventory: NameInventory
    private let templates: [NameTemplate]
    private let reader: WordReader

    /// - Throws: `DataError` for a table that is missing or a template that cannot be read.
    public init(data: DataFolder, reader: WordReader) throws(DataError) {
        inventory = try NameInventory(data: data)
        self.reader = reader
        let table = try data.table("training/name-templates.tsv", columns: ["template"])
        var templates: [NameTemplate] = []
        for row in table.rows {
            guard let template = NameTemplate(row["template"]), template.parts.allSatisfy(inventory.knows) else {
                throw DataError(
                    file: data.path + "/" + table.name, line: row.line,
                    expected:
                        "slots that data/training/name-slots.tsv or the table's comment names, `{slot}`, or `[words|kind]`"
                )
            }
            templates.append(template)
        }
        self.templates = templates
    }

    /// The templates, each filled a number of times.
    public func templateSentences(copies: Int, seed: UInt64) -> [NamedSentence] {
        var sentences: [NamedSentence] = []
        for (number, template) in templates.enumerated() {
            for copy in 0..<max(0, copies) {
                var random = SeededGenerator(seed: seed &+ UInt64(number) &* 7919 &+ UInt64(copy) &* 1_000_003)
                let (text, names) = template.filled(from: inventory, &random)
                let placed = reader.words(of: text)
                var found = FoundNames(count: placed.count)
                for name in names {
                    if let words = placed.touched(by: name.span) { found.add(words, name.kind) }
                }
                found.finish()
                sentences.append(
                    NamedSentence(
                        id: "template-\(number + 1).\(copy + 1)", document: "template-\(number + 1)", source: .template,
                        words: placed.map(\.text), names: found.names))
            }
        }
        return sentences
    }

    /// Copies of sentences in which names are replaced by others of their kind; sentences without names are left out.
    /// - Parameters:
    ///   - percent: how many of a hundred names are replaced; a copy in which none was is left out.
    ///   - number: tells several copies of one sentence apart.
    public func substituted(
        _ sentences: [NamedSentence], percent: Int = 70, copy number: Int = 1, seed: UInt64
    ) -> [NamedSentence] {
        sentences.enumerated().compactMap { at, sentence in
            guard !sentence.names.isEmpty else { return nil }
            var random = SeededGenerator(seed: seed &+ UInt64(at) &* 104_729 &+ UInt64(number) &* 15_485_863)
            return substituted(sentence, percent: percent, copy: number, &random)
        }
    }

    private func substituted(
        _ sentence: NamedSentence, percent: Int, copy number: Int, _ random: inout SeededGenerator
    ) -> NamedSentence? {
        var copy = sentence
        copy.id += "#s\(number)"
        copy.words = []
        copy.names = []
        // Where each old word starts among the new ones, for the words that are unknown.
        var places: [Int] = []
        var next = 0
        var isChanged = false
        for name in sentence.names {
            while next < name.words.lowerBound {
                places.append(copy.words.count)
                copy.words.append(sentence.words[next])
                next += 1
            }
            var words = Array(sentence.words[name.words])
            if random.chance(percent: percent), let other = replacement(of: name, in: sentence.words, &random) {
                words = other
                isChanged = true
            }
            places += name.words.map { _ in copy.words.count }
            copy.names.append(NameSpan(words: copy.words.count..<copy.words.count + words.count, kind: name.kind))
            copy.words += words
            next = name.words.upperBound
        }
        guard isChanged else { return nil }
        while next < sentence.words.count {
            places.append(copy.words.count)
            copy.words.append(sentence.words[next])
            next += 1
        }
        copy.unknown = sentence.unknown.map { range in
            let start = places[range.lowerBound]
            let end = range.upperBound < places.count ? places[range.upperBound] : copy.words.count
            return start..<max(start, end)
        }
        return copy
    }

    /// The words of another name that fits the place of one; nil where none would read well.
    private func replacement(of name: NameSpan, in words: [String], _ random: inout SeededGenerator) -> [String]? {
        let old = words[name.words]
        let before = name.words.lowerBound > 0 ? words[name.words.lowerBound - 1].lowercased() : ""
        // Names in small letters are part of what a learner must get used to.
        guard old.contains(where: \.startsUpper) else { return nil }
        let slot: String
        switch name.kind {
        case .person: slot = old.count > 1 ? "person" : "last"
        case .unit: slot = "unit"
        case .group:
            guard old.count == 1 else { return nil }
            slot = old.first?.hasSuffix("s") ?? false ? "people" : "group"
        case .place:
            if before == "the" { return nil }
            slot = "place"
        case .agency:
            if old.count == 1, old.first?.isAllUpper ?? false {
                slot = "acronym"
            } else if before == "the" {
                slot = random.pick(["ministry", "body", "party", "rebels"]) ?? "body"
            } else {
                slot = random.pick(["company", "media", "acronym", "rebels"]) ?? "company"
            }
        }
        var text = inventory.fill(slot, &random)
        guard !text.isEmpty else { return nil }
        if old.allSatisfy({ $0.isAllUpper || !$0.startsUpper }), old.contains(where: { $0.utf8.count > 4 }) {
            text = text.uppercased()
        }
        return reader.words(of: text).map(\.text)
    }
}

extension NameInventory {
    func knows(_ part: NameTemplate.Part) -> Bool {
        if case .slot(let slot) = part { return has(slot) }
        return true
    }
}
