internal import Record

/// How an event is put forward: whether it is said to have happened, in which manner, how surely, and in which tense.
struct Outlook: Equatable {
    var polarity = Polarity.positive
    var modality = Modality.asserted
    /// How sure the writer is of what the polarity says, -3 to 3; the sign of a denied event is not yet turned.
    var certainty = 3
    /// `past`, `present` or `future`.
    var tense: String?
    /// True if any word speaks about it; false for a plain statement.
    var isMarked = false

    /// Takes a manner on: of two the first stays, unless it was a plain statement, a mere hedge or a habit.
    mutating func take(_ modality: Modality, certainty: Int) {
        switch self.modality {
        case .asserted, .hedged, .habitual: self.modality = modality
        case .future, .conditional, .ordered, .denied: break
        }
        self.certainty = min(self.certainty, certainty)
        isMarked = true
    }

    mutating func negate() {
        polarity = .negative
        isMarked = true
    }

    /// Takes account of what the trained head says of the verb, -3 to 3, where words leave it open.
    ///
    /// What is denied or implied stays as it is. A plain statement stays sure unless readers would hardly believe it; what is
    /// hedged or not yet done becomes no surer than both say.
    mutating func weigh(_ said: Int) {
        guard polarity == .positive else { return }
        switch modality {
        case .asserted:
            if !isMarked, said < 1 { certainty = max(0, min(certainty, said)) }
        case .hedged: certainty = min(certainty, max(said, -1))
        case .future, .conditional, .ordered: certainty = min(certainty, said)
        case .habitual, .denied: break
        }
    }
}
