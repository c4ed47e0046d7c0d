/// An RSS or Atom file.
struct Feed {
    enum Entry {
        case item(Draft)
        case broken(String)
    }
    var isBroken = false
    init?(_ bytes: [UInt8], furniture: Furniture, limits: ReadLimits) { return nil }
    mutating func next() -> Entry? { nil }
}
