/// How the letters of a lemma are written.
package enum LetterCase: Hashable, Comparable, Sendable {
    case lower
    /// As in the word, as far as the lemma goes with it.
    case kept
    /// The first letter large.
    case capital
    case upper
    /// In a way of its own: `a.m.`, `PetSmart`.
    case spelled(String)

    /// Reads it from a table.
    package init?(_ name: String) {
        switch name {
        case "lower": self = .lower
        case "kept": self = .kept
        case "capital": self = .capital
        case "upper": self = .upper
        default:
            guard name.hasPrefix("="), name.utf8.count > 1 else { return nil }
            self = .spelled(String(name.dropFirst()))
        }
    }

    /// Its name in the tables.
    package var name: String {
        switch self {
        case .lower: "lower"
        case .kept: "kept"
        case .capital: "capital"
        case .upper: "upper"
        case .spelled(let text): "=" + text
        }
    }

    /// Writes a folded lemma so.
    /// - Parameter form: the word as it stands in the text.
    package func applied(to lemma: String, form: String) -> String {
        switch self {
        case .lower: return lemma
        case .upper: return lemma.uppercased()
        case .spelled(let text): return text
        case .capital:
            guard let first = lemma.unicodeScalars.first else { return lemma }
            return first.properties.titlecaseMapping + String(lemma.unicodeScalars.dropFirst())
        case .kept:
            if form == lemma { return lemma }
            var written = String.UnicodeScalarView()
            let letters = Array(lemma.unicodeScalars)
            var shared = 0
            for scalar in form.unicodeScalars {
                // A letter whose small form is another number of letters ends what they share.
                guard shared < letters.count,
                    scalar == letters[shared] || scalar.properties.lowercaseMapping == String(letters[shared])
                else { break }
                written.append(scalar)
                shared += 1
            }
            written.append(contentsOf: letters[shared...])
            return String(written)
        }
    }
}
