/// Bounds that keep one bad file from taking all memory.
public struct ReadLimits: Sendable, Equatable {
    /// Bytes of one document: a file of one document, a line of JSON Lines.
    public var documentBytes: Int
    /// Bytes of one feed, which is held in memory while its items are read.
    public var feedBytes: Int
    /// Folders inside folders.
    public var folderDepth: Int
    /// Elements inside elements of a web page, lists inside lists of JSON. Deeper ones are passed over.
    public var nesting: Int

    public init(
        documentBytes: Int = 64 << 20, feedBytes: Int = 512 << 20, folderDepth: Int = 64, nesting: Int = 512
    ) {
        self.documentBytes = documentBytes
        self.feedBytes = feedBytes
        self.folderDepth = folderDepth
        self.nesting = nesting
    }
}
