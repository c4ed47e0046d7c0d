import Foundation
import Testing

/// A file of sentences with what a stage finds in each; `RECORD=1` writes it anew.
struct CaseFile {
    private let url: URL

    init(_ name: String) {
        url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(name)
    }

    func check(_ find: (String) throws -> String) throws { try check(pairs: { sentence, _ in try find(sentence) }) }

    /// - Parameter find: what a stage finds, from the sentence and from what stands behind it in the file.
    func check(pairs find: (String, String) throws -> String) throws {
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        var written: [String] = []
        var count = 0
        for line in lines {
            guard !line.hasPrefix("#"), !line.isEmpty else {
                written.append(String(line))
                continue
            }
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let expected = parts.count > 1 ? parts[1] : ""
            let found = try find(parts[0], expected)
            #expect(found == expected, "\(parts[0])")
            written.append(parts[0] + "\t" + found)
            count += 1
        }
        #expect(count > 10)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try written.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
        }
    }
}
