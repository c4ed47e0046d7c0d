import Record
import Testing

@testable import Extraction

/// Numbers, their bounds, units and what they count.
struct QuantitiesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var words: String
        var low: Double?
        var high: Double?
        var point: Double?
        var qualifier: String
        var unit: String?
        init(
            _ text: String, _ words: String, low: Double? = nil, high: Double? = nil, point: Double? = nil,
            _ qualifier: String = "exact", _ unit: String? = nil
        ) {
            (self.text, self.words, self.low, self.high) = (text, words, low, high)
            (self.point, self.qualifier, self.unit) = (point, qualifier, unit)
        }
        var testDescription: String { text }
    }

    static let cases = [
        Case("They caught two soldiers.", "two", point: 2, "exact", "person"),
        Case("Over 1,000 soldiers died.", "Over 1,000", low: 1000, point: 1000, "over", "person"),
        Case("Up to 325,000 troops came.", "Up to 325,000", high: 325_000, point: 325_000, "up-to", "person"),
        Case("Some 11,000 troops came.", "Some 11,000", point: 11_000, "about", "person"),
        Case("About 40 houses burnt.", "About 40", point: 40, "about", "house"),
        Case("They sent 10,000-12,000 troops.", "10,000-12,000", low: 10_000, high: 12_000, "between", "person"),
        Case("They sent between 200 and 300 tanks.", "between 200 and 300", low: 200, high: 300, "between", "tank"),
        Case("They sent 10 to 12 tanks.", "10 to 12", low: 10, high: 12, "between", "tank"),
        Case("It cost 1.2 million dollars.", "1.2 million dollars", point: 1_200_000, "exact", "USD"),
        Case("It cost $5 billion.", "$5 billion", point: 5e9, "exact", "USD"),
        Case("It cost €3.5bn.", "€3.5bn", point: 3.5e9, "exact", "EUR"),
        Case("They made 5.93 mln tonnes.", "5.93 mln tonnes", point: 5_930_000, "exact", "tonne"),
        Case("A dozen ships sank.", "A dozen", point: 12, "exact", "ship"),
        Case("Half a million people fled.", "Half a million", point: 500_000, "exact", "person"),
        Case("Dozens of houses burnt.", "Dozens", low: 24, "vague", "house"),
        Case("Hundreds of thousands of people fled.", "Hundreds of thousands", low: 200_000, "vague", "person"),
        Case("At least 15 civilians died.", "At least 15", low: 15, point: 15, "at-least", "person"),
        Case("No fewer than 15 civilians died.", "No fewer than 15", low: 15, point: 15, "at-least", "person"),
        Case("Fewer than 15 civilians died.", "Fewer than 15", high: 15, point: 15, "under", "person"),
        Case("As many as 50 civilians died.", "As many as 50", high: 50, point: 50, "up-to", "person"),
        Case("They hold 500 square kilometers.", "500 square kilometers", point: 500, "exact", "km2"),
        Case("It lies 40 km away.", "40 km", point: 40, "exact", "km"),
        Case("It lies forty miles away.", "forty miles", point: 40, "exact", "mile"),
        Case("Prices rose 5 percent.", "5 percent", point: 5, "exact", "percent"),
        Case("Prices rose 5.5%.", "5.5%", point: 5.5, "exact", "percent"),
        Case("They sold 3 million barrels.", "3 million barrels", point: 3_000_000, "exact", "barrel"),
        Case("Twenty-five buses left.", "Twenty-five", point: 25, "exact", "bus"),
        Case("One hundred and five buses left.", "One hundred and five", point: 105, "exact", "bus"),
        Case("Two-and-a-half casualties a day.", "Two-and-a-half", point: 2.5, "exact"),
        Case("He fired a 155-mm shell.", "155-mm", point: 155, "exact", "mm"),
        Case("He paid 300 euros.", "300 euros", point: 300, "exact", "EUR"),
        Case("It has 20 or more rooms.", "20 or more", low: 20, point: 20, "at-least", "room"),
        Case("They hold 70 hectares.", "70 hectares", point: 70, "exact", "hectare"),
        Case("It weighs 90 kg.", "90 kg", point: 90, "exact", "kg"),
        Case("They lost nearly 80 vehicles.", "nearly 80", point: 80, "about", "vehicle"),
        Case("More than a hundred boats came.", "More than a hundred", low: 100, point: 100, "over", "boat"),
        Case("An estimated 600 goats died.", "An estimated 600", point: 600, "about", "goat"),
        Case("The town has 4,300 inhabitants.", "4,300", point: 4300, "exact"),
        Case("He bought three thousand apples.", "three thousand", point: 3000, "exact", "apple"),
        Case("Roughly 70 goats died.", "Roughly 70", point: 70, "about", "goat"),
        Case("Approximately 70 goats died.", "Approximately 70", point: 70, "about", "goat"),
        Case("Less than 70 goats died.", "Less than 70", high: 70, point: 70, "under", "goat"),
        Case("They moved 12 tonnes of grain.", "12 tonnes", point: 12, "exact", "tonne"),
        Case("They own 12 acres.", "12 acres", point: 12, "exact", "acre"),
        Case("It cost £40.", "£40", point: 40, "exact", "GBP"),
        Case("It cost 200 yen.", "200 yen", point: 200, "exact", "JPY"),
        Case("Sales fell 12 pct.", "12 pct", point: 12, "exact", "percent"),
        Case("They sent 20 to 30 million dollars.", "20 to 30 million dollars", low: 2e7, high: 3e7, "between", "USD"),
        Case("They own six old ships.", "six", point: 6, "exact", "ship"),
    ]

    @Test(arguments: cases) func readsANumber(_ item: Case) throws {
        let quantities = try TimesHarness.quantities(in: item.text)
        let first = try #require(quantities.first)
        #expect(SourceText(item.text)[first.span] == item.words)
        #expect(first.low == item.low)
        #expect(first.high == item.high)
        #expect(first.point == item.point)
        #expect(first.qualifier == item.qualifier)
        if let unit = item.unit { #expect(first.unit == unit) }
    }

    @Test(arguments: [
        "He drove a T-72.", "The F-16 landed.", "The Su-35 crashed.", "They fired an S-300.", "The 47th Brigade left.",
        "They won 3-1.", "See https://example.org/12/34 for more.", "He came in 2019.", "It fell on 3 May 2024.",
        "It rained for two weeks.", "He came at 9:30 p.m. and left.", "This one is red.",
    ]) func takesNoOtherNumber(_ text: String) throws {
        #expect(try TimesHarness.quantities(in: text).isEmpty)
    }

    @Test func namesWhatIsCounted() throws {
        let text = "They caught two North Korean soldiers there."
        let counted = try #require(try TimesHarness.quantities(in: text).first?.counted)
        #expect(SourceText(text)[counted] == "North Korean soldiers")
    }

    @Test func hugeNumbersDoNotOverflow() throws {
        for quantity in try TimesHarness.quantities(in: String(repeating: "9", count: 500) + " million trillion men.") {
            #expect(quantity.point?.isFinite ?? true)
        }
    }
}
