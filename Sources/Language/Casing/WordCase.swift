/// How the letters of a word are written in ordinary text.
package enum WordCase: String, Sendable, CaseIterable {
    case lower
    /// The first letter large: `Paris`, `The` at the start of a sentence.
    case capital
    /// All letters large: `NATO`.
    case upper

    /// The case of a word as it stands.
    package init(of form: String) {
        switch LetterShape(form) {
        case .small: self = .lower
        case .single, .capitalized: self = .capital
        case .large: self = .upper
        case .mixed: self = form.unicodeScalars.first?.properties.isUppercase ?? false ? .capital : .lower
        }
    }
}

extension WordCase {
    /// A word in capitals as it is written in this case: `O'BRIEN` as `O'Brien`, `McGEE` as `McGee`, `6TH` as `6th`.
    func written(_ word: String) -> String {
        switch self {
        case .upper: return word
        case .lower: return word.lowercased()
        case .capital:
            let letters = Array(word.lowercased().unicodeScalars)
            var written = String.UnicodeScalarView()
            for (at, letter) in letters.enumerated() {
                if at == 0 || Self.startsPart(letters, at) {
                    written.append(contentsOf: letter.properties.titlecaseMapping.unicodeScalars)
                } else {
                    written.append(letter)
                }
            }
            return String(written)
        }
    }

    /// Whether a letter inside a name is large: behind `O'`, `D'`, `Mc`, a hyphen, or the stop of an initial.
    private static func startsPart(_ letters: [Unicode.Scalar], _ at: Int) -> Bool {
        let before = letters[at - 1]
        if before == "-" || before == "." { return true }
        if before == "'" || before == "\u{2019}" { return at == 2 && letters.count > 4 }
        return at == 2 && letters.count > 4 && letters[0] == "m" && letters[1] == "c"
    }
}
