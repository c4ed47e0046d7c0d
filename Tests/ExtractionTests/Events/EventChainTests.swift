import Extraction
import Record
import Tables
import Testing

/// Which mentions of events in a text are one event.
@Suite struct EventChainTests {
    private static let extractor = Result { try Extractor(data: DataFolder.locate()) }

    @Test(
        "triggers with the number of their chain",
        arguments: [
            (
                "Gunmen attacked a police post near Gao on Monday. The attack killed two officers.",
                "attacked0 attack0 killed1"
            ),
            // A noun sums up what was told more closely.
            ("Rebels bombed the market in Sittwe. Nobody claimed the attack.", "bombed0 attack0"),
            ("An earthquake struck Nepal on Friday. The quake destroyed a bridge.", "earthquake0 quake0 destroyed1"),
            ("Ana Ruiz met Omar Diallo in Dakar. The meeting lasted two hours.", "met0 meeting0"),
            ("Police arrested a banker in Riga. The arrest surprised his colleagues.", "arrested0 arrest0"),
            (
                "Two soldiers were captured in Kursk. The captured soldiers were taken to Kyiv.",
                "captured0 captured0 taken1"
            ),
            // Nobody dies twice.
            ("President Jan Holm died in Oslo on Friday. He died of a stroke, doctors said.", "died0 died0"),
            // Other people, places, days and numbers make other events.
            ("Rebels attacked Gao on Monday. On Tuesday the rebels attacked Timbuktu.", "attacked0 attacked1"),
            ("Troops shelled Kherson on Monday and shelled Nikopol on Tuesday.", "shelled0 shelled1"),
            ("France sent 200 soldiers to Chad. Later it sent 50 soldiers to Niger.", "sent0 sent1"),
            ("Rebels attacked Gao. Another attack was reported from Mopti.", "attacked0 attack1"),
            ("Rebels attacked Gao. The attacks on Mopti went on for days.", "attacked0 attacks1"),
        ])
    func links(text: String, expected: String) throws {
        let record = try Self.extractor.get().extract(Document(id: "test", text: text))
        let found = record.events.filter { $0.type != "other" }.map { event in
            SourceText(text)[Span(start: event.start, end: event.end)] + String(event.chain ?? -1)
        }
        #expect(found.joined(separator: " ") == expected)
    }
}
