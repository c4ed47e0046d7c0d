/// A disagreement with all that its summary tells.
struct Disagreement {
    struct Side {
        /// The answer in words: "about 12,000", "9 January 2025", a name; yes or no.
        var value: String
        /// What a number counts, in words: "North Korean troops"; empty where nothing says.
        var counted: String
        /// The class of that.
        var countedClass: String?
        /// The number named.
        var point: Double?
        /// Where it holds: the name of the place; empty for everywhere.
        var scope: String
        var voice: String
        /// Independent voices that give the answer.
        var voices: Int
        /// ISO date of publication.
        var published: String?
        var holds: Bool
    }

    var kind: String
    var nature: String
    var course: String
    var question: String
    var figure: String
    /// The name of the thing that it is about, or the event as a noun phrase.
    var subject: String
    var isOfEvent: Bool
    /// Where and when an event took place: " in Kharkiv on 3 March 2025", or nothing.
    var circumstances: String
    var sides: [Side]
}
