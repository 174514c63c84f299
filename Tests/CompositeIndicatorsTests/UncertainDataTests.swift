import SensitivityAnalysis
import Testing

@testable import CompositeIndicators

/// Draws of errors and of missing values: their moments against the formulas, five standard errors wide.
struct UncertainDataTests {
    private static let sets = 4000
    private let generator = CounterGenerator(seed: 11)

    private func draws(_ error: MeasurementError, _ matrix: IndicatorMatrix) throws -> [IndicatorMatrix] {
        let errors = MeasurementErrorDraws(error, matrix)
        return try (0..<Self.sets).map { try errors.apply(matrix, set: $0, generator: generator) }
    }

    private func expectMoments(
        _ values: [Double], mean: Double, deviation: Double, _ place: SourceLocation = #_sourceLocation
    ) throws {
        let count = Double(values.count)
        let found = try #require(Descriptives.mean(values))
        let spread = try #require(Descriptives.standardDeviation(values))
        #expect(abs(found - mean) < 5 * deviation / count.squareRoot(), sourceLocation: place)
        #expect(abs(spread - deviation) < 5 * deviation / (2 * count).squareRoot(), sourceLocation: place)
    }

    @Test func relativeErrors() throws {
        let matrix = IndicatorMatrix(
            units: ["a", "b", "c"], codes: ["x", "y"], columns: [[10, -4, 0], [nil, 1, 2]])
        let drawn = try draws(MeasurementError(.relative(0.05)), matrix)
        try expectMoments(drawn.map { $0[0, 0] ?? .nan }, mean: 10, deviation: 0.5)
        try expectMoments(drawn.map { $0[1, 0] ?? .nan }, mean: -4, deviation: 0.2)
        #expect(drawn.allSatisfy { $0[2, 0] == 0 && $0[0, 1] == nil })
    }

    @Test func errorsByIndicator() throws {
        let matrix = IndicatorMatrix(units: ["a", "b"], codes: ["x", "y"], columns: [[10, -4], [3, 1]])
        let drawn = try draws(MeasurementError(.deviations(["y": 2])), matrix)
        try expectMoments(drawn.map { $0[0, 1] ?? .nan }, mean: 3, deviation: 2)
        #expect(drawn.allSatisfy { $0[0, 0] == 10 && $0[1, 0] == -4 })
    }

    /// Correlation within a source and unit, none between sources or units.
    @Test func correlationWithinASource() throws {
        let matrix = IndicatorMatrix(
            units: ["a", "b"], codes: ["x", "y", "z"], columns: [[1, 1], [1, 1], [1, 1]])
        let error = MeasurementError(
            .relative(1), correlation: 0.6, sources: ["x": "yearbook", "y": "yearbook", "z": "survey"])
        let drawn = try draws(error, matrix)
        for column in 0..<3 { try expectMoments(drawn.map { $0[0, column] ?? .nan }, mean: 1, deviation: 1) }
        func correlation(_ first: (Int, Int), _ second: (Int, Int)) -> Double {
            let products = drawn.map { (($0[first.0, first.1] ?? .nan) - 1) * (($0[second.0, second.1] ?? .nan) - 1) }
            return products.reduce(0, +) / Double(products.count)
        }
        #expect(abs(correlation((0, 0), (0, 1)) - 0.6) < 0.1)
        #expect(abs(correlation((1, 0), (1, 1)) - 0.6) < 0.1)
        #expect(abs(correlation((0, 0), (0, 2))) < 0.1)
        #expect(abs(correlation((0, 0), (1, 1))) < 0.1)
        #expect(abs(correlation((0, 0), (1, 0))) < 0.1)
    }

