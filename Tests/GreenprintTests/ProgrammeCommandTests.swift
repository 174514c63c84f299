import Testing
import TestSupport

/// `programme`: the example's report, matrix and calendar, and every faulty row by name.
struct ProgrammeCommandTests {
    private func run(_ arguments: [String]) throws -> Greenprint.Outcome {
        try withExample { try Greenprint.run(["programme", arguments[0], $0.path("jiangsu")] + arguments.dropFirst()) }
    }

    /// 25 activities of PAGE, 2014 to 2022; the figures are those of the ledger and the studies.
    @Test func report() throws {
        let outcome = try run(["report", "--format", "csv"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let rows = outcome.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let saving = try #require(rows.first { $0[1] == "energy-saving" })
        #expect(saving[7] == "-17")
        #expect(saving[9].hasPrefix("-20.64"))
        #expect(saving[11] == "reached")
        #expect(rows.first { $0[1] == "academies" }?[9] == "5")
        #expect(outcome.lines.contains { $0.hasPrefix("policies,index-rank,") && $0.contains(",9,2016,no-target,") })
        #expect(try run(["report", "--view", "activities", "--format", "csv"]).lines.count == 26)
    }

    @Test func illustrativeMoneySaysSo() throws {
        let outcome = try run(["report", "--view", "money", "--format", "csv", "--language", "zh"])
        #expect(outcome.lines.dropFirst().allSatisfy { $0.hasSuffix(",illustrative") })
        #expect(outcome.errors.contains("示范"))
    }

    @Test func matrixHasGaps() throws {
        let lines = try run(["matrix", "--format", "csv"]).lines
        #expect(lines.first == "work_area,year,organisation,led,joined,status,activities")
        #expect(lines.contains("trade,2016,,0,0,gap,"))
        #expect(lines.contains("trade,2017,unep,1,0,active,PAGE-JS-06"))
    }

    /// The academy of November 2022 does not count in 2021.
    @Test func due() throws {
        let early = try run(["due", "--on", "2021-08-31", "--format", "csv"]).lines
        #expect(early.contains("indicator,academies,,2022-12-31,due"))
        #expect(early.contains("budget,budget-jobs,ilo,2019-12-31,overdue"))
        let late = try run(["due", "--on", "2023-01-01", "--format", "csv"]).lines
        #expect(late.contains("indicator,academies,,2022-12-31,done"))
    }

    @Test func workspaceWithoutOne() throws {
        try withExample { folder in
            try folder.remove("jiangsu/programme")
            let outcome = try Greenprint.run(["programme", "report", folder.path("jiangsu")])
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("programme.yaml"))
        }
    }

    /// Dates in the wrong order, money without currency, unknown organisations, double participation: each at its row.
    @Test func everyFaultAtItsRow() throws {
        try withExample { folder in
            let root = "jiangsu/programme/"
            try folder.replace("2018-05-14,2018-05-16", by: "2018-05-14,2018-05-13", in: root + "activities.csv")
            try folder.replace(",tongji,capacity,", by: ",tonji,capacity,", in: root + "activities.csv")
            try folder.replace(
                "PAGE-JS-02,ilo,implementing", by: "PAGE-JS-02,unep,implementing", in: root + "partners.csv")
            try folder.append("PAGE-JS-06,unep,implementing\n", to: root + "partners.csv")
            try folder.append("PAGE-JS-99,unep,\n", to: root + "partners.csv")
            try folder.append("PAGE-JS-08,not-recorded,not-recorded,7,,,\n", to: root + "participants.csv")
            try folder.append("PAGE-JS-09,female,all,-7,,,\n", to: root + "participants.csv")
            try folder.replace(",400000,USD,", by: ",400000,,", in: root + "money.csv")
            try folder.replace(",450000,USD,page,,public", by: ",450000,dollars,pgae,,public", in: root + "money.csv")
            try folder.append("x,,budget,2019-01-01,2021-06-30,-5,USD,,,,,12,3,published,,,\n", to: root + "money.csv")
            try folder.replace("reports,knowledge,", by: "reports,knowlege,", in: root + "indicators.csv")
            try folder.replace(",rd-share,level,", by: ",rd-share,level,plan-263", in: root + "indicators.csv")
            let outcome = try Greenprint.run(["check", folder.path("jiangsu")])
            #expect(outcome.code == 1)
            let base = "programme/"
            for place in [
                "activities.csv:11:until", "activities.csv:26:lead", "partners.csv:5:organisation",
                "partners.csv:90:organisation", "partners.csv:91:activity", "participants.csv:7:sex",
                "participants.csv:8:count", "money.csv:2:currency", "money.csv:5:currency", "money.csv:5:provider",
                "money.csv:18:amount", "money.csv:18:cepa", "money.csv:18:mitigation", "money.csv:18:source",
                "indicators.csv:8:result", "indicators.csv:4:series",
            ] {
                #expect(outcome.errorLines.contains { $0.hasPrefix(base + place + ": error: ") }, "not told: \(place)")
            }
            #expect(outcome.errorLines.contains { $0.hasPrefix(base + "money.csv:18:until: warning: ") })
            let told = outcome.errorLines.filter { $0.hasPrefix(base) && $0.contains(": error: ") }
            #expect(told.count == 16, "\(told)")
        }
    }
}
