internal import Tables

/// How large the parts of the network are, in numbers.
public struct NetworkShape: Hashable, Sendable {
    /// Of a word's embedding.
    public var embedding = 128
    /// Of a pretrained word vector.
    public var vector = 64
    /// Of one direction of a recurrent layer; a word has twice as many.
    public var direction = 128
    public var layers = 2
    /// Of a word as a dependent, and as a head, when arcs are scored.
    public var arc = 96
    /// The same when relations are chosen.
    public var relation = 64
    /// Of a word when names are looked for.
    public var name = 128
    public var universalTags = 0
    public var pennTags = 0
    public var relations = 0
    public var nameLabels = 0
    /// Distances from a word to its head that have a score of their own.
    public static let distances = 16

    public init() {}

    /// Of a word between layers.
    public var hidden: Int { 2 * direction }

    private static let section = "shape"
    private var fields: [Int] {
        [
            embedding, vector, direction, layers, arc, relation, universalTags, pennTags, relations, nameLabels,
            name,
        ]
    }

    init(file: ModelFile) throws(DataError) {
        let values = try file.array(Self.section, of: Int32.self, count: fields.count).map { Int($0) }
        (embedding, vector, direction, layers) = (values[0], values[1], values[2], values[3])
        (arc, relation, universalTags, pennTags) = (values[4], values[5], values[6], values[7])
        (relations, nameLabels, name) = (values[8], values[9], values[10])
        // Larger ones cannot be meant, and might not fit into what is computed from them.
        guard fields.allSatisfy({ (1...1024).contains($0) }) else {
            throw DataError(
                file: file.path, line: nil, expected: "sizes from 1 to 1024",
                advice: "Make the model anew with `make train`.")
        }
    }

    /// Adds it to a model file.
    public func write(to writer: inout ModelWriter) {
        writer.add(Self.section, fields.map { Int32($0) })
    }

    /// The number of the score for a distance from a word to its head: near ones apart, far ones in groups, by side.
    public static func distance(from word: Int, to head: Int) -> Int {
        let steps = abs(head - word)
        let group =
            switch steps {
            case 0...4: max(0, steps - 1)
            case 5...6: 4
            case 7...10: 5
            case 11...20: 6
            default: 7
            }
        return group + (head > word ? 8 : 0)
    }
}
