/// An array inside a mapped model file. It keeps the file open.
public struct ModelArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable, RandomAccessCollection {
    /// The elements where they lie in the file; valid as long as this array lives.
    public let elements: UnsafeBufferPointer<Element>
    private let file: ModelFile?

    init(_ elements: UnsafeBufferPointer<Element>, keeping file: ModelFile) {
        self.elements = elements
        self.file = file
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { elements.count }

    @inlinable
    public subscript(position: Int) -> Element {
        precondition(position >= 0 && position < elements.count)
        return elements[position]
    }
}
