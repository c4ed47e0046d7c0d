import Language
import Record
import Tables
import Testing

@testable import Extraction

/// One finder for all tests: the tables are read once.
enum MentionsFixture {
    static let stages: Result<(Analyzer, MentionFinder, RelationFinder), DataError> = load()

    private static func load() -> Result<(Analyzer, MentionFinder, RelationFinder), DataError> {
        do throws(DataError) {
            let data = try DataFolder.locate()
            return .success((try Analyzer(data: data), try MentionFinder(data: data), try RelationFinder(data: data)))
        } catch {
            return .failure(error)
        }
    }

    static func record(_ text: String) throws -> AnnotationRecord {
        let (analyzer, mentionFinder, relationFinder) = try stages.get()
        let analysis = analyzer.analyze(SourceText(text))
        var record = AnnotationRecord(document: Document(id: "test", text: text))
        record.sentences = analysis.sentences.map(\.span)
        let words = DocumentWords(analysis)
        let found = mentionFinder.mentions(in: analysis, document: words, record: record)
        record.mentions = found.mentions
        record.entities = found.entities
        record.relations = relationFinder.relations(
            in: analysis, document: words, view: DocumentView(analysis, record), record: record)
        return record
    }
}

extension AnnotationRecord {
    func words(_ mention: Mention) -> String { SourceText(text)[mention.span] }

    func mention(_ words: String) -> Mention? { mentions.first { self.words($0) == words } }
}

struct MentionsTests {
    @Test(
        "a name has a kind",
        arguments: [
            ("Foreign Minister Ada Quillfeather arrived in Paris on Monday.", "Ada Quillfeather", EntityKind.person),
            ("Foreign Minister Ada Quillfeather arrived in Paris on Monday.", "Paris", .place),
            ("Officers of the 47th Mechanized Brigade held the bridge.", "47th Mechanized Brigade", .unit),
            (
                "He wrote to the Ministry of Foreign Affairs of Finland.", "Ministry of Foreign Affairs of Finland",
                .agency
            ),
            ("Shares of Brindleford Holdings Ltd fell sharply.", "Brindleford Holdings Ltd", .agency),
            ("The shells hit a depot in the Kursk region of Russia.", "Kursk", .place),
            ("The column left Tambov Oblast before dawn.", "Tambov Oblast", .place),
            ("Col. Ivo Pendergast denied the report.", "Ivo Pendergast", .person),
            ("Shares of General Foundries Corp rose.", "General Foundries Corp", .agency),
            ("Two Shahed drones fell on the yard.", "Shahed", .object),
            ("A T-72 stood by the road.", "T-72", .object),
            ("Smoke rose over the Zmiivska Thermal Power Plant at noon.", "Zmiivska Thermal Power Plant", .place),
            ("Most Europeans were asleep.", "Europeans", .group),
            ("The Southern Military District called up men.", "Southern Military District", .unit),
            ("The clerk wrote on X that the office was shut.", "X", .agency),
            ("Guns were heard near Rai-Oleksandrivka.", "Rai-Oleksandrivka", .place),
            ("The carts went on to Nova Quillivka.", "Nova Quillivka", .place),
            ("Fire was heard near Kharkiv-Poltava all night.", "Poltava", .place),
            ("Men of the 14th Army Corps dug in near the river.", "14th Army Corps", .unit),
            ("The Kremlin denied it.", "Kremlin", .place),
            ("The editor of the Baltic Courier resigned.", "Baltic Courier", .agency),
            ("The Russian Republic of Tuva voted.", "Republic of Tuva", .place),
            ("Fighters of the Syrian Democratic Forces left Raqqa.", "Syrian Democratic Forces", .agency),
            ("US Secretary of State Ada Quillfeather spoke.", "US", .place),
            ("South Korean President Lee Jae-myung spoke in Busan.", "Lee Jae-myung", .person),
            ("KYIV, Jan 12 (Reuters) - Troops left Bakhmut.", "KYIV", .place),
            ("KYIV, Jan 12 (Reuters) - Troops left Bakhmut.", "Reuters", .agency),
            ("Ukraine's Defence Intelligence (HUR) published a recording.", "HUR", .agency),
        ])
    func kind(text: String, name: String, kind: EntityKind) throws {
        let record = try MentionsFixture.record(text)
        #expect(record.mention(name)?.kind == kind)
        #expect(record.mention(name)?.form == .name)
    }

