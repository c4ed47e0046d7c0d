internal import CLibXML2

/// A web page as flat lists of elements and texts in document order, made by libxml2's forgiving HTML parser.
///
/// No part of it is walked by recursion. Elements deeper than the bound are taken for their ancestor at the bound, so
/// that the time stays linear however a page is nested.
struct PageTree {
    /// An element.
    struct Element {
        var tag: String
        /// The index of the element around it; -1 for the first.
        var parent: Int
        /// The index after its last descendant.
        var end: Int
        var attributes: [(name: String, value: String)]

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// A piece of text, or the place where a line breaks.
    struct Piece {
        /// The element that it stands in.
        var element: Int
        /// Its place among the elements: the element started last before it.
        var order: Int
        var text: String
    }

    private(set) var elements: [Element] = []
    private(set) var pieces: [Piece] = []

    /// Parses a page that has been decoded to UTF-8; nil where the parser gives no tree at all.
    init?(_ html: String, nesting: Int) {
        var html = html
        let document: htmlDocPtr? = html.withUTF8 { bytes in
            guard let base = bytes.baseAddress, let size = CInt(exactly: bytes.count), size > 0 else { return nil }
            let options =
                CInt(bitPattern: HTML_PARSE_RECOVER.rawValue) | CInt(bitPattern: HTML_PARSE_NOERROR.rawValue)
                | CInt(bitPattern: HTML_PARSE_NOWARNING.rawValue) | CInt(bitPattern: HTML_PARSE_NONET.rawValue)
            return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                htmlReadMemory($0, size, nil, "UTF-8", options)
            }
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        collect(xmlDocGetRootElement(document), nesting: max(nesting, 8))
        guard !elements.isEmpty else { return nil }
    }

    private mutating func collect(_ root: xmlNodePtr?, nesting: Int) {
        var open: [Int] = []
        var depth = 0
        var node = root
        while let current = node {
            var goesDown = false
            switch current.pointee.type {
            case XML_ELEMENT_NODE:
                depth += 1
                if depth <= nesting {
                    elements.append(
                        Element(
                            tag: Self.text(current.pointee.name).lowercased(), parent: open.last ?? -1, end: 0,
                            attributes: Self.attributes(of: current)))
                    open.append(elements.count - 1)
                }
                goesDown = true
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                let text = Self.text(current.pointee.content)
                if !text.isEmpty {
                    pieces.append(Piece(element: open.last ?? 0, order: elements.count - 1, text: text))
                }
            default: break
            }
            if goesDown, let child = current.pointee.children {
                node = child
                continue
            }
            var leaving: xmlNodePtr? = current
            node = nil
            while let left = leaving {
                if left.pointee.type == XML_ELEMENT_NODE {
                    if depth <= nesting, let index = open.popLast() { elements[index].end = elements.count }
                    depth -= 1
                }
                if left == root { return }
                if let next = left.pointee.next {
                    node = next
                    break
                }
                leaving = left.pointee.parent
            }
        }
    }

    private static func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
        var list: [(name: String, value: String)] = []
        var attribute = node.pointee.properties
        while let current = attribute, list.count < 64 {
            var value = ""
            var part = current.pointee.children
            while let text = part {
                if text.pointee.type == XML_TEXT_NODE { value += Self.text(text.pointee.content) }
                part = text.pointee.next
            }
            list.append((Self.text(current.pointee.name).lowercased(), value))
            attribute = current.pointee.next
        }
        return list
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    /// The text inside an element, as it stands.
    func text(in index: Int) -> String {
        let end = elements[index].end
        // Pieces lie in document order: the first inside is found by halving.
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].order < index { low = middle + 1 } else { high = middle }
        }
        var result = ""
        while low < pieces.count, pieces[low].order < end {
            if pieces[low].element >= index, pieces[low].element < end { result += pieces[low].text }
            low += 1
        }
        return result
    }
}
