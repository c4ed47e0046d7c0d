/// Which letters of a word are large.
package enum LetterShape: String, Sendable {
    case small
    /// One large letter by itself: `I`, `X.`.
    case single
    /// The first: `Paris`.
    case capitalized
    /// All: `NATO`.
    case large
    case mixed

    package init(_ word: String) {
        var large = 0
        var small = 0
        var startsLarge = false
        for (place, scalar) in word.unicodeScalars.enumerated() {
            if scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase {
                large += 1
                if place == 0 { startsLarge = true }
            } else if scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase {
                small += 1
            }
        }
        if large == 0 {
            self = .small
        } else if small == 0 {
            self = large == 1 ? .single : .large
        } else {
            self = large == 1 && startsLarge ? .capitalized : .mixed
        }
    }
}
