/// A field of an item while it is read: its text, with the marks inside it where it holds any.
struct FeedField {
    let name: String
    /// How deep its element stands.
    let level: Int
    /// An attribute that says it instead of the text: a link's address.
    let value: String?
    /// False for a field that says something else: another relation of a link, an id that is no address.
    let counts: Bool
    private(set) var bytes: [UInt8] = []
    private(set) var isTooLarge = false

    init(name: String, level: Int, attribute: (String) -> String?) {
        self.name = name
        self.level = level
        value = name == "link" ? attribute("href") : nil
        switch name {
        case "link": counts = value == nil || (attribute("rel") ?? "alternate") == "alternate"
        case "guid": counts = attribute("isPermaLink") != "false"
        default: counts = true
        }
    }

    mutating func append(_ more: some Collection<UInt8>, limit: Int) {
        guard bytes.count + more.count <= limit else {
            isTooLarge = true
            return
        }
        bytes.append(contentsOf: more)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
