internal import Foundation
internal import Tables
internal import Testing

@Suite("annals parse")
struct ParseTests {
    private func parse(_ arguments: String..., input: String? = nil) throws -> Program.Outcome {
        try Program.run(["parse"] + arguments, input: input)
    }

    private let sample = """
        KYIV, Jan 12 - Troops captured two soldiers near Kursk. "They can't go home," the governor's office said.

        - one tank\t- 1,200 shells
        """

    @Test("prints CoNLL-U: ten columns, numbered words, one root a sentence, all characters")
    func columns() throws {
        let outcome = try parse(input: sample)
        #expect(outcome.status == 0 && outcome.messages.isEmpty)
        var characters = ""
        var text = ""
        var words: [[String]] = []
        var covered = 0
        for line in outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("# text = ") { text = String(line.dropFirst(9)) }
            if line.hasPrefix("#") { continue }
            guard !line.isEmpty else {
                guard !words.isEmpty else { continue }
                #expect(words.filter { $0[6] == "0" && $0[7] == "root" }.count == 1)
                #expect(words.map { $0[0] } == (1...words.count).map(String.init))
                #expect(words.allSatisfy { (0...words.count).contains(Int($0[6]) ?? -1) })
                #expect(text.filter { $0 != " " && $0 != "\t" } == characters)
                (words, characters, covered) = ([], "", 0)
                continue
            }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            #expect(cells.count == 10, "\(line)")
            if let dash = cells[0].firstIndex(of: "-") {
                covered = Int(cells[0][cells[0].index(after: dash)...]) ?? 0
                characters += cells[1]
            } else {
                if words.count >= covered { characters += cells[1] }
                words.append(cells)
            }
        }
        #expect(words.isEmpty)
        #expect(outcome.output.contains("\tcaptured\tcapture\tVERB\t"))
        #expect(outcome.output.components(separatedBy: "# newpar\n").count == 3)
    }

    @Test("offsets lead back to the characters")
    func offsets() throws {
        let scalars = Array(sample.unicodeScalars)
        var found = 0
        for line in try parse("--offsets", input: sample).output.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            guard let notes = cells.last?.split(separator: "|"), cells.count == 10, !cells[0].contains("-"),
                let start = notes.first(where: { $0.hasPrefix("Start=") }).flatMap({ Int($0.dropFirst(6)) }),
                let end = notes.first(where: { $0.hasPrefix("End=") }).flatMap({ Int($0.dropFirst(4)) })
            else { continue }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<end])
            #expect(String(view) == String(cells[1]))
            found += 1
        }
        #expect(found > 20)
        #expect(try parse("--offsets", "--tree", input: sample).status == 2)
    }

    @Test("draws trees: every word on a line of its own")
    func tree() throws {
        let outcome = try parse("--tree", input: sample)
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        for word in ["Troops", "captured", "Kursk", "governor", "home", "1,200"] {
            #expect(lines.contains { $0.contains("─ \(word) ") }, "\(word) is not drawn")
        }
        #expect(lines.contains { $0.contains(" root") })
    }

    @Test("reads files as load does, and tells which could not be read")
    func files() throws {
        let samples = try DataFolder.locate().path + "/samples"
        let outcome = try parse(samples, "/nonexistent/story.txt")
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("/nonexistent/story.txt"))
        #expect(outcome.output.components(separatedBy: "# newdoc id = ").count == 16)
        #expect(!outcome.output.contains("<p>"))
        let ids = outcome.output.split(separator: "\n").filter { $0.hasPrefix("# sent_id = ") }
        #expect(Set(ids).count == ids.count)
    }

    @Test(
        "any text is read", arguments: [[], ["--tree"]],
        [
            "", "\n\n \t\n", "\u{0}\u{1B}[31m\u{7}", "\u{202E}abc\u{202C} \u{200B}\u{FEFF}", "(((((",
            "👩‍👩‍👧‍👦 e\u{301}\u{301}",
            "a\rb\u{2028}c\u{85}d", String(repeating: "war and ", count: 600), String(repeating: "x", count: 50_000),
            String(repeating: "ЖK", count: 100_000),
        ])
    func anyText(options: [String], text: String) throws {
        let outcome = try Program.run(["parse"] + options, input: text)
        #expect(outcome.status == 0)
        #expect(outcome.messages.isEmpty)
        #expect(outcome.output.utf8.count < 2000 + text.utf8.count * 200)
        if options.isEmpty {
            let rows = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
            #expect(rows.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 10 })
        }
    }
}
