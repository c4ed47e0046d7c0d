internal import Language

/// A sentence of news style with slots for names: "{rank} {person}, commander of the {unit}, told {media}".
struct NameTemplate: Equatable {
    enum Part: Equatable {
        case text(String)
        /// A slot that the inventory fills.
        case slot(String)
        /// A name that stands in the template itself: `[Kremlin|agency]`.
        case name(String, NameKind)
    }

    let parts: [Part]

    /// - Returns: nil for braces or brackets that do not close, an empty slot or an unknown kind.
    init?(_ text: String) {
        var parts: [Part] = []
        var plain = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        func flush() {
            if !plain.isEmpty { parts.append(.text(String(plain))) }
            plain = String.UnicodeScalarView()
        }
        while let scalar = rest.popFirst() {
            guard scalar == "{" || scalar == "[" else {
                plain.append(scalar)
                continue
            }
            guard let close = rest.firstIndex(of: scalar == "{" ? "}" : "]"), close > rest.startIndex else {
                return nil
            }
            let inside = rest[..<close]
            rest = rest[rest.index(after: close)...]
            flush()
            if scalar == "{" {
                parts.append(.slot(String(inside)))
                continue
            }
            guard let bar = inside.firstIndex(of: "|"), bar > inside.startIndex,
                let kind = NameKind(rawValue: String(inside[inside.index(after: bar)...]))
            else { return nil }
            parts.append(.name(String(inside[..<bar]), kind))
        }
        flush()
        self.parts = parts
    }

    /// The sentence with its slots filled, and where its names stand, in code points.
    func filled(
        from inventory: NameInventory, _ random: inout SeededGenerator
    ) -> (text: String, names: [(span: Range<Int>, kind: NameKind)]) {
        var text = String.UnicodeScalarView()
        var names: [(span: Range<Int>, kind: NameKind)] = []
        for part in parts {
            let start = text.count
            switch part {
            case .text(let words): text.append(contentsOf: words.unicodeScalars)
            case .slot(let slot):
                text.append(contentsOf: inventory.fill(slot, &random).unicodeScalars)
                if let kind = NameInventory.kind(of: slot), text.count > start {
                    names.append((start..<text.count, kind))
                }
            case .name(let words, let kind):
                text.append(contentsOf: words.unicodeScalars)
                names.append((start..<text.count, kind))
            }
        }
        return (String(text), names)
    }
}
