import SensitivityAnalysis
import Testing

@Suite struct QuantilesTests {
    /// h = (n - 1) p by hand.
    @Test(arguments: [(0.0, 1.0), (0.25, 1.75), (0.5, 3), (0.9, 7.5), (1, 9)])
    func type7(_ p: Double, _ expected: Double) throws {
        #expect(isClose(try Quantiles(of: [4, 1, 9, 2]).value(at: p), expected, 1e-15 * 9))
    }

    @Test func laws() throws {
        let generator = CounterGenerator(seed: 31)
        for count in [1, 2, 3, 10, 101] {
            let values = (0..<count).map { generator.normal(run: $0, input: count) }
            let quantiles = try Quantiles(of: values)
            let negated = try Quantiles(of: values.map { -$0 })
            let grid = stride(from: 0.0, through: 1, by: 0.03125).map { $0 }
            let results = grid.map(quantiles.value)
            #expect(results == results.sorted())
            #expect(results.first == values.min() && results.last == values.max())
            #expect(zip(grid, results).allSatisfy { isClose(-negated.value(at: 1 - $0), $1, 1e-12) })
        }
    }

    @Test func infiniteValuesDoNotBecomeNotANumber() throws {
        #expect(try Quantiles(of: [1, .infinity, .infinity]).value(at: 0.75) == .infinity)
    }

    @Test func refusals() {
        #expect(throws: SensitivityFault.undefinedQuantile) { try Quantiles(of: []) }
        #expect(throws: SensitivityFault.undefinedQuantile) { try Quantiles(of: [1, .nan]) }
    }
}
