internal import Language
internal import Testing

@Suite("Dependency trees")
struct DependencyTreeTests {
    @Test("children, depths and phrases follow from the heads")
    func whole() {
        // Troops captured two soldiers near Kursk .
        let tree = DependencyTree(heads: [1, -1, 3, 1, 5, 3, 1])
        #expect(tree.root == 1)
        #expect(Array(tree.children(of: 1)) == [0, 3, 6])
        #expect(Array(tree.children(of: 3)) == [2, 5])
        #expect(tree.children(of: 6).isEmpty)
        #expect(tree.depths == [1, 0, 2, 1, 3, 2, 1])
        #expect(tree.phrases == [0..<1, 0..<7, 2..<3, 2..<6, 4..<5, 4..<6, 6..<7])
        #expect(tree.isProjective)
    }

    @Test(
        "whatever the heads are, a tree with one root comes of them",
        arguments: [
            [], [-1], [0], [7], [-1, -1, -1], [1, 0], [1, 2, 0], [-1, 2, 1], [0, 1, 2], [3, 3, 3, 3], [-5, 99, 1],
            [2, -1, 3, 2, 1], [1, 2, 3, 4, 5, 0, 0, -1], [Int.max, Int.min],
        ])
    func mended(heads: [Int]) {
        let tree = DependencyTree(heads: heads)
        #expect(tree.heads.count == heads.count)
        #expect(DependencyTree.isTree(tree.heads))
        #expect((tree.root == nil) == heads.isEmpty)
        for (word, head) in tree.heads.enumerated() {
            #expect(head >= 0 ? tree.depths[word] == tree.depths[head] + 1 : tree.depths[word] == 0)
            if heads.indices.contains(heads[word]), DependencyTree.isTree(heads) { #expect(head == heads[word]) }
        }
    }

    @Test(
        "tells trees from what is none",
        arguments: [
            ([-1], true), ([], true), ([1, -1], true), ([-1, -1], false), ([0], false), ([1, 0], false),
            ([-1, 2, 1], false), ([-1, 5], false), ([-2], false), ([1, -1, -2], false),
        ])
    func isTree(heads: [Int], expected: Bool) { #expect(DependencyTree.isTree(heads) == expected) }

    @Test(
        "edges that cross are seen",
        arguments: [([2, 3, -1, 2], false), ([1, -1, 1, 2], true), ([-1, 3, 0, 0], false)])
    func crossing(heads: [Int], expected: Bool) { #expect(DependencyTree(heads: heads).isProjective == expected) }

    @Test("a chain of 200,000 words is a tree like others")
    func deep() {
        let tree = DependencyTree(heads: Array(-1..<199_999))
        #expect(tree.depths.last == 199_999)
        #expect(tree.phrases[0] == 0..<200_000)
        #expect(tree.isProjective)
        let circle = DependencyTree(heads: [-1] + Array(2..<200_000) + [1])
        #expect(DependencyTree.isTree(circle.heads))
    }
}
