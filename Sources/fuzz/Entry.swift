internal import Fuzzing
internal import Tables

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What libFuzzer calls: one target, named by FUZZ_TARGET.
///
/// libFuzzer has the main function and the command line, and catches what cannot be thrown: traps, hangs, memory.
private struct Session {
    let target: FuzzTarget
    let fuzzer: Fuzzer
    let mutator: Mutator

    static let current = Session()

    private init() {
        let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
            Session.end("FUZZ_TARGET is `\(name)`; it must be one of \(names).")
        }
        do {
            let data = try DataFolder.locate()
            self.target = target
            fuzzer = try Fuzzer(target, data: data)
            let corpus = try FuzzCorpus(target, data: data)
            mutator = corpus.mutator
            // The first argument of libFuzzer is a folder; the seeds belong into it.
            if let folder = ProcessInfo.processInfo.environment["FUZZ_CORPUS"] {
                for (number, seed) in corpus.seeds.enumerated() {
                    try Data(seed).write(to: URL(filePath: "\(folder)/seed-\(number)"))
                }
            }
        } catch {
            Session.end("\(error)")
        }
    }

    static func end(_ message: String) -> Never {
        _ = message.withCString { write(2, $0, strlen($0)) }
        _ = write(2, "\n", 1)
        abort()
    }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
    _ = Session.current
    return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    do throws(Finding) {
        try Session.current.fuzzer.check(input)
    } catch {
        Session.end("\nfound: \(error)")
    }
    return 0
}

/// Half of the changes are libFuzzer's own, which follow what it has seen; half are ours, which know the formats.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ start: UnsafeMutablePointer<UInt8>?, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
    guard let start else { return 0 }
    var dice = SplitMix(seed: UInt64(seed))
    if dice.next() % 2 == 0 { return libFuzzerMutate(start, count, limit) }
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    let output = Session.current.mutator.mutated(input, limit: limit, using: &dice)
    for (offset, byte) in output.enumerated() { start[offset] = byte }
    return output.count
}

@_silgen_name("LLVMFuzzerMutate")
private func libFuzzerMutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int
