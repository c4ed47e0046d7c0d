extension RandomAccessCollection where Element: Comparable {
    /// Whether a sorted collection holds an element, by binary search.
    func holds(_ element: Element) -> Bool {
        let place = partitioningIndex { $0 >= element }
        return place < endIndex && self[place] == element
    }
}

extension RandomAccessCollection {
    /// The first place from which on a condition holds, by binary search; the end if it holds nowhere.
    ///
    /// Where it holds for one element it must hold for all that follow.
    func partitioningIndex(where holds: (Element) -> Bool) -> Index {
        var from = startIndex
        var length = count
        while length > 0 {
            let half = length / 2
            let middle = index(from, offsetBy: half)
            if holds(self[middle]) {
                length = half
            } else {
                from = index(after: middle)
                length -= half + 1
            }
        }
        return from
    }
}
