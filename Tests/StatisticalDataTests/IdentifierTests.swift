import StatisticalData
import Testing

/// Identifiers, places and keys of series: plain values with an order.
struct IdentifierTests {
    @Test(arguments: ["", "320000", "能源", "a b", "\0"])
    func keepsItsText(text: String) {
        let id = Indicator.ID(rawValue: text)
        #expect(id.rawValue == text)
        #expect(id.description == text)
        #expect(Indicator.ID(text[...]) == id)
    }

    @Test(
        arguments: [
            ("gdp", true), ("320000", true), ("CN-JS", true), ("a.b_c-D", true),
            (String(repeating: "a", count: 100), true),
            ("", false), ("-a", false), (".", false), ("..", false), ("_a", false), ("a/b", false), ("a b", false),
            ("a\\b", false),
            ("江苏", false), ("é", false), ("e\u{301}", false), ("a\0", false), ("a\n", false), ("a:b", false),
            ("ａ", false),
            (String(repeating: "a", count: 101), false),
        ])
    func portable(text: String, expected: Bool) {
        #expect(Area.ID(text).isPortable == expected)
    }

    @Test func orderIsThatOfTheText() {
        let ids: [Area.ID] = ["", "110000", "32", "320000", "CN", "a"]
        #expect(ids.reversed().sorted() == ids)
    }

    @Test func orderOfSeries() {
        let keys = [
            SeriesKey("a", .annualChange, in: "2"), SeriesKey("a", .level, in: "1"), SeriesKey("a", .level, in: "2"),
            SeriesKey("b", .annualChange, in: "1"),
        ]
        #expect(keys.reversed().sorted() == keys)
        #expect(SeriesKey("a", in: "1") == keys[1])
    }

    @Test func places() {
        let ascending = [
            Place(file: "a"), Place(file: "a", line: 2), Place(file: "a", line: 2, column: "unit"),
            Place(file: "a", line: 10), Place(file: "b", line: 1),
        ]
        #expect(ascending.reversed().sorted() == ascending)
        #expect(ascending.map(\.description) == ["a", "a:2", "a:2:unit", "a:10", "b:1"])
    }
}
