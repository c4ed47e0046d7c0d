/// The phrases that stand to a verb as those of its active clause, whatever its voice, each by its head word.
struct Arguments {
    /// What hangs on the verb by a preposition.
    struct Oblique {
        let preposition: String
        let head: Int
    }

    /// Who does it: the subject of the active, the by-phrase of the passive.
    var subjects: [Int] = []
    /// Whom it is done to: the object of the active, the subject of the passive.
    var objects: [Int] = []
    /// "gave Kyiv tanks".
    var indirect: [Int] = []
    var obliques: [Oblique] = []
}
