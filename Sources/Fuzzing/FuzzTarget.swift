/// What takes hostile input: each reader, what the readers are made of, and extraction.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Plain text files.
    case text
    /// Markdown files with front matter.
    case markdown
    /// Saved web pages.
    case html
    /// JSON Lines, documents and annotation records.
    case jsonl
    /// RSS and Atom.
    case feed
    /// Files whose format is to be found out.
    case sniffer
    /// Bytes to text, text to its stored form.
    case characters
    /// Dates of publication.
    case date
    /// Web addresses.
    case address
    /// Texts to annotation records.
    case extraction
}
