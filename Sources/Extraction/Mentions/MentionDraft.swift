internal import Record

/// A mention while the stages still work on it.
struct MentionDraft: Sendable {
    /// How a noun phrase introduces what it stands for.
    enum Definiteness: Sendable { case definite, demonstrative, possessed, indefinite, bare }

    var sentence: Int
    /// Token numbers in that sentence.
    var tokens: Range<Int>
    var head: Int
    var kind: EntityKind
    var form: MentionForm
    /// The name's key, or the head's lemma.
    var key: String
    /// What the name may name.
    var hits: [GazetteerHit] = []
    var country: String?
    /// The reference entry it is linked to.
    var entity: GazetteerEntry?
    /// Where a site lies that has a place's name in its own: the city of "Da Nang International Airport".
    var location: GazetteerEntry?
    var isMetonym = false
    var isPlural = false
    /// One noun for many people: "a crew". Such a group is plural too.
    var isCollective = false
    var definiteness = Definiteness.bare
    var quantity: Int?
    /// How many: the value of its quantity, else the number word in front.
    var count: String?
    /// Other words of a nominal, as lemmas: "captured", "wounded".
    var modifiers: [String] = []
    var sector = ""
    /// True for nouns that bring in people of their own: "casualties" are no word for the soldiers before.
    var isFresh = false
    /// True for nouns so general that two bare uses need not mean the same: "people".
    var isGeneral = false
    /// The token range of offices and ranks before a person's name.
    var title: Range<Int>?
    /// Another draft that has this one's place in the text as its possessor or modifier: "the SBU" of "the SBU spokesman".
    var owner: Int?
    /// The draft that says the same by other words: the long form of an acronym.
    var alias: Int?
    var chain = -1
    /// Whether "she" or "he" stands for the person, where the words or the chain tell it.
    var gender: Gender?
    /// How sure that is: see `GenderLexicon.Evidence`.
    var genderWeight = 0
    /// The numbers of the drafts that a group is made of, where a pronoun stands for things that are named one by one.
    var members: [Int] = []

    init(sentence: Int, tokens: Range<Int>, head: Int, kind: EntityKind, form: MentionForm, key: String) {
        self.sentence = sentence
        self.tokens = tokens
        self.head = head
        self.kind = kind
        self.form = form
        self.key = key
    }
}
