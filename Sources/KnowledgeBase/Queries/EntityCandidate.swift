/// An entity that a name may mean.
public struct EntityCandidate: Sendable, Hashable, CustomStringConvertible {
    /// The canonical row.
    public var id: Int64
    public var key: String
    public var name: String
    public var kind: String
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// How many documents name it.
    public var documents: Int

    public var description: String {
        let land = country.map { ", \($0)" } ?? ""
        return "\(name) (\(kind)\(land), \(documents) \(documents == 1 ? "document" : "documents")): \(key)"
    }
}
