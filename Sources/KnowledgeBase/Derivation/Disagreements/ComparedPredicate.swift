/// A predicate by what matters when two of its values are compared: a row of `predicates`.
struct ComparedPredicate: Hashable {
    /// How a figure goes with time.
    enum Course: String {
        case fixed
        case cumulative
        case varying
        case age
    }

    var name: String
    /// number, date, place, participant, polarity or rank.
    var conflict: String
    /// Relative: numbers closer than this agree.
    var tolerance = 0.0
    var course = Course.fixed
    /// Of what varies: figures given within so many days are of one time. Of dates: those farther apart are of two events.
    var days = 0
    var question = ""
    var figure = ""
}
