import Foundation
import TestSupport
import Testing

/// The reference results of other programs (R Benchmarking, HiGHS, GLPK, R deaR), through the command.
@Suite(.enabled(if: ReferenceFolder.subject("efficiency") != nil, Comment(rawValue: ReferenceFolder.hint)))
struct EfficiencyReferenceTests {
    private var folder: String { ReferenceFolder.subject("efficiency") ?? "" }

    private func table(_ text: String) -> [[String: String]] {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" \r"))
            }
        }
        return lines.dropFirst().map { row in Dictionary(zip(lines[0], row)) { first, _ in first } }
    }

    private func reference(_ name: String) throws -> [[String: String]] {
        table(try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
    }

    private func answer(_ file: String, _ options: [String]) throws -> [[String: String]] {
        let result = try Greenprint.run(["efficiency", file] + options, in: folder)
        #expect(result.code == 0, "\(result.errors)")
        return table(result.text)
    }

    /// Compares a column with a reference column; empty there means that no score may stand here.
    private func compare(
        _ rows: [[String: String]], _ column: String, _ expected: [[String: String]], _ reference: String
    ) {
        #expect(rows.count == expected.count)
        for (row, other) in zip(rows, expected) {
            guard let value = Double(other[reference] ?? "") else {
                #expect(Double(row[column] ?? "") == nil && row["status"] != "optimal", "\(reference) \(other)")
                continue
            }
            #expect(abs((Double(row[column] ?? "") ?? .nan) - value) <= 1e-9, "\(reference) \(other["unit"] ?? "")")
        }
    }

    @Test(arguments: ["crs", "vrs", "ndrs", "nirs"], ["in", "out"])
    func textbookSet(returns: String, side: String) throws {
        let rows = try answer(
            "fls_input.csv",
            [
                "--inputs", "x1,x2", "--outputs", "y1", "--returns", returns, "--orientation",
                side == "in" ? "input" : "output",
            ])
        compare(rows, "score", try reference("fls_expected.csv"), returns + "_" + side)
    }

    static let panelCases: [(column: String, options: [String])] = [
        ("crs_in", ["--model", "ccr"]), ("vrs_out", ["--model", "bcc", "--orientation", "output"]),
        ("super_crs_in", ["--model", "ccr", "--super"]), ("super_vrs_in", ["--model", "bcc", "--super"]),
        ("super_vrs_out", ["--model", "bcc", "--super", "--orientation", "output"]),
        ("sbm_crs", ["--model", "sbm"]), ("sbm_vrs", ["--model", "sbm", "--returns", "vrs"]),
        ("sbm_bad_crs", ["--model", "sbm", "--bad", "co2,so2"]),
        ("sbm_bad_vrs", ["--model", "sbm", "--bad", "co2,so2", "--returns", "vrs"]),
        ("ddf_weak_crs", ["--model", "ddf", "--bad", "co2,so2"]),
        ("ddf_inequality_crs", ["--model", "ddf", "--bad", "co2,so2", "--disposability", "inequality"]),
        ("ddf_weak_kuosmanen_vrs", ["--model", "ddf", "--bad", "co2,so2", "--returns", "vrs"]),
        (
            "ddf_weak_plain_vrs",
            ["--model", "ddf", "--bad", "co2,so2", "--returns", "vrs", "--disposability", "plain-vrs"]
        ),
        (
            "ddf_energy_weak_crs", ["--model", "ddf", "--bad", "co2,so2", "--direction", "energy,gdp,co2,so2"]
        ),
    ]

    @Test(arguments: panelCases)
    func panel(column: String, options: [String]) throws {
        let rows = try answer(
            "panel_input.csv", ["--inputs", "capital,labour,energy", "--outputs", "gdp"] + options
        ).filter { ["2016", "2017"].contains($0["period"]) }
        let expected = try reference("panel_efficiency_expected.csv")
        let byYear = expected.filter { $0["year"] == "2016" } + expected.filter { $0["year"] == "2017" }
        compare(
            rows.filter { $0["period"] == "2016" } + rows.filter { $0["period"] == "2017" }, "score", byYear, column)
    }

    @Test func slackSums() throws {
        let rows = try answer(
            "panel_input.csv", ["--inputs", "capital,labour,energy", "--outputs", "gdp", "--slacks", "raw"])
        for other in try reference("panel_efficiency_expected.csv") {
            let row = rows.first { $0["unit"] == other["unit"] && $0["period"] == other["year"] } ?? [:]
            let sum = ["capital", "labour", "energy", "gdp"].reduce(0) {
                $0 + (Double(row["slack:" + $1] ?? "") ?? .nan)
            }
            #expect(abs(sum - (Double(other["slack_sum_crs_in"] ?? "") ?? .nan)) <= 1e-9)
        }
    }

    @Test(arguments: [
        (["--model", "malmquist"], ["score": "malmquist", "efficiency_change": "ec", "technical_change": "tc"]),
        (
            ["--model", "malmquist"],
            ["pure_efficiency_change": "pec", "scale_change": "sec", "global": "malmquist_global"]
        ),
        (
            ["--model", "ml", "--bad", "co2,so2"],
            ["score": "ml_weak", "technical_change": "mltc_weak", "global": "gml_weak"]
        ),
        (
            ["--model", "ml", "--bad", "co2,so2", "--disposability", "inequality"],
            ["score": "ml_inequality", "efficiency_change": "mlec_inequality", "technical_change": "mltc_inequality"]
        ),
        (
            ["--model", "ml", "--bad", "co2,so2", "--frontier", "global"],
            ["score": "gml_weak", "technical_change": "gml_bpc"]
        ),
    ])
    func productivity(options: [String], columns: [String: String]) throws {
        let rows = try answer("panel_input.csv", ["--inputs", "capital,labour,energy", "--outputs", "gdp"] + options)
        let first = rows.filter { $0["from"] == "2016" }
        let expected = try reference("panel_productivity_expected.csv")
        for (ours, theirs) in columns {
            for (row, other) in zip(first, expected) {
                let value = Double(other[theirs] ?? "")
                let found = Double(row[ours] ?? "")
                #expect((value == nil) == (found == nil), "\(theirs) \(other["unit"] ?? "")")
                if let value, let found { #expect(abs(value - found) <= 1e-9) }
            }
        }
        #expect(first.count == 15)
    }

    @Test func fiveHundredUnits() throws {
        let rows = try answer(
            "cross500_input.csv", ["--inputs", "x1,x2,x3,x4", "--outputs", "y1,y2", "--model", "bcc"])
        compare(rows, "score", try reference("cross500_vrs_expected.csv"), "vrs_in")
        #expect(rows.first?["unit"] == "1")
    }
}
