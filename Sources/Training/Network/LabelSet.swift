/// The labels of one task, each with its number.
struct LabelSet: Sendable {
    let names: [String]
    private let numbers: [String: Int]

    init(_ names: [String]) {
        self.names = names
        numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// All labels of a text, those that are met most first.
    init(counting labels: some Sequence<String>, atLeast least: Int = 1) {
        var counts: [String: Int] = [:]
        for label in labels { counts[label, default: 0] += 1 }
        self.init(
            counts.filter { $0.value >= least }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key))
    }

    var count: Int { names.count }
    subscript(name: String) -> Int? { numbers[name] }
}
