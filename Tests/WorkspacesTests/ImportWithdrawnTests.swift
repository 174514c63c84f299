import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Figures that an earlier delivery had and a new one lacks.
struct ImportWithdrawnTests {
    private static let header = "indicator,area,period,value,unit\n"
    private static let first =
        header + "pm25,320000,2019,43,ug/m3\npm25,320000,2020,38,ug/m3\npm25,320000,2021,33,ug/m3\n"
        + "pm25,320100,2020,31,ug/m3\ngdp,320000,2020,102719,10^8 yuan\n"

    /// A second delivery of the source of the first.
    private func second(_ text: String, isFull: Bool) throws -> (outcome: ImportOutcome, told: [Fault]) {
        try withImport { trial in
            let entered = try trial.run(Self.first, named: "first.csv").outcome
            #expect(entered.withdrawn == 0 && entered.new == 5)
            trial.options.isDryRun = true
            trial.options.isFullDelivery = isFull
            trial.options.knownOn = try #require(KnownDate("2024-06-30"))
            trial.options.record = (
                "sources: []\ndefaults: {source: import-first, known-on: 2024-06-30}\n", "second.source.yaml"
            )
            try trial.folder.write(text, to: "second.csv")
            var told: [Fault] = []
            let outcome = try OpenWorkspace(at: trial.folder.path("ws"))
                .importTable(trial.folder.path("second.csv"), options: trial.options) { told.append($0) }
            return (outcome, told.filter { $0.code == "import-withdrawn" })
        }
    }

    private func periods(_ told: [Fault]) -> [String] {
        told.map { fault in
            ["indicator", "area", "period"].map { fault.arguments[$0] ?? "" }.joined(separator: " ")
        }.sorted()
    }

    /// A hole between the periods of a series is told; what lies outside is not.
    @Test func holesInWhatATableCovers() throws {
        let table = Self.header + "pm25,320000,2019,43,ug/m3\npm25,320000,2021,33.5,ug/m3\n"
        let (outcome, told) = try second(table, isFull: false)
        #expect(outcome.withdrawn == 1 && (outcome.revised, outcome.unchanged) == (1, 1))
        #expect(periods(told) == ["pm25 320000 2020"])
        #expect(told[0].arguments["found"] == "38" && told[0].severity == .warning)
        #expect(try second(Self.header + "pm25,320000,2021,33.5,ug/m3\n", isFull: false).outcome.withdrawn == 0)
    }

    /// Of a full delivery every figure that is not there.
    @Test func fullDelivery() throws {
        let (outcome, told) = try second(Self.header + "pm25,320000,2021,33.5,ug/m3\n", isFull: true)
        #expect(outcome.withdrawn == 4)
        #expect(
            periods(told) == [
                "gdp 320000 2020", "pm25 320000 2019", "pm25 320000 2020", "pm25 320100 2020",
            ])
        #expect(try second(Self.first, isFull: true).outcome.withdrawn == 0)
    }

    /// A period given without a value is told by its row, not as withdrawn.
    @Test func missingIsNotAbsent() throws {
        let table = Self.first.split(separator: "\n").map {
            $0 == "pm25,320000,2020,38,ug/m3" ? "pm25,320000,2020,,ug/m3" : $0
        }
        let (outcome, told) = try second(table.joined(separator: "\n") + "\n", isFull: true)
        #expect(outcome.withdrawn == 0 && told.isEmpty && outcome.revised == 1)
    }
}
