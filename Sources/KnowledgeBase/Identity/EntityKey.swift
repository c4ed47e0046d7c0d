internal import Record

/// The local identity of a chain: what the reference tables and its names say by themselves.
///
/// Identity by key and not by comparing pairs makes it independent of the order of loading and its cost independent
/// of how much is loaded.
struct EntityKey: Hashable {
    /// Public: a reference id, or kind, country and name, or a chain of one version.
    var text: String
    /// Why, for people.
    var rule: String

    /// - Parameter version: the key of the version the chain stands in.
    /// - Returns: nil for a chain that nothing needs.
    init?(of chain: ChainSummary, version: String) {
        if let reference = chain.reference {
            self.init(text: reference, rule: "linked to the reference tables")
            return
        }
        if let name = chain.names.max(by: { ($0.count, $1) < ($1.count, $0) }) {
            let key = NameKey.of(name)
            // A surname alone may be anybody's: it stays a person of its document until something says more.
            let isTelling = chain.kind != .person || key.contains(" ")
            if isTelling, !key.isEmpty {
                let country = chain.kind == .person ? "" : chain.country.map { $0.lowercased() + ":" } ?? ""
                self.init(text: "\(chain.kind.rawValue):\(country)\(key)", rule: "same name")
                return
            }
        } else if !chain.isUsed {
            return nil
        }
        self.init(
            text: "\(version).c\(chain.span.start)-\(chain.span.end)", rule: "known in its document only")
    }

    private init(text: String, rule: String) {
        self.text = text
        self.rule = rule
    }
}
