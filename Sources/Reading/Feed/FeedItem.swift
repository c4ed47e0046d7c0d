/// An item of a feed as its fields come.
struct FeedItem {
    /// How deep its element stands.
    let level: Int
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var isTooLarge = false

    init(level: Int) { self.level = level }

    mutating func take(_ field: FeedField) {
        isTooLarge = isTooLarge || field.isTooLarge
        guard field.counts else { return }
        var value = field.value ?? field.text
        if field.name == "guid", DocumentURL.host(value) == nil { return }
        // Atom's author holds elements, RSS's is an address with the name in parentheses.
        if field.name == "author" { value = FeedText.name(ofAuthor: value) }
        fields.append((field.name, value))
    }

    func first(_ names: [String]) -> (name: String, value: String)? {
        for name in names {
            if let found = fields.first(where: { $0.name == name && !$0.value.isEmpty }) { return found }
        }
        return nil
    }
}
