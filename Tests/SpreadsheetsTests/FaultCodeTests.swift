import StatisticalData
import Testing

@testable import Spreadsheets

/// The code of a fault tells apart what a user mends in different ways.
struct FaultCodeTests {
    @Test(arguments: [
        ("nan", "csv-not-finite"), ("NaN", "csv-not-finite"), ("inf", "csv-not-finite"),
        ("-Infinity", "csv-not-finite"),
        ("1,234", "csv-comma-in-number"), ("1.234,5", "csv-comma-in-number"), ("-3,1", "csv-comma-in-number"),
        ("about 5", "csv-not-a-number"), ("n/a, later", "csv-not-a-number"), ("1e400", "csv-not-a-number"),
        ("", "csv-not-a-number"),
        ("0x10", "csv-not-a-number"),
    ])
    func numbers(found: String, code: String) {
        let place = Place(file: "f.csv", line: 3, column: "value")
        let fault = Fault.csvNotANumber(found, at: place)
        #expect(fault.code == code)
        #expect(fault.place == place)
        #expect(fault.arguments["found"] == found)
    }

    @Test func longTextIsCut() {
        let place = Place(file: "f.csv")
        let long = String(repeating: "江", count: 100_000)
        for fault in [
            Fault.csvNotANumber(long, at: place), .csvUnknownWord(long, allowed: ["a"], at: place),
            .csvMalformed(.period, long, at: place),
        ] {
            #expect((fault.arguments["found"]?.count ?? .max) <= 60)
        }
    }

    @Test func unknownWordNamesTheNearest() {
        let fault = Fault.csvUnknownWord("pres", allowed: ["official", "press"], at: Place(file: "f.csv"))
        #expect(fault.arguments == ["found": "pres", "nearest": "press", "expected": "official, press"])
    }

    @Test func everyKindHasACode() {
        let codes = Fault.MalformedKind.allCases.map { Fault.csvMalformed($0, "x", at: Place(file: "f")).code }
        #expect(Set(codes).count == Fault.MalformedKind.allCases.count)
        #expect(codes.allSatisfy { $0.hasPrefix("csv-malformed-") })
    }
}
