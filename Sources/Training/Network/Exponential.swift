#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The two functions of the C library that learning needs.
enum Exponential {
    static func of(_ value: Float) -> Float { expf(value) }
    static func logarithm(_ value: Float) -> Float { logf(value) }
}
