internal import Record

/// The addresses of documents, compared regardless of how they were reached.
public enum DocumentURL {
    /// One form for all addresses of a page: `https`, lower-case host without `www.`, no default port, fragment,
    /// user, tracking parameters or slash at the end; the other parameters in their order.
    ///
    /// `HTTP://www.Example.com:80/News/?utm_source=x&id=7#top` becomes `https://example.com/News?id=7`.
    /// - Returns: nil for what is no web address.
    public static func canonical(_ address: String) -> String? {
        guard let parts = parts(address) else { return nil }
        var path = parts.path
        while path.hasSuffix("/") { path.removeLast() }
        var kept: [Substring] = []
        for parameter in parts.query.split(separator: "&") where !isTracking(parameter) { kept.append(parameter) }
        let port = parts.port.isEmpty ? "" : ":" + parts.port
        return "https://" + withoutPrefixes(parts.host) + port + path
            + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    /// The host in lower case, without user and port; nil for what is no web address.
    public static func host(_ address: String) -> String? { parts(address)?.host }

    /// The address without the user and password before its host; nil where it has none.
    static func withoutUser(_ address: String) -> String? {
        guard let marks = address.firstIndex(of: "/") else { return nil }
        let start = address[marks...].drop { $0 == "/" }
        let end = start.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? start.endIndex
        guard let at = start[..<end].lastIndex(of: "@") else { return nil }
        return String(address[..<start.startIndex] + address[address.index(after: at)...])
    }

    /// The day that an address names in its path, as in `/2025/01/12/`, `/2025/jan/12/` or `/2025-01-12-title`.
    static func date(_ address: String) -> CalendarDate? {
        guard let path = parts(address)?.path else { return nil }
        let pieces = path.split(separator: "/").map(String.init)
        for (index, piece) in pieces.enumerated() where index + 2 < pieces.count && piece.utf8.count == 4 {
            guard let year = Int(piece), (1990...2100).contains(year), pieces[index + 2].utf8.count <= 2 else {
                continue
            }
            if let text = DocumentDate.normalized("\(piece)-\(pieces[index + 1])-\(pieces[index + 2])")
                ?? DocumentDate.normalized("\(pieces[index + 2]) \(pieces[index + 1]) \(piece)"),
                let day = CalendarDate(iso: text)
            {
                return day
            }
        }
        for piece in pieces {
            guard let day = CalendarDate(iso: piece), (1990...2100).contains(day.year) else { continue }
            return day
        }
        return nil
    }

    private struct Parts {
        var host: String
        var port: String
        var path: String
        var query: String
    }

    private static func parts(_ address: String) -> Parts? {
        var text = Substring(address)
        while let first = text.unicodeScalars.first, first.properties.isWhitespace { text.unicodeScalars.removeFirst() }
        while let last = text.unicodeScalars.last, last.properties.isWhitespace { text.unicodeScalars.removeLast() }
        let lower = text.prefix(8).lowercased()
        var defaultPort = "443"
        if lower.hasPrefix("https://") {
            text = text.dropFirst(8)
        } else if lower.hasPrefix("http://") {
            text = text.dropFirst(7)
            defaultPort = "80"
        } else if lower.hasPrefix("//") {
            text = text.dropFirst(2)
        } else {
            return nil
        }
        text = text.prefix { $0 != "#" }
        let query = text.firstIndex(of: "?")
        let beforeQuery = query.map { text[..<$0] } ?? text
        let slash = beforeQuery.firstIndex(of: "/")
        var authority = slash.map { beforeQuery[..<$0] } ?? beforeQuery
        if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
        var port = ""
        if let colon = authority.lastIndex(of: ":") {
            port = String(authority[authority.index(after: colon)...])
            authority = authority[..<colon]
            if port == defaultPort { port = "" }
        }
        var host = authority.lowercased()
        if host.hasSuffix(".") { host.removeLast() }
        guard host.contains("."), !address.unicodeScalars.contains(where: isUnseen),
            port.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            !host.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x21 }),
            !host.hasPrefix("."), !host.hasSuffix("."), !host.contains(".."), !host.utf8.contains(UInt8(ascii: ":"))
        else { return nil }
        return Parts(
            host: host, port: port, path: slash.map { String(beforeQuery[$0...]) } ?? "",
            query: query.map { String(text[text.index(after: $0)...]) } ?? "")
    }

    /// Control characters and those that turn the direction of text: an address that holds one means to deceive.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    /// The host without the names that mean no more than "the site" or "for telephones".
    private static func withoutPrefixes(_ host: String) -> String {
        for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) {
            let rest = host.dropFirst(prefix.count)
            if rest.contains(".") { return String(rest) }
        }
        return host
    }

    private static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_") || name.hasPrefix("at_") || name.hasPrefix("mc_") || trackers.contains(name)
    }

    /// Parameters by which advertisers and newsletters count readers; they never choose the page.
    private static let trackers: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "ocid", "cmpid", "cmp", "ns_mchannel", "ns_source",
        "ns_campaign", "ns_linkname", "ns_fee", "smid", "smtyp", "ref", "ref_src", "ref_url", "wt_mc", "wt_zmc",
        "icid", "ito", "xtor", "sr_share", "taid", "partner", "spm", "guccounter", "_ga", "feature",
    ]
}
