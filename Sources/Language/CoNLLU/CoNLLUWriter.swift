internal import Record
public import Tables

/// Analyses as CoNLL-U, the format of the Universal Dependencies treebanks.
///
/// https://universaldependencies.org/format.html. Names stand in the last column as `Name=B-person` for the first word of
/// a name and `Name=I-person` for the others. Features and enhanced dependencies are left empty.
public struct CoNLLUWriter: Sendable {
    /// The tables that it reads.
    public static let tables = [LemmaCase.table]

    /// Whether the last column says where a word stands, in code points: `Start=0|End=4`.
    public var showsOffsets: Bool
    private let letters: LemmaCase

    public init(data: DataFolder, showsOffsets: Bool = false) throws(DataError) {
        letters = try LemmaCase(data: data)
        self.showsOffsets = showsOffsets
    }

    /// All sentences of a text.
    /// - Parameter document: its name, from which the sentences are named; they are numbered only if it is nil.
    public func lines(of analysis: Analysis, document: String? = nil) -> String {
        var lines = document.map { "# newdoc id = \(Self.comment($0))\n" } ?? "# newdoc\n"
        let prefix = document.map { Self.comment($0) + "-" } ?? ""
        var paragraph: Int?
        for (number, sentence) in analysis.sentences.enumerated() {
            if sentence.paragraph != paragraph { lines += "# newpar\n" }
            paragraph = sentence.paragraph
            lines += "# sent_id = \(prefix)\(number + 1)\n"
            lines += "# text = \(Self.comment(analysis.source[sentence.span]))\n"
            let next = number + 1 < analysis.sentences.count ? analysis.sentences[number + 1].span.start : nil
            write(sentence, of: analysis.source, next: next, to: &lines)
            lines += "\n"
        }
        return lines
    }

    /// - Parameter next: where the sentence after it starts.
    private func write(_ sentence: Sentence, of source: SourceText, next: Int?, to lines: inout String) {
        let tokens = sentence.tokens
        let heads = DependencyTree(sentence).heads
        let isShouted = LemmaCase.isShouted(tokens.lazy.map(\.text))
        let names = Self.names(in: sentence)
        func isSpaced(_ at: Int) -> Bool {
            (at + 1 < tokens.count ? tokens[at + 1].span.start : next) != tokens[at].span.end
        }
        var joinedEnd = 0
        for (at, token) in tokens.enumerated() {
            if at >= joinedEnd {
                var end = at + 1
                while end < tokens.count, tokens[end].isJoined, !isSpaced(end - 1) { end += 1 }
                if end - at > 1 {
                    joinedEnd = end
                    let whole = Span(start: token.span.start, end: tokens[end - 1].span.end)
                    lines += "\(at + 1)-\(end)\t\(Self.cell(source[whole]))\t_\t_\t_\t_\t_\t_\t_\t"
                    lines += isSpaced(end - 1) ? "_\n" : "SpaceAfter=No\n"
                }
            }
            let lemma = letters.written(
                token.lemma, form: token.text, penn: token.penn, tag: token.tag, isShouted: isShouted)
            lines += "\(at + 1)\t\(Self.cell(source[token.span]))\t\(Self.cell(lemma))\t\(token.tag.rawValue)\t"
            lines += "\(Self.cell(token.penn))\t_\t\(heads[at] + 1)\t\(Self.relation(token, head: heads[at]))\t_\t"
            var notes: [String] = []
            if let name = names[at] { notes.append("Name=\(name)") }
            if at >= joinedEnd, !isSpaced(at) { notes.append("SpaceAfter=No") }
            if showsOffsets { notes.append("Start=\(token.span.start)|End=\(token.span.end)") }
            lines += notes.isEmpty ? "_\n" : notes.joined(separator: "|") + "\n"
        }
    }

    /// The relation of a word; where nothing was parsed only the root has a name of its own.
    private static func relation(_ token: Token, head: Int) -> String {
        if head < 0 { return "root" }
        return token.relation.isEmpty || token.relation == "root" ? "dep" : token.relation
    }

    /// For each word in a name, `B-` or `I-` with the kind.
    private static func names(in sentence: Sentence) -> [String?] {
        var labels = [String?](repeating: nil, count: sentence.tokens.count)
        for name in sentence.names {
            for at in name.words.clamped(to: labels.indices) {
                labels[at] = (at == name.words.lowerBound ? "B-" : "I-") + name.kind.rawValue
            }
        }
        return labels
    }

    /// Text that fits into a column: no tabs, no line ends, not empty.
    private static func cell(_ text: String) -> String { text.isEmpty ? "_" : comment(text) }

    /// Text that fits on a line.
    private static func comment(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return text }
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            view.append(scalar == "\t" || scalar == "\n" || scalar == "\r" ? " " : scalar)
        }
        return String(view)
    }
}
