import Foundation
import Testing
import TestSupport

/// Two tables of an index with six units, and `greenprint index` on them.
enum IndexSample {
    static let data = """
        uCode,x,y,z,Pop,Region
        a,0,10,1,1,N
        b,5,20,1,1,N
        c,10,40,3,2,S
        d,2,50,2,1,S
        e,7,30,9,2,N
        f,4,25,4,1,S

        """
    static let metadata = """
        iCode,Level,Parent,Direction,Weight,Type,Denominator
        x,1,P,1,1,Indicator,Pop
        y,1,P,-1,3,Indicator,NA
        z,1,Q,1,1,Indicator,NA
        P,2,I,1,2,Aggregate,NA
        Q,2,I,1,1,Aggregate,NA
        I,3,NA,1,1,Aggregate,NA
        Pop,NA,NA,NA,NA,Denominator,NA
        Region,NA,NA,NA,NA,Group,NA

        """

    /// Runs the command with two tables and further files beside them.
    static func run(
        _ options: [String], data: String = data, metadata: String = metadata, files: [String: String] = [:]
    ) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(data, to: "data.csv")
            try folder.write(metadata, to: "metadata.csv")
            for (name, text) in files { try folder.write(text, to: name) }
            return try Greenprint.run(
                ["index", "--data", "data.csv", "--metadata", "metadata.csv"] + options, in: folder.path)
        }
    }

    /// Runs the command on the ASEM example of COINr.
    static func runReference(_ options: [String]) throws -> [[String: String]] {
        let folder = try #require(ReferenceFolder.path) + "/input/"
        let outcome = try Greenprint.run(
            ["index", "--data", folder + "asem_iData.csv", "--metadata", folder + "asem_iMeta.csv"] + options)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return rows(outcome)
    }

    /// The rows of a table without quotes, by column name.
    static func rows(_ outcome: Greenprint.Outcome) -> [[String: String]] {
        let cells = outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        guard let header = cells.first else { return [] }
        return cells.dropFirst().map { row in Dictionary(zip(header, row)) { first, _ in first } }
    }

    /// Whether a text is a number near another, relative to the larger of 1 and it.
    static func isNear(_ text: String?, _ number: Double, _ tolerance: Double = 1e-12) -> Bool {
        text.flatMap(Double.init).map { abs($0 - number) <= tolerance * max(1, abs(number)) } ?? false
    }

    /// No key or placeholder is left; each fault has a remedy; Chinese messages are Chinese.
    static func expectReadable(
        _ text: String, _ language: String, _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(text.firstMatch(of: /\[[a-z0-9]+(-[a-z0-9]+)+\]/) == nil, "a key: \(text)", sourceLocation: place)
        #expect(text.firstMatch(of: /\{[a-zA-Z]+\}/) == nil, "a placeholder: \(text)", sourceLocation: place)
        let lines = text.split(separator: "\n").map(String.init)
        for (index, line) in lines.enumerated() {
            let isChinese = line.contains { ("一"..."龥").contains($0) }
            #expect(isChinese == (language == "zh"), "not in \(language): \(line)", sourceLocation: place)
            guard line.contains(#/: (error|warning|错误|警告): /#) else { continue }
            let hasRemedy = index + 1 < lines.count && lines[index + 1].hasPrefix("    ")
            #expect(hasRemedy, "no remedy: \(line)", sourceLocation: place)
        }
    }
}
