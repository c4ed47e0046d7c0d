internal import Foundation
internal import KnowledgeBase
internal import SQLite
internal import Testing

@Suite("Events as GeoJSON and for TimelineJS")
struct MapAndTimelineTests {
    @Test("points have longitude first, precision, dates and support; the rest is counted")
    func map() throws {
        let sample = try ExportSamples.store()
        let collection = try ExportSamples.json(ExportSamples.text(sample, .geojson))
        #expect(collection["type"] as? String == "FeatureCollection")
        let features = ExportSamples.objects(collection["features"])
        let properties = features.compactMap { $0["properties"] as? [String: Any] }
        let capture = try #require(
            features.first { ($0["properties"] as? [String: Any])?["type"] as? String == "capture" })
        let point = try #require((capture["geometry"] as? [String: Any])?["coordinates"] as? [Double])
        #expect(point == [35.27, 51.19])
        let facts = try #require(capture["properties"] as? [String: Any])
        #expect(facts["key"] as? String == capture["id"] as? String)
        #expect(facts["earliest"] as? String == "2025-01-09")
        #expect(facts["date_precision"] as? String == "day")
        #expect(facts["precision_m"] is Double)
        #expect((facts["disputed"] as? Int ?? 0) > 0)
        #expect((facts["sentence"] as? String)?.contains("soldiers") == true)
        #expect(!ExportSamples.objects(facts["numbers"]).isEmpty)
        // A province is a place too, only not an exact one.
        #expect(
            properties.contains { $0["place"] as? String == "Kursk Oblast" && $0["precision_m"] as? Double == 120_000 })
        let all = try sample.connection.integer("SELECT count(*) FROM event_cards")
        let left = try #require((collection["annals"] as? [String: Any])?["left_out"] as? [String: Int])
        #expect(features.count + left.values.reduce(0, +) == Int(all ?? 0))
        #expect((left["without_place"] ?? 0) > 0)
    }

    private func slides(_ sample: SampleStore, _ options: ExportOptions = ExportOptions()) throws -> [[String: Any]] {
        ExportSamples.objects(try ExportSamples.json(ExportSamples.text(sample, .timelinejs, options))["events"])
    }

    @Test("a missing day stays missing, and slides come in the order of dates")
    func timeline() throws {
        let sample = try ExportSamples.store()
        let slides = try slides(sample)
        let dates = slides.compactMap { $0["start_date"] as? [String: Int] }
        #expect(dates.count == slides.count)
        #expect(dates.contains(["year": 2024, "month": 10]))
        #expect(dates.contains(["year": 2025, "month": 1, "day": 9]))
        let order = dates.map { [$0["year"] ?? 0, $0["month"] ?? 0, $0["day"] ?? 0] }
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
        let words = slides.compactMap { ($0["text"] as? [String: String])?["text"] }
        #expect(words.allSatisfy { !$0.contains("<b>") && !$0.contains("<script") })
        #expect(words.contains { $0.contains("&lt;b&gt;Con&lt;/b&gt;") })
        let title = try ExportSamples.json(ExportSamples.text(sample, .timelinejs))["title"] as? [String: Any]
        #expect(title?["start_date"] == nil)
    }

    @Test("of one entity, by any of its names")
    func entity() throws {
        let sample = try ExportSamples.store()
        var options = ExportOptions()
        options.entity = "SBU"
        let some = try slides(sample, options)
        #expect(!some.isEmpty)
        #expect(some.count < (try slides(sample)).count)
        options.entity = "Nobody of This Name"
        #expect(throws: QueryError.self) { try slides(sample, options) }
    }

    @Test("grouped as asked", arguments: ExportOptions.Grouping.allCases)
    func grouping(by grouping: ExportOptions.Grouping) throws {
        var options = ExportOptions()
        options.grouping = grouping
        let slides = try slides(ExportSamples.store(), options)
        let capture = try #require(
            slides.first { ($0["text"] as? [String: String])?["headline"]?.contains("capture") == true })
        let expected: String? =
            switch grouping {
            case .class: "custody"
            case .type: "capture"
            case .place: "Sudzha"
            case .none: nil
            }
        if grouping == .class {
            #expect(capture["group"] is String)
        } else {
            #expect(capture["group"] as? String == expected)
        }
    }

    @Test("what has not happened only when asked")
    func outlook() throws {
        let sample = try ExportSamples.store()
        var options = ExportOptions()
        let real = try ExportSamples.json(ExportSamples.text(sample, .geojson, options))
        options.includesAll = true
        let all = try ExportSamples.json(ExportSamples.text(sample, .geojson, options))
        let unreal = try sample.connection.integer(
            "SELECT count(*) FROM event_cards c JOIN places p ON p.entity_id = c.place_id WHERE polarity = 'NEG'")
        #expect(
            ExportSamples.objects(all["features"]).count - ExportSamples.objects(real["features"]).count
                == Int(unreal ?? 0))
    }
}
