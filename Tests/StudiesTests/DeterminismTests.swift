import Foundation
import StatisticalData
import Studies
import Testing
import TestSupport

/// The same inputs give the same bytes; inputs change exactly when a figure that matters does.
struct DeterminismTests {
    private let samples = ["plan-13fyp", "energy-intensity", "green-development-index-2016"]

    private func prepare(_ id: String, _ observations: [Observation]? = nil) throws -> PreparedStudy {
        let example = try ExampleFolder.load()
        let study = try #require(example.studies.first { $0.id == id })
        return try PreparedStudy(study, in: example.context(observations))
    }

    @Test(arguments: AuditLawTests.studies)
    func inputsAndResultsEncodeToTheSameBytesTwice(study: String) throws {
        let (first, second) = (try prepare(study), try prepare(study))
        #expect(first.inputs == second.inputs)
        let encoded = try JSONEncoder.canonical.encode(try first.compute())
        #expect(try JSONEncoder.canonical.encode(try second.compute()) == encoded)
        let decoded = try JSONDecoder().decode(StudyResult.self, from: encoded)
        #expect(try JSONEncoder.canonical.encode(decoded) == encoded)
        let stored = try #require(try ExampleFolder.results().first { $0.study == study })
        #expect(decoded == stored)
    }

    /// The order of the rows in the ledger does not matter.
    @Test(arguments: [UInt64(7), 8])
    func theOrderOfTheRowsChangesNothing(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let shuffled = try ExampleFolder.load().observations.shuffled(using: &generator)
        for study in samples { #expect(try prepare(study).inputs == prepare(study, shuffled).inputs, "\(study)") }
    }

    /// Which indicators, transformations and years each study reads.
    private func isRead(_ observation: Observation, by study: String) -> Bool {
        let indicator = observation.series.indicator.rawValue
        switch study {
        case "energy-intensity":
            let isCompared = observation.series.area == "CN" || observation.series.area.rawValue.hasSuffix("0000")
            return ["energy-per-gdp", "energy-consumption-total", "gdp-growth"].contains(indicator) && isCompared
                && observation.series.transformation == .annualChange
                && observation.period.simpleYear.map { (2016...2020).contains($0) } ?? false
        case "green-development-index-2016":
            return indicator.hasPrefix("gdi-") && !indicator.hasSuffix("-rank")
                || ["green-development-index", "green-development-index-rank", "public-satisfaction"].contains(
                    indicator)
        default:
            return false
        }
    }

    /// For the growth identity only the newest vintage of a figure is read.
    private func isNewest(_ observation: Observation, among all: [Observation]) -> Bool {
        !all.contains {
            $0.series == observation.series && $0.period == observation.period
                && $0.knownOn.latestDay > observation.knownOn.latestDay
        }
    }

    @Test(arguments: ["energy-intensity", "green-development-index-2016"], [UInt64(91), 92])
    func inputsChangeExactlyWithTheFiguresRead(study: String, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let all = try ExampleFolder.load().observations
        let before = try prepare(study).inputs
        var counts = [true: 0, false: 0]
        for position in all.indices.shuffled(using: &generator).prefix(60) {
            guard let value = all[position].value else { continue }
            var changed = all
            changed[position] = all[position].with(value: value + 0.01)
            let matters = isRead(all[position], by: study) && isNewest(all[position], among: all)
            counts[matters, default: 0] += 1
            #expect((try prepare(study, changed).inputs != before) == matters, "\(all[position].place)")
        }
        #expect(counts.values.allSatisfy { $0 > 0 })
    }

    /// A plan reads every vintage of its series, and nothing of other series.
    @Test func inputsOfAPlanChangeWithEveryVintage() throws {
        let row = "x,A,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official"
        let figures = [
            try Observation.printed("14.0", "x", "2017", unit: "%", known: "2018"),
            try Observation.printed("15.0", "x", "2017", unit: "%", known: "2019"),
            try Observation.printed("16.0", "y", "2017", unit: "%"),
            try Observation.printed("17.0", "x", "2017", in: "B", unit: "%"),
        ]
        func inputs(changing position: Int?) throws -> Data {
            var sample = PlanSample(row, indicators: ["x": .percent, "y": .percent], figures)
            if let position { sample.workspace.observations[position] = figures[position].with(value: 1) }
            return try sample.prepare().inputs
        }
        let before = try inputs(changing: nil)
        #expect(try inputs(changing: 0) != before)
        #expect(try inputs(changing: 1) != before)
        #expect(try inputs(changing: 2) == before)
        #expect(try inputs(changing: 3) == before)
    }
}
