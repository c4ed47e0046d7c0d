import Record
import Testing

@testable import Extraction

@Suite struct AttributionFinderTests {
    @Test(arguments: attributionCases)
    func findsSpeakers(_ sentence: String, _ expected: String) throws {
        let text = try Stages.read(sentence)
        let found = text.notation(text.record.attributions).joined(separator: "; ")
        #expect(found == expected)
    }
}

let attributionCases: [(String, String)] = [
    (
        "“We have taken the hill,” [x Novak] said.",
        "direct 2: Novak > said > We have taken the hill,"
    ),
    (
        "[x Novak] said, “We have taken the hill.”",
        "direct 2: Novak > said > We have taken the hill."
    ),
    (
        "“We have taken the hill,” said [x Novak], “and we will keep it.”",
        "direct 2: Novak > said > We have taken the hill, | and we will keep it."
    ),
    (
        "[x Novak] said that the hill had been taken.",
        "indirect 2: Novak > said > the hill had been taken"
    ),
    (
        "[x Novak] said the hill had been taken.",
        "indirect 2: Novak > said > the hill had been taken"
    ),
    (
        "The hill had been taken, [x Novak] said on Monday.",
        "indirect 2: Novak > said > The hill had been taken"
    ),
    (
        "According to [a the ministry], the hill had been taken.",
        "indirect 2: the ministry > According to > the hill had been taken"
    ),
    (
        "The hill has been taken, according to [g military officials].",
        "indirect 2: military officials > according to > The hill has been taken"
    ),
    (
        "[x Novak] told reporters that the hill was lost.",
        "indirect 2: Novak > told reporters > the hill was lost"
    ),
    (
        "Estimates suggest that [p Oman] sent 400 men.",
        "indirect 1: Estimates > suggest > Oman sent 400 men"
    ),
    (
        "The men reportedly believed that they were going home.",
        "hedge 1:  > reportedly > The men | believed"
    ),
    (
        "[x Novak] shared images, although the authenticity of these claims has not been independently verified.",
        "doubt 0:  > has not been independently verified > Novak shared images"
    ),
    (
        "[x Novak] announced the capture of two men by border guards.",
        "indirect 3: Novak > announced > the capture of two men by border guards"
    ),
    (
        "[x Novak], who said he was tired, left.",
        "indirect 2: Novak > said > he was tired"
    ),
    (
        "According to reports from [a Yonhap], one of [g the men] claimed that he was lost.",
        "indirect 2: reports from Yonhap > According to > one of the men claimed that he was lost; indirect 1: one of the men > claimed > he was lost ^0"
    ),
    (
        "[p Iran] denied that it had attacked the ship.",
        "indirect -3: Iran > denied > it had attacked the ship"
    ),
    (
        "“We won. We are going home,” [x Novak] said. “It is over.”",
        "direct 2: Novak > said > We won. We are going home, | It is over."
    ),
]
