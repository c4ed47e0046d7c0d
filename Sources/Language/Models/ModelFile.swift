public import Tables

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A trained model on disk: named arrays of numbers, mapped into memory and checked when opened.
///
/// Layout, little-endian: 64 bytes of header (8 bytes `ANNALSMD`, format version, number of sections, length of the
/// file, checksum of all other bytes, 32 bytes of the model's kind), then 48 bytes for each section (32
/// bytes of name, offset, length in bytes), then the sections, each at a multiple of 64 bytes.
public final class ModelFile: Sendable {
    /// The version of the layout that this program reads and writes.
    public static let version: UInt32 = 1
    static let magic: [UInt8] = Array("ANNALSMD".utf8)
    static let headerLength = 64
    static let entryLength = 48
    static let nameLength = 32
    private static let checksumOffset = 24

    /// The checksum of all bytes of a file but those of the checksum.
    static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        let head = ModelHash.of(UnsafeRawBufferPointer(rebasing: bytes[..<checksumOffset]))
        return head ^ ModelHash.of(UnsafeRawBufferPointer(rebasing: bytes[(checksumOffset + 8)...]))
    }

    /// The path of the file, for messages.
    public let path: String
    private let mapping: Mapping
    private let sections: [String: Range<Int>]

    /// Opens a model of the data folder.
    /// - Parameters:
    ///   - name: its path inside the folder, `models/sentences.model`.
    ///   - kind: what it must be a model of; the writer gave the same word.
    /// - Throws: `DataError` if the file is missing, is not such a model, is of another version, or is damaged.
    public convenience init(data: DataFolder, name: String, kind: String) throws(DataError) {
        try self.init(path: data.path + "/" + name, kind: kind)
    }

    /// Opens a model by the path of its file.
    public init(path: String, kind: String) throws(DataError) {
        self.path = path
        mapping = try Mapping(path: path)
        let bytes = mapping.bytes
        func damaged(_ expected: String) -> DataError {
            DataError(
                file: path, line: nil, expected: expected,
                advice: "Install the data folder again, or make the model anew with `make train`.")
        }
        guard bytes.count >= Self.headerLength, bytes.prefix(8).elementsEqual(Self.magic) else {
            throw damaged("a model of Annals (one that begins with `ANNALSMD`)")
        }
        let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        guard version == Self.version else {
            throw damaged("version \(Self.version) of the model format, not \(version)")
        }
        let found = Self.name(in: bytes, at: 32)
        guard found == kind else { throw damaged("a model of kind `\(kind)`, not `\(found)`") }
        guard bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == UInt64(bytes.count) else {
            throw damaged("\(bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)) bytes, not \(bytes.count)")
        }
        guard bytes.loadUnaligned(fromByteOffset: Self.checksumOffset, as: UInt64.self) == Self.checksum(of: bytes)
        else {
            throw damaged("content that agrees with its checksum")
        }
        let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        guard count <= (bytes.count - Self.headerLength) / Self.entryLength else {
            throw damaged("a whole table of sections")
        }
        var sections: [String: Range<Int>] = [:]
        for index in 0..<count {
            let at = Self.headerLength + index * Self.entryLength
            let start = bytes.loadUnaligned(fromByteOffset: at + 32, as: UInt64.self)
            let length = bytes.loadUnaligned(fromByteOffset: at + 40, as: UInt64.self)
            guard start % 64 == 0, start <= UInt64(bytes.count), length <= UInt64(bytes.count) - start else {
                throw damaged("sections inside the file")
            }
            sections[Self.name(in: bytes, at: at)] = Int(start)..<Int(start + length)
        }
        self.sections = sections
    }

    /// One of its arrays.
    /// - Parameters:
    ///   - name: the section's name.
    ///   - count: how many elements it must have; any number if nil.
    /// - Throws: `DataError` if there is none, or its length does not fit.
    public func array<Element: BitwiseCopyable & Sendable>(
        _ name: String, of type: Element.Type, count: Int? = nil
    ) throws(DataError) -> ModelArray<Element> {
        let size = MemoryLayout<Element>.stride
        guard let range = sections[name], range.count % size == 0, count.map({ $0 * size == range.count }) ?? true
        else {
            let wanted = count.map { " with \($0) elements of \(size) bytes" } ?? ""
            throw DataError(
                file: path, line: nil, expected: "a section `\(name)`\(wanted)",
                advice: "Make the model anew with `make train`; it is of another version of the program.")
        }
        return ModelArray(UnsafeRawBufferPointer(rebasing: mapping.bytes[range]).bindMemory(to: type), keeping: self)
    }

    /// A section that is text: one string a line.
    public func lines(_ name: String) throws(DataError) -> [String] {
        let bytes = try array(name, of: UInt8.self)
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static func name(in bytes: UnsafeRawBufferPointer, at offset: Int) -> String {
        String(decoding: bytes[offset..<(offset + nameLength)].prefix { $0 != 0 }, as: UTF8.self)
    }
}

extension ModelFile {
    /// The pages of the file; given back when nobody holds them any more.
    private final class Mapping: @unchecked Sendable {
        let bytes: UnsafeRawBufferPointer

        init(path: String) throws(DataError) {
            func unreadable() -> DataError {
                DataError(
                    file: path, line: nil, expected: "a readable model file (\(String(cString: strerror(errno))))",
                    advice: "The data folder is incomplete; install it again or name another with --data.")
            }
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw unreadable() }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw unreadable() }
            let length = Int(status.st_size)
            guard length > 0 else {
                bytes = UnsafeRawBufferPointer(start: nil, count: 0)
                return
            }
            guard let pages = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), pages != MAP_FAILED else {
                throw unreadable()
            }
            bytes = UnsafeRawBufferPointer(start: pages, count: length)
        }

        deinit {
            if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
        }
    }
}
