/// A value as SQLite stores it.
public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    public var isNull: Bool { self == .null }

    /// The number, if it is a whole one.
    public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }

    /// The number, whole or not.
    public var real: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    /// The text, if it is one.
    public var text: String? { if case .text(let value) = self { value } else { nil } }

    /// The bytes, if it is a blob.
    public var blob: [UInt8]? { if case .blob(let value) = self { value } else { nil } }
}

/// The value for people: nothing for NULL, whole numbers without a fraction, blobs as `x'…'` like in SQL.
extension Value: CustomStringConvertible {
    public var description: String {
        switch self {
        case .null: return ""
        case .integer(let value): return String(value)
        case .real(let value):
            if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
            return String(value)
        case .text(let value): return value
        case .blob(let bytes):
            let digits = Array("0123456789abcdef".utf8)
            var hexadecimal: [UInt8] = []
            hexadecimal.reserveCapacity(bytes.count * 2)
            for byte in bytes {
                hexadecimal.append(digits[Int(byte >> 4)])
                hexadecimal.append(digits[Int(byte & 15)])
            }
            return "x'" + String(decoding: hexadecimal, as: UTF8.self) + "'"
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .real(value) }
    public init(nilLiteral: ()) { self = .null }
}
