/// A fast 64-bit checksum of bytes: it finds damage, it does not withstand an attacker.
///
/// Four lanes of multiply and rotate over 32-byte stripes, after the scheme of xxHash64 (Collet, 2012), with constants
/// of that algorithm; not compatible with it.
enum ModelHash {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var a: UInt64 = 0x9E37_79B1_85EB_CA87
        var b: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        var c: UInt64 = 0x1656_67B1_9E37_79F9
        var d: UInt64 = UInt64(bytes.count)
        var at = 0
        while at + 32 <= bytes.count {
            a = mix(a, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            b = mix(b, bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
            c = mix(c, bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
            d = mix(d, bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
            at += 32
        }
        while at < bytes.count {
            d = mix(d, UInt64(bytes[at]))
            at += 1
        }
        let sum = mix(mix(a, b), mix(c, d))
        return sum ^ (sum >> 32)
    }

    @inline(__always)
    private static func mix(_ state: UInt64, _ value: UInt64) -> UInt64 {
        let sum = state &+ value &* 0xC2B2_AE3D_27D4_EB4F
        return ((sum << 31) | (sum >> 33)) &* 0x9E37_79B1_85EB_CA87
    }
}
