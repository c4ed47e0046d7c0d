public import Record
public import Tables

/// The language stage: text to sentences of tagged words, with their trees and names.
///
/// The same text always gives the same analysis, on every machine; no state is kept between texts.
public struct Analyzer: Sendable {
    /// The files that it reads, for the extractor's version.
    public static let tables = Segmenter.tables + Lemmatizer.tables + Recaser.tables + [model, certaintyModel]

    /// The model of tags, trees and names in the data folder.
    public static let model = "models/language.model"
    /// The model of what verbs say in the data folder.
    public static let certaintyModel = "models/certainty.model"

    private let segmenter: Segmenter
    private let recaser: Recaser
    private let encoder: Encoder
    private let tagger: Tagger
    private let parser: Parser
    private let recognizer: NameRecognizer
    private let certaintyReader: CertaintyReader?
    private let lemmatizer: Lemmatizer
    private let workspaces = WorkspacePool()

    public init(data: DataFolder) throws(DataError) { try self.init(data: data, readsCertainty: true) }

    /// - Parameter readsCertainty: false for those who are yet to learn the model of what verbs say.
    package init(data: DataFolder, readsCertainty: Bool) throws(DataError) {
        segmenter = try Segmenter(data: data)
        lemmatizer = try Lemmatizer(data: data)
        let file = try ModelFile(data: data, name: Self.model, kind: ModelKind.network)
        encoder = try Encoder(file: file)
        recaser = try Recaser(data: data, words: encoder.words)
        tagger = try Tagger(file: file, shape: encoder.shape)
        parser = try Parser(file: file, shape: encoder.shape)
        recognizer = try NameRecognizer(file: file, shape: encoder.shape)
        guard readsCertainty else {
            certaintyReader = nil
            return
        }
        certaintyReader = try CertaintyReader(
            file: ModelFile(data: data, name: Self.certaintyModel, kind: ModelKind.certainty),
            inputs: encoder.shape.hidden)
    }

    /// Words that are read in one go; more would not be faster.
    private static let batch = 256

    /// Reads a text. Lines are paragraphs.
    public func analyze(_ source: SourceText) -> Analysis {
        workspaces.lend { Analysis(source: source, sentences: sentences(of: source, $0)) }
    }

    /// Reads a text and shows what the encoder made of its words, some sentences at a time: for those who learn from it.
    package func analyze(
        _ source: SourceText, observing observer: (ArraySlice<Sentence>, EncodedSentences) -> Void
    ) -> Analysis {
        workspaces.lend { workspace in
            withoutActuallyEscaping(observer) {
                Analysis(source: source, sentences: sentences(of: source, workspace, observer: $0))
            }
        }
    }

    private func sentences(
        of source: SourceText, _ workspace: Workspace,
        observer: ((ArraySlice<Sentence>, EncodedSentences) -> Void)? = nil
    ) -> [Sentence] {
        var sentences: [Sentence] = []
        var waiting: [Segmenter.Segment] = []
        var words = 0
        func take(_ segment: Segmenter.Segment) {
            if words + segment.pieces.count > Self.batch, words > 0 {
                read(waiting, workspace, observer, to: &sentences)
                waiting.removeAll(keepingCapacity: true)
                words = 0
            }
            waiting.append(segment)
            words += segment.pieces.count
        }
        let isCapitalText = CapitalText.isCapital(source)
        // From the first sentence in capitals on all wait: the ordinary ones show how its words are written.
        var held: [Segmenter.Segment] = []
        segmenter.forEachSegment(of: source) { segment in
            if !held.isEmpty || isCapitalText || CapitalText.isCapital(segment.pieces, least: Recaser.leastWords) {
                held.append(segment)
            } else {
                take(segment)
            }
        }
        if !held.isEmpty {
            recaser.recase(&held, isCapitalText: isCapitalText, workspace)
            for segment in held { take(segment) }
        }
        if !waiting.isEmpty { read(waiting, workspace, observer, to: &sentences) }
        return sentences
    }

    private func read(
        _ segments: [Segmenter.Segment], _ workspace: Workspace,
        _ observer: ((ArraySlice<Sentence>, EncodedSentences) -> Void)?, to sentences: inout [Sentence]
    ) {
        let first = sentences.count
        var words: [HashedWord] = []
        var isKnown: [Bool] = []
        let inputs = segments.map { segment in
            var input = Encoder.Input()
            for (at, piece) in segment.pieces.enumerated() {
                let lower = HashedWord(WordFolding.folded(piece.text))
                let entry = encoder.words.entry(lower.text)
                words.append(lower)
                isKnown.append(entry.isKnown)
                input.append(
                    WordFeatures.Word(
                        text: piece.text, lower: lower.text, entry: entry, isFirst: at == 0,
                        spaceBefore: piece.spaceBefore))
            }
            return input
        }
        workspace.reset()
        let encoded = encoder.encode(inputs[...], workspace)
        var tags = tagger.tags(of: encoded)
        var arcs = parser.arcs(of: encoded)
        let names = recognizer.names(in: encoded)
        for ((segment, range), names) in zip(zip(segments, encoded.sentences), names) {
            let pieces = segment.pieces
            TreeAgreement.settle(&arcs, &tags, in: range, words: words)
            TagAgreement.settle(&tags, in: range, by: arcs) { word, penn in
                lemmatizer.lemma(words[word], penn: penn).text == "have"
            }
            let isShouted = LemmaCase.isShouted(pieces.lazy.map(\.text))
            var tokens: [Token] = []
            tokens.reserveCapacity(pieces.count)
            for (at, piece) in pieces.enumerated() {
                let word = range.lowerBound + at
                let tag = tags[word]
                let arc = arcs[word]
                let isPerfect =
                    arc.relation == "aux" && arc.head >= 0 && tags[range.lowerBound + arc.head].penn == "VBN"
                let lemma = lemmatizer.lemma(
                    words[word], penn: tag.penn, tag: tag.universal, isPerfect: isPerfect,
                    isAcronym: !isShouted && LetterShape(piece.text) == .large)
                var token = Token(
                    span: piece.span, text: piece.text, lower: words[word], lemma: lemma, tag: tag.universal,
                    penn: tag.penn, verbForm: VerbForm(penn: tag.penn), spaceBefore: piece.spaceBefore)
                token.head = arc.head
                token.relation = arc.relation
                token.isJoined = piece.isJoined
                token.isKnown = isKnown[word]
                tokens.append(token)
            }
            var sentence = Sentence(
                tokens: tokens, span: Span(start: pieces[0].span.start, end: pieces[pieces.count - 1].span.end),
                paragraph: segment.paragraph, role: segment.role)
            sentence.names = names
            sentences.append(sentence)
        }
        certaintyReader?.read(&sentences, from: first, encoded)
        observer?(sentences[first...], encoded)
    }
}
