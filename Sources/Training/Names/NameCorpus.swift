internal import Language
public import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The corpora that may train the name finder, brought to one scheme.
///
/// | corpus | what is done to it |
/// |---|---|
/// | UNER EWT | as it is: names without articles and titles |
/// | GUM | mentions cut down to the run of capitals around their head |
/// | CrossNER politics | politicians, parties, countries are people, agencies, places; elections and works are no names |
/// | re3d | noun phrases cut down to names by tables; what they cannot settle is left unknown |
///
/// In all of them formations become units and words of nationality outside names become groups.
public struct NameCorpus: Sendable {
    private let tables: NameTables
    private let folder: String

    /// - Parameters:
    ///   - folder: the folder that holds `uner-ewt`, `gum`, `crossner-politics` and `re3d`.
    ///   - data: the tables by which kinds are told.
    public init(folder: String, data: DataFolder) throws {
        self.folder = folder
        tables = try NameTables(data: data)
    }

    /// Names over the UD EWT sentences: `train` or `dev`. Sentence ids are those of the treebank.
    public func uner(_ part: String = "train") throws -> [NamedSentence] {
        let file = "uner-ewt/\(part).iob2"
        return try IOBFile.sentences(of: bytes(file), file: path(file)).map { sentence in
            let names = IOBFile.spans(of: sentence.tags).compactMap { span in
                Self.unerKinds[span.kind].map { NameSpan(words: span.words, kind: $0) }
            }
            return harmonized(
                NamedSentence(
                    id: sentence.id, document: sentence.document, source: .uner, words: sentence.words, names: names))
        }
    }

    /// Names over the sentences of GUM's own trees.
    /// - Parameter treebank: the sentences of the same part, in their order.
    public func gum(_ part: String = "train", treebank: [TreebankSentence]) throws -> [NamedSentence] {
        let file = "gum/\(part).jsonl"
        var documents: [String: [TreebankSentence]] = [:]
        for sentence in treebank { documents[sentence.document, default: []].append(sentence) }
        let gum = GUMNames(trimmer: NameTrimmer(tables: tables))
        return try MentionRecord.records(of: bytes(file), file: path(file)).flatMap { record in
            gum.sentences(of: record, treebank: documents[record.id] ?? []).map(harmonized)
        }
    }

    /// Sentences of Wikipedia on politics: `train`, or `dev`, which must train nothing.
    /// - Parameter reader: cuts into words as the language stage does; the corpus's own words keep their hyphens.
    public func crossNER(_ part: String = "train", reader: WordReader) throws -> [NamedSentence] {
        let file = "crossner-politics/\(part).jsonl"
        return try MentionRecord.records(of: bytes(file), file: path(file)).map { record in
            let placed = reader.words(of: record.text)
            var found = FoundNames(count: placed.count)
            for mention in record.mentions ?? [] {
                guard let kind = NameKind(rawValue: mention.kind), let words = placed.touched(by: mention.span) else {
                    continue
                }
                found.add(words, kind)
            }
            found.finish()
            return harmonized(
                NamedSentence(
                    id: record.id, document: record.id, source: .crossner, words: placed.map(\.text),
                    names: found.names))
        }
    }

    /// re3d's mentions cut down to names.
    public func re3dNames(reader: WordReader) throws -> [NamedSentence] {
        let re3d = Re3dNames(trimmer: NameTrimmer(tables: tables), reader: reader)
        return try re3dRecords().flatMap { re3d.names(of: $0).map(harmonized) }
    }

    /// re3d's own mentions of people, agencies and places, whatever their form: "we", "the rebels". Not harmonised; to be
    /// divided by `document`.
    public func re3dMentions(reader: WordReader) throws -> [NamedSentence] {
        let re3d = Re3dNames(trimmer: NameTrimmer(tables: tables), reader: reader)
        return try re3dRecords().flatMap { re3d.mentions(of: $0) }
    }

    /// All sentences that train the shipped name finder; copies with other names and templates come on top
    /// (`NameAugmentation`).
    public func training(gumTreebank: [TreebankSentence], reader: WordReader) throws -> [NamedSentence] {
        try uner() + gum(treebank: gumTreebank) + crossNER(reader: reader) + re3dNames(reader: reader)
    }

    /// Names by treebank sentence, to train them beside its tags and trees. Sentences whose words differ are left out.
    public static func layer(
        of named: [NamedSentence], over treebank: [TreebankSentence]
    ) -> [String: NamedSentence] {
        let byId = Dictionary(named.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var layer: [String: NamedSentence] = [:]
        for sentence in treebank {
            if let names = byId[sentence.id], names.words == sentence.words.map(\.form) { layer[sentence.id] = names }
        }
        return layer
    }

    private func re3dRecords() throws -> [MentionRecord] {
        try MentionRecord.records(of: bytes("re3d/train.jsonl"), file: path("re3d/train.jsonl"))
    }

    private func harmonized(_ sentence: NamedSentence) -> NamedSentence {
        NameHarmonizer(tables: tables).harmonize(sentence)
    }

    private func path(_ name: String) -> String { folder + "/" + name }

    private func bytes(_ name: String) throws(DataError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path(name)) else {
            throw DataError(file: path(name), line: nil, expected: "a readable file")
        }
        return [UInt8](data)
    }

    private static let unerKinds: [String: NameKind] = ["PER": .person, "ORG": .agency, "LOC": .place]
}
