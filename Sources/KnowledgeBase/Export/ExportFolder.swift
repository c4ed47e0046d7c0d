internal import Record

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A folder that an export writes: all of its files, or none.
///
/// Files are written into a folder beside their places first and moved when all are there. A list of them with their
/// SHA-256 stays in the folder, in the form of `sha256sum`: so the next export knows which files are its own and unchanged.
/// Only those it replaces, and removes where it makes them no more.
final class ExportFolder {
    private let path: String
    private let isForced: Bool
    private var staging: String { path + "/.annals-new" }
    private var list: String { path + "/.annals-export" }
    private var written: [(name: String, hash: String)] = []
    private var current: (name: String, descriptor: Int32, hash: ContentHash)?
    private var buffer: [UInt8] = []
    /// The first thing that went wrong; nothing is written after it.
    private var failure: ExportError?

    /// - Parameter isForced: whether files that are not its own are overwritten.
    init(path: String, isForced: Bool) throws(ExportError) {
        self.path = path
        self.isForced = isForced
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            if isThere(staging) { try FileManager.default.removeItem(atPath: staging) }
            try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: false)
        } catch { throw .unwritable(path: path, reason: "it has to be a folder that you may write") }
    }

    deinit {
        if let current { Glibc.close(current.descriptor) }
        // Whatever was not moved to its place.
        if isThere(staging) { try? FileManager.default.removeItem(atPath: staging) }
    }

    /// Writes a file.
    /// - Parameter name: a plain name, as `FileName` makes them.
    func file<Result>(_ name: String, _ body: (_ write: (String) -> Void) throws -> Result) rethrows -> Result {
        begin(name)
        let result = try body(append)
        finishFile()
        return result
    }

    private func begin(_ name: String) {
        guard failure == nil else { return }
        let descriptor = Glibc.open(staging + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return fail(name) }
        current = (name, descriptor, ContentHash())
    }

    private func append(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= 65_536 { flush() }
    }

    private func flush() {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard failure == nil, let name = current?.name, let descriptor = current?.descriptor else { return }
        current?.hash.update(buffer)
        var from = 0
        while from < buffer.count {
            let count = buffer[from...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return fail(name) }
            from += count
        }
    }

    private func finishFile() {
        flush()
        guard let file = current else { return }
        current = nil
        if Glibc.close(file.descriptor) != 0 { fail(file.name) }
        written.append((file.name, file.hash.hexadecimal()))
    }

    private func fail(_ name: String) {
        if failure == nil {
            failure = .unwritable(path: path + "/" + name, reason: String(cString: strerror(errno)))
        }
    }

    /// Moves everything to its place.
    /// - Returns: how many files of an earlier export were removed, and how many stay because somebody changed them.
    func finish() throws(ExportError) -> (removed: Int, kept: Int) {
        if let failure { throw failure }
        let earlier = readList()
        if !isForced {
            let foreign = written.filter { file in
                guard isThere(path + "/" + file.name) else { return false }
                let hash = Self.hash(of: path + "/" + file.name)
                return hash == nil || hash != file.hash && hash != earlier[file.name]
            }
            guard foreign.isEmpty else { throw .wouldOverwrite(folder: path, names: foreign.map(\.name)) }
        }
        for file in written { try move(file.name) }
        var (removed, kept) = (0, 0)
        let names = Set(written.map(\.name))
        for (name, hash) in earlier where !names.contains(name) && FileName.isPlain(name) {
            guard let now = Self.hash(of: path + "/" + name) else { continue }
            if now == hash, unlink(path + "/" + name) == 0 { removed += 1 } else { kept += 1 }
        }
        let lines = written.sorted { $0.name < $1.name }.map { "\($0.hash)  \($0.name)\n" }
        written.removeAll()
        file(".annals-export") { write in for line in lines { write(line) } }
        if let failure { throw failure }
        try move(".annals-export")
        return (removed, kept)
    }

    private func move(_ name: String) throws(ExportError) {
        guard rename(staging + "/" + name, path + "/" + name) == 0 else {
            throw .unwritable(path: path + "/" + name, reason: String(cString: strerror(errno)))
        }
    }

    private func readList() -> [String: String] {
        guard let bytes = FileManager.default.contents(atPath: list) else { return [:] }
        var hashes: [String: String] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.count > 66 {
            hashes[String(decoding: line.dropFirst(66), as: UTF8.self)] = String(
                decoding: line.prefix(64), as: UTF8.self)
        }
        return hashes
    }

    /// Whether anything is there, be it a link that leads nowhere.
    private func isThere(_ path: String) -> Bool {
        var status = stat()
        return Glibc.lstat(path, &status) == 0
    }

    /// The SHA-256 of a file; nil if it is none, or cannot be read.
    private static func hash(of path: String) -> String? {
        let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { Glibc.close(descriptor) }
        var hash = ContentHash()
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return hash.hexadecimal() }
            hash.update(bytes[..<count])
        }
    }
}
