internal import Record

/// Entries of reference tables, as an extractor links to them.
enum SampleReferences {
    static let northKorea = EntityReference(
        id: "geonames:1873107", kind: .place, name: "North Korea", aliases: ["DPRK", "북한"], country: "KP",
        latitude: 40, longitude: 127, precision: 400_000, feature: "PCLI")
    static let russia = EntityReference(
        id: "geonames:2017370", kind: .place, name: "Russia", aliases: ["Россия"], country: "RU", latitude: 60,
        longitude: 100, precision: 3_000_000, feature: "PCLI")
    static let iran = EntityReference(
        id: "geonames:130758", kind: .place, name: "Iran", country: "IR", latitude: 32, longitude: 53,
        precision: 1_000_000, feature: "PCLI")
    static let kurskOblast = EntityReference(
        id: "geonames:538555", kind: .place, name: "Kursk Oblast", aliases: ["Kursk", "Курская область"],
        country: "RU", latitude: 51.75, longitude: 36.25, precision: 120_000, feature: "ADM1",
        within: ["geonames:2017370"])
    static let sudzha = EntityReference(
        id: "geonames:486068", kind: .place, name: "Sudzha", aliases: ["Суджа"], country: "RU", latitude: 51.19,
        longitude: 35.27, precision: 4_000, feature: "PPL", within: ["geonames:538555", "geonames:2017370"])
    static let tehran = EntityReference(
        id: "geonames:112931", kind: .place, name: "Tehran", aliases: ["تهران"], country: "IR", latitude: 35.69,
        longitude: 51.42, precision: 20_000, feature: "PPLC", within: ["geonames:130758"])
    static let zelenskyy = EntityReference(
        id: "annals:volodymyr-zelenskyy", kind: .person, name: "Volodymyr Zelenskyy",
        aliases: ["Zelensky", "Зеленський", "Зеленский"], country: "UA", summary: "president of Ukraine")
    static let kimJongUn = EntityReference(
        id: "annals:kim-jong-un", kind: .person, name: "Kim Jong Un", aliases: ["김정은"], country: "KP")
    static let kimYoJong = EntityReference(
        id: "annals:kim-yo-jong", kind: .person, name: "Kim Yo Jong", aliases: ["김여정"], country: "KP")
    static let sbu = EntityReference(
        id: "annals:sbu", kind: .agency, name: "Security Service of Ukraine", aliases: ["SBU", "СБУ"], country: "UA",
        summary: "intelligence agency")
}
