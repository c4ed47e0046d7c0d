import KnowledgeBase
import Record
import SQLite
import Testing

/// Which names of different articles are taken for one, which are shown to people, and which are kept apart.
@Suite struct EntityLinksTests {
    struct Named: Sendable, CustomStringConvertible {
        var name: String
        var kind = EntityKind.person
        var country: String?
        var office: String?
        /// Another name that the same article gives it.
        var short: String?

        var description: String {
            [name, country, office, short].compactMap { $0 }.joined(separator: ", ")
        }

        init(
            _ name: String, _ country: String? = nil, _ office: String? = nil, kind: EntityKind = .person,
            short: String? = nil
        ) {
            self.name = name
            self.country = country
            self.office = office
            self.kind = kind
            self.short = short
        }
    }

    static func agency(_ name: String, _ country: String? = nil, short: String? = nil) -> Named {
        Named(name, country, kind: .agency, short: short)
    }

    static func unit(_ name: String, _ country: String? = nil) -> Named { Named(name, country, kind: .unit) }

    static func records(_ things: [Named]) -> [AnnotationRecord] {
        things.enumerated().map { number, thing in
            var sketch = RecordSketch(
                outlet: "Outlet \(number)", published: "2026-02-0\(number % 9 + 1)", title: "Story \(number)",
                sentences: [
                    "Story \(number) tells that \(thing.name) was there.",
                    "It is \(thing.short ?? "silent") on what came after day \(number).",
                ])
            sketch.name(thing.name, kind: thing.kind, country: thing.country, office: thing.office)
            if let short = thing.short { sketch.name(short, kind: thing.kind, country: thing.country, of: thing.name) }
            return sketch.record
        }
    }

    /// What the store says of the things: the verdicts of pairs, and which are one.
    static func outcome(_ things: [Named]) throws -> (links: [String], clusters: Int) {
        let store = try SampleStore(records: records(things))
        var links: [String] = []
        try store.connection.each("SELECT verdict FROM entity_links ORDER BY verdict") { links.append($0.text(0)) }
        let clusters = try store.connection.integer(
            """
            SELECT count(DISTINCT i.canonical_id) FROM chains c JOIN entity_identities i ON i.entity_id = c.entity_id
            """)
        #expect(try store.store.verify() == [])
        return (links, Int(clusters ?? 0))
    }

    // MARK: Pairs

    @Test(arguments: [
        // Spellings
        (Named("Volodymyr Zelensky"), Named("Volodymyr Zelenskyy")),
        (Named("Volodymyr Zelenskiy"), Named("Володимир Зеленський")),
        (Named("Sergei Ivanov"), Named("Sergey Ivanov")),
        (Named("Yury Tarasov"), Named("Iurii Tarasov")),
        (Named("Nikos Papadiamantis"), Named("Νίκος Παπαδιαμάντης")),
        (Named("Mohammed Al-Sharawi"), Named("Muhammad Sharawi")),
        (Named("Dmitry Gorbachoff"), Named("Dmitri Gorbachov")),
        (Named("Kim Jong Un"), Named("Kim Jong-un")),
        (Named("Kim Jong Un"), Named("Kim Jŏng-ŭn")),
        (Named("Peter J. Fraunholtz"), Named("Peter Fraunholtz")),
        // Other systems and other orders, with support
        (Named("Baek Yong-chol", "KP"), Named("Paek Yong Chol", "KP")),
        (Named("Paik Nam-jun", "KR"), Named("Baek Nam-jun", "KR")),
        (Named("Choi Sun-hui", "KP"), Named("Choe Sun Hui", "KP")),
        (Named("Kim Jong-eun", "KP"), Named("Kim Jong Un", "KP")),
        (Named("김정은", "KP"), Named("Kim Jong Un", "KP")),
        (Named("Xi Zhongwei", "CN"), Named("Zhongwei Xi", "CN")),
        // Forms of the first name, with support
        (Named("Oleksandr Bilyk", "UA", "general"), Named("Alexander Bilyk", "UA", "commander")),
        (Named("William Harding", "US", "senator"), Named("Bill Harding", "US", "senator")),
        // Nothing said in one
        (Named("John Smith", "US", "general"), Named("John Smith")),
        (Named("John Smith", "US"), Named("John Smith", "US", "general")),
        // Bodies
        (agency("Ukrainian Energy Ministry"), agency("Ministry of Energy of Ukraine")),
        (agency("Ministry of Defence", "UA"), agency("Ministry of Defense", "UA")),
        (agency("Halvorsen Marine Inc."), agency("Halvorsen Marine")),
        (agency("Center for Arctic Studies"), agency("Centre for Arctic Studies")),
        (agency("Agency for Harbour Traffic Safety", short: "AHTS"), agency("AHTS")),
        // Formations
        (unit("24th Mechanized Brigade"), unit("24th Mechanised Brigade")),
        (unit("93rd Mechanized Brigade", "UA"), unit("93rd Separate Mechanized Brigade", "UA")),
        (unit("93rd Mechanized Brigade", "UA"), unit("93rd Brigade", "UA")),
        (unit("11th Corps"), unit("XI Corps")),
        (unit("Eleventh Corps"), unit("11th Army Corps")),
        (unit("51st Combined Arms Army"), unit("51st CAA")),
    ])
    func same(_ left: Named, _ right: Named) throws {
        let outcome = try Self.outcome([left, right])
        #expect(outcome.clusters == 1)
        #expect(outcome.links == ["same"] || outcome.links == [])
    }

