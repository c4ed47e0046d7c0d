#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The bytes of a file or of standard input, read in pieces: whole, or line by line without holding more than a line.
struct ByteSource: ~Copyable {
    private let descriptor: CInt
    private let isOwned: Bool
    private var buffer: [UInt8] = []
    private var next = 0
    private var isAtEnd = false
    private static let pieceSize = 1 << 18

    /// What kept a file from being opened or read.
    struct Problem: Error {
        var reason: String
        var advice: String?
    }

    /// Opens a file, or standard input for `-`.
    init(path: String) throws(Problem) {
        if path == "-" {
            descriptor = 0
            isOwned = false
            return
        }
        guard !path.utf8.contains(0) else { throw Problem(reason: "the path holds a zero byte", advice: nil) }
        // Opening a pipe that nobody writes to would wait for ever.
        let opened = open(FileName.opened(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { throw Self.problem(errno) }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw Problem(
                reason: "it is not a regular file",
                advice: "Pipe its content in and name `-` to read standard input.")
        }
        descriptor = opened
        isOwned = true
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Bytes that are already in memory.
    init(bytes: [UInt8]) {
        descriptor = -1
        isOwned = false
        isAtEnd = true
        buffer = bytes
    }

    private static func problem(_ code: CInt) -> Problem {
        let words = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        let advice: String? =
            switch code {
            case ENOENT: "Check the path."
            case EACCES: "Check that you may read it."
            default: nil
            }
        return Problem(reason: "it cannot be read: \(words)", advice: advice)
    }

    /// Reads one more piece into the buffer; false at the end.
    private mutating func fill() throws(Problem) -> Bool {
        if isAtEnd { return false }
        if next > 0 {
            buffer.removeSubrange(..<next)
            next = 0
        }
        let before = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.pieceSize))
        while true {
            let file = descriptor
            let count = buffer.withUnsafeMutableBytes { bytes in
                read(file, bytes.baseAddress.map { $0 + before }, Self.pieceSize)
            }
            if count < 0, errno == EINTR { continue }
            let code = errno
            buffer.removeLast(Self.pieceSize - max(count, 0))
            if count < 0 { throw Self.problem(code) }
            isAtEnd = count == 0
            return count > 0
        }
    }

    /// The first bytes, without consuming them: so many, or fewer where the file ends.
    mutating func peek(_ count: Int) throws(Problem) -> ArraySlice<UInt8> {
        while buffer.count - next < count, try fill() {}
        return buffer[next..<min(buffer.count, next + count)]
    }

    /// The next bytes, at most so many; none at the end.
    mutating func piece(_ count: Int) throws(Problem) -> [UInt8] {
        if next == buffer.count { _ = try fill() }
        let end = min(buffer.count, next + count)
        defer { next = end }
        return Array(buffer[next..<end])
    }

    /// All bytes that are left; nil where there are more than `limit`.
    mutating func rest(limit: Int) throws(Problem) -> [UInt8]? {
        while try fill() {
            if buffer.count - next > limit { return nil }
        }
        defer {
            buffer = []
            next = 0
        }
        guard buffer.count - next <= limit else { return nil }
        return next == 0 ? buffer : Array(buffer[next...])
    }

    /// A line of the file.
    enum Line {
        case bytes([UInt8])
        /// The line was longer than the limit and is passed over.
        case tooLong
        case end
    }

    /// The next line, without its end.
    mutating func line(limit: Int) throws(Problem) -> Line {
        var searched = next
        var isTooLong = false
        while true {
            let found = buffer.withUnsafeBufferPointer { bytes -> Int? in
                guard let base = bytes.baseAddress, searched < bytes.count else { return nil }
                return memchr(base + searched, 0x0A, bytes.count - searched).map {
                    UnsafeRawPointer(base).distance(to: UnsafeRawPointer($0))
                }
            }
            if let found {
                defer { next = found + 1 }
                if isTooLong || found - next > limit { return .tooLong }
                return .bytes(Array(buffer[next..<found]))
            }
            if buffer.count - next > limit {
                isTooLong = true
                next = buffer.count
            }
            let pending = buffer.count - next
            if try !fill() {
                if isTooLong {
                    next = buffer.count
                    return .tooLong
                }
                if pending == 0 { return .end }
                defer { next = buffer.count }
                return .bytes(Array(buffer[next...]))
            }
            searched = pending
        }
    }
}
