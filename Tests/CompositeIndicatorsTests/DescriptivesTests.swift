import CompositeIndicators
import Testing
import TestSupport

/// Statistics of a column.
struct DescriptivesTests {
    /// `unit/skew_kurt.csv`, COINr 1.1.14; the last also in the sheet of facts, section 18.
    @Test(
        arguments: [
            (ColumnSamples.column(ColumnSamples.x), 3.258891204882564, 10.722300528301282),
            (ColumnSamples.ties, 2.0710290567684138, 2.6313040636642691),
            ([1, 2, 3, 4, 5, 6, 9], 0.72627436407066903, 0.38466066481994299),
        ] as [([Double], Double, Double)])
    func shape(column: [Double], skewness: Double, kurtosis: Double) throws {
        let shape = try #require(Descriptives.shape(column))
        #expect(agree([shape.skewness, shape.kurtosis], [skewness, kurtosis]))
        #expect(Descriptives.skewness(column) == shape.skewness && Descriptives.kurtosis(column) == shape.kurtosis)
    }

    @Test(arguments: [[], [.nan], [1], [1, 2], [3, 3, 3, 3, 3], [0.1, 0.1, 0.1, .nan, 0.1]] as [[Double]])
    func noShape(column: [Double]) {
        #expect(Descriptives.shape(column) == nil && Descriptives.skewness(column) == nil)
    }

    @Test func skewnessNeedsThreeValuesAndKurtosisFour() {
        #expect(Descriptives.skewness([1, 2, 4]) != nil && Descriptives.kurtosis([1, 2, 4]) == nil)
    }

    /// Type 7 by hand: the k-th of n at (k - 1)/(n - 1).
    @Test(arguments: [(0, 1), (0.1, 1.3), (0.25, 1.75), (0.5, 2.5), (0.75, 5.25), (1, 12)] as [(Double, Double)])
    func quantile(probability: Double, expected: Double) {
        #expect(agree([Descriptives.quantile([3, .nan, 12, 1, 2], probability)], [expected]))
    }

    @Test func quantilesThatAreNotDefined() {
        #expect(Descriptives.quantile([], 0.5) == nil && Descriptives.quantile([.nan], 0.5) == nil)
        #expect(Descriptives.quantile([1], -0.1) == nil && Descriptives.quantile([1], 1.1) == nil)
        #expect(Descriptives.quantile([1], .nan) == nil && Descriptives.median([7]) == 7)
    }

    @Test func summary() {
        let found = Descriptives.summary([2, 0, .nan, 2, 5, 0, 0])
        #expect(found.units == 7 && found.available == 6 && found.nonzero == 3)
        #expect(found.unique == 3 && found.same == 3)
        #expect(found.minimum == 0 && found.maximum == 5 && found.mean == 1.5 && found.median == 1)
        #expect(found.lowerQuartile == 0 && found.upperQuartile == 2)
        #expect(agree([found.standardDeviation], [1.9748417658131499]))
        #expect(found.availableShare == 6.0 / 7 && found.nonzeroShare == 0.5 && found.sameShare == 0.5)
    }

    @Test func summaryOfNothing() {
        let found = Descriptives.summaries(ColumnSamples.matrix([nil, nil]))
        #expect(found.count == 1 && found[0].available == 0 && found[0].mean == nil && found[0].nonzeroShare == nil)
        #expect(found[0].standardDeviation == nil && found[0].unique == 0 && found[0].availableShare == 0)
        #expect(Descriptives.summary([]).availableShare == nil)
    }

    @Test(arguments: ColumnSamples.seeds)
    func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let values = ColumnSamples.random(Int.random(in: 8...60, using: &generator), missing: 0.2, &generator)
            let column = ColumnSamples.column(values)
            guard Descriptives.count(column) >= 4 else { continue }
            let shape = try #require(Descriptives.shape(column))
            let moved = try #require(Descriptives.shape(column.map { 7 - 3 * $0 }))
            #expect(agree([moved.skewness, moved.kurtosis], [-shape.skewness, shape.kurtosis], within: 1e-9))
            #expect(agree([Descriptives.mean(column.shuffled(using: &generator))], [Descriptives.mean(column)]))
            let quantiles = stride(from: 0, through: 1, by: 0.05).map { Descriptives.quantile(column, $0) ?? .nan }
            #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
            let extremes = try #require(Descriptives.extremes(column))
            #expect(quantiles.first == extremes.minimum && quantiles.last == extremes.maximum)
        }
    }
}
