import Foundation
import TestSupport
import Testing

/// `greenprint index` with command lines at fault, and names that could be taken for others.
struct IndexCommandLineTests {
    private typealias Sample = IndexCommandSample

    static let words: [[String]] = [
        ["--impute", "means"], ["--impute", "group-mean"], ["--impute", "mean:Region"], ["--treat", "winmax"],
        ["--treat", "winmax:x"], ["--treat", "winmax:2.5"], ["--treat", "winmax:-1"], ["--treat", "log"],
        ["--normalise", "min-max"], ["--normalise", "minmax:0"], ["--normalise", "minmax:a:b"],
        ["--normalise", "minmax:0:1:2"], ["--normalise", "zscore:0:nan"], ["--normalise", "rank:1"],
        ["--aggregate", ""], ["--aggregate", "mean"], ["--aggregate", "arithmetic:2"], ["--aggregate", "generalised"],
        ["--aggregate", "generalised:inf"], ["--aggregate", "arithmetic,fly"], ["--weights", "given"],
        ["--weights", "PCA"], ["--screen=-0.1"], ["--screen", "1.5"], ["--screen", "nan"], ["--screen", "x"],
        ["--threshold", "2"], ["--threshold=-0.1"], ["--stage", "ranked"], ["--format", "xml"], ["--language", "fr"],
        ["--fast"], ["extra"],
    ]

    @Test(arguments: words) func unknownWords(_ words: [String]) throws { try Sample.expectTwo(words) }

    /// Words with an empty part: nothing between two commas or colons is not a method or a number.
    static let empties = [
        ["--aggregate", "arithmetic,,geometric"], ["--aggregate", ",arithmetic"], ["--aggregate", "arithmetic,"],
        ["--aggregate", "arithmetic:"], ["--normalise", "rank:"], ["--normalise", "minmax::0:100"],
        ["--normalise", "minmax:0:100:"], ["--treat", "winmax::5"], ["--impute", "mean:"],
        ["--impute", "group-mean:"],
    ]

    @Test(arguments: empties) func emptyParts(_ words: [String]) throws { try Sample.expectTwo(words) }

    @Test(arguments: [["index"], ["index", "--data", "a.csv"], ["index", "--metadata", "a.csv"]])
    func filesAreRequired(_ arguments: [String]) throws {
        let outcome = try Greenprint.run(arguments)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty && outcome.errors.hasPrefix("Error: "))
    }

    @Test func help() throws {
        let outcome = try Greenprint.run(["index", "--help"])
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        for option in ["--data", "--metadata", "--stage", "--weights", "--aggregate", "--normalise", "--impute"] {
            #expect(outcome.text.contains(option))
        }
    }

    // MARK: Names of columns and rows

    /// An aggregate may have a code that is a column of the result too; no value may get lost.
    @Test(arguments: ["rank", "unit"]) func aggregateNamedLikeAColumn(_ code: String) throws {
        let metadata = Sample.metadata.replacingOccurrences(of: "1,Q,", with: "1,\(code),")
            .replacingOccurrences(of: "\nQ,", with: "\n\(code),")
        let csv = try Sample.run(metadata: metadata)
        let header = Sample.cells(csv).first ?? []
        #expect(csv.code == 1 || Set(header).count == header.count, "two columns of one name: \(header)")
        let json = try Sample.run(["--format", "json"], metadata: metadata)
        let rows = try JSONSerialization.jsonObject(with: json.code == 1 ? Data("[]".utf8) : json.output)
        for row in try #require(rows as? [[String: Any]]) { #expect(row.count == 5, "a value is lost: \(row)") }
    }

    @Test func moreMethodsThanLevels() throws {
        let outcome = try Sample.run(["--aggregate", "arithmetic,arithmetic,arithmetic"])
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("--aggregate: error: 3 methods are named"))
        #expect(try Sample.run(["--aggregate", "arithmetic,arithmetic"]).code == 0)
    }

    /// Values whose range is beyond the numbers have no score: a fault, not a missing value.
    @Test func rangeBeyondNumbers() throws {
        let data = Sample.data.replacingOccurrences(of: "a,0,", with: "a,-1e308,")
            .replacingOccurrences(of: "c,10,", with: "c,1e308,")
        let outcome = try Sample.run(data: data)
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("“x”"))
    }

    /// One time of a panel gives what a table of that time alone gives; another time is a fault.
    @Test func timeOfAPanel() throws {
        let rows = Sample.data.split(separator: "\n").map(String.init)
        let panel =
            (["uCode,Time" + rows[0].dropFirst(5)]
            + rows.dropFirst().flatMap { [row($0, 2020), row($0, 2021)] }).joined(separator: "\n") + "\n"
        func row(_ text: String, _ time: Int) -> String {
            let cells = text.split(separator: ",").map(String.init)
            return ([cells[0], String(time), cells[1] + (time == 2020 ? "" : "1")] + cells[2...]).joined(separator: ",")
        }
        #expect(try Sample.run(["--time", "2020"], data: panel).text == (try Sample.run().text))
        #expect(try Sample.run(["--time", "2019"], data: panel).errors.contains("2020, 2021"))
        #expect(try Sample.run(data: panel).errors.contains("--time"))
        #expect(try Sample.run(["--time", "2020"]).code == 1)
    }
}
