internal import CKernels
internal import Language

/// One pass over some sentences, forwards and back, with the gradients that it gives.
///
/// Each worker has one of its own; what it adds up depends on its sentences and its seed alone.
final class NetworkPass: @unchecked Sendable {
    /// What is hidden at random while learning, as probabilities.
    struct Dropout {
        var embedding: Float = 0.2
        var hidden: Float = 0.3
        var views: Float = 0.25
        var nameViews: Float = 0.4
        var vector: Float = 0.1
        /// A form that stands `n` times in the training text is hidden with probability `form / (form + n)`.
        var form: Float = 0.5
    }

    let network: Network
    let vectors: [Int8]
    let vectorScale: Float
    let gradient: UnsafeMutablePointer<Float>
    /// Rows of the embedding table, each with where its gradient lies in `embeddingGradient`.
    var touched: [(row: Int, word: Int)] = []
    var embeddingGradient: Tensor
    var loss: Float = 0
    let arena = Arena()
    var generator = SeededGenerator(seed: 0)
    var dropout: Dropout?

    init(network: Network, vectors: [Int8], vectorScale: Float) {
        self.network = network
        self.vectors = vectors
        self.vectorScale = vectorScale
        gradient = .allocate(capacity: network.parameters.count)
        gradient.initialize(repeating: 0, count: network.parameters.count)
        embeddingGradient = arena.tensor(1, 1)
    }

    deinit { gradient.deallocate() }

    var values: UnsafeMutablePointer<Float> { network.parameters.start }
    func value(_ part: Parameters.Part) -> Tensor { part.in(values) }
    func slope(_ part: Parameters.Part) -> Tensor { part.in(gradient) }

    /// The scores of a batch.
    struct Scores {
        var universalTags: Tensor
        var pennTags: Tensor
        var names: Tensor
        /// For each sentence, its words by the root and all words.
        var arcs: [Tensor]
        var hidden: Tensor
        var views: Tensor
    }
}
