internal import SQLite

/// Groups copies, so that a wire story in ten outlets counts as one independent text.
struct IndependentTexts {
    /// Texts that share this estimated part of their word 5-grams are copies.
    static let threshold = 0.6

    let connection: Connection

    func rebuild() throws(SQLiteError) {
        var keys: [String] = []
        var rows: [Int64] = []
        var sketches: [TextSketch?] = []
        var positions: [Int64: Int] = [:]
        // In the order of publication, so that the first of a group stands for it.
        try connection.each(
            """
            SELECT v.id, v.key, v.sketch FROM versions v JOIN runs r ON r.version_id = v.id
            WHERE r.retracted IS NULL ORDER BY v.published IS NULL, v.published, v.key
            """
        ) { row in
            positions[row.integer(0)] = rows.count
            rows.append(row.integer(0))
            keys.append(row.text(1))
            sketches.append(TextSketch(bytes: row.blob(2)))
        }
        var clusters = Clusters(count: rows.count)
        var first: [Int64: Int] = [:]
        // Each member of a band is compared with the band's first: copies of one text meet there.
        try connection.each("SELECT band, hash, version_id FROM sketch_bands ORDER BY band, hash, version_id") { row in
            guard let position = positions[row.integer(2)] else { return }
            let band = row.integer(1) &* 16 &+ row.integer(0)
            guard let other = first[band] else {
                first[band] = position
                return
            }
            if let one = sketches[position], let two = sketches[other], one.similarity(to: two) >= Self.threshold {
                clusters.join(position, other)
            }
        }
        var representatives: [Int: Int] = [:]
        for position in rows.indices {
            let root = clusters.root(of: position)
            let representative = representatives[root] ?? position
            representatives[root] = representative
            let similarity =
                if representative == position {
                    1.0
                } else if let one = sketches[position],
                    let two = sketches[representative]
                { one.similarity(to: two) } else { 0.0 }
            try connection.insert(
                "INSERT INTO independent_texts (version_id, text_id, similarity) VALUES (?, ?, ?)",
                rows[position], rows[representative], similarity)
        }
    }
}
