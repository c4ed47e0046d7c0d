/// Bounds that keep one bad file from taking all memory or all time.
public struct ReadLimits: Sendable, Equatable {
    /// Bytes of one document as it comes: a file of one document, a line of JSON Lines, a field of a feed's item.
    public var documentBytes: Int
    /// Bytes of one document's text. Longer ones are books, logs or accidents, not articles.
    public var textBytes: Int
    /// Elements of one web page.
    public var elements: Int
    /// Folders inside folders.
    public var folderDepth: Int
    /// Elements inside elements of a web page, lists inside lists of JSON. Deeper ones are passed over.
    public var nesting: Int
    /// Bytes of an address. Longer ones are dropped, the document stays.
    public var addressBytes: Int
    /// Characters of a title, a name or an id. Longer ones are cut.
    public var lineLength: Int

    public init(
        documentBytes: Int = 16 << 20, textBytes: Int = 4 << 20, elements: Int = 250_000, folderDepth: Int = 64,
        nesting: Int = 512, addressBytes: Int = 4096, lineLength: Int = 2000
    ) {
        self.documentBytes = documentBytes
        self.textBytes = textBytes
        self.elements = elements
        self.folderDepth = folderDepth
        self.nesting = nesting
        self.addressBytes = addressBytes
        self.lineLength = lineLength
    }
}