    @Test func printedPrecision() throws {
        let matrix = IndicatorMatrix(
            units: ["a", "b", "c"], codes: ["x", "y", "z", "t"],
            columns: [[1.25, 3, nil], [100, 20, 7], [0.5, 1e-5, 2], [1e20, 1, 2]])
        let widths = MeasurementError.printedHalfWidths(matrix)
        #expect(abs((widths[1, 0] ?? .nan) - 0.005) < 1e-17 && widths[2, 0] == nil)
        #expect(widths.column(1) == [0.5, 0.5, 0.5])
        #expect(abs((widths[2, 2] ?? .nan) - 0.000005) < 1e-20)
        #expect(widths.column(3) == [0.5, 0.5, 0.5])
        let drawn = try draws(MeasurementError(.printed), matrix)
        let values = drawn.map { $0[0, 1] ?? .nan }
        #expect(values.allSatisfy { abs($0 - 100) <= 0.5 })
        try expectMoments(values, mean: 100, deviation: 0.5 / 3.0.squareRoot())
        let again = try draws(MeasurementError(.halfWidths(widths)), matrix)
        #expect(zip(again, drawn).allSatisfy { pair in (0..<4).allSatisfy { pair.0.column($0) == pair.1.column($0) } })
    }

    @Test func errorBeyondNumbers() throws {
        let matrix = IndicatorMatrix(units: ["a"], codes: ["x"], columns: [[1.7e308]])
        let errors = MeasurementErrorDraws(MeasurementError(.relative(1)), matrix)
        #expect(throws: MeasurementOverflow(unit: "a", indicator: "x")) {
            for set in 0..<100 { _ = try errors.apply(matrix, set: set, generator: generator) }
        }
    }

    /// The mean of the draws is the value expectation and maximisation fills in; the variance of the last missing
    /// value of one unit is s_yy - s_yx^2/s_xx at the fitted moments.
    @Test func imputedDraws() throws {
        let sample = UncertaintySample(seed: 8, units: 30, gaps: true)
        let options = Imputation.EMOptions()
        let draws = try ImputationDraws(sample.data, blocks: .byParent, metadata: sample.metadata, options: options)
        let (expected, cells) = try Imputation.apply(
            sample.data, method: .em(.byParent, options), metadata: sample.metadata)
        let drawn = (0..<Self.sets).map { draws.apply(sample.data, set: $0, generator: generator) }
        #expect(cells.count == 3)
        for cell in cells {
            let values = drawn.map { $0[cell.unit, cell.column] ?? .nan }
            let deviation = try #require(Descriptives.standardDeviation(values))
            let mean = try #require(Descriptives.mean(values))
            #expect(deviation > 1)
            #expect(abs(mean - cell.value) < 5 * deviation / Double(Self.sets).squareRoot())
        }
        for (column, unit) in [(0, 0), (2, 5), (3, 1)] {
            #expect(drawn.allSatisfy { $0[unit, column] == expected[unit, column] })
        }
        let block = IndicatorMatrix(
            units: sample.data.units, codes: ["v", "w"], columns: [sample.data.column(0), sample.data.column(1)])
        let metadata = sample.metadata.filter { ["v", "w", "P"].contains($0.code) }
        let fit = try Imputation.fitNormal(block)
        let pair = try ImputationDraws(block, blocks: .byParent, metadata: metadata, options: options)
        let values = (0..<Self.sets).map { pair.apply(block, set: $0, generator: generator)[0, 1] ?? .nan }
        let (xx, yx, yy) = (fit.covariance[0], fit.covariance[2], fit.covariance[3])
        let deviation = fit.scale[1] * (yy - yx * yx / xx).squareRoot()
        try expectMoments(values, mean: try #require(Descriptives.mean(values)), deviation: deviation)
    }

    /// Two missing values of one unit are drawn with their conditional correlation, here that of the whole distribution
    /// as nothing of the unit is known.
    @Test func imputedTogether() throws {
        var sample = UncertaintySample(seed: 9, units: 40)
        sample.data = IndicatorMatrix(
            units: sample.data.units, codes: ["y", "z"], columns: [sample.data.column(3), sample.data.column(4)])
        sample.data[7, 0] = nil
        sample.data[7, 1] = nil
        let fit = try Imputation.fitNormal(sample.data)
        let draws = try ImputationDraws(
            sample.data, blocks: .byParent, metadata: sample.metadata, options: Imputation.EMOptions())
        let drawn = (0..<Self.sets).map { draws.apply(sample.data, set: $0, generator: generator) }
        let found = Correlation.pearson(drawn.map { $0[7, 0] ?? .nan }, drawn.map { $0[7, 1] ?? .nan })
        let expected = fit.covariance[1] / (fit.covariance[0] * fit.covariance[3]).squareRoot()
        #expect(abs((found ?? .nan) - expected) < 0.08)
        #expect(expected > 0.1)
    }
}
