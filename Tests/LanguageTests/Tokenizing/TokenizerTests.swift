internal import Language
internal import Record
internal import Tables
internal import Testing

/// Words as the English Web Treebank cuts them; in the tables they are parted by spaces.
@Suite struct TokenizerTests {
    private static let segmenter = Result { try Segmenter(data: DataFolder.locate()) }

    private func tokens(_ text: String) throws -> [Tokenizer.Piece] {
        try Self.segmenter.get().segments(of: SourceText(text)).flatMap(\.pieces)
    }

    private func words(_ text: String) throws -> String { try tokens(text).map(\.text).joined(separator: " ") }

    @Test(arguments: [
        ("They don't, she can't and I won't", "They do n't , she ca n't and I wo n't"),
        ("He cannot go; we're gonna stay", "He can not go ; we 're gon na stay"),
        ("dont say im wrong", "do nt say i m wrong"),
        ("Kyiv's mayor, the troops' camp", "Kyiv 's mayor , the troops ' camp"),
        ("its a trap and its price", "it s a trap and its price"),
        ("O'Brien met Sana'a's sheikh at five o'clock", "O'Brien met Sana'a 's sheikh at five o'clock"),
        ("'Tis the 'best' of '99", "'T is the ' best ' of '99"),
        ("We’ve seen Kim’s letter", "We ’ve seen Kim ’s letter"),
    ])
    func splitsContractions(text: String, expected: String) throws {
        #expect(try words(text) == expected)
    }

    @Test(arguments: [
        ("a well-known ten-year-old", "a well - known ten - year - old"),
        ("anti-tank mines, ex-members", "anti-tank mines , ex-members"),
        ("mid-August e-mail", "mid-August e-mail"),
        ("al-Qaeda and a U.S.-led force", "al - Qaeda and a U.S. - led force"),
        ("a non-state-run firm", "a non - state - run firm"),
        ("UN-backed and/or EU-wide", "UN - backed and / or EU - wide"),
        ("the front—the north", "the front — the north"),
        ("no--never", "no -- never"),
    ])
    func keepsPrefixesAndSplitsOtherHyphens(text: String, expected: String) throws {
        #expect(try words(text) == expected)
    }

    @Test(arguments: [
        ("from 10,000 to 12.5 million", "from 10,000 to 12.5 million"),
        ("10,000-12,000 men", "10,000 - 12,000 men"),
        ("5km, 30kg and 9pm", "5 km , 30 kg and 9 pm"),
        ("at 8:30pm on 11/28/2023", "at 8:30 pm on 11/28/2023"),
        ("on 2024-11-17 or 9/11", "on 2024-11-17 or 9/11"),
        ("1/2 of 3-4 men", "1 / 2 of 3 - 4 men"),
        ("$5.6bn, US$40, €20 and 50%", "$ 5.6 bn , US$ 40 , € 20 and 50 %"),
        ("the 1990s, the 60's, the 21st", "the 1990s , the 60's , the 21st"),
        ("call 555-013-4477", "call 555-013-4477"), ("500-1000 men in 5-6 days", "500 - 1000 men in 5 - 6 days"),
        ("a T-90M, an Mi-8m and an AK47", "a T - 90M , an Mi - 8m and an AK47"),
        ("a 2x4 plank, a 3x zoom", "a 2 x 4 plank , a 3 x zoom"),
    ])
    func splitsUnitsOffNumbers(text: String, expected: String) throws {
        #expect(try words(text) == expected)
    }

    @Test(arguments: [
        ("Gen. J. R. Smith left the U.S. Army", "Gen. J. R. Smith left the U.S. Army"),
        ("a Ph.D. student, i.e. me", "a Ph.D. student , i.e. me"),
        ("No. 5 is here, i.e. nearby", "No. 5 is here , i.e. nearby"),
        ("He sat. She said no.", "He sat . She said no ."),
        ("Acme Inc. and AT&T pay at 5 p.m. today", "Acme Inc. and AT&T pay at 5 p.m. today"),
        ("guns, maps, etc.", "guns , maps , etc ."),
        ("based in Washington, D.C., since May", "based in Washington , D.C. , since May"),
    ])
    func keepsAbbreviations(text: String, expected: String) throws {
        #expect(try words(text) == expected)
    }

    @Test(arguments: [
        ("See https://example.org/a(b),c.", "See https://example.org/a(b),c ."),
        ("(www.example.com/x?y=1)", "( www.example.com/x?y=1 )"),
        ("Write to <jo.doe@mail.example.org>!", "Write to < jo.doe@mail.example.org > !"),
        ("open report-2.pdf on example.com", "open report-2.pdf on example.com"),
        ("It ended.Then it began", "It ended . Then it began"),
        ("@generalstaff said", "@generalstaff said"),
    ])
    func keepsAddresses(text: String, expected: String) throws {
        #expect(try words(text) == expected)
    }

    @Test(arguments: [
        ("Well... what?! :) ok", "Well ... what ?! :) ok"),
        ("\"No,\" he said (twice).", "\" No , \" he said ( twice ) ."),
        ("=== *** ---->", "=== *** ---->"),
        ("A flag \u{1F1FA}\u{1F1E6} here", "A flag \u{1F1FA}\u{1F1E6} here"),
        ("cafe\u{301} \u{41A}\u{438}\u{457}\u{432}, 서울", "cafe\u{301} \u{41A}\u{438}\u{457}\u{432} , 서울"),
    ])
    func splitsMarks(text: String, expected: String) throws {
        #expect(try words(text) == expected)
    }

    @Test func saysWhichWordsWereWrittenAsOne() throws {
        let tokens = try tokens("I don't see Kyiv's well-known gates, cannot go.")
        #expect(tokens.filter(\.isJoined).map(\.text) == ["n't", "'s", "not"])
    }

    @Test(
        "runs that invite backtracking",
        arguments: ["a.", "a-", "(a", "1-", "1/", ".", "'", "a'", "@a", "a@", "1,", "w_", "\u{301}"])
    func readsLongChunks(unit: String) throws {
        let text = String(repeating: unit, count: 20_000)
        let read = try tokens(text)
        #expect(read.map(\.text).joined() == text)
    }
}
