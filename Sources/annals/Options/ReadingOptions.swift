internal import ArgumentParser
internal import KnowledgeBase

/// Which knowledge base is asked, and of which moment.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Answer from what was published by then: a year, month, day or moment. Undated texts are left out.",
            valueName: "date"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "Answer from what was loaded, undone and decided by then: a day or a moment, in UTC.", valueName: "time"))
    var knownAt: String?

    @OptionGroup var database: DatabaseOption

    /// Opens the knowledge base for reading, as it was at that moment.
    func open() throws -> Store {
        let store = try database.open(.read)
        let scope = Scope(
            asOf: try Self.moment(asOf, option: "--as-of"), knownAt: try Self.moment(knownAt, option: "--known-at"))
        try store.look(at: scope)
        return store
    }

    /// A prefix of `YYYY-MM-DDTHH:MM:SS.sss` that ends where a part ends.
    private static func moment(_ text: String?, option: String) throws -> String? {
        guard let text else { return nil }
        let pattern = Array("0000-00-00T00:00:00.000".utf8)
        var bytes = Array(text.utf8)
        if bytes.last == UInt8(ascii: "Z") { bytes.removeLast() }
        if bytes.count > 10, bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
        let fits = zip(bytes, pattern).allSatisfy { byte, sign in
            sign == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == sign
        }
        guard fits, [4, 7, 10, 13, 16, 19, 23].contains(bytes.count) else {
            throw ValidationError(
                "\(option) is a day or a moment such as 2025-01-12 or 2025-01-12T14:05; found `\(text)`.")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
