import SensitivityAnalysis
import Testing

@Suite struct RunFailuresTests {
    @Test func theListIsBoundedAndTheCountComplete() {
        let failures = RunFailures(outputs: Array(repeating: .nan, count: 1500) + [1, 2])
        #expect(failures.count == 1500 && failures.total == 1502)
        #expect(failures.runs == Array(0..<RunFailures.listed))
        #expect(failures.share == 1500 / 1502.0)
    }

    @Test func theSmallestRunsAreListedInAnyOrder() {
        var distribution = RankDistribution(units: 1)
        for run in stride(from: 2000, through: 1, by: -1) {
            distribution.recordFailure(run: run)
        }
        #expect(distribution.failures.runs == Array(1...1000))
        #expect(distribution.failures.count == 2000)
    }
}
