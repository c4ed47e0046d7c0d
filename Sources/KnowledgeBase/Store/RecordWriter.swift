internal import Record
internal import SQLite

/// Writes the layers of one record into the store. The caller holds the transaction.
struct RecordWriter {
    let connection: Connection
    let tables: RecordTables
    let entities: EntityRegistry

    private let prepared: PreparedRecord
    private var rows: RecordRows
    private var record: AnnotationRecord { prepared.record }
    private var text: SourceText { prepared.text }
    private var versionKey: String { prepared.identity.key }

    init(
        _ prepared: PreparedRecord, run: Int64, connection: Connection, tables: RecordTables,
        entities: EntityRegistry
    ) {
        self.prepared = prepared
        self.connection = connection
        self.tables = tables
        self.entities = entities
        rows = RecordRows(run: run)
    }

    /// Writes everything.
    mutating func write() throws(SQLiteError) {
        try writeSentences()
        try writeQuantities()
        try writeTimes()
        try writeChains()
        try writeMentions()
        try writeAttributions()
        try writeEvents()
        try writeSignatures()
        try writeStatements()
    }

    // MARK: Text, quantities, times

    private mutating func writeSentences() throws(SQLiteError) {
        for (ordinal, span) in record.sentences.enumerated() {
            let id = try tables.sentences.insert(rows.run, ordinal, span.start, span.end)
            try tables.sentenceSearch.insert(id, text[span])
            rows.sentences.append(id)
        }
    }

    private mutating func writeQuantities() throws(SQLiteError) {
        for (ordinal, quantity) in record.quantities.enumerated() {
            rows.quantities.append(
                try tables.quantities.insert(
                    rows.run, ordinal, sentence(at: quantity.start), quantity.start, quantity.end, text[quantity.span],
                    quantity.low, quantity.high, quantity.point, quantity.qualifier, quantity.unit,
                    quantity.counted.map { text[$0] }))
        }
    }

    private mutating func writeTimes() throws(SQLiteError) {
        for (ordinal, time) in record.times.enumerated() {
            rows.times.append(
                try tables.times.insert(
                    rows.run, ordinal, sentence(at: time.start), time.start, time.end, text[time.span],
                    time.type.rawValue, time.value, time.mod, time.earliest, time.latest, time.granularity?.rawValue))
        }
    }

    // MARK: Things

    private mutating func writeChains() throws(SQLiteError) {
        for reference in record.entities { try entities.register(reference) }
        for chain in prepared.chains {
            let key = prepared.entityKeys[chain.ordinal]
            var entity: Int64?
            if let key { entity = try entities.row(of: key.text, chain) }
            rows.chains[chain.ordinal] = try tables.chains.insert(
                rows.run, chain.ordinal, chain.kind.rawValue, chain.name, chain.isNamed ? 1 : 0, chain.country, entity,
                key?.rule)
        }
    }

    private mutating func writeMentions() throws(SQLiteError) {
        for (ordinal, mention) in record.mentions.enumerated() {
            rows.mentions.append(
                try tables.mentions.insert(
                    rows.run, ordinal, rows.chains[mention.chain], sentence(at: mention.start), mention.start,
                    mention.end, text[mention.span], mention.kind.rawValue, mention.form.rawValue,
                    mention.metonym == true ? 1 : 0, quantity(mention.quantity)))
        }
    }

    // MARK: Attributions

