/// Where an end of a relation stands, seen from the word that the relation hangs on.
enum RelationPosition: Sendable, Hashable {
    /// The mention that the word heads.
    case itself
    /// Who is called by the noun: after it as a title, beside it in apposition, as subject of "is", through a verb such as
    /// "serves as".
    case holder
    /// The name right behind the word.
    case titled
    /// Who does and whom it is done to, through passives, participles, relative clauses and coordination.
    case subject, object
    /// What somebody becomes or is made.
    case complement
    /// The owner: before `'s`, or "his".
    case possessor
    /// A name or nominal before a noun: "NATO chief".
    case modifier
    /// A country's adjective before or at the start of a mention.
    case demonym
    /// A name tied to the word by a hyphen, before it or behind it: "Oslo-based", "anti-NATO".
    case hyphen, hyphenated
    /// The mention right before or after the word, commas aside.
    case leftward, rightward
    /// In brackets after the mention, and of that one word in capitals.
    case bracket, acronym
    /// After the mention and a comma: "Turku, Finland".
    case comma
    /// The noun that the word stands in front of: "the anti-NATO coalition".
    case noun
    /// Who has the part that stands after "as": "the unit took part as part of the force".
    case role
    /// Who has, takes or loses the thing that the noun names, by a verb of the table: "has control of the town".
    case bearer
    /// What such a verb carries.
    case carried
    /// The mention right before a preposition of the word: "the army in its fight against".
    case before(preposition: String)
    /// In apposition to the mention.
    case apposition
    /// After a preposition.
    case after(preposition: String)
    /// After a preposition that follows the word, whatever the tree hangs the two on: "attacked militants in the valley".
    case rightAfter(preposition: String)

    init(_ name: String) {
        self =
            switch name {
            case "self": .itself
            case "holder": .holder
            case "title": .titled
            case "subj": .subject
            case "obj": .object
            case "comp": .complement
            case "poss": .possessor
            case "mod": .modifier
            case "demonym": .demonym
            case "hyphen": .hyphen
            case "hyphenated": .hyphenated
            case "left": .leftward
            case "right": .rightward
            case "bracket": .bracket
            case "acronym": .acronym
            case "comma": .comma
            case "noun": .noun
            case "role": .role
            case "bearer": .bearer
            case "carried": .carried
            case let name where name.utf8.first == UInt8(ascii: "<"): .before(preposition: String(name.dropFirst()))
            case "appos": .apposition
            case let name where name.utf8.first == UInt8(ascii: "+"): .rightAfter(preposition: String(name.dropFirst()))
            default: .after(preposition: name)
            }
    }
}
