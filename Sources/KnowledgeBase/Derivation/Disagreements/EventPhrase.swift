/// An event as a noun phrase: "the strike by Russia on a hospital in Kharkiv on 3 March 2025".
struct EventPhrase {
    /// The phrase of `event-phrases.tsv`, with optional parts in square brackets.
    let pattern: String
    /// One name by role.
    let fillers: [String: String]
    let place: String
    /// The day; empty where it is not known or not to be told.
    let day: String
    let words: SummaryWords

    var text: String {
        var result = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            result += rest[..<open]
            result += filled(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
        }
        result += rest
        return result + circumstances(of: result)
    }

    /// " in Kharkiv on 3 March 2025"; what is said already is left out.
    func circumstances(of said: String = "") -> String {
        var text = ""
        if !place.isEmpty, !said.contains(place) { text += words.joint("in") + place }
        if !day.isEmpty { text += words.joint("on") + day }
        return text
    }

    private func filled(_ part: Substring) -> String {
        guard let open = part.firstIndex(of: "{"), let close = part[open...].firstIndex(of: "}"),
            let filler = fillers[String(part[part.index(after: open)..<close])]
        else { return "" }
        return part[..<open] + filler + part[part.index(after: close)...]
    }
}
