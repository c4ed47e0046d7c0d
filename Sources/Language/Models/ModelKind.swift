/// What model files are models of.
public enum ModelKind {
    /// Tags, trees and names.
    public static let network = "network"
    /// The case of words in text that is all capitals.
    public static let casing = "casing"
    /// How sure readers are of what verbs say.
    public static let certainty = "certainty"
}
