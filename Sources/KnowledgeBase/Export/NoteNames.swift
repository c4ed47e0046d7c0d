internal import Record

/// The file names of notes, by entity: no two alike on any disk, and none that depends on the order of loading.
struct NoteNames {
    private(set) var stems: [Int64: String] = [:]

    /// - Parameter entities: in the order of their keys.
    init(_ entities: [(id: Int64, key: String, name: String)]) {
        let plain = entities.map { FileName.stem(of: $0.name) }
        var uses: [String: Int] = [:]
        for stem in plain { uses[FileName.folded(stem), default: 0] += 1 }
        // Names that nobody else has first: those with a mark of their own must not take one of them.
        var taken = Set(uses.filter { $0.value == 1 }.keys)
        for (entity, stem) in zip(entities, plain) {
            if uses[FileName.folded(stem)] == 1 {
                stems[entity.id] = stem
                continue
            }
            let hash = ContentHash.hexadecimal(of: entity.key)
            var digits = 6
            while digits < hash.utf8.count, taken.contains(FileName.folded("\(stem) (\(hash.prefix(digits)))")) {
                digits += 2
            }
            let marked = "\(stem) (\(hash.prefix(digits)))"
            taken.insert(FileName.folded(marked))
            stems[entity.id] = marked
        }
    }

    /// A wikilink, or the escaped name of what has no note.
    func link(_ entity: Int64?, _ name: String) -> String {
        guard let entity, let stem = stems[entity] else { return ExportText.markdown(name) }
        let shown = String(ExportText.clean(name).unicodeScalars.filter { !["[", "]", "|"].contains($0) })
        return shown == stem || shown.isEmpty ? "[[\(stem)]]" : "[[\(stem)|\(shown)]]"
    }
}
