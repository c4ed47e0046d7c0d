/// Short made-up articles with all that makes an order matter: versions of one address, copies, a wire story inside a
/// longer article, figures that differ, names in several forms, articles without a date or an address.
enum TrustArticles {
    /// One article a line, as JSON.
    static let lines: [String] = [
        article(
            "The governor of the Sumy region, Petro Halmaty, said on Monday that five people were killed in Sumy on Sunday. "
                + "A missile hit a power station near the town, he said.",
            url: "https://harbour.example/sumy", published: "2025-03-10", outlet: "Harbour Observer"),
        article(
            "The governor of the Sumy region, Petro Halmaty, said on Monday that seven people were killed in Sumy on Sunday. "
                + "A missile hit a power station near the town, he said. An earlier report gave another number.",
            url: "https://harbour.example/sumy?utm_source=feed", published: "2025-03-11", outlet: "Harbour Observer"),
        article(
            "Seven people were killed in Sumy on Sunday, Halmaty told reporters. Ten people were wounded.",
            url: "https://harbour.example/sumy#top", published: "2025-03-11", outlet: "Harbour Observer"),
        article(wire, url: "https://wire.example/1", published: "2025-03-12", outlet: "Wire of the East"),
        article(wire, url: "https://copies.example/7", published: "2025-03-13", outlet: "Valley Courier"),
        article(wire, outlet: "Lakeside Herald"),
        article(
            "Talks are to go on in Geneva next week. The ambassador, Anneli Korostin, met Petro Halmaty in Warsaw on Friday. "
                + wire + " Thousands of people protested in Warsaw on Saturday.",
            url: "https://meridian.example/long", published: "2025-03-15", outlet: "Meridian Review"),
        article(
            "Korostin met Halmaty in Warsaw on Friday to discuss prisoners. It was their first meeting.",
            url: "https://plain.example/2", published: "2025-03-15", outlet: "The Plain Post"),
        article("Six Russian soldiers were captured near Kupiansk on March 12. None of them was an officer."),
        article(
            "The General Staff denied that Russian troops had captured four Ukrainian soldiers near Kupiansk. "
                + "It said that nobody had been captured on Wednesday.",
            url: "https://north.example/denied", published: "2025-03-13", outlet: "Northern Telegraph"),
        article(
            "About 3,000 soldiers were deployed to the Kharkiv region in February, the General Staff said. "
                + "The United Nations estimated that 4,500 troops were there.",
            published: "2025-03-14", outlet: "Northern Telegraph"),
        article(
            "At least five people were killed when drones struck Sumy on March 9. Anneli Korostin, the ambassador, condemned it.",
            url: "https://plain.example/3", outlet: "The Plain Post"),
    ]

    private static let wire =
        "Ukrainian troops captured four Russian soldiers near Kupiansk on Wednesday, the General Staff said. "
        + "The four men were taken to Kharkiv, according to colonel Maria Brzozan. Two of them were wounded, she said. "
        + "Neither side has said how many of its own soldiers it has lost in the area since January."

    private static func article(
        _ text: String, url: String? = nil, published: String? = nil, outlet: String? = nil
    ) -> String {
        // None of the values has a quotation mark or a backslash in it.
        let fields = [("url", url), ("published", published), ("outlet", outlet), ("text", text)]
        return "{"
            + fields.compactMap { name, value in value.map { "\"\(name)\":\"\($0)\"" } }.joined(separator: ",") + "}"
    }
}
