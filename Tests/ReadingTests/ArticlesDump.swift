internal import Reading
internal import Record
internal import Tables
internal import Testing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#endif
@Test func dump() throws {
    guard let path = ProcessInfo.processInfo.environment["DUMP"] else { return }
    let reader = try DocumentReader(data: .locate())
    reader.read(path) { result in
        switch result {
        case .failure(let f): print("FAIL", f.kind, f)
        case .success(let item):
            let d = item.document
            print("=====", d.id)
            print(d.metadata)
            for w in item.warnings { print("WARN", w) }
            print(d.text)
        }
    }
}
