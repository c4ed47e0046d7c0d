/// The row numbers that the layers of one record got, by index into the layer.
struct RecordRows {
    var run: Int64
    var sentences: [Int64] = []
    var quantities: [Int64] = []
    var times: [Int64] = []
    /// By chain number.
    var chains: [Int: Int64] = [:]
    var mentions: [Int64] = []
    var attributions: [Int64] = []
    /// By event chain number.
    var events: [Int: Int64] = [:]
    var eventMentions: [Int64] = []
}
