/// A saved web page.
struct WebPage {
    let furniture: Furniture
    let nesting: Int

    func draft(_ bytes: [UInt8]) -> Draft? { nil }
}
