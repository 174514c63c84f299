import Responsibilities
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// `responsibilities.csv`: what is read, and every fault with its place.
struct ResponsibilityFaultTests {
    private static let header =
        "id,indicator,area,owner_en,owner_zh,name_en,name_zh,frequency,due,from,until,source,trust\n"

    private static func check(_ rows: String) throws -> [Fault] {
        try withSmallWorkspace { folder in
            try folder.write(header + rows, to: "responsibilities.csv")
            return try Workspace.check(at: folder.path)
        }
    }

    @Test(
        arguments: [
            ("a,energi,320000,,,,,annual,08-31,2016,,,", "2:indicator indicator-unknown"),
            ("a,energy,32000,,,,,annual,08-31,2016,,,", "2:area area-unknown"),
            ("a,,320000,,,,,annual,08-31,2016,,,", "2:indicator responsibility-nothing"),
            ("a,energy,320000,Office,,,,annual,08-31,2016,,,", "2:owner_zh csv-empty-field"),
            ("a,energy,320000,,,,,yearly,08-31,2016,,,", "2:frequency csv-unknown-word"),
            ("a,energy,320000,,,,,,08-31,2016,,,", "2:frequency csv-empty-field"),
            ("a,energy,320000,,,,,annual,31 August,2016,,,", "2:due responsibility-due"),
            ("a,energy,320000,,,,,quarterly,08-31,2016-Q1,,,", "2:due responsibility-day"),
            ("a,energy,320000,,,,,annual,08-31,2016-Q1,,,", "2:from responsibility-period"),
            ("a,energy,320000,,,,,annual,08-31,2016,2015,,", "2:until responsibility-order"),
            ("a,energy,320000,,,,,annual,08-31,2016,,nobody,", "2:source source-unknown"),
            ("a,energy,320000,,,,,annual,08-31,2016,,,sure", "2:trust csv-unknown-word"),
            (
                "a,energy,320000,,,,,annual,P8M,2016,,,\na,energy,110000,,,,,annual,P8M,2016,,,",
                "3:id responsibility-duplicate"
            ),
        ])
    func fault(rows: String, expected: String) throws {
        let told = try Self.check(rows + "\n").map { "\($0.place) \($0.code)" }
        #expect(told == ["responsibilities.csv:" + expected])
    }

    @Test func allFaultsAreToldTogether() throws {
        let faults = try Self.check(",energi,32000,,,,,annual,soon,2016-H1,,,\n")
        #expect(faults.map { $0.place.column } == ["id", "area", "indicator", "due", "from"])
    }

    @Test func obligationsOfAWorkspace() throws {
        try withSmallWorkspace { folder in
            let rows = "a,energy-per-gdp,320000,Office,机关,,,annual,P8M,2016,2018,bulletin,\n"
            try folder.write(Self.header + rows, to: "responsibilities.csv")
            #expect(try Workspace.check(at: folder.path).isEmpty)
            let open = try OpenWorkspace(at: folder.path)
            let list = try open.obligations(on: try #require(KnownDate("2019-09-01")))
            #expect(list.map(\.status) == [.delivered, .delivered, .overdue])
            #expect(list.map { $0.delivery?.knownOn.description } == ["2017", "2018", nil])
            #expect(list.map(\.daysLate) == [122, 122, 1])
            #expect(list.first?.responsibility.trust == .press)
        }
    }
}