    @Test(arguments: [
        (Named("Volodymyr Petrenko"), Named("Vladimir Petrenko")),
        (Named("Oleksandr Bilyk"), Named("Alexander Bilyk")),
        (Named("Bill Harding"), Named("William Harding")),
        (Named("Moammar Gaddafi", "LY"), Named("Muammar Kadhafi", "LY")),
        (Named("Baek Yong-chol"), Named("Paek Yong Chol")),
        (Named("Kim Jong-eun"), Named("Kim Jong Un")),
        (Named("John Smith"), Named("John Smyth")),
        (Named("John Harding"), Named("John Harding Jr.")),
        (agency("Harbour Board", short: "QXZ"), agency("QXZ")),
        (unit("93rd Mechanized Brigade"), unit("93rd Brigade")),
    ])
    func unsure(_ left: Named, _ right: Named) throws {
        let outcome = try Self.outcome([left, right])
        #expect(outcome.clusters == 2)
        #expect(outcome.links == ["unsure"])
    }

    @Test(arguments: [
        // People of one name
        (Named("John Smith", "US", "general"), Named("John Smith", "GB", "footballer")),
        (Named("John Smith", nil, "general"), Named("John Smith", nil, "footballer")),
        (Named("John Smith", "US"), Named("John Smith", "GB")),
        // Other people
        (Named("Kim Jong Un", "KP"), Named("Kim Jong Il", "KP")),
        (Named("Kim Jong Un", "KP"), Named("Kim Yo Jong", "KP")),
        (Named("Lee Jae-myung", "KR"), Named("Lee Jae-yong", "KR")),
        (Named("Park Chan-ho"), Named("Park Chan-hee")),
        (Named("Sergei Ivanov"), Named("Sergei Ivanova")),
        (Named("Marian Harding"), Named("Martin Harding")),
        (Named("George W. Harding"), Named("George H. Harding")),
        (Named("Mohammed Ali"), Named("Mahmoud Ali")),
        (Named("Volodymyr Zelensky"), Named("Vladimir Putin")),
        (Named("John Harding Jr."), Named("John Harding Sr.")),
        // One word alone
        (Named("Lee", "KR", "president"), Named("Lee", "KR", "lawmaker")),
        // Bodies
        (agency("Ministry of Defence"), agency("Ministry of Defense")),
        (agency("Ministry of Defence", "UA"), agency("Ministry of Defence", "RU")),
        (agency("Halvorsen Marine Inc"), agency("Halvorsen Marine Ltd")),
        (agency("Bank of Ruritania"), agency("Ruritanian Bank")),
        // Formations
        (unit("47th Mechanized Brigade", "UA"), unit("47th Tank Division", "UA")),
        (unit("47th Mechanized Brigade", "UA"), unit("47th Artillery Brigade", "UA")),
        (unit("47th Mechanized Brigade", "UA"), unit("47th Mechanized Brigade", "RU")),
        (unit("93rd Brigade", "UA"), unit("92nd Brigade", "UA")),
    ])
    func different(_ left: Named, _ right: Named) throws {
        let outcome = try Self.outcome([left, right])
        #expect(outcome.clusters == 2)
        #expect(outcome.links.allSatisfy { $0 == "unsure" })
        if left.kind == .person { #expect(outcome.links == []) }
    }

    // MARK: Several

    @Test("A name that fits two who cannot be one joins neither")
    func homonyms() throws {
        let outcome = try Self.outcome([
            Named("John Smith", "US", "general"), Named("John Smith", "GB", "footballer"), Named("John Smith"),
        ])
        #expect(outcome.clusters == 3)
        #expect(outcome.links == ["unsure", "unsure"])
    }

    @Test("What cannot be one is not joined through others")
    func chains() throws {
        let outcome = try Self.outcome([
            Named("Mohammed Harun", "EG"), Named("Muhammad Harun"), Named("Mohamed Harun", "SD"),
        ])
        #expect(outcome.clusters == 3)
    }

    @Test("What people decide goes before the names")
    func decisions() throws {
        let store = try SampleStore(records: Self.records([Named("Sergei Ivanov"), Named("Sergey Ivanov")]))
        func clusters() throws -> Int64? {
            try store.connection.integer(
                """
                SELECT count(DISTINCT i.canonical_id) FROM chains c
                JOIN entity_identities i ON i.entity_id = c.entity_id
                """)
        }
        #expect(try clusters() == 1)
        try store.store.decide(
            .different, .entity, "person:sergei ivanov", "person:sergey ivanov", author: "test",
            reason: "father and son")
        #expect(try clusters() == 2)
        #expect(try store.store.verify() == [])
    }

    @Test("The order of loading makes no difference", arguments: 1...6)
    func order(seed: Int) throws {
        let things = [
            Named("John Smith", "US", "general"), Named("John Smith", "GB", "footballer"), Named("John Smith"),
            Named("Volodymyr Zelensky"), Named("Volodymyr Zelenskyy", "UA"), Named("Володимир Зеленський"),
            Named("Kim Jong Un", "KP"), Named("Kim Jong-eun", "KP"), Named("김정은", "KP"),
            Self.agency("Agency for Harbour Traffic Safety", short: "AHTS"), Self.agency("AHTS"),
            Self.unit("93rd Mechanized Brigade", "UA"), Self.unit("93rd Brigade", "UA"),
            Self.unit("93rd Tank Brigade", "UA"),
        ]
        let all = Self.records(things)
        var order = Array(all.indices)
        // A linear congruence instead of chance.
        var state = UInt64(seed)
        for index in order.indices.reversed() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
        }
        func links(_ records: [AnnotationRecord], _ first: Int) throws -> [String] {
            let store = try SampleStore(records: Array(records.prefix(first)))
            let batch = try store.store.beginBatch(command: "more")
            for record in records.dropFirst(first) { try batch.load(record, input: record.id) }
            _ = try batch.finish()
            #expect(try store.store.verify() == [])
            var found: [String] = []
            try store.connection.each(
                """
                SELECT l.key, r.key, k.verdict, k.score, k.reasons, x.canonical_id = y.canonical_id FROM entity_links k
                JOIN entities l ON l.id = k.left_id JOIN entities r ON r.id = k.right_id
                JOIN entity_identities x ON x.entity_id = l.id JOIN entity_identities y ON y.entity_id = r.id
                ORDER BY l.key, r.key
                """
            ) { row in found.append((0..<6).map { row.text($0) }.joined(separator: "|")) }
            return found
        }
        #expect(try links(order.map { all[$0] }, seed) == links(all, all.count))
    }
}
