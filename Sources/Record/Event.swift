/// Whether the text says that an event took place or that it did not.
public enum Polarity: String, Codable, Sendable {
    case positive = "POS"
    case negative = "NEG"
}

/// How an event is put forward.
public enum Modality: String, Codable, Sendable {
    case asserted
    /// Put forward with a hedge: reportedly, may have, is believed to.
    case hedged
    /// Still to come: will, plans to, is set to.
    case future
    case conditional
    /// Asked for, demanded or ordered.
    case ordered
    /// What usually or repeatedly happens.
    case habitual
    case denied
}

/// What a time says about an event. "He said on Saturday" dates the saying and never what was said.
public enum TimeRole: String, Codable, Sendable {
    case occurred, announced, started, ended
}

/// An event mention: a trigger with type, participants, times and how it is put forward.
public struct Event: Hashable, Codable, Sendable, Spanned {
    /// The trigger.
    public var start: Int
    public var end: Int
    /// A type of `data/ontology/events.tsv`.
    public var type: String
    /// That type's group, the upper level of the ontology.
    public var `class`: String?
    /// The event chain: the same number for every mention of one event in this document.
    public var chain: Int?
    /// The event across documents: the same name for every account of one event, as `annals link` gives it.
    public var instance: String?
    public var polarity: Polarity
    public var modality: Modality?
    /// `past`, `present` or `future`.
    public var tense: String?
    /// -3 certainly not, 0 unknown, 3 certain.
    public var certainty: Int?
    /// Index into the record's times: when it happened.
    public var time: Int?
    /// All times that belong to the event, by role.
    public var times: [EventTime]
    /// When an event that no time of the text dates is likely to have happened. Inferred, and never a fact.
    public var anchor: EventAnchor?
    public var arguments: [EventArgument]
    /// Index into the record's attributions: the innermost one whose content holds the event.
    public var attribution: Int?
    /// What the text says of the event's rank: first, only, largest, or that it is not.
    public var claims: [EventClaim]
    /// The line of the data table that made it: `lexicon/triggers.tsv:120`.
    public var rule: String?

    public init(
        span: Span, type: String, class: String? = nil, chain: Int? = nil, polarity: Polarity = .positive,
        modality: Modality? = nil, tense: String? = nil, certainty: Int? = nil, time: Int? = nil,
        times: [EventTime] = [], arguments: [EventArgument] = [], attribution: Int? = nil, claims: [EventClaim] = [],
        rule: String? = nil
    ) {
        self.start = span.start
        self.end = span.end
        self.type = type
        self.class = `class`
        self.chain = chain
        self.instance = nil
        self.polarity = polarity
        self.modality = modality
        self.tense = tense
        self.certainty = certainty
        self.time = time
        self.times = times
        self.arguments = arguments
        self.attribution = attribution
        self.claims = claims
        self.rule = rule
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        start = try values.decode(Int.self, forKey: .start)
        end = try values.decode(Int.self, forKey: .end)
        // Who only says where an event stands says nothing of its type.
        type = try values.decodeIfPresent(String.self, forKey: .type) ?? Self.otherType
        self.class = try values.decodeIfPresent(String.self, forKey: .class)
        chain = try values.decodeIfPresent(Int.self, forKey: .chain)
        instance = try values.decodeIfPresent(String.self, forKey: .instance)
        polarity = try values.decodeIfPresent(Polarity.self, forKey: .polarity) ?? .positive
        modality = try values.decodeIfPresent(Modality.self, forKey: .modality)
        tense = try values.decodeIfPresent(String.self, forKey: .tense)
        certainty = try values.decodeIfPresent(Int.self, forKey: .certainty)
        // `time` may be an index or, in gold files, an object with bounds; only an index means something here.
        time = try? values.decodeIfPresent(Int.self, forKey: .time)
        times = try values.decodeIfPresent([EventTime].self, forKey: .times) ?? []
        anchor = try values.decodeIfPresent(EventAnchor.self, forKey: .anchor)
        arguments = try values.decodeIfPresent([EventArgument].self, forKey: .arguments) ?? []
        attribution = try values.decodeIfPresent(Int.self, forKey: .attribution)
        claims = try values.decodeIfPresent([EventClaim].self, forKey: .claims) ?? []
        rule = try values.decodeIfPresent(String.self, forKey: .rule)
    }
}

extension Event {
    /// The type of events that no frame tells apart: a word of the text, with no part in the knowledge base.
    public static let otherType = "other"

    /// True if nothing is known but that something happens.
    public var isOther: Bool { type == Self.otherType }
}

/// A time of an event.
public struct EventTime: Hashable, Codable, Sendable {
    public var role: TimeRole
    /// Index into the record's times.
    public var time: Int

    public init(role: TimeRole, time: Int) {
        self.role = role
        self.time = time
    }
}

/// Where an undated event of a news story belongs in time, as a reader takes it from how such stories are told.
public struct EventAnchor: Hashable, Codable, Sendable {
    /// What it is inferred from.
    public enum Basis: String, Codable, Sendable {
        /// Another event of its sentence that is dated.
        case sentence
        /// The day of what the story reports, which its opening gives.
        case story
        /// The day of publication.
        case publication
    }

    /// `2025`, `2025-01` or `2025-01-11`.
    public var value: String
    public var basis: Basis

    public init(value: String, basis: Basis) {
        self.value = value
        self.basis = basis
    }
}

/// A participant, place or number of an event.
public struct EventArgument: Hashable, Codable, Sendable, Spanned {
    /// A role of the event type's frame: `agent`, `patient`, `place`, `recipient`, `instrument`, `origin`, `destination`, `topic`, `number` …
    public var role: String
    public var start: Int
    public var end: Int
    /// Index into the record's mentions.
    public var mention: Int?
    /// Index into the record's quantities.
    public var quantity: Int?

    public init(role: String, span: Span, mention: Int? = nil, quantity: Int? = nil) {
        self.role = role
        self.start = span.start
        self.end = span.end
        self.mention = mention
        self.quantity = quantity
    }
}

/// A claim about an event's rank among its like.
public struct EventClaim: Hashable, Codable, Sendable, Spanned {
    /// `first`, `only`, `largest` …, as `data/lexicon/rank-claims.tsv` names them.
    public var kind: String
    /// False for "not the first".
    public var holds: Bool
    public var start: Int
    public var end: Int

    public init(kind: String, holds: Bool, span: Span) {
        self.kind = kind
        self.holds = holds
        self.start = span.start
        self.end = span.end
    }
}
