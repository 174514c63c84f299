import Testing

/// Rows of a batch that cannot be taken: each is told with its row and column, and nothing of the batch is taken.
struct BatchFaultTests {
    private static let file = "data/scores.csv"

    private static func row(
        _ what: String, _ row: String, _ code: String, column: String?, _ arguments: [String: String] = [:]
    ) -> FaultCase {
        let place = file + ":6" + (column.map { ":" + $0 } ?? "")
        return FaultCase(what, in: file, .append(row + "\n"), code, at: place, arguments)
    }

    static let rows = [
        row("text", "score-a,110000,2017,many,points", "csv-not-a-number", column: "value", ["found": "many"]),
        row("blank in number", "score-a,110000,2017,1 000,points", "csv-not-a-number", column: "value"),
        row("unit in number", "score-a,110000,2017,80%,points", "csv-not-a-number", column: "value"),
        row("full-width digits", "score-a,110000,2017,８０,points", "csv-not-a-number", column: "value"),
        row("thousands comma", #"score-a,110000,2017,"1,234",points"#, "csv-comma-in-number", column: "value"),
        row("decimal comma", #"score-a,110000,2017,"80,5",points"#, "csv-comma-in-number", column: "value"),
        row("NaN", "score-a,110000,2017,NaN,points", "csv-not-finite", column: "value", ["found": "NaN"]),
        row("infinity", "score-a,110000,2017,-Infinity,points", "csv-not-finite", column: "value"),
        row("number too large", "score-a,110000,2017,1e999,points", "csv-not-a-number", column: "value"),
        row("no value, no note", "score-a,110000,2017,,points", "csv-empty-field", column: "value"),
        row("area", "score-a,32000,2017,1,points", "area-unknown", column: "area", ["nearest": "320000"]),
        row(
            "indicator", "scoor-a,110000,2017,1,points", "indicator-unknown", column: "indicator",
            ["nearest": "score-a"]),
        row("no indicator", ",110000,2017,1,points", "csv-empty-field", column: "indicator"),
        row("unit", "score-a,110000,2017,1,pionts", "csv-malformed-unit", column: "unit", ["found": "pionts"]),
        row("other unit", "score-a,110000,2017,1,10^4 tce", "unit-mismatch", column: "unit", ["expected": "points"]),
        row("period", "score-a,110000,2017-13,1,points", "csv-malformed-period", column: "period"),
        row("period backwards", "score-a,110000,2019/2017,1,points", "csv-malformed-period", column: "period"),
        row("no period", "score-a,110000,,1,points", "csv-empty-field", column: "period"),
        row("field too few", "score-a,110000,2017,1", "csv-field-count", column: nil, ["found": "4", "expected": "5"]),
        row("field too many", "score-a,110000,2017,1,points,", "csv-field-count", column: nil, ["found": "6"]),
        row("stray quote", #"score-a,110000,2017,8"0,points"#, "csv-stray-quote", column: "value"),
        row("same key", "score-a,110000,2016,80.0,points", "ledger-duplicate", column: nil, ["earlier": file + ":2"]),
    ]

    @Test(arguments: rows) func rowIsRefused(_ fault: FaultCase) throws {
        try fault.expectFault()
    }

    static let columns = [
        ("known_on", "31.12.2017", "csv-malformed-date", "-"), ("known_on", "2017-02-30", "csv-malformed-date", "-"),
        ("source", "bulletins", "source-unknown", "bulletin"), ("trust", "offical", "csv-unknown-word", "official"),
        ("qualifier", "about", "csv-unknown-word", "-"), ("revision", "finl", "csv-unknown-word", "final"),
        ("transformation", "anual-change", "csv-unknown-word", "annual-change"),
    ]

    @Test(arguments: columns)
    func optionalColumnIsRefused(_ column: String, _ found: String, _ code: String, _ nearest: String) throws {
        let header = "indicator,area,period,value,unit,\(column)\n"
        var arguments = ["found": found]
        if nearest != "-" { arguments["nearest"] = nearest }
        try FaultCase(
            column, in: Self.file, .write(header + "score-a,110000,2016,80.0,points,\(found)\n"), code,
            at: "data/scores.csv:2:\(column)", arguments
        ).expectFault()
    }
}
