import CompositeIndicators
import StatisticalData
import TableFormats
import Testing
import TestSupport

/// What is written reads back as the same doubles.
@Suite struct IndexRoundTripTests {
    @Test func textWritten() {
        let matrix = IndicatorMatrix(
            units: ["A", "B"], codes: ["X", "Y"], columns: [[0.1, nil], [-3, 1e21]])
        let units = [IndexTables.Unit(code: "A", name: "Alpha"), IndexTables.Unit(code: "B,1")]
        #expect(IndexTables.csv(units: units, matrix: matrix) == "uCode,X,Y\nA,0.1,-3\n\"B,1\",NA,1e+21\n")
        let panel = IndexTables.csv(units: units, matrix: matrix, times: [2018, 2019])
        #expect(panel == "uCode,Time,X,Y\nA,2018,0.1,-3\n\"B,1\",2019,NA,1e+21\n")
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func randomDoubles(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let units = (0..<20).map { IndexTables.Unit(code: "U\($0)") }
        let columns = (0..<6).map { _ in units.map { _ in Self.number(&generator) } }
        let codes = columns.indices.map { "I\($0)" }
        let matrix = IndicatorMatrix(units: units.map(\.code), codes: codes, columns: columns)
        var metadata = "Level,iCode,Direction,Weight,Parent,Type\n2,Index,1,1,NA,Aggregate\n"
        for code in codes { metadata += "1,\(code),1,1,Index,Indicator\n" }
        let tables = try Sample.read(data: IndexTables.csv(units: units, matrix: matrix), metadata: metadata)
        #expect(tables.units == units)
        #expect(tables.indicators.codes == codes)
        for column in codes.indices { #expect(tables.indicators.column(column) == matrix.column(column)) }
    }

    /// Any finite double by its bits, a whole number, or a missing value.
    private static func number(_ generator: inout SeededGenerator) -> Double? {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return nil
        case 1: return Double(Int.random(in: -1000...1000, using: &generator))
        case 2: return Double.random(in: -1...1, using: &generator)
        default:
            let value = Double(bitPattern: generator.next())
            return value.isFinite ? value : 1
        }
    }
}
