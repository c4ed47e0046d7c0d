internal import Tables

/// What part of a host's name is its owner's: `bbc.com` of `news.bbc.com`.
struct HostNames: Sendable {
    private let suffixes: Set<String>

    init(_ table: Table) {
        suffixes = Set(table.rows.map { $0["suffix"].lowercased() })
    }

    /// The registered name; the host itself where it is shorter than one.
    func registrable(_ host: String) -> String {
        let parts = host.split(separator: ".")
        guard parts.count > 2, parts.last?.utf8.allSatisfy({ (0x30...0x39).contains($0) }) == false else { return host }
        for count in [3, 2] where parts.count > count {
            if suffixes.contains(parts.suffix(count).joined(separator: ".")) {
                let name = parts.suffix(count + 1)
                return name.first == "www" ? name.dropFirst().joined(separator: ".") : name.joined(separator: ".")
            }
        }
        if suffixes.contains(parts.suffix(2).joined(separator: ".")) { return parts.suffix(3).joined(separator: ".") }
        return parts.suffix(2).joined(separator: ".")
    }

    /// The part of a host's registered name that its owner chose: `bbc` of `news.bbc.co.uk`.
    func label(_ host: String) -> String {
        let name = registrable(host)
        return name.split(separator: ".").first.map(String.init) ?? name
    }
}
