internal import Foundation
internal import SQLite
internal import Testing

/// Short forms of what `make endure` does at length.
@Suite("A knowledge base that is interrupted")
struct TrustCrashTests {
    @Test("killed at any moment it holds whole documents, and a second load completes it")
    func killed() throws {
        let undisturbed = try TrustBase()
        let started = ContinuousClock.now
        try undisturbed.load(TrustArticles.lines)
        let duration = (ContinuousClock.now - started) / .seconds(1)
        let expected = try undisturbed.dump()
        let whole = try undisturbed.parts()
        for share in [0.2, 0.5, 0.8] {
            let base = try TrustBase()
            try base.load(base.write(TrustArticles.lines, to: "articles.jsonl"), killedAfter: share * duration)
            let verified = try base.run("verify")
            // Killed early, it is a file with nothing in it yet.
            if verified.status < 3 {
                for line in verified.output.split(separator: "\n") {
                    #expect(line.contains("cut off"), "\(share): \(line)")
                }
                for (version, parts) in try base.parts() { #expect(parts == whole[version], "\(share): \(version)") }
            }
            try base.load(TrustArticles.lines)
            #expect(try base.dump() == expected, "killed after \(share) of a load")
        }
    }

    @Test("a second writer waits, then says who keeps it from writing; a reader is not kept")
    func secondWriter() throws {
        let base = try TrustBase()
        try base.load(Array(TrustArticles.lines.prefix(3)))
        let before = try base.dump()
        let other = try Connection(path: base.path, mode: .readWrite)
        try other.execute("BEGIN IMMEDIATE")
        let started = ContinuousClock.now
        let outcome = try base.run("undo", "1")
        #expect(outcome.status == 3)
        #expect(ContinuousClock.now - started > .seconds(2), "it gave up without waiting")
        #expect(outcome.messages.contains(base.path), "\(outcome.messages)")
        #expect(outcome.messages.contains("another program is writing"), "\(outcome.messages)")
        #expect(try base.dump() == before)
        try other.execute("ROLLBACK")
        #expect(try base.dump() == before)
        #expect(try base.run("undo", "1").status == 0)
        #expect(try base.dump() != before)
    }
}
