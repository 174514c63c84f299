import Foundation
import Testing
import TestSupport

/// Units kept and left out by name and by their zeros; places of faults; the order of keys in JSON.
struct IndexScreeningTests {
    /// Zeros: a has one of three values, g all three.
    private static let data = IndexSample.data + "g,0,0,0,1,N\n"

    private static func units(_ outcome: Greenprint.Outcome) -> [String] {
        IndexSample.rows(outcome).compactMap { $0["unit"] }
    }

    @Test func zeros() throws {
        let all = try IndexSample.run(["--stage", "screened", "--screen-zeros", "0"], data: Self.data)
        #expect(Self.units(all) == ["a", "b", "c", "d", "e", "f", "g"])
        let some = try IndexSample.run(["--stage", "screened", "--screen-zeros", "0.5"], data: Self.data)
        #expect(Self.units(some) == ["a", "b", "c", "d", "e", "f"] && some.errors.contains("g"))
        let strict = try IndexSample.run(["--stage", "screened", "--screen-zeros", "1"], data: Self.data)
        #expect(Self.units(strict) == ["b", "c", "d", "e", "f"])
    }

    @Test func names() throws {
        let outcome = try IndexSample.run(
            ["--stage", "screened", "--screen-zeros", "0.5", "--keep", "g", "--drop", "b,c"], data: Self.data)
        #expect(Self.units(outcome) == ["a", "d", "e", "f", "g"])
        #expect(outcome.errors == "Units left out by name: b, c.\n")
        let log = try IndexSample.run(
            ["--audit", "undone", "--screen-zeros", "0.5", "--keep", "g"], data: Self.data)
        #expect(log.text.contains("screen,forced,1,"))
        for option in ["--keep", "--drop"] {
            let unknown = try IndexSample.run([option, "h"], data: Self.data)
            #expect(unknown.code == 1 && unknown.errors.hasPrefix("--keep, --drop: error: "))
        }
    }

    @Test(arguments: [
        ["--keep", "a", "--drop", "a"], ["--keep", "a,,b"], ["--drop", ""], ["--screen-zeros", "1.5"],
        ["--screen-zeros", "x"],
    ])
    func optionsAtFault(_ options: [String]) throws {
        #expect(try IndexSample.run(options).code == 2)
    }

    /// `screen/byNA_0.95_force.csv`: two countries forced against a threshold of 0.95.
    @Test(.enabled(if: ReferenceFolder.isGiven)) func reference() throws {
        let found = try IndexSample.runReference([
            "--stage", "screened", "--screen", "0.95", "--keep", "BRN", "--drop", "AUT",
        ])
        let expected = try ReferenceFolder.rows("screen/byNA_0.95_force.csv").filter { $0["Included"] == "TRUE" }
        #expect(Set(found.map { $0["unit"] }) == Set(expected.map { $0["uCode"] }))
        #expect(!expected.isEmpty && expected.count < 51)
    }

    /// Every parameter that is missing is told in one run, at the line of its indicator.
    @Test func allMissingParameters() throws {
        let metadata = """
            iCode,Level,Parent,Direction,Weight,Type,goalpost_lower,goalpost_scale
            x,1,I,1,1,Indicator,0,100
            y,1,I,-1,1,Indicator,NA,NA
            I,2,NA,1,1,Aggregate,NA,NA

            """
        let outcome = try IndexSample.run(
            ["--normalise", "goalposts"], data: "uCode,x,y\na,2,1\nb,3,4\n", metadata: metadata)
        let places = outcome.errorLines.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != " " } }
        #expect(
            places == [
                "metadata.csv:2:goalpost_upper:", "metadata.csv:2:goalpost_trunc2posts:",
                "metadata.csv:3:goalpost_lower:", "metadata.csv:3:goalpost_upper:", "metadata.csv:3:goalpost_scale:",
                "metadata.csv:3:goalpost_trunc2posts:",
            ])
    }

    @Test func keysInTheOrderOfTheColumns() throws {
        let text = try IndexSample.run(["--format", "json"]).text
        let keys = text.matches(of: #/(?m)^    "([A-Za-z]+)" :/#).prefix(5).map { String($0.1) }
        #expect(keys == ["unit", "P", "Q", "I", "rank"])
    }
}
