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
        #expect(clusters.root(of: 0) == clusters.root(of: 3))
        #expect(clusters.root(of: 2) == 2)
    }

    @Test("what must stay apart stays apart, through any chain of joins")
    func apart() {
        var clusters = Clusters(count: 4)
        clusters.keepApart(0, 3)
        #expect(clusters.join(0, 1))
        #expect(clusters.join(2, 3))
        #expect(!clusters.join(1, 2))
        #expect(clusters.root(of: 0) != clusters.root(of: 3))
    }
}
