#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The three standard streams, written through file descriptors.
enum Terminal {
    static var standardOutputIsTerminal: Bool { isatty(1) == 1 }
    static var standardErrorIsTerminal: Bool { isatty(2) == 1 }

    /// Columns of the terminal; `COLUMNS`, else 80, where standard output is none.
    static var width: Int {
        var size = winsize()
        if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 { return Int(size.ws_col) }
        if let named = getenv("COLUMNS"), let columns = Int(String(cString: named)), columns >= 40 { return columns }
        return 80
    }

    /// Writes data to standard output. Ends the program quietly when nobody reads it any more (`annals … | head`).
    static func write(_ text: String) { write(text, to: 1) }

    /// Writes a message to standard error.
    static func note(_ text: String) { write(text, to: 2) }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var from = 0
            while from < bytes.count {
                guard let base = bytes.baseAddress else { return }
                let written = Glibc.write(descriptor, base + from, bytes.count - from)
                if written < 0 {
                    if errno == EINTR { continue }
                    exit(errno == EPIPE ? 0 : 3)
                }
                from += written
            }
        }
    }

    /// Text as it may be shown: control characters and direction overrides, which could rewrite the screen, become `�`;
    /// line ends and tabs become spaces.
    static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t", "\r": safe.append(" ")
            case _ where isUnsafe(scalar): safe.append("\u{FFFD}")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
