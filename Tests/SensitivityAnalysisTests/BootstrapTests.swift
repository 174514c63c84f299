import SensitivityAnalysis
import Testing

@Suite struct BootstrapTests {
    private func outputs(seed: UInt64, rows: Int) throws -> SaltelliOutputs {
        let design = try SaltelliDesign(rows: rows, inputs: 3, method: .plain, seed: seed)
        return try SaltelliOutputs((0..<design.runCount).map { ishigami(design.point(ofRun: $0)) }, inputs: 3)
    }

    @Test func everyReplicateDrawsAsManyRows() {
        let bootstrap = Bootstrap(seed: 8)
        #expect((0..<20).allSatisfy { bootstrap.times(rows: 37, replicate: $0).reduce(0, +) == 37 })
        #expect(bootstrap.times(rows: 37, replicate: 0) != bootstrap.times(rows: 37, replicate: 1))
    }

    @Test func sameForAnyNumberOfThreads() throws {
        let outputs = try outputs(seed: 1, rows: 50)
        let results = try [1, 2, 3, 7].map { threads in
            try SobolAnalysis(bootstrap: Bootstrap(replicates: 100, seed: 5, threads: threads)).indices(of: outputs)
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }

    /// With N rows the true index lies in the 90 % interval for about 90 % of designs: 100 designs, at least 75.
    @Test func intervalsCoverTheTruth() throws {
        var covered = 0
        for seed in 0..<100 {
            let bootstrap = Bootstrap(replicates: 100, seed: 2, threads: 1)
            let result = try SobolAnalysis(bootstrap: bootstrap).indices(of: outputs(seed: UInt64(seed), rows: 100))
            if result.inputs[1].total.interval?.contains(0.4424) == true { covered += 1 }
        }
        #expect(covered >= 75 && covered < 100)
    }

    /// Two rows, one of them flat: replicates that draw one row twice have no variance and are counted, not dropped.
    @Test func undefinedReplicatesAreCounted() throws {
        let outputs = try SaltelliOutputs([1, 2, 1, 2, 1, 2], inputs: 1)
        let result = try SobolAnalysis(bootstrap: Bootstrap(replicates: 200, seed: 3)).indices(of: outputs)
        let undefined = result.inputs[0].first.undefinedReplicates
        #expect(undefined > 60 && undefined < 140)
        let bootstrap = Bootstrap(replicates: 200, seed: 3)
        #expect(undefined == (0..<200).filter { bootstrap.times(rows: 2, replicate: $0).contains(2) }.count)
    }

    @Test func nestedProbabilitiesNestIntervals() throws {
        let outputs = try outputs(seed: 4, rows: 60)
        func interval(_ probabilities: ClosedRange<Double>) throws -> ClosedRange<Double>? {
            let bootstrap = Bootstrap(replicates: 200, probabilities: probabilities, seed: 9)
            return try SobolAnalysis(bootstrap: bootstrap).indices(of: outputs).inputs[0].first.interval
        }
        let wide = try #require(try interval(0.025...0.975))
        let narrow = try #require(try interval(0.25...0.75))
        #expect(wide.lowerBound < narrow.lowerBound && narrow.upperBound < wide.upperBound)
    }
}
