/// Puts a model file together, section by section.
///
/// The same sections in the same order give the same bytes.
public struct ModelWriter {
    private let kind: String
    private var sections: [(name: String, bytes: [UInt8])] = []

    /// - Parameter kind: what it is a model of, at most 32 bytes: `sentences`.
    public init(kind: String) { self.kind = kind }

    /// Adds an array of numbers.
    /// - Parameter name: at most 32 bytes.
    public mutating func add<Element: BitwiseCopyable & Sendable>(_ name: String, _ elements: [Element]) {
        sections.append((name, elements.withUnsafeBytes { Array($0) }))
    }

    /// Adds strings, one a line.
    public mutating func add(_ name: String, lines: [String]) {
        sections.append((name, Array(lines.joined(separator: "\n").utf8)))
    }

    /// The whole file.
    public func bytes() -> [UInt8] {
        var table: [UInt8] = []
        var body: [UInt8] = []
        let start = Self.aligned(ModelFile.headerLength + sections.count * ModelFile.entryLength)
        for section in sections {
            table += Self.padded(section.name)
            table += Self.little(UInt64(start + body.count)) + Self.little(UInt64(section.bytes.count))
            body += section.bytes
            body += [UInt8](repeating: 0, count: Self.aligned(body.count) - body.count)
        }
        let gap = [UInt8](repeating: 0, count: start - ModelFile.headerLength - table.count)
        let content = table + gap + body
        let counts = Self.little(ModelFile.version) + Self.little(UInt32(sections.count))
        let before = ModelFile.magic + counts + Self.little(UInt64(ModelFile.headerLength + content.count))
        let after = Self.padded(kind) + content
        let unsigned = before + Self.little(UInt64(0)) + after
        return before + Self.little(unsigned.withUnsafeBytes { ModelFile.checksum(of: $0) }) + after
    }

    private static func aligned(_ length: Int) -> Int { (length + 63) / 64 * 64 }

    private static func padded(_ name: String) -> [UInt8] {
        let bytes = Array(name.utf8.prefix(ModelFile.nameLength))
        return bytes + [UInt8](repeating: 0, count: ModelFile.nameLength - bytes.count)
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
