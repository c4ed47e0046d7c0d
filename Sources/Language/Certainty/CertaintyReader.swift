internal import CKernels
package import Tables

/// How sure readers are that what a verb says took place: a small head on the encoder, which stays as it is.
///
/// It sees the verb, the word above it and its function words as the encoder left them, and gives a number from -3
/// (certainly not) to 3 (certainly), what raters would say in the mean: Rudinger, White and Van Durme, "Neural models of
/// factuality" (2018). All products are in whole numbers, so the answer is the same on every machine.
package struct CertaintyReader: Sendable {
    /// Numbers of its inner layer.
    package static let width = 64
    /// The sections of the model, one for each word that it sees.
    package static let views = ["verb", "head", "function words"]

    private let layers: [QuantizedMatrix]
    private let output: ModelArray<Float>
    private let outputBias: Float

    /// - Parameter inputs: how many numbers the encoder gives for a word.
    /// - Throws: `DataError` if the file does not fit.
    package init(file: ModelFile, inputs: Int) throws(DataError) {
        var layers: [QuantizedMatrix] = []
        for name in Self.views {
            layers.append(try QuantizedMatrix(file: file, name: name, outputs: Self.width, inputs: inputs))
        }
        self.layers = layers
        output = try file.array("output", of: Float.self, count: Self.width)
        outputBias = try file.array("output bias", of: Float.self, count: 1)[0]
    }

    /// The places of the verbs of a sentence, which it speaks of.
    package static func verbs(of sentence: Sentence) -> [Int] {
        sentence.tokens.indices.filter { sentence.tokens[$0].tag == .verb }
    }

    /// Copies what is seen of each verb: its row, that of its head and the sum of those of its function words.
    /// - Parameters:
    ///   - level: the rows of the sentence, from the encoder.
    ///   - views: where the rows of all verbs go, a place for each of `views`.
    package static func see(
        _ verbs: [Int], in sentence: Sentence, level: UnsafePointer<Float>, width: Int,
        to views: [UnsafeMutablePointer<Float>]
    ) {
        var rowOf = [Int](repeating: -1, count: sentence.tokens.count)
        for (row, verb) in verbs.enumerated() {
            rowOf[verb] = row
            views[0].advanced(by: row * width).update(from: level + verb * width, count: width)
            let head = sentence.tokens[verb].head
            if sentence.tokens.indices.contains(head) {
                views[1].advanced(by: row * width).update(from: level + head * width, count: width)
            } else {
                views[1].advanced(by: row * width).update(repeating: 0, count: width)
            }
            views[2].advanced(by: row * width).update(repeating: 0, count: width)
        }
        for (at, token) in sentence.tokens.enumerated()
        where rowOf.indices.contains(token.head) && rowOf[token.head] >= 0 && isFunction(token.relation) {
            let from = level + at * width
            let to = views[2] + rowOf[token.head] * width
            for column in 0..<width { to[column] += from[column] }
        }
    }

    private static func isFunction(_ relation: String) -> Bool {
        switch relation {
        case "aux", "aux:pass", "advmod", "mark", "cop", "case", "det", "cc", "discourse": true
        default: false
        }
    }

    /// Gives the verbs of sentences their certainty.
    /// - Parameter first: the first of those that were encoded together.
    func read(_ sentences: inout [Sentence], from first: Int, _ encoded: EncodedSentences) {
        let width = encoded.width
        for (number, range) in encoded.sentences.enumerated() where first + number < sentences.count {
            let sentence = sentences[first + number]
            let verbs = Self.verbs(of: sentence)
            guard !verbs.isEmpty, range.count == sentence.tokens.count else { continue }
            let mark = encoded.workspace.mark
            defer { encoded.workspace.release(to: mark) }
            let rows = layers.map { _ in encoded.workspace.numbers(verbs.count * width) }
            Self.see(verbs, in: sentence, level: encoded.level + range.lowerBound * width, width: width, to: rows)
            let sums = encoded.workspace.zeros(verbs.count * Self.width)
            let mapped = encoded.workspace.numbers(verbs.count * Self.width)
            let rounded = encoded.workspace.whole(verbs.count * width)
            for (layer, row) in zip(layers, rows) {
                layer.quantize(row, count: verbs.count * width, to: rounded)
                layer.multiply(rounded, rows: verbs.count, row: width, to: mapped, outputRow: Self.width)
                for at in 0..<(verbs.count * Self.width) { sums[at] += mapped[at] }
            }
            annals_squash(sums, verbs.count * Self.width)
            for (at, verb) in verbs.enumerated() {
                var value = outputBias
                for column in 0..<Self.width { value += sums[at * Self.width + column] * output[column] }
                sentences[first + number].tokens[verb].certainty = max(-3, min(3, value))
            }
        }
    }
}
