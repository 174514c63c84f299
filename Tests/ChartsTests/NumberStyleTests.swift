import Charts
import Testing

@Suite("Number style")
struct NumberStyleTests {
    @Test(
        "English",
        arguments: [
            (1_234_567.891, 1, "1,234,567.9"), (999, 0, "999"), (1000, 0, "1,000"), (-12.345, 2, "\u{2212}12.35"),
            (-0.04, 1, "0.0"), (0.5, 0, "1"), (2016, 0, "2,016"), (100_000, 0, "100,000"), (0, 2, "0.00"),
            (1.5e300, 1, "1.5×10^300"),
        ])
    func english(value: Double, decimals: Int, text: String) {
        #expect(NumberStyle.english(decimals: decimals).text(value) == text)
    }

    @Test(
        "Chinese",
        arguments: [
            (1.03e12, 2, "1.03万亿"), (2.5e8, 1, "2.5亿"), (123_456, 1, "12.3万"), (9999, 0, "9999"),
            (-54_321, 2, "\u{2212}5.43万"), (83.71, 2, "83.71"),
        ])
    func chinese(value: Double, decimals: Int, text: String) {
        #expect(NumberStyle.chinese(decimals: decimals).text(value) == text)
    }

    @Test("missing values", arguments: [nil, Double.nan, .infinity, -.infinity])
    func missing(value: Double?) {
        #expect(NumberStyle.english(decimals: 1, missing: "no data").text(value) == "no data")
    }

    @Test("years, suffix and plus sign")
    func variants() {
        #expect(NumberStyle.year.text(2024) == "2024")
        #expect(NumberStyle.english(decimals: 1, suffix: "%").text(12.34) == "12.3%")
        #expect(NumberStyle(decimals: 1, showsPlus: true).text(2) == "+2.0")
        #expect(NumberStyle(decimals: 1, showsPlus: true).text(0) == "0.0")
    }
}
