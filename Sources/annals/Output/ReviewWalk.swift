internal import KnowledgeBase
internal import SQLite

/// A walk through candidates, one at a time, forth and back.
struct ReviewWalk {
    let store: Store
    let candidates: QueryResult
    let author: String
    let keyboard: Keyboard
    /// The decision that was made about each candidate on this walk.
    private var decisions: [Int: Int] = [:]

    init(store: Store, candidates: QueryResult, author: String, keyboard: Keyboard) {
        self.store = store
        self.candidates = candidates
        self.author = author
        self.keyboard = keyboard
    }

    private enum Step {
        case next, back, quit
    }

    mutating func run() throws {
        var place = 0
        walk: while candidates.rows.indices.contains(place) {
            show(place)
            switch try answer(place) {
            case .next: place += 1
            case .back:
                guard place > 0 else { continue }
                place -= 1
                if let number = decisions.removeValue(forKey: place) {
                    _ = try store.undo(decision: number, author: author)
                    Terminal.write("Decision d\(number) is taken back.\n\n")
                }
            case .quit: break walk
            }
        }
        let count = decisions.count
        Terminal.write("\(count) decision\(count == 1 ? "" : "s") by \(Terminal.shown(author)).\n")
    }

    private func show(_ place: Int) {
        let view = CandidateView(result: candidates, width: Terminal.width)
        Terminal.write("\(place + 1) of \(candidates.rows.count): \(view.lines(place))")
        Terminal.write("s same  d different  u unsure  k skip  b back  q quit > ")
    }

    private mutating func answer(_ place: Int) throws -> Step {
        while true {
            switch keyboard.key() {
            case "s": return try decide(.same, place)
            case "d": return try decide(.different, place)
            case "u": return try decide(.unsure, place)
            case "k":
                Terminal.write("skipped\n\n")
                return .next
            case "b":
                Terminal.write("back\n\n")
                return .back
            case "q", nil:
                Terminal.write("\n")
                return .quit
            default: continue
            }
        }
    }

    /// A key as it is, and not as it is shown.
    private func key(_ column: String, _ place: Int) -> String? {
        candidates.columns.firstIndex(of: column).flatMap { candidates.rows[place][$0].text }
    }

    private mutating func decide(_ verdict: Store.IdentityVerdict, _ place: Int) throws -> Step {
        guard let left = key("left_id", place), let right = key("right_id", place) else { return .next }
        let (number, change) = try store.decide(
            verdict, Store.IdentitySubject(of: left), left, right, author: author, reason: "review")
        decisions[place] = number
        Terminal.write("\(verdict.rawValue) (d\(number))\n")
        for note in change.notes { Terminal.write("\(Terminal.shown(note))\n") }
        Terminal.write("\n")
        return .next
    }
}
