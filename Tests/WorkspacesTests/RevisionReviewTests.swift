import Foundation
import StatisticalData
import Studies
import Testing

@testable import Workspaces
import TestSupport

/// What a correction changed: figures, results, why.
struct RevisionReviewTests {
    private static func known(_ text: String) throws -> KnownDate { try #require(KnownDate(text)) }

    /// Adds a correction for 2017 and a first figure for 2018, both known in 2019.
    private static func addVintage(to folder: TemporaryFolder) throws {
        let rows = """
            indicator,area,period,transformation,value,unit,known_on
            energy-per-gdp,320000,2017,annual-change,-6.00,%,2019
            energy-per-gdp,320000,2018,annual-change,-3.00,%,2019

            """
        try folder.write(rows, to: "data/revision.csv")
        try folder.write(SmallWorkspace.record(source: "revision"), to: "data/revision.source.yaml")
    }

    @Test func figures() throws {
        try withSmallWorkspace { folder in
            try Self.addVintage(to: folder)
            let open = try OpenWorkspace(at: folder.path)
            let changes = try open.figureChanges(from: Self.known("2018"), to: Self.known("2019"))
            #expect(changes.map(\.kind) == [.revised, .new])
            #expect(changes.map(\.after.period) == [.year(2017), .year(2018)])
            #expect(changes.map(\.difference) == [-1, nil])
            #expect(try open.figureChanges(from: Self.known("2019"), to: Self.known("2020")).isEmpty)
            let triangle = try open.revisionTriangle("energy-per-gdp", in: "320000")
            #expect(triangle.dates.map(\.description) == ["2017-12-31", "2018-12-31", "2019-12-31"])
            #expect(triangle.rows.map(\.values) == [[-4, -4, -4], [nil, -5, -6], [nil, nil, -3]])
        }
    }

    /// By hand: 0.96 · 0.95 − 1 = −8.8 %, revised 0.96 · 0.94 − 1 = −9.76 %; 2018 rests on both.
    @Test func results() throws {
        try withSmallWorkspace { folder in
            try Self.addVintage(to: folder)
            let open = try OpenWorkspace(at: folder.path)
            let review = try open.resultChanges(
                of: open.workspace.study("plan"), from: Self.known("2018"), to: Self.known("2019"))
            #expect(review.faults.isEmpty)
            func change(_ measure: String, _ year: Int) -> ResultChange? {
                review.changes.first {
                    $0.key.item == "energy-per-gdp" && $0.key.measure == measure && $0.key.period == .year(year)
                }
            }
            let achieved = try #require(change("achieved", 2017))
            #expect(abs((achieved.before?.number ?? .nan) - -8.8) < 1e-9)
            #expect(abs((achieved.after?.number ?? .nan) - -9.76) < 1e-9)
            #expect(achieved.cause == .revised)
            #expect(!achieved.isConclusion)
            let next = try #require(change("achieved", 2018))
            #expect(next.before == nil)
            #expect(next.cause == .both)
            #expect(change("achieved", 2016) == nil)
            #expect(change("target", 2020) == nil)
        }
    }

    /// A study without its figures on the earlier date has no values then, and says why, as a warning.
    @Test func studyThatCouldNotBeMade() throws {
        try withSmallWorkspace { folder in
            let open = try OpenWorkspace(at: folder.path)
            let review = try open.resultChanges(
                of: open.workspace.study("index"), from: Self.known("2016"), to: Self.known("2018"))
            #expect(!review.faults.isEmpty)
            #expect(review.faults.allSatisfy { $0.severity == .warning })
            #expect(review.changes.contains { $0.isConclusion && $0.before == nil && $0.after?.number == 1 })
            #expect(review.changes.allSatisfy { $0.before == nil })
        }
    }

    @Test func reviewNeedsItsDates() throws {
        try withSmallWorkspace { folder in
            try Self.addVintage(to: folder)
            #expect(try OpenWorkspace(at: folder.path).revisionReview([]) == nil)
            try folder.append("revisions: {from: 2018, to: 2019}\n", to: "greenprint.yaml")
            let open = try OpenWorkspace(at: folder.path)
            let review = try #require(try open.revisionReview(try open.results()))
            #expect(review.figures.map(\.after.value) == [-6])
            #expect(review.studies.map(\.study) == ["index", "plan", "growth"])
            #expect(review.studies.map(\.changes.isEmpty) == [true, false, false])
            try folder.replace("to: 2019", by: "to: 2018-02", in: "greenprint.yaml")
            let faults = try Workspace.check(at: folder.path)
            #expect(faults.map { "\($0.place) \($0.code)" } == ["greenprint.yaml:5:29 dates-reversed"])
        }
    }

    /// A study that fixes its own date does not change when others do, and is left out of the review.
    @Test func fixedStudyIsLeftOut() throws {
        try withSmallWorkspace { folder in
            try folder.append("as-known-on: 2018\n", to: "studies/plan.yaml")
            try folder.append("revisions: {from: 2018}\n", to: "greenprint.yaml")
            let open = try OpenWorkspace(at: folder.path)
            let review = try #require(try open.revisionReview(try open.results()))
            #expect(review.studies.map(\.study) == ["index", "growth"])
        }
    }

    @Test func unknownNames() throws {
        try withSmallWorkspace { folder in
            let open = try OpenWorkspace(at: folder.path)
            let indicator = #expect(throws: Fault.self) { try open.revisionTriangle("energi", in: "320000") }
            #expect(indicator?.code == "indicator-unknown")
            let area = #expect(throws: Fault.self) { try open.revisionTriangle("energy", in: "32000") }
            #expect(area?.code == "area-unknown")
            #expect(area?.arguments["nearest"] == "320000")
        }
    }
}
