internal import Language
internal import Testing

@Suite("Drawn trees")
struct TreeDrawingTests {
    private func drawn(_ words: String, _ heads: [Int]) -> String {
        let drawing = TreeDrawing(DependencyTree(heads: heads))
        return zip(drawing.lines, words.split(separator: " ")).map { line, word in
            line.edges + word + (line.isDetached ? " *" : "")
        }.joined(separator: "\n")
    }

    @Test("a sentence with phrases on both sides")
    func plain() {
        #expect(
            drawn("Troops captured two soldiers near Kursk .", [1, -1, 3, 1, 5, 3, 1]) == """
                ╭─── Troops
                ┼─ captured
                │ ╭─── two
                ├─┼─ soldiers
                │ │ ╭─── near
                │ ╰─┴─ Kursk
                ╰─── .
                """)
    }

    @Test("edges that cross another are not drawn")
    func crossing() {
        #expect(
            drawn("A hearing is scheduled on it today", [1, 3, 3, -1, 5, 1, 3]) == """
                  ╭─── A
                ╭─┴─ hearing
                ├─── is
                ┼─ scheduled
                │   ╭─── on
                │ ╶─┴─ it *
                ╰─── today
                """)
    }

    @Test("one word, two words, none")
    func short() {
        #expect(drawn("Stop", [-1]) == "── Stop")
        #expect(drawn("Stop !", [-1, 0]) == "┬─ Stop\n╰─── !")
        #expect(drawn("", []) == "")
    }

    @Test("the drawing grows as the sentence does, however it is built", arguments: [1, 2, 3, 7, 100])
    func size(step: Int) {
        func columns(_ count: Int) -> Int {
            let heads = (0..<count).map { $0 == 0 ? -1 : max(0, $0 - 1 - ($0 * 31) % step) }
            let lines = TreeDrawing(DependencyTree(heads: heads)).lines
            #expect(lines.count == count)
            return lines.reduce(0) { $0 + $1.edges.unicodeScalars.count }
        }
        #expect(columns(20_000) <= 20_000 * (2 * TreeDrawing.deepest + 3))
    }

    @Test("every edge that is drawn can be followed from the word to its head")
    func followed() {
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<300 {
            let count = 1 + random(12)
            let tree = DependencyTree(heads: (0..<count).map { _ in random(count + 1) - 1 })
            let lines = TreeDrawing(tree).lines
            let rows = lines.map { Array($0.edges.unicodeScalars) }
            for word in 0..<count where tree.heads[word] >= 0 && !lines[word].isDetached {
                let head = tree.heads[word]
                let column = 2 * tree.depths[head]
                let step = head > word ? 1 : -1
                var line = word + step
                while line != head {
                    #expect("│├╭╰".unicodeScalars.contains(rows[line][column]), "\(tree.heads) word \(word)")
                    line += step
                }
                #expect("┬┴┼".unicodeScalars.contains(rows[head][column]), "\(tree.heads) word \(word)")
            }
        }
    }
}
