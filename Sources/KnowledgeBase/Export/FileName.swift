/// File names made of names out of articles: text that nobody may use as a path.
///
/// What is made can be a file's name on Linux, macOS and Windows and a target of Obsidian's wikilinks: no separators and no
/// signs that either of them reads as something else, no control characters or marks that turn the direction of writing,
/// no dots or spaces at the ends, no name of a device, 120 bytes at most.
enum FileName {
    private static let mostBytes = 120

    /// Names of devices, on Windows, whatever follows their first dot.
    private static let devices: Set<String> = {
        let numbered = ["com", "lpt"].flatMap { port in (0...9).map { "\(port)\($0)" } }
        return Set(["con", "prn", "aux", "nul", "conin$", "conout$"] + numbered)
    }()

    /// The part of a file's name before its extension.
    static func stem(of name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in ExportText.clean(name).unicodeScalars {
            let isSign = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "^", "[", "]", "%", "`"].contains(scalar)
            let isSpace = isSign || scalar.properties.isWhitespace
            if isSpace, scalars.last == " " || scalars.isEmpty { continue }
            scalars.append(isSpace ? " " : scalar)
        }
        while let first = scalars.first, first == "." || first == " " || first == "~" { scalars.removeFirst() }
        var stem = prefix(String(scalars), bytes: mostBytes)
        while stem.last == "." || stem.last == " " { stem.removeLast() }
        if stem.isEmpty { return "unnamed" }
        let device = stem.unicodeScalars.prefix { $0 != "." }.map { String($0).lowercased() }.joined()
        return devices.contains(device) ? "_" + stem : stem
    }

    /// Whether a name is one file in one folder: for names that are read back from a file.
    static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.utf8.contains(UInt8(ascii: "/")) && !name.utf8.contains(0)
            && name.utf8.first != UInt8(ascii: ".")
    }

    /// The form in which two names are one file on a disk that does not tell capitals and composed letters apart; strings
    /// that differ only in how letters are composed are equal.
    static func folded(_ stem: String) -> String { stem.lowercased() }

    /// As many whole characters as fit.
    private static func prefix(_ text: String, bytes limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        var (kept, count) = (String(), 0)
        for scalar in text.unicodeScalars {
            count += scalar.utf8.count
            if count > limit { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept
    }
}
