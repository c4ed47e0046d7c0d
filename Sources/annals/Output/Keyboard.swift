#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Single keys from a terminal, as they are pressed and without an echo. The terminal is as it was when this goes.
final class Keyboard {
    private var before = termios()

    /// - Returns: nil if standard input or standard output is no terminal.
    init?() {
        guard isatty(0) == 1, isatty(1) == 1, tcgetattr(0, &before) == 0 else { return nil }
        var raw = before
        // Interrupts come as keys, so that the terminal is never left in this state.
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        guard tcsetattr(0, TCSANOW, &raw) == 0 else { return nil }
    }

    deinit { tcsetattr(0, TCSANOW, &before) }

    /// Waits for a key.
    /// - Returns: nil at the end of input, or when the terminal is interrupted (control C or D).
    func key() -> Unicode.Scalar? {
        var byte: UInt8 = 0
        while true {
            let count = read(0, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1, byte != 3, byte != 4 else { return nil }
            return Unicode.Scalar(byte)
        }
    }
}
