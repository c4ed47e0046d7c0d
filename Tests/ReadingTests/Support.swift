internal import Record
internal import Tables
internal import Testing

@testable internal import Reading

/// Reads a file given as text or bytes and returns what came of it.
func results(
    _ bytes: [UInt8], name: String = "file.txt", overrides: Overrides = Overrides(), limits: ReadLimits = ReadLimits()
) throws -> [Result<ReadItem, ReadFailure>] {
    let reader = try DocumentReader(data: .locate(), overrides: overrides, limits: limits)
    var results: [Result<ReadItem, ReadFailure>] = []
    reader.read(bytes: bytes, name: name) { results.append($0) }
    return results
}

/// The only item of a file.
func item(_ text: String, name: String = "file.txt", overrides: Overrides = Overrides()) throws -> ReadItem {
    let results = try results(Array(text.utf8), name: name, overrides: overrides)
    #expect(results.count == 1)
    return try #require(results.first).get()
}

/// The only document of a file.
func document(_ text: String, name: String = "file.txt", overrides: Overrides = Overrides()) throws -> Document {
    try item(text, name: name, overrides: overrides).document
}

/// A paragraph long enough to count as prose.
let paragraph =
    "The council met in the town hall on Thursday evening and agreed, after three hours of talk, to mend the old bridge."
let secondParagraph =
    "Work is to begin in the spring, the mayor said, and will cost about 2,000 crowns, of which half has been given."

/// SplitMix64: the same bytes on every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Hostile input with a short name, which failures show in its place.
struct Hostile: Sendable, CustomTestStringConvertible, ExpressibleByStringLiteral {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
        testDescription = name
        self.text = text
    }

    init(stringLiteral text: String) { self.init(text, text) }

    /// A mark again and again.
    static func repeated(_ mark: String, _ count: Int) -> Hostile {
        Hostile("\(count) × \(mark)", String(repeating: mark, count: count))
    }
}
