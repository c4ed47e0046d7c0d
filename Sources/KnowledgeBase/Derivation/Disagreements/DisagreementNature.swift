/// How two answers to one question stand to each other, the gravest last.
enum DisagreementNature: String, Comparable {
    /// They fit: one is wider, coarser or about more.
    case refinement
    /// The thing itself changed between the two.
    case change
    /// One voice said something else later.
    case revision
    /// Two voices cannot both be right.
    case conflict

    private var gravity: Int {
        switch self {
        case .refinement: 0
        case .change: 1
        case .revision: 2
        case .conflict: 3
        }
    }

    static func < (left: DisagreementNature, right: DisagreementNature) -> Bool { left.gravity < right.gravity }
}
