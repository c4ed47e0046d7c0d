internal import Foundation
internal import KnowledgeBase
internal import Record

/// What the tests of exports have in common.
enum ExportSamples {
    /// Names and sentences that try to be markup, paths, formulas and links.
    static var hostile: AnnotationRecord {
        var sketch = RecordSketch(
            outlet: "=SUM(A1)|\"Post\"", published: "2025-02-03", title: "<script>alert(1)</script> [[../x]]",
            sentences: [
                "../../../etc/passwd met =HYPERLINK(1) & <b>Con</b> in \u{1}Kyiv\u{202E} on February 2, 2025 ]]> [[Sudzha]]."
            ])
        let one = sketch.name("../../../etc/passwd", kind: .person)
        let other = sketch.name("=HYPERLINK(1)", kind: .agency)
        let third = sketch.name("<b>Con</b>", kind: .person)
        let place = sketch.name("\u{1}Kyiv\u{202E}", kind: .place)
        let day = sketch.time("February 2, 2025", "2025-02-02")
        sketch.event("met", "meet", ["agent": one, "partner": other, "place": place], time: day)
        sketch.relation(third, "member-of", other)
        return sketch.record
    }

    static func store() throws -> SampleStore { try SampleStore(records: SampleStore.records + [hostile]) }

    static func text(_ sample: SampleStore, _ format: ExportFormat, _ options: ExportOptions = ExportOptions()) throws
        -> String
    {
        var text = ""
        try sample.store.export(format, options: options) { text += $0 }
        return text
    }

    static func json(_ text: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    static func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

    /// The files of a folder by name.
    static func files(_ folder: String) throws -> [String: String] {
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
        }
        return files
    }
}