    @Test(
        "what is written with a capital is not always a name",
        arguments: [
            ("Crews of FPV drones met.", "FPV"), ("The fine was US$100 million.", "US$"),
            ("The H5N1 strain spread to farms.", "H5N1"), ("See the file stocks.pdf for more.", "stocks.pdf"),
            ("Ukrainian forces left the village.", "Ukrainian"), ("The Prime Minister was ill.", "Prime Minister"),
        ])
    func noName(text: String, word: String) throws {
        let record = try MentionsFixture.record(text)
        #expect(!record.mentions.contains { record.words($0) == word && $0.form == .name })
    }

    @Test("a surname is that of the person whom the document names in full")
    func surname() throws {
        let record = try MentionsFixture.record(
            "Michael Jordan met Ann Chad in June. Jordan said so. Chad agreed. Later Jordan left.")
        #expect(record.mentions.filter { $0.form == .name }.allSatisfy { $0.kind == .person })
    }

    @Test(
        "a noun phrase has its extent, kind and country",
        arguments: [
            (
                "Guards brought two North Korean soldiers to the camp.", "two North Korean soldiers", EntityKind.group,
                "KP"
            ),
            ("They said Ukraine's military had moved on.", "Ukraine's military", .agency, "UA"),
            ("Russian troops left the village.", "Russian troops", .group, "RU"),
        ])
    func nominal(text: String, phrase: String, kind: EntityKind, country: String) throws {
        let record = try MentionsFixture.record(text)
        let mention = record.mention(phrase)
        #expect(mention?.kind == kind)
        #expect(mention?.form == .nominal)
        #expect(mention?.country == country)
    }

    @Test(
        "two wordings of one thing share a chain, those of two things do not",
        arguments: [
            ("Ada Quillfeather spoke. Quillfeather left early.", "Ada Quillfeather", "Quillfeather", true),
            (
                "The Harbour Pilots Association (HPA) met. The HPA agreed.", "Harbour Pilots Association", "HPA", true
            ),
            (
                "The army captured two French sailors in May. The captured sailors were tired.", "two French sailors",
                "The captured sailors", true
            ),
            (
                "French sailors are many. Guards took two French sailors away.", "French sailors", "two French sailors",
                false
            ),
            ("Ivan Petrenkov came late. Petrenkow left early.", "Ivan Petrenkov", "Petrenkow", true),
            (
                "Shares of Brindleford Holdings Ltd fell. Brindleford said so.", "Brindleford Holdings Ltd",
                "Brindleford", true
            ),
            (
                "The Ukrainian president met a farmer. President Volodymyr Zelensky smiled.", "The Ukrainian president",
                "Volodymyr Zelensky", true
            ),
            ("Political leaders met. A great leader was born.", "Political leaders", "A great leader", false),
            ("One sailor was asleep, and the other sailor was not.", "One sailor", "the other sailor", false),
        ])
    func chain(text: String, one: String, other: String, same: Bool) throws {
        let record = try MentionsFixture.record(text)
        let left = try #require(record.mention(one))
        let right = try #require(record.mention(other))
        #expect((left.chain == right.chain) == same)
    }

