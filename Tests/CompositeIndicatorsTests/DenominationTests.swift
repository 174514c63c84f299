import CompositeIndicators
import Testing

/// Dividing by a size.
struct DenominationTests {
    static let metadata = [
        IndicatorMetadata(code: "a", level: 1, parent: "p", kind: .indicator, denominator: "area"),
        IndicatorMetadata(code: "b", level: 1, parent: "p", kind: .indicator),
        IndicatorMetadata(code: "not in the data", level: 1, parent: "p", kind: .indicator, denominator: "nothing"),
    ]
    static let matrix = IndicatorMatrix(
        units: ["u", "v", "w", "x", "y"], codes: ["a", "b"], columns: [[6, 8, 9, nil, 4], [1, 2, nil, 4, 5]])

    @Test func dividesByCodeAndSaysWhatBecameMissing() throws {
        let sizes = IndicatorMatrix(
            units: ["y", "x", "w", "v", "u"], codes: ["people", "area"],
            columns: [[1, 1, 1, 1, 1], [nil, 2, 0, 4, 3]])
        let (found, notes) = try Denomination.divide(Self.matrix, metadata: Self.metadata, denominators: sizes)
        #expect(found.column(0) == [2, 2, nil, nil, nil] && found.column(1) == Self.matrix.column(1))
        #expect(notes.map(\.unit) == [2, 4])
        #expect(notes.map(\.status) == [.denominatorZero, .denominatorMissing])
        #expect(notes.allSatisfy { $0.indicator == "a" && $0.denominator == "area" })
    }

    @Test func factorsAndOverflow() throws {
        let sizes = IndicatorMatrix(units: Self.matrix.units, codes: ["area"], columns: [[3, 1e-307, 9, 1, 0.5]])
        let (found, notes) = try Denomination.divide(
            Self.matrix, metadata: Self.metadata, denominators: sizes, factors: ["a": 100])
        #expect(found.column(0) == [200, nil, 100, nil, 800])
        #expect(notes.map(\.status) == [.quotientInfinite])
    }

    /// In a panel a unit stands in several rows: each is divided by its own.
    @Test func panelRowByRow() throws {
        let units = ["u", "u", "v", "v"]
        let values = IndicatorMatrix(units: units, codes: ["a"], columns: [[6, 6, 6, 6]])
        let sizes = IndicatorMatrix(units: units, codes: ["area"], columns: [[1, 2, 3, 6]])
        #expect(
            try Denomination.divide(values, metadata: Self.metadata, denominators: sizes).0.column(0) == [6, 3, 2, 1])
    }

    @Test func unitsWithoutDenominator() throws {
        let sizes = IndicatorMatrix(units: ["u"], codes: ["area"], columns: [[2]])
        let (found, notes) = try Denomination.divide(Self.matrix, metadata: Self.metadata, denominators: sizes)
        #expect(found.column(0) == [3, nil, nil, nil, nil] && notes.count == 3)
    }

    @Test func unknownDenominator() {
        let sizes = IndicatorMatrix(units: ["u"], codes: ["people"])
        #expect(
            throws: DenominationFaults.self
        ) { try Denomination.divide(Self.matrix, metadata: Self.metadata, denominators: sizes) }
    }
}
