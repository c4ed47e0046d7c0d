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

    /// Writes data to standard output: as it is into a file or a pipe, as it may be shown on a terminal. Ends the
    /// program quietly when nobody reads it any more (`annals … | head`).
    static func write(_ text: String) { write(standardOutputIsTerminal ? SafeText.lines(text) : text, to: 1) }

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
                    if errno == EPIPE { exit(0) }
                    let reason = String(cString: strerror(errno))
                    // Once: where standard error fails too, there is nobody to tell.
                    if descriptor == 1 { write("annals: standard output: \(reason)\n", to: 2) }
                    exit(3)
                }
                from += written
            }
        }
    }

    /// Text as it may be shown on a line (`SafeText`).
    static func shown(_ text: String) -> String { SafeText.line(text) }
}
