public import Tables

/// All that the network learns from, and what it is measured on.
public struct Lessons: Sendable {
    /// Sentences with trees, most with names as well.
    public private(set) var trees: [LabelledSentence] = []
    /// Sentences with names alone.
    public private(set) var names: [LabelledSentence] = []
    /// Sentences of the treebanks that the network never learns from, by corpus.
    public private(set) var held: [(corpus: String, sentences: [LabelledSentence])] = []

    /// One in so many sentences that a report could begin with is shown behind a dateline as well.
    private static let datelineRate = 25

    /// Reads the corpora.
    /// - Parameters:
    ///   - corpora: the folder with `ud-ewt`, `gum`, `uner-ewt`, `crossner-politics` and `re3d`.
    ///   - data: the data folder, for the tables of names and templates.
    ///   - copies: how many copies with other names are made of each sentence with names.
    ///   - fillings: how often each template is filled.
    ///   - withRe3d: false where the network is to be measured on re3d.
    ///   - seed: where the choice of names begins.
    public init(corpora: String, data: DataFolder, copies: Int, fillings: Int, withRe3d: Bool = true, seed: UInt64)
        throws
    {
        let reader = try WordReader(data: data)
        let corpus = try NameCorpus(folder: corpora, data: data)
        func bank(_ name: String, _ part: String) throws -> Treebank {
            try Treebank(path: "\(corpora)/\(name)/\(part).conllu")
        }
        func labelled(_ bank: Treebank, _ names: [NamedSentence]) -> [LabelledSentence] {
            let layer = NameCorpus.layer(of: names, over: bank.sentences)
            return bank.sentences.map { sentence in
                var result = LabelledSentence(sentence)
                result.names = layer[sentence.id]?.labels
                return result
            }
        }
        let web = try bank("ud-ewt", "train")
        let gum = try bank("gum", "train")
        let webNames = try corpus.uner()
        let gumNames = try corpus.gum(treebank: gum.sentences)
        trees = labelled(web, webNames) + labelled(gum, gumNames)
        trees += try Datelines(data: data).copies(of: trees, every: Self.datelineRate, seed: seed)
        let joined = Self.joined(trees)
        let others = try corpus.crossNER(reader: reader) + (withRe3d ? corpus.re3dNames(reader: reader) : [])
        let augmentation = try NameAugmentation(data: data, reader: reader)
        var named = others + augmentation.templateSentences(copies: fillings, seed: seed)
        for copy in 0..<copies {
            named += augmentation.substituted(webNames + gumNames + others, copy: copy + 1, seed: seed)
        }
        names = named.map { LabelledSentence($0) } + joined
        let webDev = try bank("ud-ewt", "dev")
        let gumDev = try bank("gum", "dev")
        held = [
            ("EWT dev", labelled(webDev, try corpus.uner("dev"))),
            ("GUM dev", labelled(gumDev, try corpus.gum("dev", treebank: gumDev.sentences))),
            ("CrossNER dev", try corpus.crossNER("dev", reader: reader).map { LabelledSentence($0) }),
        ]
    }

    /// Neighbours that a text without line breaks runs together, as names alone: a greeting or a signature, with what
    /// comes after it. So the ends of names are learnt where no mark stands.
    private static func joined(_ sentences: [LabelledSentence]) -> [LabelledSentence] {
        let stops: Set<String> = [".", "!", "?", ":", ";", "...", "\"", ")"]
        return zip(sentences, sentences.dropFirst()).compactMap { first, second in
            guard first.document == second.document, let names = first.names, let more = second.names,
                first.forms.count <= 12, second.forms.count <= 30, let last = first.forms.last, !stops.contains(last),
                (names + more).contains(where: { $0 != "O" })
            else { return nil }
            return LabelledSentence(
                document: first.document, forms: first.forms + second.forms,
                spaceBefore: first.spaceBefore + second.spaceBefore, names: names + more)
        }
    }
}
