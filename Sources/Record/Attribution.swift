/// How a content is attributed.
public enum AttributionKind: String, Codable, Sendable {
    /// Inside quotation marks.
    case direct
    /// Reported in the writer's words.
    case indirect
    /// Reported words with quoted parts.
    case mixed
    /// No speaker is named, but the writer does not vouch for it: "reportedly", "allegedly", "purportedly".
    case hedge
    /// The writer or a speaker withholds or denies belief: "has not been independently verified".
    case doubt
}

/// Who says something, by which words, and what is said.
public struct Attribution: Hashable, Codable, Sendable {
    /// The words that name the speaker; empty for a hedge without one.
    public var source: [Span]
    /// The reporting words: "said", "according to", "reportedly".
    public var cue: [Span]
    /// What is said. Spans may be discontinuous: "'We won,' he said, 'at last.'"
    public var content: [Span]
    /// Index into the record's mentions: the speaker.
    public var speaker: Int?
    public var kind: AttributionKind?
    /// The speaker's or writer's commitment: -3 certainly not, 0 unknown, 3 certain.
    public var certainty: Int?
    /// Index into the record's times: when it was said. It dates the statement and never what is said.
    public var time: Int?
    /// Index of the attribution this one stands inside: "Yonhap reported that the NIS said …".
    public var parent: Int?

    public init(
        source: [Span], cue: [Span], content: [Span], speaker: Int? = nil, kind: AttributionKind? = nil,
        certainty: Int? = nil, time: Int? = nil,
        parent: Int? = nil
    ) {
        self.source = source
        self.cue = cue
        self.content = content
        self.speaker = speaker
        self.kind = kind
        self.certainty = certainty
        self.time = time
        self.parent = parent
    }
}
