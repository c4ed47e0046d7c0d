import Language
import Testing
import Training

@Suite("Trees from scores")
struct TreeDecoderTests {
    @Test("any scores give one tree with one root", arguments: 0..<200)
    func isTree(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = 1 + Int(generator.next() % 30)
        var scores = (0..<(count * (count + 1))).map { _ in generator.fraction() }
        for word in 0..<count { scores[word * (count + 1) + word + 1] = -1e9 }
        let heads = TreeDecoder.heads(scores, count: count, stride: count + 1)
        #expect(heads.filter { $0 < 0 }.count == 1)
        for start in heads.indices {
            var word = start
            var steps = 0
            while word >= 0, steps <= count {
                word = heads[word]
                steps += 1
            }
            #expect(word < 0)
        }
    }

    @Test("a tree of best heads is taken as it is")
    func bestHeads() {
        // The second word is the root, the others hang on it.
        let scores: [Float] = [0, -9, 5, 1, 7, 2, -9, 3, 0, 1, 4, -9]
        #expect(TreeDecoder.heads(scores, count: 3, stride: 4) == [1, -1, 1])
    }
}
