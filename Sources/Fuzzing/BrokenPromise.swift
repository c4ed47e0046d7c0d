/// What a check found, in words.
struct BrokenPromise: Error {
    var reason: String
}

/// Throws where a promise does not hold.
func promise(_ holds: Bool, _ reason: @autoclosure () -> String) throws(BrokenPromise) {
    if !holds { throw BrokenPromise(reason: reason()) }
}
