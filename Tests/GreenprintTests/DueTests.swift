import Foundation
import Testing
import TestSupport

/// `due`: the calendar of the official evaluations, to the letter.
struct DueTests {
    @Test func calendar() throws {
        try withExample { folder in
            let outcome = try Greenprint.run(
                ["due", folder.path("jiangsu"), "--on", "2018-08-31", "--format", "csv"])
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(
                outcome.lines == [
                    "id,owner_en,owner_zh,indicator,area,period,due,status,delivered_on,days_late,trust,source",
                    "annual-evaluation,,,green-development-index,320000,2016,2017-08-31,delivered,2017-12-26,117,unverified,",
                    "annual-evaluation,,,green-development-index,320000,2017,2018-08-31,due,,NA,unverified,",
                    "annual-evaluation,,,green-development-index,320000,2018,2019-08-31,due,,NA,unverified,",
                    "target-assessment,,,,320000,2016/2020,2021-09-30,due,,NA,unverified,",
                ])
        }
    }

    @Test func dateIsNeeded() throws {
        try withExample { folder in
            for arguments in [[], ["--on", "tomorrow"]] {
                let outcome = try Greenprint.run(["due", folder.path("jiangsu")] + arguments)
                #expect(outcome.code == 2)
                #expect(outcome.output.isEmpty)
            }
        }
    }

    @Test func workspaceWithoutTheFile() throws {
        try withExample { folder in
            try folder.remove("jiangsu/responsibilities.csv")
            let outcome = try Greenprint.run(["due", folder.path("jiangsu"), "--on", "2018"])
            #expect(outcome.code == 0)
            #expect(outcome.errors.contains("responsibilities.csv"))
        }
    }
}
