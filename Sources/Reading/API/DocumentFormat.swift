/// A kind of file that holds documents.
public enum DocumentFormat: String, CaseIterable, Sendable {
    /// Plain text: one document a file.
    case text
    /// Markdown, with YAML front matter or without: one document a file.
    case markdown
    /// A saved web page: one document a file.
    case html
    /// JSON Lines: one document or annotation record a line.
    case jsonl
    /// RSS or Atom: one document an item.
    case feed
}
