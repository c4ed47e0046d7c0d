internal import Record

/// The local identity of a chain: what the reference tables, its names and what the document says beside them say by themselves.
///
/// Identity by key and not by comparing documents makes it independent of the order of loading. Local identities whose
/// names are alike are compared with each other (`EntityLinks`).
struct EntityKey: Hashable {
    /// Public: a reference id, or kind, country, occupation and name, or a chain of one version.
    var text: String
    /// The same without what is said beside the name: events are compared by it.
    var plain: String
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
            let isTelling = chain.kind != .person || key.contains(" ") || Self.isFullWithoutSpace(key)
            if isTelling, !key.isEmpty {
                let country = chain.country.map { $0.lowercased() + ":" } ?? ""
                let kind = chain.kind.rawValue
                if chain.kind == .person {
                    let occupation = chain.occupation.map { $0 + ":" } ?? ""
                    self.init(
                        text: "\(kind):\(country)\(occupation)\(key)", plain: "\(kind):\(key)", rule: "same name")
                } else {
                    self.init(text: "\(kind):\(country)\(key)", rule: "same name")
                }
                return
            }
        } else if !chain.isUsed {
            return nil
        }
        self.init(
            text: "\(version).c\(chain.span.start)-\(chain.span.end)", rule: "known in its document only")
    }

    /// Names in Hangul and Chinese characters are written as one word: three of them are family and given name.
    private static func isFullWithoutSpace(_ key: String) -> Bool {
        key.unicodeScalars.count >= 3
            && key.unicodeScalars.allSatisfy {
                (0xAC00...0xD7A3).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
            }
    }

    private init(text: String, plain: String? = nil, rule: String) {
        self.text = text
        self.plain = plain ?? text
        self.rule = rule
    }
}
