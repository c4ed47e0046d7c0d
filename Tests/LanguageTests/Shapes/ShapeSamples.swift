/// Texts of every shape, written for the tests.
enum ShapeSamples {
    struct Sample: Sendable, CustomStringConvertible {
        var name: String
        var text: String
        var description: String { name }
    }

    static let all = paragraphs + odd

    /// Texts that begin and end where a paragraph does.
    static let paragraphs: [Sample] = [
        Sample(name: "upper case", text: "REBELS SEIZE BORDER POST AS ARMY PULLS BACK TO SECOND LINE"),
        Sample(name: "title case", text: "President Vows to Rebuild the Harbour Town After Two Weeks of Shelling"),
        Sample(name: "headline with a slash", text: "Talks stall/Envoy leaves: what we know so far"),
        Sample(
            name: "dateline",
            text: "KYIV, Jan 12 (Reuters) - Two drones were shot down over the Kyiv region, its governor said."),
        Sample(
            name: "dateline with a dash",
            text: "SEOUL, South Korea — The 3rd Corps' spokesman, Lt. Col. Park, would not comment."),
        Sample(
            name: "list",
            text: "- one tank\n- two trucks\n* a bridge\n• the depot\n1. The first\n2) the second\n(c) a third"),
        Sample(
            name: "table",
            text: "Unit\tMen\tLost\n14th Brigade\t3,200\t41\n3rd Bn.\t~640\t-\n|---|---|---|\n| a | b | c |"),
        Sample(
            name: "figures",
            text:
                "12.5% of 1,234,567; $3.4bn; £20m–£30m; 5-7 km; 10:45 a.m.; 2024-11-21; 0xFF; 1e-9; ½; №5; +380 44 000"),
        Sample(
            name: "markup",
            text:
                "<p class=\"lead\">He said: &quot;No&quot;.</p><br/> [link](http://example.org/a?b=c&d=e#f) **bold** _it_ {{x}}"
        ),
        Sample(name: "code", text: "if (a[i] != b->c) { return &x; } // done\n$ annals load --db a.db | head -n 5"),
        Sample(
            name: "addresses",
            text: "Write to press.office@mod.example.org, @ArmyHQ or #FreeThemNow; see https://example.org/a_(b),c."),
        Sample(
            name: "quotations",
            text: "“We won’t,” she said. ‘Never.’ ''Why?'' \"It's 'over',\" he'd've said… «Нет» „ja“"),
        Sample(
            name: "contractions",
            text: "They'd've gone, wouldn't they? It's cannot gonna lemme 'em y'all o'clock rock'n'roll dogs' '90s"),
        Sample(
            name: "other scripts",
            text: "Генерал сказал: «Мы готовы». 外交部发言人说。次の会議は月曜日です。 قال الوزير إن القوات انسحبت. הצבא נסוג."),
        Sample(
            name: "scripts in between",
            text:
                "The Сирський plan (план) was, per 新华社, \u{201C}ready\u{201D}; Zelenskyy (Зеленський) agreed with الرئيس."
        ),
        Sample(name: "Indic and Thai", text: "भारत की सेना ने कहा। กองทัพไทยแถลงว่า ပြည်သူ့ and ትግራይ too"),
        Sample(
            name: "accents apart",
            text: "Cafe\u{301} Zu\u{308}rich A\u{30A}rhus Việt Nam naïve coöperate Łódź Çankırı ıIİi ẞß ﬁnal"),
        Sample(name: "emoji", text: "Victory 🎉🎉 says 👩‍👩‍👧‍👦 of 🇺🇦🇰🇵 👍🏽! 1️⃣ ❤️‍🔥 ©®™"),
        Sample(
            name: "ellipses and runs",
            text: "Well...  no!!! what?!?! --- *** ___ ~~~ … … (((( )))) [[]] {}{} ,,,, ;;;; :::: ////"),
        Sample(
            name: "names with stops",
            text: "J. R. Smith Jr. met Dr. A.B. Lee of U.S.A. Inc. vs. St. Mary's Co. at 5 p.m. Mr. Kim left."),
        Sample(name: "one letter", text: "a"),
        Sample(name: "one mark", text: "."),
        Sample(name: "apostrophes", text: "' '' ''' ’ ’’ 's ’s 't n't 'n' '' ` `` ´"),
    ]

