#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lines for the person who waits: each is there as soon as it is said, also in a file.
enum Report {
    static func line(_ text: String) {
        print(text)
        fflush(nil)
    }
}
