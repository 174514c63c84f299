import Foundation
import Testing
import TestSupport

/// `decompose` and `decouple` as a user runs them: output to the letter, faults with their place.
struct DecompositionCommandTests {
    /// The two sectors of Ang's guides; see DecompositionTests for where the effects come from.
    private static let sectors = "sector,energy_0,output_0,energy_T,output_T\n1,30,10,80,40\n2,20,40,16,40\n"
    private static let identity =
        "energy = output[] as activity * output/output[] as structure * energy/output as intensity"
    private static let series = """
        year,region,sector,gdp,energy
        2016,A,x,100,50
        2016,B,x,100,50
        2017,A,x,110,55
        2017,B,x,110,40
        2019,A,x,110,60
        2019,B,x,121,60

        """

    private static func run(
        _ command: String, _ options: [String], data: String = sectors
    ) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(data, to: "data.csv")
            return try Greenprint.run([command, "data.csv"] + options, in: folder.path)
        }
    }

    /// The figures of rows `effect,from,to,value`.
    private static func figures(_ outcome: Greenprint.Outcome) -> [Double] {
        outcome.lines.dropFirst().map { Double($0.split(separator: ",").last ?? "") ?? .nan }
    }

    @Test func decompose() throws {
        let outcome = try Self.run("decompose", ["--identity", Self.identity, "--period", "0:T"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.lines[0] == "effect,from,to,value")
        #expect(
            outcome.lines.dropFirst().map { $0.split(separator: ",").dropLast().joined(separator: ",") } == [
                "activity,0,T", "structure,0,T", "intensity,0,T", "total,0,T",
            ])
        let expected = [32.38463791091676, 38.284867350225625, -24.66950526114238, 46]
        for (found, value) in zip(Self.figures(outcome), expected) { #expect(abs(found - value) < 1e-11) }
        #expect(outcome.errorLines.count == 1 && outcome.errors.hasPrefix("Effects and change agree but for "))
    }

    @Test(arguments: [
        ("lmdi1-multiplicative", 1.582880007253689, 1.92), ("lmdi2-additive", 33.143235012220394, 46),
        ("lmdi2-multiplicative", 1.6, 1.92), ("shapley", 34.35, 46), ("shapley-additive", 34.35, 46),
    ])
    func methods(method: String, activity: Double, total: Double) throws {
        let figures = Self.figures(try Self.run("decompose", ["--identity", Self.identity, "--method", method]))
        #expect(figures.count == 4 && abs(figures[0] - activity) < 1e-12 && abs(figures[3] - total) < 1e-12)
    }

    /// A single cell with one factor that changes: each step is that factor's.
    @Test func modesAndGroups() throws {
        let identity = ["--identity", "energy = gdp * energy/gdp as i", "--allow-gaps"]
        func lines(_ options: [String]) throws -> [String] {
            try Self.run("decompose", identity + options, data: Self.series).lines
        }
        let steps = try lines(["--mode", "steps", "--by", "region"])
        #expect(steps[0] == "region,effect,from,to,value" && steps.count == 13)
        #expect(steps[1] == "A,gdp,2016,2017,5" && steps[2] == "A,i,2016,2017,0" && steps[3] == "A,total,2016,2017,5")
        #expect(try lines(["--mode", "chained"]).last == "total,2016,2019,20")
        #expect(try lines(["--mode", "window:2"]).count == 4)
        #expect(try lines(["--crosscheck"])[0] == "effect,from,to,value,shapley")
        #expect(try lines(["--over", "region", "--period", "A:B", "--cells", "year"]).last == "total,A,B,-15")
        #expect(
            try lines(["--driver", "gdp"]).last.flatMap { Double($0.split(separator: ",")[3]) }.map {
                abs($0 - 0.2 / 0.155) < 1e-12
            } == true)
    }

    @Test func decouple() throws {
        let columns = ["--pressure", "energy", "--driver", "gdp"]
        let outcome = try Self.run(
            "decouple", columns + ["--mode", "steps", "--by", "region", "--allow-gaps"], data: Self.series)
        #expect(outcome.code == 0)
        #expect(
            outcome.lines == [
                "region,from,to,pressure_change,driver_change,elasticity,state,oecd_ratio,oecd_factor",
                "A,2016,2017,0.1,0.1,1,expansive coupling,1,0",
                "B,2016,2017,-0.2,0.1,-2,strong decoupling,0.7272727272727273,0.2727272727272727",
                "A,2017,2019,0.09090909090909091,0,NA,no growth,1.0909090909090908,-0.09090909090909083",
                "B,2017,2019,0.5,0.1,5,expansive negative decoupling,1.3636363636363635,-0.36363636363636354",
            ])
        #expect(outcome.errorLines.count == 1 && outcome.errors.hasPrefix("2017 to 2019, A: near-zero growth"))
        let chinese = try Self.run(
            "decouple", columns + ["--period", "2016:2017", "--format", "table", "--language", "zh"], data: Self.series)
        #expect(chinese.lines.last?.contains("强脱钩") == true)
    }

    @Test(arguments: [
        (["--identity", "energy = output *"], 2, "--identity:18: error: "),
        (
            ["--identity", "energy = output[] * energy/output"], 1,
            "data.csv: error: The factors multiply to output[]*energy"
        ),
        (["--identity", "energy = outptu * energy/outptu"], 1, "data.csv:1: error: "),
        (["--identity", identity, "--period", "0:1"], 1, "data.csv: error: There is no “1” among the moments."),
        (["--identity", identity, "--by", "region"], 1, "data.csv: error: “region” is not a column of labels."),
        (["--identity", identity, "--period", "0"], 2, "Error: --period"),
        (["--identity", identity, "--method", "lmdi"], 2, "Error: The value 'lmdi' is invalid"),
        (["--identity", identity, "--method", "lmdi2-additive", "--by", "sector"], 2, "Error: --by"),
        (["--identity", identity, "--method", "lmdi1-multiplicative", "--crosscheck"], 2, "Error: --crosscheck"),
        (["--identity", identity, "--mode", "window:0"], 2, "Error: The value 'window:0' is invalid"),
    ])
    func faults(options: [String], code: Int32, start: String) throws {
        let outcome = try Self.run("decompose", options)
        #expect(outcome.code == code && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix(start), "\(outcome.errors)")
    }

    /// What is missing is told with line and column, all of it in one run, in either language.
    @Test func missingFigures() throws {
        let options = ["--identity", "energy = gdp * energy/gdp as i"]
        let gap = try Self.run("decompose", options, data: Self.series)
        #expect(gap.code == 1 && gap.errors.hasPrefix("data.csv: error: 2018 is missing"))
        let holes = Self.series.replacing("110,55", with: "110,").replacing("B,x,121,60", with: "B,x,,60")
        let told = try Self.run(
            "decompose", options + ["--allow-gaps", "--mode", "steps", "--language", "zh"], data: holes)
        #expect(told.code == 1)
        #expect(
            told.errorLines.filter { $0.hasPrefix("data.csv:") }.map { $0.prefix { $0 != " " } } == [
                "data.csv:4:energy:", "data.csv:7:gdp:",
            ])
        let negative = try Self.run(
            "decouple", ["--pressure", "energy", "--driver", "gdp", "--allow-gaps"],
            data: Self.series.replacing("100,50", with: "0,50"))
        #expect(negative.code == 1 && negative.errors.contains("“gdp” must be above zero; in 2016, Σ it is not."))
    }
}
