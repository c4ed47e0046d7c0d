internal import Testing

@testable internal import KnowledgeBase

@Suite("Clusters")
struct ClustersTests {
    @Test("joins are transitive")
    func transitive() {
        var clusters = Clusters(count: 5)
        clusters.join(0, 1)
        clusters.join(3, 4)
        clusters.join(1, 4)
        let roots = (0..<5).map { clusters.root(of: $0) }
        #expect(roots[0] == roots[3])
        #expect(roots[2] == 2)
    }

    @Test("what must stay apart stays apart, through any chain of joins")
    func apart() {
        var clusters = Clusters(count: 4)
        clusters.keepApart(0, 3)
        let joined = [clusters.join(0, 1), clusters.join(2, 3), clusters.join(1, 2)]
        #expect(joined == [true, true, false])
        let roots = (0..<4).map { clusters.root(of: $0) }
        #expect(roots[0] != roots[3])
    }
}
