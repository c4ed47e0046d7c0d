internal import Record

/// Plain text: the text itself, and its first line as title where that reads like a headline.
enum PlainText {
    /// Lines of a text that was broken at a fixed width, joined to paragraphs; other texts as they are.
    ///
    /// A text is taken for broken where most lines that are followed by another end near the same width and
    /// blank lines or indents part its paragraphs.
    static func unwrapped(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var lengths: [Int] = []
        for index in lines.indices.dropLast() where !lines[index].isEmpty && !lines[index + 1].isEmpty {
            lengths.append(lines[index].unicodeScalars.count)
        }
        guard lengths.count >= 3, lines.contains(where: \.isEmpty) else { return text }
        let width = lengths.max() ?? 0
        guard (40...100).contains(width) else { return text }
        let near = lengths.filter { $0 >= width - 16 }.count
        guard near * 5 >= lengths.count * 4 else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for (index, line) in lines.enumerated() {
            result += line
            guard index + 1 < lines.count else { break }
            let joins = !line.isEmpty && !lines[index + 1].isEmpty && line.unicodeScalars.count >= width - 16
            result += joins ? " " : "\n"
        }
        return result
    }

    /// The first line where it reads like a headline: short, without a full stop at its end, above other paragraphs.
    static func headline(_ text: String) -> String? {
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: true)
        guard lines.count >= 2 else { return nil }
        let first = lines[0].drop { $0 == "#" || $0 == " " }
        let scalars = first.unicodeScalars
        guard scalars.count >= 8, scalars.count <= 160, let last = scalars.last, let start = scalars.first else {
            return nil
        }
        switch last {
        case ".", ",", ";", ":", "…", "-", "–", "—", "|", ">": return nil
        default: break
        }
        let words = first.split(separator: " ")
        guard (2...25).contains(words.count) else { return nil }
        guard
            start.properties.isUppercase || start.properties.generalCategory == .decimalNumber
                || start.properties.generalCategory == .otherLetter || "‘’“”'\"«„".unicodeScalars.contains(start)
        else { return nil }
        // A sentence that runs on in the next line is no headline; neither is one line of a list.
        guard lines[1].unicodeScalars.count > scalars.count || lines.count > 2 else { return nil }
        if let next = lines[1].unicodeScalars.first, next.properties.isLowercase { return nil }
        return String(first)
    }
}
