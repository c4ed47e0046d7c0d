#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A decision as people exchange it: a line of JSON that names everything by public keys.
struct DecisionLine: Codable, Equatable {
    /// That a row was taken back, and whether that was taken back in turn.
    struct Answer: Codable, Equatable {
        var author: String
        var made: String
        var reason: String
        /// Who brought back what this took back.
        var broughtBack: [Answer]?

        private enum CodingKeys: String, CodingKey {
            case author, made, reason
            case broughtBack = "brought_back"
        }
    }

    /// entity, event
    var subject: String
    var left: String
    var right: String
    /// same, different, unsure
    var verdict: String
    var author: String
    /// UTC date and time.
    var made: String
    var reason: String?
    /// Who took it back; none where it stands.
    var takenBack: [Answer]?
    /// What the sides are, for people; nothing is read from it.
    var leftIs: String?
    var rightIs: String?

    private enum CodingKeys: String, CodingKey {
        case subject, left, right, verdict, author, made, reason
        case takenBack = "taken_back"
        case leftIs = "left_is"
        case rightIs = "right_is"
    }

    /// Reads a line.
    static func read(_ line: String) -> Result<DecisionLine, Problem> {
        do {
            let line = try JSONDecoder().decode(Self.self, from: Data(line.utf8))
            if let problem = line.problem { return .failure(problem) }
            return .success(line)
        } catch {
            return .failure(Problem((error as? DecodingError).map(Self.words) ?? "it is no JSON object"))
        }
    }

    init(
        subject: String, pair: DecisionBook.Pair, verdict: String, author: String, made: String, reason: String,
        takenBack: [Answer], leftIs: String?, rightIs: String?
    ) {
        self.subject = subject
        left = pair.left
        right = pair.right
        self.verdict = verdict
        self.author = author
        self.made = made
        self.reason = reason
        self.takenBack = takenBack.isEmpty ? nil : takenBack
        self.leftIs = leftIs
        self.rightIs = rightIs
    }

    /// The line, with the fields in the order of their names.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    // MARK: What is wrong with a line

    /// Why a line cannot be used, in words.
    struct Problem: Error, Equatable {
        var reason: String
        init(_ reason: String) { self.reason = reason }
    }

    /// What keeps the line from being used; nil if nothing does.
    private var problem: Problem? {
        guard Store.IdentitySubject(rawValue: subject) != nil else {
            return Problem("subject is entity or event, and not “\(subject)”")
        }
        guard Store.IdentityVerdict(rawValue: verdict) != nil else {
            return Problem("verdict is same, different or unsure, and not “\(verdict)”")
        }
        guard !left.isEmpty, !right.isEmpty, left != right else {
            return Problem("left and right are two different keys")
        }
        for key in [left, right] where Store.IdentitySubject(of: key).rawValue != subject {
            return Problem("“\(key)” is no key of an \(subject)")
        }
        if let problem = Self.problem(author: author, made: made) { return problem }
        for answer in takenBack ?? [] {
            if let problem = Self.problem(author: answer.author, made: answer.made) { return problem }
            for answer in answer.broughtBack ?? [] {
                if let problem = Self.problem(author: answer.author, made: answer.made) { return problem }
            }
        }
        return nil
    }

    private static func problem(author: String, made: String) -> Problem? {
        guard !author.isEmpty else { return Problem("author is empty") }
        let pattern = "0000-00-00T00:00:00.000Z"
        let fits =
            made.utf8.count == pattern.utf8.count
            && zip(made.utf8, pattern.utf8).allSatisfy { byte, sign in
                sign == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == sign
            }
        return fits ? nil : Problem("made is a moment such as 2025-01-12T14:05:00.000Z, and not “\(made)”")
    }

    private static func words(for error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(context.codingPath.last?.stringValue ?? "the line") has a value of another kind than expected"
        default: "it is no JSON object"
        }
    }
}
