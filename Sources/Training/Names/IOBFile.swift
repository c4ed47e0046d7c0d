internal import Tables

/// Reads names from files with a word and a tag a line and an empty line between sentences (IOB2).
enum IOBFile {
    struct Sentence: Equatable {
        /// From the comment `# sent_id = `; else empty.
        var id = ""
        /// From the comment `# newdoc id = ` that stands before it or before an earlier sentence.
        var document = ""
        var words: [String] = []
        var tags: [String] = []
    }

    /// - Throws: `DataError` for a line with fewer than two cells or a tag that is not `O`, `B-…` or `I-…`.
    static func sentences(of bytes: [UInt8], file: String) throws(DataError) -> [Sentence] {
        var sentences: [Sentence] = []
        var sentence = Sentence()
        var document = ""
        func value(_ line: String, _ key: String) -> String? {
            line.hasPrefix(key) ? String(line.dropFirst(key.count)) : nil
        }
        var number = 0
        for slice in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = String(decoding: slice.last == UInt8(ascii: "\r") ? slice.dropLast() : slice, as: UTF8.self)
            if line.isEmpty {
                if !sentence.words.isEmpty { sentences.append(sentence) }
                sentence = Sentence(document: document)
                continue
            }
            if line.hasPrefix("# ") {
                if let id = value(line, "# sent_id = ") { sentence.id = id }
                if let id = value(line, "# newdoc id = ") {
                    document = id
                    sentence.document = id
                }
                continue
            }
            let cells = line.utf8.split(separator: UInt8(ascii: "\t")).map { String($0) ?? "" }
            guard cells.count >= 2, let tag = cells.last, isTag(tag) else {
                throw DataError(
                    file: file, line: number, expected: "a word and a tag (O, B-KIND or I-KIND) parted by a tab")
            }
            sentence.words.append(cells[cells.count >= 3 ? 1 : 0])
            sentence.tags.append(tag)
        }
        if !sentence.words.isEmpty { sentences.append(sentence) }
        return sentences
    }

    /// The spans that tags mark, with what stands after the hyphen. `I-` after another kind or after nothing starts a span.
    static func spans(of tags: [String]) -> [(words: Range<Int>, kind: String)] {
        var spans: [(words: Range<Int>, kind: String)] = []
        for (at, tag) in tags.enumerated() where tag.utf8.count > 2 {
            let kind = String(tag.dropFirst(2))
            if tag.hasPrefix("I-"), let last = spans.last, last.words.upperBound == at, last.kind == kind {
                spans[spans.count - 1].words = last.words.lowerBound..<at + 1
            } else {
                spans.append((at..<at + 1, kind))
            }
        }
        return spans
    }

    private static func isTag(_ tag: String) -> Bool {
        tag == "O" || (tag.utf8.count > 2 && (tag.hasPrefix("B-") || tag.hasPrefix("I-")))
    }
}