    @Test(
        "a capital that acts is its country, one that is gone to is a city",
        arguments: [
            ("Moscow is sending more guns.", "Moscow", true),
            ("The envoy travelled to Moscow by train.", "Moscow", false),
            ("Talks between Warsaw and Prague went on.", "Warsaw", true),
            ("Moscow's demand was refused.", "Moscow", true),
            ("Moscow's streets were empty.", "Moscow", false),
            ("There was pressure from Washington.", "Washington", true),
        ])
    func metonym(text: String, name: String, isMetonym: Bool) throws {
        let record = try MentionsFixture.record(text)
        let mention = try #require(record.mention(name))
        #expect((mention.metonym ?? false) == isMetonym)
        let entity = record.entities.first { $0.id == mention.entity }
        #expect((entity?.feature?.hasPrefix("PCL") ?? false) == isMetonym)
    }

    @Test(
        "a country that shares its name with a state is told by the other states",
        arguments: [
            ("Floods hit Alabama, Louisiana and Georgia on Monday.", "ADM1"),
            ("Talks between Armenia and Georgia went on.", "PCLI"),
        ])
    func georgia(text: String, feature: String) throws {
        let record = try MentionsFixture.record(text)
        let mention = try #require(record.mention("Georgia"))
        #expect(record.entities.first { $0.id == mention.entity }?.feature == feature)
    }

    @Test("a word such as region beside a name decides between the region and its city")
    func region() throws {
        let region = try MentionsFixture.record("Fighting went on in the Kursk region. Kursk was quiet at night.")
        #expect(
            region.mention("Kursk").flatMap { mention in region.entities.first { $0.id == mention.entity } }?.feature
                == "ADM1")
        let city = try MentionsFixture.record("He was born in the city of Kursk.")
        #expect(
            city.mention("Kursk").flatMap { mention in city.entities.first { $0.id == mention.entity } }?.feature
                != "ADM1")
    }

    @Test(
        "offices are read from titles, appositions and copulas",
        arguments: [
            ("Finnish President Ada Quillfeather spoke.", "president of Finland"),
            ("Ada Quillfeather, the Finnish president, spoke.", "president of Finland"),
            ("Ada Quillfeather is the Finnish president.", "president of Finland"),
        ])
    func office(text: String, value: String) throws {
        let record = try MentionsFixture.record(text)
        #expect(record.relations.contains { $0.predicate == "holds-office" && $0.value == value })
    }

    @Test("a town with the name of a common word needs evidence")
    func commonTown() throws {
        let battle = try MentionsFixture.record("The Battle of the Somme was long. He went to London.")
        #expect(battle.mention("Battle") == nil)
        #expect(battle.mention("London")?.kind == .place)
    }

    @Test("a pronoun does not lean on a nameless person of long ago")
    func reach() throws {
        let near = try MentionsFixture.record("A sailor opened the door. He smiled. He waved. He sang. He left.")
        #expect(near.mentions.count { $0.form == .pronoun } == 4)
        let far = try MentionsFixture.record(
            "A sailor opened the door. Rain fell. Snow fell. Night fell. Then he left.")
        #expect(!far.mentions.contains { $0.form == .pronoun })
    }

    @Test(
        "any text is read without a crash, with spans inside it",
        arguments: [
            "", " ", "'s", "((((", "King's", "Mr.", "Mr. .", "of of of", "NIS (", "A", "1st", "1st Army", "The",
            "’s ’s",
            "\u{1F469}\u{200D}\u{1F680} Ada \u{0301}\u{0301} Ёлка 北京 서울", "the the the other one of the",
            "AND THE KING OF THE SEA SAID NOTHING", "Lt. Lt. Lt. Gen. Gen.", "President President of of the the",
        ])
    func anyText(text: String) throws {
        for text in [text, text + text, "\(text)\n\(text).", "In \(text), he"] {
            let record = try MentionsFixture.record(text)
            let length = text.unicodeScalars.count
            for mention in record.mentions {
                #expect(0 <= mention.start && mention.start < mention.end && mention.end <= length)
                if let head = mention.head { #expect(mention.span.contains(head)) }
            }
            #expect(record.relations.allSatisfy { record.mentions.indices.contains($0.subject) })
            #expect(try MentionsFixture.record(text) == record)
        }
    }
}
