/// What a reporting word says, as the tree shows it.
struct ReportedContent {
    var pieces: [Range<Int>]
    /// True for a whole statement; false for wishes, opinions and judgements, whose content is a phrase.
    var isStatement = false
    /// True if the content is only spoken of and nothing is stated of it.
    var isGiven = false
    /// True for what somebody is asked to do, which nobody says is done.
    var isRequest = false
    /// Where the cue ends, if a preposition belongs to it.
    var cueEnd: Int?
    /// A participle behind the content that goes on with the speaker.
    var resumption: Int?
    /// The quotation that is the content, where it stands in the sentence before.
    var quotation: Int?
}