    /// Texts that are no texts.
    static let odd: [Sample] = [
        Sample(name: "nothing", text: ""), Sample(name: "space", text: "   \t  \u{A0}\u{3000} "),
        Sample(name: "line ends", text: "\n\n\r\n\r\n\r\r\u{85}\u{2028}\u{2029}\u{B}\u{C}"),
        Sample(
            name: "line ends in between",
            text: "One\rtwo\r\nthree\u{2028}four\u{2029}five\u{85}six\u{B}seven\u{C}eight."),
        Sample(
            name: "control characters", text: "be\u{0}fore \u{1}\u{2}mid\u{7}dle\u{1B}[31mred\u{1B}[0m \u{7F}end\u{9F}."
        ),
        Sample(
            name: "zero width",
            text: "in\u{200B}vis\u{200C}ib\u{200D}le \u{FEFF}mark\u{2060}s \u{AD}soft\u{AD}hyphen \u{200B} \u{FEFF}"),
        Sample(
            name: "direction marks",
            text: "\u{202E}txet\u{202C} \u{2066}قال\u{2069} \u{200F}.\u{200E}(\u{202A}a\u{202C})"),
        Sample(name: "combining marks alone", text: "\u{301}\u{302} a \u{301} b\u{489}\u{489}\u{489} \u{20E3}"),
        Sample(name: "many combining marks", text: "z" + String(repeating: "\u{300}\u{321}", count: 500) + "a"),
        Sample(name: "private and unassigned", text: "\u{E000}\u{F8FF} \u{10FFFF}\u{E0041} \u{FFFE}\u{FFFF} \u{378}"),
        Sample(name: "replacement characters", text: "caf\u{FFFD} \u{FFFD}\u{FFFD}\u{FFFD} na\u{FFFD}ve"),
        Sample(name: "a long word", text: String(repeating: "very", count: 2500)),
        Sample(name: "a long number", text: String(repeating: "1,234", count: 1250)),
        Sample(
            name: "long runs of marks", text: String(repeating: ".", count: 2250) + String(repeating: "?!", count: 1000)
        ),
        Sample(
            name: "many brackets", text: String(repeating: "(", count: 1000) + "a" + String(repeating: ")", count: 1000)
        ),
        Sample(name: "many quotation marks", text: String(repeating: "\"'“’", count: 500)),
        Sample(name: "many apostrophes", text: String(repeating: "o'", count: 1500)),
        Sample(name: "many abbreviations", text: String(repeating: "U.S. Gen. ", count: 375)),
        Sample(name: "many contractions", text: String(repeating: "don't they'd've ", count: 200)),
        Sample(name: "many addresses", text: String(repeating: "a@b.c http://x.y/z?q ", count: 200)),
        Sample(name: "many hyphens", text: String(repeating: "ab-", count: 1500)),
        Sample(name: "many short lines", text: String(repeating: "x\n", count: 750)),
        Sample(name: "many emoji", text: String(repeating: "👩‍👩‍👧‍👦", count: 375)),
    ]

    /// A sentence of so many words.
    static func longSentence(_ kind: String, words: Int) -> String {
        switch kind {
        case "nested": String(repeating: "the man who said that ", count: words / 5) + "it rained left."
        case "listed": String(repeating: "tanks, trucks and 14 guns; ", count: words / 6) + "and more."
        case "without spaces": String(repeating: "alpha/beta-gamma,", count: words / 3) + "end."
        default:
            String(repeating: "soldiers of the brigade walked slowly along an icy road and ", count: words / 11)
                + "slept."
        }
    }

    /// Numbers that look random and are always the same for a seed.
    static func randomNumbers(seed: UInt64, count: Int) -> [UInt64] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    /// Characters that mean something to a tokenizer, at random.
    static func randomText(seed: UInt64, count: Int) -> String {
        let pool = Array(
            "aA bB.e,E '\u{2019}\"\n-1 2:;!?()[]n't s's dD U.S.%$€@#/\\&_=+*~^|<>\u{201C}\u{201D}…–—éЖ中ع👍\u{200D}\u{FE0F}\u{301}\u{200B}\t\r\u{2028}"
                .unicodeScalars)
        var view = String.UnicodeScalarView()
        for number in randomNumbers(seed: seed, count: count) { view.append(pool[Int(number >> 33) % pool.count]) }
        return String(view)
    }
}
