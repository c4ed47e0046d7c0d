internal import CSQLite

extension Connection {
    /// Makes a Swift function callable in SQL.
    ///
    ///     try connection.register("shout", arguments: 1) { .text(($0[0].text ?? "").uppercased()) }
    ///
    /// - Parameters:
    ///   - arguments: how many it takes; -1 for any number.
    ///   - isDeterministic: whether it gives the same for the same arguments; then SQLite may call it less often.
    ///   - body: gets exactly `arguments` values. What it throws fails the statement with the error's words.
    public func register(
        _ name: String, arguments: Int, isDeterministic: Bool = true, _ body: @escaping ([Value]) throws -> Value
    ) throws(SQLiteError) {
        let flags = SQLITE_UTF8 | (isDeterministic ? SQLITE_DETERMINISTIC : 0) | SQLITE_INNOCUOUS
        let function = Unmanaged.passRetained(ScalarFunction(body))
        let code = sqlite3_create_function_v2(
            pointer, name, Int32(truncatingIfNeeded: arguments), flags, function.toOpaque(),
            { context, count, values in
                guard let context, let data = sqlite3_user_data(context) else { return }
                Unmanaged<ScalarFunction>.fromOpaque(data).takeUnretainedValue().call(context, count, values)
            }, nil, nil,
            { data in
                guard let data else { return }
                Unmanaged<ScalarFunction>.fromOpaque(data).release()
            })
        // SQLite releases the function also when it refuses it.
        guard code == SQLITE_OK else { throw handle.error(code, sql: name) }
    }
}

/// A Swift function behind an SQL function.
private final class ScalarFunction {
    private let body: ([Value]) throws -> Value

    init(_ body: @escaping ([Value]) throws -> Value) { self.body = body }

    func call(_ context: OpaquePointer, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
        let arguments = (0..<Int(count)).map { index in values?[index].map(Self.value) ?? .null }
        do {
            switch try body(arguments) {
            case .null: sqlite3_result_null(context)
            case .integer(let number): sqlite3_result_int64(context, number)
            case .real(let number): sqlite3_result_double(context, number)
            case .text(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) { characters in
                        sqlite3_result_text64(
                            context, characters.baseAddress, UInt64(characters.count), annals_transient(),
                            UInt8(SQLITE_UTF8))
                    }
                }
            case .blob(let bytes):
                if bytes.isEmpty {
                    sqlite3_result_zeroblob(context, 0)
                } else {
                    bytes.withUnsafeBytes {
                        sqlite3_result_blob64(context, $0.baseAddress, UInt64($0.count), annals_transient())
                    }
                }
            }
        } catch {
            sqlite3_result_error(context, "\(error)", -1)
        }
    }

    private static func value(_ pointer: OpaquePointer) -> Value {
        switch sqlite3_value_type(pointer) {
        case SQLITE_INTEGER: return .integer(sqlite3_value_int64(pointer))
        case SQLITE_FLOAT: return .real(sqlite3_value_double(pointer))
        case SQLITE_TEXT:
            guard let start = sqlite3_value_text(pointer) else { return .null }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(pointer)))
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_value_blob(pointer) else { return .blob([]) }
            return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(pointer)))))
        default: return .null
        }
    }
}
