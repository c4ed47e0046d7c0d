/// The spans of one line of Markdown: links keep their words, images and footnote marks go, emphasis goes.
///
/// One pass with a stack of open brackets, so that the time is linear in the line's length.
enum InlineMarkdown {
    /// A line's words.
    struct Plain {
        var text: String
        /// How many bytes of the text are no spaces.
        var visible: Int
        /// How many of those stood inside links.
        var linked: Int
    }

    static func plain(_ line: Substring) -> Plain {
        var walker = Walker(bytes: Array(line.utf8))
        return walker.run()
    }

    private struct Walker {
        let bytes: [UInt8]
        var at = 0
        var output: [UInt8] = []
        /// Where in the output an open bracket's words start, and whether an image's mark stood before it.
        var open: [(start: Int, isImage: Bool)] = []
        var linked = 0
        /// Up to where in the output linked words have been counted.
        private var counted = 0
        /// Where the next `>` stands, once it was looked for.
        private var nextClose = -1

        /// A byte that UTF-8 never has: it stands where a mark was.
        private static let removed: UInt8 = 0xFF

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func run() -> Plain {
            while at < bytes.count {
                let byte = bytes[at]
                switch byte {
                case UInt8(ascii: "\\"):
                    if at + 1 < bytes.count, Self.isPunctuation(bytes[at + 1]) { at += 1 }
                    put(bytes[at])
                case UInt8(ascii: "!") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "["):
                    open.append((output.count, true))
                    at += 2
                case UInt8(ascii: "["):
                    open.append((output.count, false))
                    output.append(byte)
                    at += 1
                case UInt8(ascii: "]"): closeBracket()
                case UInt8(ascii: "*"), UInt8(ascii: "_"): emphasis()
                case UInt8(ascii: "`"): at += 1
                case UInt8(ascii: "~") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "~"): at += 2
                case UInt8(ascii: "<"): angle()
                case UInt8(ascii: "&"): entity()
                default: put(byte)
                }
            }
            output.removeAll { $0 == Self.removed }
            let visible = output.lazy.filter { $0 > 0x20 }.count
            return Plain(text: String(decoding: output, as: UTF8.self), visible: visible, linked: min(linked, visible))
        }

        private mutating func put(_ byte: UInt8) {
            output.append(byte)
            at += 1
        }

        private static func isPunctuation(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
            default: false
            }
        }

        private static func isWord(_ byte: UInt8) -> Bool {
            byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }

        /// `](address "title")`, `][name]`, or a bracket that is only a bracket.
        private mutating func closeBracket() {
            guard let bracket = open.popLast() else {
                put(bytes[at])
                return
            }
            at += 1
            var isLink = false
            var leadsInside = false
            if at < bytes.count, bytes[at] == UInt8(ascii: "("), let end = addressEnd() {
                leadsInside = bytes[at..<end].contains(UInt8(ascii: "#"))
                at = end
                isLink = true
            } else if !bracket.isImage, at < bytes.count, bytes[at] == UInt8(ascii: "["), let end = referenceEnd() {
                at = end
                isLink = true
            }
            if bracket.isImage {
                output.removeSubrange(bracket.start...)
                return
            }
            // No slice of the output may live while it is written to: each write would copy it whole.
            let inside = bracket.start + 1
            if Self.isFootnoteMark(output[inside...], isLink: isLink, leadsInside: leadsInside) {
                output.removeSubrange(bracket.start...)
            } else if isLink {
                // Words inside several links count once.
                let from = min(max(inside, counted), output.count)
                linked += output[from...].lazy.filter { $0 > 0x20 }.count
                counted = output.count
                // The bracket goes when the line is done: taking it out here would move all that follows, each time.
                output[bracket.start] = Self.removed
            } else {
                output.append(UInt8(ascii: "]"))
            }
        }

        /// The end of an address in parentheses, which may hold parentheses itself.
        private func addressEnd() -> Int? {
            var depth = 0
            var end = at
            let bound = min(bytes.count, at + 4096)
            while end < bound {
                // The next link starts: this one is not closed.
                if bytes[end] == UInt8(ascii: "]"), end + 1 < bound, bytes[end + 1] == UInt8(ascii: "(") { return nil }
                if bytes[end] == UInt8(ascii: "(") { depth += 1 }
                if bytes[end] == UInt8(ascii: ")") {
                    depth -= 1
                    if depth == 0 { return end + 1 }
                }
                end += 1
            }
            return nil
        }

        private func referenceEnd() -> Int? {
            let bound = min(bytes.count, at + 200)
            guard let close = bytes[at..<bound].firstIndex(of: UInt8(ascii: "]")) else { return nil }
            return close + 1
        }

        /// `[1]`, `[[iv]](#note)`, `[^a]`: marks that lead to notes.
        private static func isFootnoteMark(_ words: ArraySlice<UInt8>, isLink: Bool, leadsInside: Bool) -> Bool {
            guard words.count <= 12 else { return false }
            if words.first == UInt8(ascii: "^") { return words.count > 1 }
            let core = words.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") && $0 != removed }
            guard !core.isEmpty else { return isLink }
            let isNumber = core.allSatisfy { (0x30...0x39).contains($0) } && core.count <= 3
            let isRoman = core.allSatisfy { "ivxlcdm".utf8.contains($0) }
            guard isNumber || isRoman else { return false }
            return isNumber ? !isLink || leadsInside || core.count < words.count : isLink
        }

        /// Runs of `*` and `_`: emphasis where they touch a word on one side, else what they are.
        private mutating func emphasis() {
            let from = at
            while at < bytes.count, bytes[at] == UInt8(ascii: "*") || bytes[at] == UInt8(ascii: "_") { at += 1 }
            let before = from == 0 ? nil : bytes[from - 1]
            let after = at == bytes.count ? nil : bytes[at]
            let run = bytes[from..<at]
            let touchesBefore = before.map { $0 > 0x20 } ?? false
            let touchesAfter = after.map { $0 > 0x20 } ?? false
            guard touchesBefore || touchesAfter || (run.count > 1 && run.first == UInt8(ascii: "*")) else {
                output.append(contentsOf: run)
                return
            }
            if let before, let after, Self.isWord(before), Self.isWord(after),
                run.allSatisfy({ $0 == UInt8(ascii: "_") })
            {
                output.append(contentsOf: run)
                return
            }
            // One emphasis ends and the next begins: the space between them was lost.
            if let after, let last = output.last, touchesBefore,
                (run.count >= 3 && Self.isWord(after) && (Self.isWord(last) || ".,;:!?)".utf8.contains(last)))
                    || (run.count >= 2 && after == UInt8(ascii: "(") && Self.isWord(last))
            {
                output.append(0x20)
            }
        }

        /// `<br>` and other tags, `<https://…>`.
        private mutating func angle() {
            if nextClose < at { nextClose = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
            let close = nextClose
            guard close < min(bytes.count, at + 1000), close > at + 1 else {
                put(bytes[at])
                return
            }
            let next = bytes[at + 1]
            guard (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
                put(bytes[at])
                return
            }
            let isBreak = bytes[(at + 1)..<close].starts(with: "br".utf8)
            at = close + 1
            if isBreak { output.append(0x20) }
        }

        private mutating func entity() {
            let bound = min(bytes.count, at + 12)
            if let semicolon = bytes[at..<bound].firstIndex(of: UInt8(ascii: ";")),
                let scalar = Entities.scalar(String(decoding: bytes[(at + 1)..<semicolon], as: UTF8.self))
            {
                output.append(contentsOf: String(scalar).utf8)
                at = semicolon + 1
                return
            }
            put(bytes[at])
        }
    }
}
