import StatisticalData
import Studies
import Testing

@testable import Reports

/// Numbers for readers (method sheet on publishing, section 2.4): no locale, a true minus sign, units as the language
/// writes them.
struct NumberTextTests {
    @Test(arguments: [
        (71_300.0, "10^8 yuan", "71,300 × 10⁸ yuan", "71,300亿元"),
        (-20.64, "%", "\u{2212}20.64 %", "\u{2212}20.64%"),
        (80.4, "points", "80.40 points", "80.40分"),
        (0.8742, "GW", "0.8742 GW", "0.8742吉瓦"),
        (38, "ug/m3", "38.00 µg/m³", "38.00微克/立方米"),
        (9, "1", "9", "9"), (0.5, "1", "0.500", "0.500"), (0, "GW", "0 GW", "0吉瓦"),
        (33_715, "10^4 tce", "33,715 × 10⁴ tce", "33,715万吨标准煤"),
    ])
    func numbersWithUnits(value: Double, symbol: String, english: String, chinese: String) throws {
        let catalogue = try Catalogue.embedded()
        let unit = try #require(UnitOfMeasure(symbol))
        #expect(NumberText(wording: Wording(catalogue, .english)).text(value, unit: unit) == english)
        #expect(NumberText(wording: Wording(catalogue, .chinese)).text(value, unit: unit) == chinese)
    }

    private func value(_ finding: Finding, unit: UnitOfMeasure?, from input: DerivationInput? = nil) -> ResultValue {
        ResultValue(
            key: ResultKey(study: "s", item: "x", measure: "m", area: "A", period: .year(2020)), finding: finding,
            unit: unit, trust: .official, sources: [],
            derivation: Derivation(
                formula: input == nil ? "formula-chain" : "formula-observed", expression: "x",
                inputs: input.map { [$0] } ?? []))
    }

    /// A published figure keeps its printed decimals.
    @Test(arguments: [(82.0, 1, "82.0 %"), (82, 0, "82 %"), (2.82, 2, "2.82 %"), (102_700, -2, "102,700 %")])
    func publishedFiguresKeepTheirDecimals(number: Double, decimals: Int, text: String) throws {
        let observation = Observation(
            series: SeriesKey("x", in: "A"), period: .year(2020), value: number, decimals: decimals, unit: .percent,
            knownOn: try #require(KnownDate("2021")), revision: .final, trust: .official, source: "s",
            place: Place(file: "f.csv", line: 2))
        let value = value(.number(number), unit: .percent, from: DerivationInput("x", .observation(observation)))
        #expect(NumberText(wording: Wording(try Catalogue.embedded(), .english)).text(value) == text)
    }

    /// An interval shows its width with two digits, such as the growth of Jiangsu in 2020.
    @Test func intervals() throws {
        let numbers = NumberText(wording: Wording(try Catalogue.embedded(), .english))
        let growth = Finding.number(3.715, low: 100 * (1.0045 / 0.96905 - 1), high: 100 * (1.0055 / 0.96895 - 1))
        #expect(numbers.interval(value(growth, unit: .percent)) == "3.66 to 3.77")
        #expect(numbers.interval(value(.number(80.4, low: 80.399, high: 80.409), unit: .points)) == "80.399 to 80.409")
        #expect(numbers.interval(value(.number(1), unit: .percent)) == nil)
        #expect(numbers.interval(value(.number(1, low: 1, high: 1), unit: .percent)) == nil)
    }

    /// Two printed decimals leave an interval 0.01 wide: three decimals show it, whatever the last binary digit says.
    @Test(arguments: [-3.05, -3.1, 80.41, 83.71, 66.81, 0.07, 12.34, -4.99, 99.99])
    func intervalOfTwoPrintedDecimals(figure: Double) throws {
        let numbers = NumberText(wording: Wording(try Catalogue.embedded(), .english))
        let finding = Finding.number(figure, low: figure - 0.005, high: figure + 0.005)
        let ends = try #require(numbers.interval(value(finding, unit: .percent))).split(separator: " to ")
        #expect(ends.map { $0.split(separator: ".").last?.count } == [3, 3], "\(ends)")
    }

    @Test func words() throws {
        let catalogue = try Catalogue.embedded()
        let found = value(.word("met but slipping"), unit: nil)
        #expect(NumberText(wording: Wording(catalogue, .english)).text(found) == "met but slipping")
        let chinese = NumberText(wording: Wording(catalogue, .chinese)).text(found)
        #expect(chinese.unicodeScalars.allSatisfy { $0.value >= 0x2E80 })
    }

    /// Columns of a table line up where each Chinese character takes two places.
    @Test func columnsLineUp() {
        let rows = [["指标", "数值", "单位"], ["GDP", "71,300", "亿元"], ["能耗（％）", "1", "x"]]
        let lines = TextTable.aligned(rows).split(separator: "\n").map(String.init)
        #expect(lines == ["指标        数值    单位", "GDP         71,300  亿元", "能耗（％）  1       x"])
    }

    @Test func aTableOfNothing() {
        #expect(TextTable.aligned([]) == "\n")
        #expect(TextTable.aligned([["a"], ["b", "c"]]) == "a\nb  c\n")
    }
}
