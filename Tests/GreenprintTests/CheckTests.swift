import Foundation
import Testing
import TestSupport

/// `check`: the example is in order but for one odd target, and looking changes nothing, before and after a run.
struct CheckTests {
    @Test func exampleIsInOrder() throws {
        try withExample { folder in
            let before = try folder.contents()
            let outcome = try Greenprint.run(["check", folder.path("jiangsu")])
            #expect(outcome.code == 0)
            #expect(outcome.output.isEmpty)
            let lines = outcome.errors.components(separatedBy: "\n")
            try #require(lines.count == 4, "\(outcome.errors)")
            #expect(lines[0].hasPrefix(Greenprint.exampleWarning))
            #expect(lines[1].hasPrefix("    "))
            #expect(lines[2...] == ["Check finished. Errors: 0; warnings: 1.", ""])
            #expect(try folder.contents() == before)
        }
    }

    @Test func nothingChangesBesideALedger() throws {
        try withExample { folder in
            #expect(try Greenprint.run(["run", folder.path("jiangsu")]).code == 0)
            let before = try folder.contents()
            #expect(try Greenprint.run(["check", folder.path("jiangsu")]).code == 0)
            #expect(try folder.contents() == before)
        }
    }

    /// Faults in batches, studies and registries, named together.
    @Test func faultsOfEveryPart() throws {
        try withExample { folder in
            try folder.replace(",-4.79,%", by: ",-4.79,tce", in: "jiangsu/data/energy-intensity-2016-2019.csv")
            try folder.replace(",-3.82,%", by: ",-3.82 %,%", in: "jiangsu/data/energy-intensity-2016-2019.csv")
            try folder.replace(
                "total-weight: 109", by: "total-weight: 100", in: "jiangsu/studies/green-development-index-2016.yaml")
            try folder.replace("plan: JS-263", by: "plan: JS-262", in: "jiangsu/studies/plan-263.yaml")
            try folder.replace(",points,up,", by: ",points,upp,", in: "jiangsu/indicators.csv")
            let outcome = try Greenprint.run(["check", folder.path("jiangsu")])
            #expect(outcome.code == 1)
            for place in [
                "data/energy-intensity-2016-2019.csv:2:unit", "data/energy-intensity-2016-2019.csv:4:value",
                "frameworks/green-development-2016.csv", "studies/plan-263.yaml:6:42", "indicators.csv:2:direction",
            ] {
                #expect(outcome.errorLines.contains { $0.hasPrefix(place + ": error: ") }, "not told: \(place)")
            }
            #expect(outcome.errorLines.filter { $0.contains(": warning: ") }.count == 1)
            #expect(outcome.errorLines.contains { $0.hasPrefix(Greenprint.exampleWarning) })
            #expect(outcome.errors.hasSuffix("Check finished. Errors: 5; warnings: 1.\n"), "\(outcome.errors)")
        }
    }
}
