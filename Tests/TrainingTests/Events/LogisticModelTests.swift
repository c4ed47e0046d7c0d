internal import Testing
internal import Training

@Suite("Logistic models")
struct LogisticModelTests {
    @Test("the weights give the odds that the examples have")
    func odds() {
        // Without the second feature one of four holds, with it three of four.
        let examples: [Double] = [1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1]
        let outcomes = [true, false, false, false, true, true, true, false]
        let model = LogisticModel(
            examples: examples, outcomes: outcomes, weights: [0, 0], isFixed: [false, false], penalty: 1e-6)
        #expect(abs(model.weights[0] + 1.0986) < 0.001)
        #expect(abs(model.weights[1] - 2.1972) < 0.001)
    }

    @Test("what is fixed stays, and what is not there says nothing")
    func fixed() {
        let model = LogisticModel(
            examples: [1, 2, 0, 1, 0, 0], outcomes: [true, false], weights: [0, 0.5, 3], isFixed: [false, true, false])
        #expect(model.weights[1] == 0.5)
        #expect(model.weights[2] == 0)
        #expect(LogisticModel(examples: [], outcomes: [], weights: [], isFixed: []).weights.isEmpty)
    }
}
