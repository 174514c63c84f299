import Foundation
import TestSupport
import Testing

/// `greenprint index` on tables at fault: each a clear message in both languages, never a number.
struct IndexFaultTests {
    private typealias Sample = IndexCommandSample

    private static let gap = Sample.data.replacingOccurrences(of: "a,0,10,", with: "a,0,NA,")

    fileprivate struct Case: Sendable, CustomStringConvertible {
        let description: String
        var options: [String] = []
        var data = IndexCommandSample.data
        var metadata = IndexCommandSample.metadata
        /// The start of a line of standard error.
        var place = "data.csv"
        /// What the messages must name.
        var names: [String] = []
    }

    fileprivate static let cases: [Case] = [
        Case(
            description: "constant",
            data: "uCode,x,y,z,p,Region\na,7,1,1,1,N\nb,7,2,2,1,N\nc,7,3,3,1,S\n", names: ["x"]),
        Case(
            description: "constant after denomination", options: ["--denominate"],
            data: "uCode,x,y,z,p,Region\na,2,1,1,1,N\nb,4,2,2,2,N\nc,6,3,3,3,S\n", names: ["x"]),
        Case(
            description: "all missing",
            data: "uCode,x,y,z,p,Region\na,NA,1,1,1,N\nb,NA,2,2,1,N\nc,NA,3,3,1,S\n", place: "data.csv:1:x",
            names: ["x"]),
        Case(
            description: "zero, geometric", options: ["--aggregate", "geometric"], place: "--aggregate",
            names: ["a", "x", "P", "0"]),
        Case(
            description: "zero, harmonic", options: ["--aggregate", "harmonic"], place: "--aggregate",
            names: ["a", "x", "P", "0"]),
        Case(
            description: "negative, geometric", options: ["--aggregate", "geometric", "--normalise", "zscore"],
            place: "--aggregate", names: ["a", "x", "P"]),
        Case(
            description: "negative, bod", options: ["--aggregate", "bod", "--normalise", "zscore"],
            place: "--aggregate", names: ["a", "x"]),
        Case(
            description: "weights of pca sum to zero", options: ["--weights", "pca"], place: "--weights", names: ["P"]),
        Case(
            description: "entropy of a gap", options: ["--weights", "entropy"], data: gap, place: "--weights",
            names: ["a", "y"]),
        Case(
            description: "weights zero",
            metadata: Sample.metadata.replacingOccurrences(of: "P,1,1,Ind", with: "P,1,0,Ind")
                .replacingOccurrences(of: "P,-1,3", with: "P,-1,0"), place: "metadata.csv", names: ["P"]),
        Case(
            description: "weight negative",
            metadata: Sample.metadata.replacingOccurrences(of: "P,-1,3", with: "P,-1,-3"),
            place: "metadata.csv:3:Weight", names: ["-3"]),
        Case(description: "one unit", data: "uCode,x,y,z,p,Region\na,1,2,3,1,N\n", names: ["x"]),
        Case(
            description: "duplicate unit", data: Sample.data.replacingOccurrences(of: "\nb,", with: "\na,"),
            place: "data.csv:3", names: ["a", "2"]),
        Case(
            description: "duplicate code", metadata: Sample.metadata.replacingOccurrences(of: "\ny,", with: "\nx,"),
            place: "metadata.csv:3", names: ["x", "2"]),
        Case(
            description: "orphan", metadata: Sample.metadata.replacingOccurrences(of: "y,1,P", with: "y,1,R"),
            place: "metadata.csv:3:Parent", names: ["y", "R"]),
        Case(
            description: "no parent", metadata: Sample.metadata.replacingOccurrences(of: "y,1,P", with: "y,1,NA"),
            place: "metadata.csv:3", names: ["y"]),
        Case(
            description: "cycle",
            metadata: Sample.metadata.replacingOccurrences(of: "P,2,I", with: "P,2,Q")
                .replacingOccurrences(of: "Q,2,I", with: "Q,2,P"), place: "metadata.csv:5", names: ["P", "Q"]),
        Case(
            description: "text in a number", data: Sample.data.replacingOccurrences(of: "b,5,20", with: "b,five,20"),
            place: "data.csv:3:x", names: ["five"]),
        Case(
            description: "unknown group", options: ["--impute", "group-mean:Regoin"], place: "--impute",
            names: ["Regoin", "Region"]),
        Case(
            description: "too few units to impute from", options: ["--impute", "regression"],
            data: "uCode,x,y,z,p,Region\na,1,NA,1,1,N\nb,2,5,2,1,N\nc,3,1,3,1,S\n", place: "--impute", names: ["P"]),
        Case(
            description: "indicators that depend on each other", options: ["--impute", "regression"],
            data: "uCode,x,y,z,p,Region\na,1,NA,1,1,N\nb,2,5,2,1,N\nc,2,1,3,1,S\nd,2,3,3,1,S\n", place: "--impute",
            names: ["P"]),
        Case(description: "nobody stays", options: ["--screen", "1"], data: nobody, names: ["x"]),
        Case(
            description: "parameters are missing", options: ["--normalise", "goalposts"],
            place: "metadata.csv:2:goalpost_lower", names: ["x", "goalpost_lower", "z", "goalpost_trunc2posts"]),
        Case(
            description: "bounds the wrong way", options: ["--normalise", "minmax:100:0"], place: "--normalise",
            names: ["x"]),
        Case(description: "empty data", data: "", names: []),
        Case(description: "no units", data: "uCode,x,y,z,p,Region\n", names: []),
        Case(description: "empty metadata", metadata: "", place: "metadata.csv", names: []),
    ]

