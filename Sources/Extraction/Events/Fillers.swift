/// What stands at the positions of a trigger's frame, each phrase by its head word.
struct Fillers {
    private var byPosition: [(position: String, heads: [Int])] = []
    /// The words before a noun trigger in its own phrase.
    var before: Range<Int> = 0..<0

    /// Where the words of a phrase begin that another stands before: "tanks" in "gave Kyiv tanks".
    var firstWords: [Int: Int] = [:]

    /// The head words of all that stands at any position.
    var heads: some Sequence<Int> { byPosition.lazy.flatMap(\.heads) }

    subscript(position: String) -> [Int] { byPosition.first { $0.position == position }?.heads ?? [] }

    /// Fills a position that nothing fills yet.
    mutating func add(_ position: String, _ heads: [Int]) {
        guard !heads.isEmpty, !byPosition.contains(where: { $0.position == position }) else { return }
        byPosition.append((position, heads))
    }

    /// Fills a position anew.
    mutating func set(_ position: String, _ heads: [Int]) {
        byPosition.removeAll { $0.position == position }
        add(position, heads)
    }
}
