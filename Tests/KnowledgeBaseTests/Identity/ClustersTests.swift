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

    @Test("what is not admitted is not joined, until a cluster has grown")
    func admission() {
        var clusters = Clusters(count: 4)
        var asked = 0
        func isAdmitted(_ left: [Int], _ right: [Int]) -> Bool {
            asked += 1
            return left.count + right.count != 2 || !(left + right).contains(0)
        }
        let joined = [(0, 1), (1, 0), (1, 2), (0, 2)].map { clusters.join($0.0, $0.1, admitting: isAdmitted) }
        #expect(joined == [false, false, true, true])
        #expect(asked == 3)
    }
}
