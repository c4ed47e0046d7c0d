internal import SQLite

/// A canonical event as the exports show it.
struct ExportedEvent {
    var id: Int64
    var key: String
    var type: String
    var group: String
    var title: String
    /// Inclusive days; nil: open.
    var earliest: String?
    var latest: String?
    var granularity: String?
    /// The words that date it.
    var dateWords: String?
    /// One day, or first … last.
    var dates: String?
    var placeID: Int64?
    var place: String?
    var country: String?
    var agents: String?
    var patients: String?
    var polarity: String
    var modality: String
    var certainty: String
    var mentions: Int
    var documents: Int
    var texts: Int
    var voices: Int
    var disputed: Int

    /// Of `event_lines` as `c`, in the order in which `init` reads them.
    static let columns = """
        c.event_id, c.key, c.type, c.class, c.title, c.earliest, c.latest, c.granularity, c.date_words, c.dates, c.place_id,
        c.place, c.country, c.agents, c.patients, c.polarity, c.modality, c.certainty_words, c.mentions, c.documents, c.texts,
        c.voices, c.disputed
        """
    /// How many columns they are: others may follow.
    static let width = 23

    /// What somebody says has happened, be it with reserve or disputed.
    static let isReal = "(c.modality IN ('asserted', 'hedged') AND c.polarity <> 'NEG')"

    /// Those of one entity, bound as `?1`, or all where that is NULL.
    static let ofEntity =
        "(?1 IS NULL OR c.event_id IN (SELECT event_id FROM event_participants WHERE entity_id = ?1))"

    init(_ row: Row) {
        func words(_ column: Int) -> String? { row.optionalText(column).map(ExportText.clean) }
        id = row.integer(0)
        key = row.text(1)
        type = row.text(2)
        group = row.text(3)
        title = ExportText.clean(row.text(4))
        earliest = row.optionalText(5)
        latest = row.optionalText(6)
        granularity = row.optionalText(7)
        dateWords = words(8)
        dates = row.optionalText(9)
        placeID = row.optionalInteger(10)
        place = words(11)
        country = row.optionalText(12)
        agents = words(13)
        patients = words(14)
        polarity = row.text(15)
        modality = row.text(16)
        certainty = row.text(17)
        mentions = row.int(18)
        documents = row.int(19)
        texts = row.int(20)
        voices = row.int(21)
        disputed = row.int(22)
    }

    /// "2 independent texts, 3 voices, disputed": how well it is supported.
    var support: String {
        var parts = [texts == 1 ? "1 independent text" : "\(texts) independent texts"]
        if voices > 1 { parts.append("\(voices) voices") }
        if certainty != "certain" { parts.append(certainty) }
        if modality != "asserted" { parts.append(modality) }
        if disputed > 0 { parts.append(disputed == 1 ? "1 disagreement" : "\(disputed) disagreements") }
        return parts.joined(separator: ", ")
    }
}
