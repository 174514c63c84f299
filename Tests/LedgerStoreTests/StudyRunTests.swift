import StatisticalData
import Testing

@testable import LedgerStore

/// That studies were run.
struct StudyRunTests {
    static func run(_ study: String, _ digit: Character) -> StudyRun {
        let digest = String(repeating: digit, count: 64)
        return StudyRun(study: study, inputsSHA256: digest, resultSHA256: digest)
    }

    @Test func recordedReplacedForgotten() throws {
        let ledger = try Ledger()
        try ledger.record(Self.run("b", "1"))
        try ledger.record(Self.run("a", "2"))
        #expect(try ledger.studyRuns() == [Self.run("a", "2"), Self.run("b", "1")])
        try ledger.record(Self.run("b", "3"))
        #expect(try ledger.studyRuns() == [Self.run("a", "2"), Self.run("b", "3")])
        try ledger.forget(study: "a")
        try ledger.forget(study: "never run")
        #expect(try ledger.studyRuns() == [Self.run("b", "3")])
    }

    @Test func nonsenseIsRefused() throws {
        let ledger = try Ledger()
        try ledger.record(Self.run("a", "1"))
        #expect(throws: Fault.self) {
            try ledger.record(StudyRun(study: "a", inputsSHA256: "", resultSHA256: ""))
        }
        #expect(try ledger.studyRuns() == [Self.run("a", "1")])
    }
}
