/// A pattern that fits the tokens of a sentence.
struct TimeMatch: Sendable {
    /// What a slot of the pattern stands for.
    struct Filled: Sendable {
        var slot: String
        var value: String
    }

    var pattern: TimePattern
    var range: Range<Int>
    /// In the order of the pattern; of two with one name the last holds that is part of the expression.
    var slots: [Filled]

    /// The year of a day that closes a list, which its pattern does not know: "March 5-9, 1918".
    var year: String?

    /// What a slot matched; nil if it matched nothing.
    func slot(_ name: String) -> String? {
        let inside = slots.firstIndex { $0.slot == ">" } ?? slots.endIndex
        return (slots[..<inside].last { $0.slot == name } ?? slots[inside...].last { $0.slot == name })?.value
    }

    /// The argument of the recipe with its slots filled; nil where it is absent or a slot of it did not match.
    func argument(_ name: String) -> String? {
        if name == "year", let year { return year }
        guard let template = pattern.arguments.first(where: { $0.name == name })?.template else { return nil }
        guard let dollar = template.utf8.firstIndex(of: UInt8(ascii: "$")) else { return template }
        return slot(String(template[template.index(after: dollar)...])).map { String(template[..<dollar]) + $0 }
    }
}
