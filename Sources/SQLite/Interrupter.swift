internal import CSQLite
internal import Synchronization

/// Stops what a connection is doing, from any thread, such as a handler of Ctrl-C or a timer.
public final class Interrupter: Sendable {
    /// The address of the connection; 0 once it is closed.
    private let address: Mutex<UInt>

    init(_ pointer: OpaquePointer) { address = Mutex(UInt(bitPattern: pointer)) }

    /// Lets the running statement, if any, fail with `SQLITE_INTERRUPT`.
    public func interrupt() {
        address.withLock { address in
            if let pointer = OpaquePointer(bitPattern: address) { sqlite3_interrupt(pointer) }
        }
    }

    func retire() { address.withLock { $0 = 0 } }
}
