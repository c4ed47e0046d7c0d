/// What model files are models of.
public enum ModelKind {
    /// Tags, trees and names.
    public static let network = "network"
}
