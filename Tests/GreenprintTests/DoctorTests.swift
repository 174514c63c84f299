import Foundation
import Testing
import TestSupport

/// `doctor`: a line a thing, an exit code that says whether the program can work.
struct DoctorTests {
    @Test func soundWorkspace() throws {
        try withExample { folder in
            let outcome = try Greenprint.run(["doctor", folder.path("jiangsu"), "--format", "csv"])
            #expect(outcome.code == 0, "\(outcome.text)")
            #expect(outcome.lines.first == "check,state,found,remedy")
            #expect(
                outcome.lines.dropFirst().map { $0.prefix { $0 != "," } } == [
                    "workspace", "writing", "disk", "ledger", "lock", "fonts", "open-files",
                ])
            #expect(outcome.lines[1].hasPrefix("workspace,ok,"))
            #expect(!folder.exists("jiangsu/.greenprint"))
        }
    }

    @Test func whatIsMissingIsToldInBothLanguages() throws {
        try withTemporaryFolder { folder in
            let english = try Greenprint.run(["doctor", folder.path("none")])
            #expect(english.code == 1)
            #expect(english.text.contains("greenprint check"))
            let chinese = try Greenprint.run(["doctor", folder.path("none"), "--language", "zh"])
            #expect(chinese.code == 1)
            #expect(chinese.text.contains("工作区") && !chinese.text.contains("["))
        }
    }
}
