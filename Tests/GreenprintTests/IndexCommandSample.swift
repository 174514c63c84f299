import Foundation
import TestSupport
import Testing

/// The table of the tests of `greenprint index`, worked by hand, and the command on it.
enum IndexCommandSample {
    // x: 0, 5, 10, 2 up: 0, 50, 100, 20. y: 10, 20, 40, 50 down: 100, 75, 25, 0. z: 1, 1, 3, 2 up: 0, 0, 100, 50.
    // P = (x + 3 y)/4: 75, 68.75, 43.75, 5; Q = z; I = (2 P + Q)/3: 50, 137.5/3, 62.5, 20.
    static let data = """
        uCode,x,y,z,p,Region
        a,0,10,1,1,N
        b,5,20,1,1,N
        c,10,40,3,2,S
        d,2,50,2,1,S

        """
    static let metadata = """
        iCode,Level,Parent,Direction,Weight,Type,Denominator
        x,1,P,1,1,Indicator,p
        y,1,P,-1,3,Indicator,NA
        z,1,Q,1,1,Indicator,NA
        P,2,I,1,2,Aggregate,NA
        Q,2,I,1,1,Aggregate,NA
        I,3,NA,1,1,Aggregate,NA
        p,NA,NA,NA,NA,Denominator,NA
        Region,NA,NA,NA,NA,Group,NA

        """

    static func run(
        _ options: [String] = [], data: String = data, metadata: String = metadata
    ) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(data, to: "data.csv")
            try folder.write(metadata, to: "metadata.csv")
            let before = try folder.contents()
            let outcome = try Greenprint.run(
                ["index", "--data", "data.csv", "--metadata", "metadata.csv"] + options, in: folder.path)
            #expect(try folder.contents() == before, "files were written")
            return outcome
        }
    }

    static func cells(_ outcome: Greenprint.Outcome) -> [[String]] {
        outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    static func expect(
        _ outcome: Greenprint.Outcome, _ header: [String], _ rows: [(String, [Double?])],
        _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: place)
        let found = cells(outcome)
        #expect(found.first == header, sourceLocation: place)
        #expect(found.dropFirst().map(\.first) == rows.map(\.0), sourceLocation: place)
        for (row, expected) in zip(found.dropFirst(), rows) {
            #expect(row.count == header.count, sourceLocation: place)
            for (text, number) in zip(row.dropFirst(), expected.1) {
                guard let number else {
                    #expect(text == "NA", sourceLocation: place)
                    continue
                }
                let isClose = Double(text).map { abs($0 - number) < 1e-9 } ?? false
                #expect(isClose, "\(row[0]): \(text), not \(number)", sourceLocation: place)
            }
        }
    }

    /// A command line at fault is exit code 2 with nothing on standard output.
    static func expectTwo(_ words: [String]) throws {
        let outcome = try run(words)
        #expect(outcome.code == 2, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: "))
    }
}
