/// The form in which names are compared: lower case, without accents, quotes and dots, with single spaces for
/// hyphens and other separators. Works for every script: Cyrillic, Hangul and the rest keep their letters.
public enum NameKey {
    public static func of(_ name: String) -> String {
        var key = ""
        key.reserveCapacity(name.utf8.count)
        var pendingSpace = false
        func push(_ scalar: Unicode.Scalar) {
            if pendingSpace, !key.isEmpty { key.unicodeScalars.append(" ") }
            pendingSpace = false
            key.unicodeScalars.append(scalar)
        }
        for scalar in name.unicodeScalars {
            if scalar.isASCII {
                switch scalar {
                case "A"..."Z": push(Unicode.Scalar(UInt8(scalar.value) | 0x20))
                case "a"..."z", "0"..."9", "&", "+": push(scalar)
                case "'", "`", ".": break
                default: pendingSpace = true
                }
                continue
            }
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{02B9}", "\u{00AD}", "\u{200B}"..."\u{200F}": continue
            default: break
            }
            switch scalar.properties.generalCategory {
            case .nonspacingMark: continue
            case .spaceSeparator, .dashPunctuation, .otherPunctuation, .openPunctuation, .closePunctuation,
                .initialPunctuation, .finalPunctuation, .control, .format, .mathSymbol:
                pendingSpace = true
            default:
                for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                    for part in folded(lower) { push(part) }
                }
            }
        }
        return key
    }

    /// A Latin letter without its accent; letters of other scripts as they are.
    private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar {
        case "ß": return ["s", "s"]
        case "æ": return ["a", "e"]
        case "œ": return ["o", "e"]
        case "ø": return ["o"]
        case "đ", "ð": return ["d"]
        case "ł": return ["l"]
        case "ı": return ["i"]
        case "þ": return ["t", "h"]
        default:
            guard scalar.value >= 0xC0, scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value) else {
                return [scalar]
            }
            let base = String(scalar).decomposedBase
            return base.map { [$0] } ?? [scalar]
        }
    }
}

extension String {
    /// The first scalar of the canonical decomposition of a single Latin letter.
    fileprivate var decomposedBase: Unicode.Scalar? {
        // Swift compares strings under canonical equivalence, so a letter equals its base followed by the mark.
        // The standard library exposes no decomposition; the marks of Latin letters are few enough to try.
        guard let letter = unicodeScalars.first else { return nil }
        return Self.latinBases[letter]
    }

    private static let latinBases: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        var decomposed: [String: Unicode.Scalar] = [:]
        let marks: [UInt32] = Array(0x0300...0x0333)
        for base in "abcdefghijklmnopqrstuvwxyz".unicodeScalars {
            for mark in marks.compactMap(Unicode.Scalar.init) {
                var one = String(base)
                one.unicodeScalars.append(mark)
                decomposed[one] = base
                // Vietnamese and a few others carry two marks.
                for second in [0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0306, 0x0307, 0x0309, 0x031B, 0x0323]
                    .compactMap(Unicode.Scalar.init)
                {
                    var two = one
                    two.unicodeScalars.append(second)
                    decomposed[two] = base
                }
            }
        }
        for value in Array(0xC0..<0x250) + Array(0x1E00..<0x1F00) {
            guard let letter = Unicode.Scalar(UInt32(value)) else { continue }
            if let base = decomposed[String(letter)] { table[letter] = base }
        }
        return table
    }()
}
