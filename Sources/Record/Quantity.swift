/// A number in the text with its bounds, its unit and what it counts.
public struct Quantity: Hashable, Codable, Sendable, Spanned {
    public var start: Int
    public var end: Int
    /// The least and the greatest value that the words allow; nil where they set no bound.
    /// "over 1,000" has a low of 1000 and no high; "10,000-12,000" has both; "some 11,000" has neither but a point.
    public var low: Double?
    public var high: Double?
    /// The value named, where one is.
    public var point: Double?
    /// The bounding word as data names it: `about`, `over`, `under`, `at-least`, `up-to`, `between`, `exact`, `vague`.
    public var qualifier: String?
    /// What is measured: `person`, `vehicle`, `km`, `km2`, `USD`, `percent`, `year` … or the counted noun's lemma.
    public var unit: String?
    /// The noun phrase that is counted ("North Korean troops").
    public var counted: Span?

    public init(
        span: Span, low: Double? = nil, high: Double? = nil, point: Double? = nil, qualifier: String? = nil,
        unit: String? = nil, counted: Span? = nil
    ) {
        self.start = span.start
        self.end = span.end
        self.low = low
        self.high = high
        self.point = point
        self.qualifier = qualifier
        self.unit = unit
        self.counted = counted
    }
}
