import CompositeIndicators
import Testing
import TestSupport

/// Filling in from the other indicators: normal distribution and least squares.
struct ImputationNormalTests {
    static let tight = Imputation.EMOptions(tolerance: 1e-13, iterations: 10_000)

    /// y = 3 + 2 x on the complete units, by hand.
    static let line = ColumnSamples.matrix([1, 2, 3, 4, 10], [5, 7, 9, 11, nil])

    @Test func regressionByHand() throws {
        let (found, cells) = try Imputation.apply(
            Self.line, method: .regression(.byParent), metadata: ColumnSamples.metadata(1, 1))
        #expect(agree([found[4, 1]], [23]) && cells.map(\.donors) == ["p"])
    }

    /// With one indicator complete, the likelihood is greatest at the regression on the complete units
    /// (Little and Rubin 2002, section 7.2), so both methods agree exactly.
    @Test(arguments: ColumnSamples.seeds)
    func monotoneMissing(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let first = ColumnSamples.random(25, missing: 0, &generator)
            let noise = ColumnSamples.random(25, missing: 0.25, &generator)
            let second = zip(first, noise).map { x, e in e.map { 5 + 0.4 * (x ?? 0) + $0 } }
            let (matrix, metadata) = (ColumnSamples.matrix(first, second), ColumnSamples.metadata(1, 1))
            let likely = try Imputation.apply(matrix, method: .em(.whole, Self.tight), metadata: metadata).0
            let fitted = try Imputation.apply(matrix, method: .regression(.whole), metadata: metadata).0
            #expect(agree(likely.column(1), fitted.column(1), within: 1e-8))
        }
    }

    /// The likelihood factored (Little and Rubin 2002, section 7.2), by hand: y on x over the four complete units has
    /// slope 2.1, constant 3 and residual variance 0.175; x over all five has mean 4 and variance 10.
    @Test func momentsByHand() throws {
        let matrix = ColumnSamples.matrix([1, 2, 3, 4, 10], [5, 7, 10, 11, nil])
        let fit = try Imputation.fitNormal(matrix, options: Self.tight)
        let means = zip(zip(fit.location, fit.scale), fit.means).map { $0.0 + $0.1 * $1 }
        #expect(agree(means, [4, 11.4], within: 1e-8))
        let (first, second) = (fit.scale[0], fit.scale[1])
        let covariance = [fit.covariance[0] * first * first, fit.covariance[1] * first * second]
        #expect(agree(covariance + [fit.covariance[3] * second * second], [10, 21, 44.275], within: 1e-8))
    }

    /// A change of units changes the values in the same way.
    @Test(arguments: ColumnSamples.seeds)
    func changeOfUnits(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let columns = (0..<4).map { _ in ColumnSamples.random(40, missing: 0.1, &generator) }
        let scaled = columns.map { column in column.map { value in value.map { 1e6 * $0 - 3 } } }
        let metadata = ColumnSamples.metadata(1, 1, 1, 1)
        let codes = metadata.map(\.code)
        let units = (0..<40).map { "\($0)" }
        let method = Imputation.Method.em(.byParent, Self.tight)
        let found = try Imputation.apply(
            IndicatorMatrix(units: units, codes: codes, columns: columns), method: method, metadata: metadata
        ).0
        let other = try Imputation.apply(
            IndicatorMatrix(units: units, codes: codes, columns: scaled), method: method, metadata: metadata
        ).0
        for column in 0..<4 {
            let expected = found.column(column).map { value in value.map { 1e6 * $0 - 3 } }
            #expect(agree(other.column(column), expected, within: 1e-8))
        }
    }

    @Test func completeDataGiveSampleMoments() throws {
        let fit = try Imputation.fitNormal(ColumnSamples.matrix([1, 2, 3, 6], [2, 1, 5, 4]))
        #expect(agree(fit.location, [3, 3]) && agree(fit.means, [0, 0]))
        // Divisor n over divisor n - 1 for the variances; 7/4 over the product of the deviations for the covariance.
        #expect(agree([fit.covariance[0], fit.covariance[3]], [0.75, 0.75]))
        #expect(agree([fit.covariance[1]], [1.75 / (14.0 / 3 * 10 / 3).squareRoot()]))
    }

    @Test func faults() {
        func fault(_ matrix: IndicatorMatrix, _ method: Imputation.Method) -> ImputationFault? {
            ImputationTests.fault { () throws(ImputationFault) in
                _ = try Imputation.apply(matrix, method: method, metadata: ColumnSamples.metadata(1, 1, 1))
            }
        }
        let short = ColumnSamples.matrix([1, 2], [3, nil])
        #expect(fault(short, .em(.byParent)) == .tooFewUnits(block: "p", units: 2, indicators: 2))
        #expect(fault(short, .regression(.whole)) == .tooFewUnits(block: nil, units: 1, indicators: 2))
        let twins = ColumnSamples.matrix([1, 2, 3, 4, 5], [2, 4, 6, 8, 10], [1, 5, 2, 4, nil])
        #expect(fault(twins, .em(.byParent)) == .singular(block: "p"))
        #expect(fault(twins, .regression(.byParent)) == .singular(block: "p"))
        #expect(fault(twins, .em(.byParent, Imputation.EMOptions(ridge: 0.01))) == nil)
        let hasty = Imputation.EMOptions(tolerance: 0, iterations: 3)
        let plain = ColumnSamples.matrix([1, 2, 3, 4, nil], [2, 5, 6, nil, 10])
        #expect(fault(plain, .em(.whole, hasty)) == .notConverged(block: nil, iterations: 3))
        #expect(fault(ColumnSamples.matrix([1, 2], [3, 4]), .em(.byParent)) == nil)
    }

    /// A unit without any value gets the means and does not move them.
    @Test func unitWithoutAnyValue() throws {
        let matrix = ColumnSamples.matrix([1, 2, 3, 6, nil], [2, 1, 5, 4, nil])
        let method = Imputation.Method.em(.whole, Self.tight)
        let found = try Imputation.apply(matrix, method: method, metadata: ColumnSamples.metadata(1, 1)).0
        #expect(agree([found[4, 0], found[4, 1]], [3, 3]))
    }

    /// A unit that lacks another indicator of the block is not imputed by regression, but is by the distribution.
    @Test func unitWithSeveralGaps() throws {
        let matrix = ColumnSamples.matrix([1, 2, 3, 4, 5, nil], [5, 3, 9, 4, 8, nil], [3, 8, 1, 7, 9, 2])
        let metadata = ColumnSamples.metadata(1, 1, 1)
        #expect(try Imputation.apply(matrix, method: .regression(.whole), metadata: metadata).1.isEmpty)
        #expect(try Imputation.apply(matrix, method: .em(.whole), metadata: metadata).1.count == 2)
    }
}
