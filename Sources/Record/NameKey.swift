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
            return latinBases[scalar].map { [$0] } ?? [scalar]
        }
    }

    /// The Latin letters that are, in canonical decomposition, a letter and one or two accents. The standard library
    /// shows no decomposition; a test compares this list with it.
    private static let accented: [(base: Unicode.Scalar, letters: String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľḷḹḻḽ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṑṓọỏốồổỗộớờởỡợ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩ"),
        ("t", "ţťțṫṭṯṱẗ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǜȕȗṳṵṷṹụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
    ]

    private static let latinBases: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (base, letters) in accented {
            for letter in letters.unicodeScalars { table[letter] = base }
        }
        return table
    }()
}
