internal import Language

/// Where the sentences of a text stand in its story: its headings and what opens it tell the same events.
struct StoryPlaces {
    private var isHeading: [Bool]
    private var opening: Range<Int> = 0..<0

    init(_ analysis: Analysis) {
        isHeading = analysis.sentences.map { $0.role == .heading }
        if let first = isHeading.firstIndex(of: false) { opening = first..<min(first + 2, isHeading.count) }
    }

    /// True if one of two sentences is the title above a text and the other opens it.
    func tellTheSame(_ one: Int, _ other: Int) -> Bool {
        guard isHeading.indices.contains(one), isHeading.indices.contains(other), one != other else { return false }
        let (first, second) = (min(one, other), max(one, other))
        return isHeading[first] && first < opening.lowerBound && opening.contains(second)
    }
}