    private mutating func writeAttributions() throws(SQLiteError) {
        for (ordinal, attribution) in record.attributions.enumerated() {
            let anchor = attribution.cue.first ?? attribution.source.first ?? attribution.content.first
            rows.attributions.append(
                try tables.attributions.insert(
                    rows.run, ordinal, anchor.flatMap { sentence(at: $0.start) }, chain(ofMention: attribution.speaker),
                    words(attribution.source), words(attribution.cue), attribution.kind?.rawValue,
                    attribution.certainty,
                    time(attribution.time)))
        }
        for (ordinal, attribution) in record.attributions.enumerated() {
            if let parent = attribution.parent, parent != ordinal, rows.attributions.indices.contains(parent) {
                try connection.insert(
                    "UPDATE attributions SET parent_id = ? WHERE id = ?", rows.attributions[parent],
                    rows.attributions[ordinal])
            }
            for (part, spans) in [
                ("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content),
            ] {
                for span in Set(spans).sorted() {
                    try tables.attributionSpans.insert(rows.attributions[ordinal], part, span.start, span.end)
                }
            }
        }
    }

    // MARK: Events

    /// The keys of event chains: where the first trigger starts, with a letter where another's starts there too.
    private func eventKeys() -> [Int: String] {
        var starts: [Int: Int] = [:]
        for (event, chain) in zip(record.events, prepared.eventChains) {
            starts[chain] = min(starts[chain] ?? event.start, event.start)
        }
        var keys: [Int: String] = [:]
        var known: [Int: Int] = [:]
        for chain in starts.keys.sorted() {
            let start = starts[chain] ?? 0
            let before = known[start, default: 0]
            known[start] = before + 1
            keys[chain] = "\(versionKey).e\(start)" + (before == 0 ? "" : "-\(before + 1)")
        }
        return keys
    }

    private mutating func writeEvents() throws(SQLiteError) {
        let keys = eventKeys()
        for (ordinal, event) in record.events.enumerated() {
            let eventChain = prepared.eventChains[ordinal]
            if rows.events[eventChain] == nil {
                rows.events[eventChain] = try tables.events.insert(keys[eventChain], rows.run, event.type)
            }
            let id = try tables.eventMentions.insert(
                rows.events[eventChain], rows.run, ordinal, sentence(at: event.start), event.start, event.end,
                text[event.span], event.type, event.polarity.rawValue, event.modality?.rawValue, event.tense,
                event.certainty, attribution(event.attribution), event.rule)
            rows.eventMentions.append(id)
            for argument in event.arguments {
                try tables.eventArguments.insert(
                    id, argument.role, argument.start, argument.end, text[argument.span],
                    chain(ofMention: argument.mention), quantity(argument.quantity))
            }
            for time in event.times where rows.times.indices.contains(time.time) {
                try tables.eventTimes.insert(id, time.role.rawValue, rows.times[time.time])
            }
            for claim in event.claims {
                try tables.eventClaims.insert(
                    id, claim.kind, claim.holds ? 1 : 0, claim.start, claim.end, text[claim.span])
            }
        }
    }

    private func writeSignatures() throws(SQLiteError) {
        if let profile = prepared.profile { try tables.textProfiles.insert(rows.run, profile) }
        for (chain, json) in prepared.signatures {
            if let event = rows.events[chain] { try tables.eventSignatures.insert(event, json) }
        }
    }

    // MARK: Statements

    private func writeStatements() throws(SQLiteError) {
        for (number, draft) in prepared.statements.enumerated() {
            var subjectChain: Int64?
            var subjectEntity: Int64?
            var subjectEvent: Int64?
            switch draft.subject {
            case .chain(let chain): subjectChain = rows.chains[chain]
            case .event(let chain): subjectEvent = rows.events[chain]
            case .country(let code): subjectEntity = try entities.country(code)
            }
            guard subjectChain != nil || subjectEntity != nil || subjectEvent != nil else { continue }
            try tables.statements.insert(
                "\(versionKey).s\(number)", rows.run, subjectChain, subjectEntity, subjectEvent, draft.predicate,
                draft.object.flatMap { rows.chains[$0] }, quantity(draft.quantity),
                time(draft.time), draft.value,
                draft.scope.flatMap { rows.chains[$0] }, draft.holds ? 1 : 0, draft.certainty, draft.modality?.rawValue,
                draft.event.map { rows.eventMentions[$0] }, attribution(draft.attribution),
                attribution(voice(of: draft.attribution)), sentence(at: draft.span.start), draft.span.start,
                draft.span.end, draft.rule, time(draft.since), time(draft.until),
                draft.hasEnded.map { $0 ? 1 : 0 }, draft.number, draft.counted)
        }
    }

    /// The innermost attribution from `index` outwards that names a source. Hedges without one leave the voice to what they stand in.
    private func voice(of index: Int?) -> Int? {
        var next = index
        // Bounded, since a foreign record's parents may run in a circle.
        for _ in 0..<record.attributions.count {
            guard let current = next, record.attributions.indices.contains(current) else { return nil }
            let attribution = record.attributions[current]
            if attribution.speaker != nil || !attribution.source.isEmpty { return current }
            next = attribution.parent
        }
        return nil
    }

    // MARK: Rows of references

    private func sentence(at offset: Int) -> Int64? {
        var low = 0
        var high = record.sentences.count
        while low < high {
            let middle = (low + high) / 2
            if record.sentences[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < rows.sentences.count, record.sentences[low].contains(offset) else { return nil }
        return rows.sentences[low]
    }

    private func quantity(_ index: Int?) -> Int64? {
        index.flatMap { rows.quantities.indices.contains($0) ? rows.quantities[$0] : nil }
    }

    private func time(_ index: Int?) -> Int64? {
        index.flatMap { rows.times.indices.contains($0) ? rows.times[$0] : nil }
    }

    private func attribution(_ index: Int?) -> Int64? {
        index.flatMap { rows.attributions.indices.contains($0) ? rows.attributions[$0] : nil }
    }

    private func chain(ofMention index: Int?) -> Int64? {
        index.flatMap { record.mentions.indices.contains($0) ? rows.chains[record.mentions[$0].chain] : nil }
    }

    private func words(_ spans: [Span]) -> String? {
        spans.isEmpty ? nil : spans.map { text[$0] }.joined(separator: " … ")
    }
}