    private static let nobody = "uCode,x,y,z,p,Region\na,NA,1,1,1,N\nb,2,NA,2,1,N\nc,3,3,NA,1,S\n"

    @Test(arguments: cases, ["en", "zh"]) fileprivate func fault(_ fault: Case, _ language: String) throws {
        let outcome = try Sample.run(
            fault.options + ["--language", language], data: fault.data, metadata: fault.metadata)
        #expect(outcome.code == 1)
        #expect(outcome.output.isEmpty, "results beside faults: \(outcome.text)")
        let grade = language == "en" ? "error" : "错误"
        let errors = outcome.errorLines.filter { $0.contains(": \(grade): ") }
        #expect(
            errors.contains { $0.hasPrefix(fault.place) && $0.contains(": \(grade): ") },
            "no fault at \(fault.place): \(outcome.errors)")
        for name in fault.names { #expect(outcome.errors.contains(name), "\(name) is not named: \(outcome.errors)") }
        IndexSample.expectReadable(outcome.errors, language)
    }

    /// Faults of both files, and of all columns, in one run.
    @Test func allFaultsInOneRun() throws {
        let outcome = try Sample.run(
            data: Sample.data.replacingOccurrences(of: "b,5,20", with: "b,five,twenty"),
            metadata: Sample.metadata.replacingOccurrences(of: "z,1,Q,1,", with: "z,1,Q,2,"))
        #expect(outcome.code == 1)
        for place in ["metadata.csv:4:Direction: error: ", "data.csv:3:x: error: ", "data.csv:3:y: error: "] {
            #expect(outcome.errorLines.contains { $0.hasPrefix(place) }, "not told: \(place)")
        }
    }

    /// A file that is not there is told by the path the user gave: two tables may have one name in two folders.
    @Test(arguments: ["en", "zh"], [true, false]) func missingFile(_ language: String, _ dataIsMissing: Bool) throws {
        try withTemporaryFolder { folder in
            try folder.write(Sample.data, to: "one/table.csv")
            try folder.write(Sample.metadata, to: "two/table.csv")
            let gone = dataIsMissing ? "one/table.csv" : "two/table.csv"
            try folder.remove(gone)
            let outcome = try Greenprint.run(
                ["index", "--data", "one/table.csv", "--metadata", "two/table.csv", "--language", language],
                in: folder.path)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix(gone + ": "), "not the path given: \(outcome.errors)")
            #expect(!outcome.errors.contains(language == "en" ? "workspace" : "工作区"), "there is no workspace")
            IndexSample.expectReadable(outcome.errors, language)
        }
    }

    /// A folder instead of a file, or a folder that is not there.
    @Test(arguments: ["one", "none/data.csv"]) func notAFile(_ path: String) throws {
        try withTemporaryFolder { folder in
            try folder.write(Sample.data, to: "one/data.csv")
            try folder.write(Sample.metadata, to: "metadata.csv")
            let outcome = try Greenprint.run(
                ["index", "--data", path, "--metadata", "metadata.csv"], in: folder.path)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(": error: "))
            IndexSample.expectReadable(outcome.errors, "en")
        }
    }

    /// Which of several faults is told must not change from run to run.
    @Test func sameFaultEveryTime() throws {
        let parts = ["A", "B", "C", "D", "E"]
        let codes = parts.flatMap { [$0 + "x", $0 + "y"] }
        let rows = ["a", "b", "c"].enumerated().map { row, unit in
            unit + ","
                + codes.indices.map { row == 1 && $0 % 2 == 0 ? "NA" : String((row + 1) * ($0 + 2)) }
                .joined(separator: ",")
        }
        let data = "uCode," + codes.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
        let indicators = codes.map { "\($0),1,\($0.prefix(1)),1,1,Indicator" }
        let metadata =
            (["iCode,Level,Parent,Direction,Weight,Type"] + indicators + parts.map { "\($0),2,I,1,1,Aggregate" }
            + ["I,3,NA,1,1,Aggregate"]).joined(separator: "\n") + "\n"
        let told = try Set(
            (0..<12).map { _ in
                let outcome = try Sample.run(["--weights", "entropy"], data: data, metadata: metadata)
                #expect(outcome.code == 1)
                return outcome.errors
            })
        #expect(told.count == 1, "\(told)")
    }
}
