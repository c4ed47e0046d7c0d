internal import Record

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What an event of one document is compared by with the events of others. Made from its record alone, so that the
/// comparison of two events never depends on what else is loaded.
struct EventSignature: Codable, Hashable {
    /// Somebody or something that takes part.
    struct Participant: Codable, Hashable {
        var role: String
        /// The key of a named entity; nil for nominals.
        var entity: String?
        /// True where the entity is a country, which many events share.
        var isCountry: Bool
        var country: String?
        /// The head word of a nominal in lower case.
        var head: String?
        /// The last word of a named person's name in lower case: by it one with and one without first name are told to be compatible.
        var surname: String?
    }

    struct Place: Codable, Hashable {
        var entity: String
        /// The keys of the places that hold it, the nearest first.
        var within: [String]
        /// 0 a settlement or finer, 1 a region, 2 a country or larger.
        var level: Int
    }

    struct Number: Codable, Hashable {
        var role: String
        var low: Double?
        var high: Double?
    }

    var type: String
    var participants: [Participant] = []
    var places: [Place] = []
    var numbers: [Number] = []
    /// Days since 1970-01-01 between which it happened, both inclusive; nil where the text does not settle it.
    var earliest: Int?
    var latest: Int?
    /// The day of publication, an upper bound for what is told as having happened.
    var published: Int?
    /// The stems of its triggers, sorted.
    var words: [String] = []

    /// Hashes of the pairs of features that at least one other event must share to be compared with this one.
    ///
    /// A pair of two countries is left out: nearly everything in a war would share it.
    var blocks: [Int64] {
        var broad: Set<String> = []
        var sharp: Set<String> = []
        for participant in participants where Self.isActor(participant.role) {
            let role = participant.role
            if let entity = participant.entity, !participant.isCountry { sharp.insert("\(role)=\(entity)") }
            if let country = participant.country { broad.insert("\(role)=\(country)") }
        }
        for place in places where place.level < 2 { sharp.insert("at=\(place.entity)") }
        for place in places where place.level == 0 {
            // A settlement meets its region; the last container is the country.
            for container in place.within.dropLast() { sharp.insert("at=\(container)") }
        }
        for number in numbers {
            if let low = number.low, low == number.high { sharp.insert("\(number.role)#\(low)") }
        }
        if let earliest, let latest, latest - earliest <= 31 {
            for day in earliest...latest where latest - earliest <= 3 { sharp.insert("day=\(day)") }
            for month in Set([earliest, latest].map { CalendarDate(dayNumber: $0) }.map { $0.year * 12 + $0.month }) {
                sharp.insert("month=\(month)")
            }
        }
        let features = sharp.sorted() + broad.sorted()
        var blocks: Set<Int64> = []
        for (index, left) in features.enumerated() where index < sharp.count {
            for right in features[(index + 1)...] {
                blocks.insert(Self.hash("\(type)|\(min(left, right))|\(max(left, right))"))
            }
        }
        return blocks.sorted()
    }

    /// Hashes by which events of any type meet that have a word, or a meaning of it, and what their texts are about in common.
    func wordBlocks(profile: TextProfile, lexicon: EventLexicon) -> [Int64] {
        var names = words.map { "word=" + $0 }
        // The rarest meanings would have to be known by use; the first of each stem stand for them.
        for stem in words { names += lexicon.meanings(stem).prefix(8).map { "meaning=\($0)" } }
        if type != Event.otherType { names.append("type=" + type) }
        var blocks: Set<Int64> = []
        for (rank, subject) in profile.leading(24).enumerated() {
            for name in names where rank < 12 || name.hasPrefix("word=") {
                blocks.insert(Self.hash("\(name)|text=\(subject)"))
            }
        }
        return blocks.sorted()
    }

    /// True for roles whose fillers tell one event from another, as instruments and topics do not.
    static func isActor(_ role: String) -> Bool {
        switch role {
        case "agent", "patient", "recipient", "partner", "theme": true
        default: false
        }
    }

    /// FNV-1a.
    private static func hash(_ text: String) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int64(bitPattern: hash)
    }
}

extension EventSignature {
    /// Signatures of earlier versions of the store have no words.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        type = try values.decode(String.self, forKey: .type)
        participants = try values.decode([Participant].self, forKey: .participants)
        places = try values.decode([Place].self, forKey: .places)
        numbers = try values.decode([Number].self, forKey: .numbers)
        earliest = try values.decodeIfPresent(Int.self, forKey: .earliest)
        latest = try values.decodeIfPresent(Int.self, forKey: .latest)
        published = try values.decodeIfPresent(Int.self, forKey: .published)
        words = try values.decodeIfPresent([String].self, forKey: .words) ?? []
    }

    /// As it stands in the store.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    /// - Returns: nil for what is no signature.
    init?(json: String) {
        guard let read = try? JSONDecoder().decode(EventSignature.self, from: Data(json.utf8)) else { return nil }
        self = read
    }
}
