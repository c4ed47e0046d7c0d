/// Finds the article in a page: the container that holds most of its sentences, and in it the blocks that are no
/// navigation, caption, teaser or banner.
struct PageText {
    /// A paragraph, heading or list item.
    struct Block {
        /// The element that its text stands in.
        var element: Int
        var text = ""
        /// Bytes that are no spaces, all and inside links.
        var visible = 0
        var linked = 0
        var isHeading = false
        /// Inside an element that is no part of the article.
        var isAside = false
    }

    private let tree: PageTree
    private let names: PageBlocks
    private(set) var blocks: [Block] = []
    /// For each element: it, or one around it, is set apart from the article.
    private(set) var aside: [Bool] = []

    init(_ tree: PageTree, names: PageBlocks) {
        self.tree = tree
        self.names = names
        collectBlocks()
        markAsides()
    }

    private static let ignored: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button", "textarea",
        "option", "title", "canvas", "audio", "video", "map", "head", "input", "label",
    ]
    private static let asideTags: Set<String> = ["nav", "footer", "aside", "form", "dialog", "menu"]
    private static let captionTags: Set<String> = ["figure", "figcaption", "caption"]
    private static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "img", "picture", "rt", "rp",
    ]
    private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

    // MARK: Blocks

    private mutating func collectBlocks() {
        var isIgnored = [Bool](repeating: false, count: tree.elements.count)
        var isLink = isIgnored
        var owner = [Int](repeating: 0, count: tree.elements.count)
        for (index, element) in tree.elements.enumerated() {
            let parent = element.parent
            isIgnored[index] = Self.ignored.contains(element.tag) || (parent >= 0 && isIgnored[parent])
            isLink[index] = element.tag == "a" || (parent >= 0 && isLink[parent])
            owner[index] = Self.inline.contains(element.tag) && parent >= 0 ? owner[parent] : index
        }
        var current: Block?
        var lastOrder = -1
        func finish() {
            if let block = current, block.visible > 0 { blocks.append(block) }
            current = nil
        }
        for piece in tree.pieces {
            // Line breaks and blocks that started and ended since the last piece end its block.
            if lastOrder < piece.order {
                for index in (lastOrder + 1)...piece.order where !Self.inline.contains(tree.elements[index].tag) {
                    finish()
                    break
                }
            }
            lastOrder = piece.order
            if isIgnored[piece.element] { continue }
            let owned = owner[piece.element]
            if current?.element != owned { finish() }
            if current == nil {
                current = Block(element: owned, isHeading: Self.headings.contains(tree.elements[owned].tag))
            }
            let visible = piece.text.utf8.lazy.filter { $0 > 0x20 }.count
            current?.text += piece.text
            current?.visible += visible
            if isLink[piece.element] { current?.linked += visible }
        }
        finish()
        for index in blocks.indices { blocks[index].text = TextCleaner.cleanLine(blocks[index].text) }
        blocks.removeAll { $0.text.isEmpty }
    }

    /// Bytes of a block that count as article: those of sentences, outside links.
    private static func weight(_ block: Block) -> Int {
        guard !block.isHeading, block.visible >= 40, block.linked * 2 < block.visible else { return 0 }
        return block.visible - block.linked
    }

    // MARK: Asides

    private mutating func markAsides() {
        let elements = tree.elements
        var weights = [Int](repeating: 0, count: elements.count)
        for block in blocks { weights[block.element] += Self.weight(block) }
        for index in elements.indices.reversed() where elements[index].parent >= 0 {
            weights[elements[index].parent] += weights[index]
        }
        let total = weights.first ?? 0
        aside = [Bool](repeating: false, count: elements.count)
        for (index, element) in elements.enumerated() {
            if element.parent >= 0, aside[element.parent] {
                aside[index] = true
                continue
            }
            // Names lie now and then; what holds a good part of the page's sentences is the article.
            if weights[index] * 5 > total * 2 { continue }
            aside[index] = isAside(element, index: index)
        }
        for index in blocks.indices { blocks[index].isAside = aside[blocks[index].element] }
    }

    private func isAside(_ element: PageTree.Element, index: Int) -> Bool {
        if Self.asideTags.contains(element.tag) || Self.captionTags.contains(element.tag) { return true }
        if ["html", "body", "main", "article"].contains(element.tag) { return false }
        if element["hidden"] != nil || element["aria-hidden"] == "true" { return true }
        if let style = element["style"]?.lowercased().filter({ $0 != " " }),
            style.contains("display:none") || style.contains("visibility:hidden")
        {
            return true
        }
        // The head of an article may hold its first paragraph; the head of a page never does.
        if element.tag == "header" { return !isInside(index, tag: "article") && !isInside(index, tag: "main") }
        for name in ["class", "id", "role", "data-component", "itemprop"] {
            guard let value = element[name] else { continue }
            switch names.kind(ofName: value) {
            case .aside, .caption: return true
            case .body, .keep: return false
            case nil: break
            }
        }
        return false
    }

    private func isInside(_ index: Int, tag: String) -> Bool {
        var at = tree.elements[index].parent
        while at >= 0 {
            if tree.elements[at].tag == tag { return true }
            at = tree.elements[at].parent
        }
        return false
    }

    // MARK: The article

    /// The element that holds the article.
    var container: Int? {
        let elements = tree.elements
        var sums = [Int](repeating: 0, count: elements.count)
        var scores = [Double](repeating: 0, count: elements.count)
        for block in blocks where !block.isAside {
            let weight = Self.weight(block)
            guard weight > 0 else { continue }
            sums[block.element] += weight
            // A paragraph speaks for what it stands in, and less for what that stands in.
            let parent = elements[block.element].parent
            scores[block.element] += Double(weight) * 0.5
            if parent >= 0 { scores[parent] += Double(weight) }
            if parent >= 0, elements[parent].parent >= 0 { scores[elements[parent].parent] += Double(weight) * 0.6 }
        }
        for index in elements.indices.reversed() where elements[index].parent >= 0 {
            sums[elements[index].parent] += sums[index]
        }
        for index in elements.indices where scores[index] > 0 {
            let element = elements[index]
            let kind = (element["class"].flatMap(names.kind) ?? element["id"].flatMap(names.kind))
            let isBody = kind == .body || element["itemprop"]?.lowercased() == "articlebody"
            if isBody { scores[index] *= 1.5 }
            if element.tag == "article" || element.tag == "main" { scores[index] *= 1.2 }
        }
        guard var best = scores.indices.max(by: { scores[$0] < scores[$1] || (scores[$0] == scores[$1] && $0 > $1) }),
            scores[best] > 0
        else { return nil }
        // An article cut into several parts is held by what holds the parts.
        while elements[best].parent >= 0, elements[best].tag != "article" {
            let parent = elements[best].parent
            guard sums[parent] * 4 >= sums[best] * 5, elements[parent].tag != "html" else { break }
            best = parent
        }
        return best
    }

    /// The article's paragraphs, headings between them included, parted by line ends.
    func article(_ furniture: Furniture) -> String {
        guard let container else { return "" }
        let end = tree.elements[container].end
        return Self.joined(
            blocks.filter { $0.element >= container && $0.element < end && !$0.isAside }, furniture: furniture)
    }

    /// All blocks but asides: for the fragments that feeds carry.
    func everything(_ furniture: Furniture) -> String {
        Self.joined(blocks.filter { !$0.isAside }, furniture: furniture)
    }

    private static func joined(_ blocks: [Block], furniture: Furniture) -> String {
        var lines: [String] = []
        var headings: [String] = []
        for block in blocks {
            if block.isHeading {
                headings.append(block.text)
                continue
            }
            if block.linked * 2 > block.visible { continue }
            // Lines that are neither sentences nor long are labels.
            if block.visible < 30, !".!?”\"’".unicodeScalars.contains(block.text.unicodeScalars.last ?? " ") {
                continue
            }
            // A heading belongs to the text only with a paragraph under it and one above it.
            if let heading = headings.last, !lines.isEmpty { lines.append(heading) }
            headings = []
            lines.append(block.text)
        }
        return ArticleLines.cleaned(lines.joined(separator: "\n"), furniture: furniture)
    }
}
