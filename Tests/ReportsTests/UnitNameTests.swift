import StatisticalData
import Studies
import Testing

@testable import Reports

/// Every unit has a name in both languages.
struct UnitNameTests {
    @Test func everyUnitOfTheExampleIsNamed() throws {
        let example = try ReportFolder.example()
        var units = Set(example.assessment.indicators.values.map(\.unit.symbol))
        for index in example.assessment.results {
            units.formUnion(index.result.values.compactMap(\.unit?.symbol))
            if case .planLedger(let detail) = index.result.detail {
                units.formUnion(detail.targets.flatMap { [$0.unit.symbol, $0.baseUnit?.symbol].compactMap { $0 } })
                units.formUnion(detail.observations.joined().map(\.unit.symbol))
            }
        }
        units.subtract([UnitOfMeasure.one.symbol])
        #expect(units.count > 15)
        #expect(units.subtracting(example.catalogue.unitSymbols).sorted() == [])
    }

    /// Each name belongs to a unit the program can read, so that no typing error hides a name.
    @Test func everyNamedUnitCanBeRead() throws {
        for symbol in try Catalogue.embedded().unitSymbols { #expect(UnitOfMeasure(symbol) != nil, "\(symbol)") }
    }

    /// Names as Chinese statistics print them.
    @Test(arguments: [
        ("10^8 yuan", "10⁸ yuan", "亿元"), ("10^4 t", "10⁴ t", "万吨"), ("%", "%", "%"), ("ug/m3", "µg/m³", "微克/立方米"),
        ("percentage points", "percentage points", "个百分点"), ("10^4 mu", "10⁴ mu", "万亩"),
    ])
    func names(symbol: String, english: String, chinese: String) throws {
        let catalogue = try Catalogue.embedded()
        let unit = try #require(UnitOfMeasure(symbol))
        #expect(catalogue.unit(unit, in: .english) == english)
        #expect(catalogue.unit(unit, in: .chinese) == chinese)
    }
}
