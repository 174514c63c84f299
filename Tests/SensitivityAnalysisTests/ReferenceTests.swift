import SensitivityAnalysis
import Testing
import TestSupport

/// COINr 1.1.14 and independent programs; see the manifest of the reference folder.
@Suite(.enabled(if: ReferenceFolder.isGiven, "needs GREENPRINT_REFERENCE"))
struct ReferenceTests {
    private func indices(
        _ outputs: SaltelliOutputs, _ first: FirstOrderEstimator
    ) throws -> (first: [Double], total: [Double]) {
        let inputs = try SobolAnalysis(firstOrder: first).indices(of: outputs).inputs
        return (inputs.map(\.first.value), inputs.map(\.total.value))
    }

    private func agree(_ values: [Double], _ expected: [Double]) -> Bool {
        values.count == expected.count
            && zip(values, expected).allSatisfy { isClose($0, $1, 1e-12 * abs($1)) }
    }

    private func ishigamiOutputs() throws -> SaltelliOutputs {
        try SaltelliOutputs(ReferenceFolder.numbers("sens/estimator_ishigami_256.csv", "y"), inputs: 3)
    }

    @Test func ishigamiOfCOINr() throws {
        let outputs = try ishigamiOutputs()
        let result = try indices(outputs, .uncentred)
        #expect(agree(result.first, try ReferenceFolder.numbers("sens/estimator_ishigami_result.csv", "Si")))
        #expect(agree(result.total, try ReferenceFolder.numbers("sens/estimator_ishigami_result.csv", "STi")))
        #expect(isClose(try SobolAnalysis().indices(of: outputs).variance, 14.725939438218109, 1e-12 * 15))
    }

    /// The method sheet's table, three decimals.
    @Test(arguments: [
        (FirstOrderEstimator.uncentred, [0.058, 0.490, 0.035]), (.centredPooled, [0.171, 0.444, 0.017]),
        (.jansen, [0.314, 0.448, 0.112]),
    ])
    func ishigamiOfTheSheet(_ estimator: FirstOrderEstimator, _ expected: [Double]) throws {
        let outputs = try ishigamiOutputs()
        let result = try indices(outputs, estimator)
        #expect(zip(result.first, expected).allSatisfy { isClose($0, $1, 0.0005) })
    }

    /// The order A, B, AB_i of the recorded design, and y from its points.
    @Test func recordedDesignHasTheOrderOfSaltelli() throws {
        let name = "sens/estimator_ishigami_256.csv"
        let columns = try ["X1", "X2", "X3"].map { try ReferenceFolder.numbers(name, $0) }
        let y = try ReferenceFolder.numbers(name, "y")
        let base = (0..<256).flatMap { row in columns.map { $0[row] } + columns.map { $0[256 + row] } }
        let design = try SaltelliDesign(base: SampleMatrix(values: base, columns: 6))
        #expect(design.runCount == y.count)
        for run in 0..<design.runCount {
            #expect(design.point(ofRun: run) == columns.map { $0[run] })
            #expect(isClose(ishigami(design.point(ofRun: run)), y[run], 1e-12 * 20))
        }
    }

    @Test func indicesOfTheASEMAnalysis() throws {
        let outputs = try SaltelliOutputs(ReferenceFolder.numbers("sens/sa_y.csv", "y"), inputs: 5)
        let coinr = try indices(outputs, .uncentred)
        #expect(agree(coinr.first, try ReferenceFolder.numbers("sens/sa_indices.csv", "Si")))
        #expect(agree(coinr.total, try ReferenceFolder.numbers("sens/sa_indices.csv", "STi")))
        let own = "own/estimators_sa_expected.csv"
        #expect(agree(coinr.first, try ReferenceFolder.numbers(own, "S_coinr_uncentred")))
        #expect(
            agree(try indices(outputs, .centredPooled).first, try ReferenceFolder.numbers(own, "S_centred_pooled_mean"))
        )
        #expect(agree(try indices(outputs, .jansen).first, try ReferenceFolder.numbers(own, "S_jansen")))
        #expect(agree(coinr.total, try ReferenceFolder.numbers(own, "ST_jansen")))
    }

    /// COINr keeps V fixed in its bootstrap and its random numbers are R's; the total index by ratio of sums differs
    /// little: ends within 0.05.
    @Test func bootstrapOfTheTotalIndex() throws {
        let outputs = try SaltelliOutputs(ReferenceFolder.numbers("sens/sa_y.csv", "y"), inputs: 5)
        let result = try SobolAnalysis(bootstrap: Bootstrap(seed: 1)).indices(of: outputs)
        let low = try ReferenceFolder.numbers("sens/sa_indices.csv", "STi_q5")
        let high = try ReferenceFolder.numbers("sens/sa_indices.csv", "STi_q95")
        for (input, indices) in result.inputs.enumerated() {
            let interval = try #require(indices.total.interval)
            #expect(isClose(interval.lowerBound, low[input], 0.05))
            #expect(isClose(interval.upperBound, high[input], 0.05))
        }
    }

    /// The rank probabilities are of 1,000 runs of which the folder holds the scores of the first 100: sampled from
    /// 1,000 without replacement, their share has the standard error sqrt(p (1 - p)/100 x 900/999); five of them, and
    /// half a run for the step of 1/100.
    @Test func rankProbabilitiesOfTheFirstHundredRuns() throws {
        let expected = try ReferenceFolder.rows("own/ua_rank_probabilities_expected.csv")
        let scores = try ReferenceFolder.rows("sens/ua_scores_first100.csv")
        let names = expected.compactMap { $0["uCode"] }
        let runs: [[Int?]?] = scores.map { row in
            let values = names.map { Double(row[$0] ?? "") ?? .nan }
            return values.map { value in 1 + values.filter { $0 > value }.count }
        }
        let distribution = try RankDistribution(runs: runs, units: names.count)
        for (unit, row) in expected.enumerated() {
            let nominal = Int(row["rank_nominal"] ?? "") ?? 0
            let top = distribution.probability(of: unit, inTop: 10)?.value ?? .nan
            let near = distribution.probability(of: unit, within: 2, of: nominal)?.value ?? .nan
            for (value, column) in [(top, "p_top10"), (near, "p_within_2_of_nominal")] {
                let p = Double(row[column] ?? "") ?? .nan
                #expect(isClose(value, p, 5 * (p * (1 - p) / 100 * 900 / 999).squareRoot() + 0.005))
            }
        }
    }
}
