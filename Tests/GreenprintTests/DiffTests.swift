import Foundation
import Testing
import TestSupport

/// `diff`: what changed between two dates, to the letter.
///
/// Facts: method sheet targets.md sections 8 and 9 (energy per GDP of Jiangsu, 2019: -3.2 % preliminary, -3.05 % final).
struct DiffTests {
    private static func diff(_ arguments: [String], in folder: TemporaryFolder) throws -> Greenprint.Outcome {
        try Greenprint.run(["diff", folder.path("jiangsu")] + arguments)
    }

    @Test func figures() throws {
        try withExample { folder in
            let outcome = try Self.diff(
                ["--from", "2020-07-01", "--to", "2021-12-31", "--format", "csv"], in: folder)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(
                outcome.lines.first
                    == "indicator,area,period,transformation,from_value,to_value,unit,difference,percent,from_status,to_status,known_on,source,kind"
            )
            #expect(
                outcome.lines.filter { $0.hasSuffix(",revised") } == [
                    "energy-per-gdp,320000,2019,annual-change,-3.2,-3.05,%,0.15,NA,preliminary,final,2021-08-23,market-report-2016-2023-energy,revised",
                    "gdp,320000,2015,level,70116,71300,10^8 yuan,1184,1.6886302698385534,preliminary,revised,2021-01-26,ouyq-2021-economy,revised",
                ])
            #expect(outcome.lines.contains { $0.hasPrefix("energy-per-gdp,540000,2020,annual-change,NA,NA") })
        }
    }

    @Test func results() throws {
        try withExample { folder in
            let dates = ["--from", "2020-07-01", "--to", "2027", "--results", "--study", "plan-13fyp"]
            let outcome = try Self.diff(dates + ["--format", "csv"], in: folder)
            #expect(outcome.code == 0)
            #expect(outcome.lines.first == "study,item,measure,area,period,from,to,cause")
            let verdict = "plan-13fyp,energy-per-gdp,verdict,320000,2020,on target,met,revised-and-new-figures"
            #expect(outcome.lines.contains(verdict))
            let achieved = outcome.lines.filter { $0.contains(",energy-per-gdp,achieved,320000,2019,") }
            let fields = achieved.flatMap { $0.components(separatedBy: ",") }
            try #require(fields.count == 8)
            #expect(abs((Double(fields[5]) ?? .nan) - -18.228350) < 5e-7)
            #expect(abs((Double(fields[6]) ?? .nan) - -18.101638) < 5e-7)
            #expect(fields[7] == "revised-figures")
            #expect(!outcome.lines.contains { $0.contains("@") })
        }
    }

    /// A study without figures on the earlier date is told on standard error and does not fail the command.
    @Test func studyThatCouldNotBeMade() throws {
        try withExample { folder in
            let outcome = try Self.diff(
                ["--from", "2020", "--to", "2021", "--results", "--study", "energy-saving-2020"], in: folder)
            #expect(outcome.code == 0)
            #expect(outcome.errors.contains("The study energy-saving-2020 cannot be computed"))
            #expect(outcome.errors.contains("studies/energy-saving-2020.yaml:8:19: warning: "))
            #expect(!outcome.errors.contains("error: "))
        }
    }

    @Test func triangle() throws {
        try withExample { folder in
            let outcome = try Self.diff(
                ["--triangle", "energy-per-gdp", "--area", "320000", "--from", "2019-01-14", "--to", "2021-12-31"],
                in: folder)
            #expect(outcome.code == 0)
            let rows = outcome.lines.map { $0.split(separator: " ").map(String.init) }
            #expect(
                rows.first == [
                    "transformation", "period", "unit", "2019-01-14", "2019-11-25", "2020-07-01", "2021-08-23",
                ])
            #expect(rows.contains(["annual-change", "2018", "%", "-5.5", "-5.5", "-6.18", "-6.18"]))
            #expect(rows.contains(["annual-change", "2019", "%", "NA", "NA", "-3.2", "-3.05"]))
        }
    }

    @Test(
        arguments: [
            (["--from", "2019"], "give --from and --to"),
            (["--from", "2019", "--to", "2020", "--area", "320000"], "--area goes with --triangle"),
            (["--triangle", "gdp"], "--triangle needs --area"),
            (["--triangle", "gdp", "--area", "320000", "--results"], "exclude each other"),
            (["--from", "2019", "--to", "2020", "--study", "plan-13fyp"], "--study goes with --results"),
            (["--from", "soon", "--to", "2020"], "soon"),
        ])
    func usage(arguments: [String], message: String) throws {
        try withExample { folder in
            let outcome = try Self.diff(arguments, in: folder)
            #expect(outcome.code == 2)
            #expect(outcome.errors.contains(message), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
    }

    @Test(
        arguments: [
            (
                ["--from", "2020", "--to", "2019"],
                "--to: error: The later date 2019 is not after the earlier date 2020."
            ),
            (["--triangle", "gpd", "--area", "320000"], "--triangle: error: "),
            (["--triangle", "gdp", "--area", "32000"], "--area: error: "),
        ])
    func faults(arguments: [String], message: String) throws {
        try withExample { folder in
            let outcome = try Self.diff(arguments, in: folder)
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains(message), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
    }
}
