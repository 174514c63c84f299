import LedgerStore
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// Batches that are wrong as files: encodings, headers, files cut off, what the source record announces.
struct BatchFileTests {
    private static let file = "data/scores.csv"
    private static let header = "indicator,area,period,value,unit\n"
    private static let rows = header + "score-a,110000,2016,80.0,points\nscore-b,110000,2016,60.0,points\n"

    /// "江苏" in GB18030.
    private static let chineseInGB18030: [UInt8] = [0xBD, 0xAD, 0xCB, 0xD5]

    static let files = [
        FaultCase(
            "column missing", in: file, .replace("area,period", by: "aera,period"), "csv-missing-column",
            at: file + ":1", ["expected": "area", "nearest": "aera"]),
        FaultCase(
            "column unknown", in: file, .replace("area,period", by: "aera,period"), "csv-unknown-column",
            at: file + ":1:aera", ["found": "aera", "nearest": "area"]),
        FaultCase(
            "column twice", in: file, .replace("period,value", by: "value,value"), "csv-repeated-column",
            at: file + ":1:value"),
        FaultCase(
            "column without name", in: file, .replace("value,unit\n", by: "value,unit,\n"), "csv-unnamed-column",
            at: file + ":1:6"),
        FaultCase("empty", in: file, .write(""), "csv-empty", at: file),
        FaultCase("mark only", in: file, .bytes([0xEF, 0xBB, 0xBF]), "csv-empty", at: file),
        FaultCase(
            "GB18030", in: file,
            .bytes(Array((header + "score-a,").utf8) + chineseInGB18030 + Array(",2016,1,points\n".utf8)),
            "csv-not-utf8", at: file, ["byte": "42"]),
        FaultCase(
            "UTF-16", in: file, .bytes([0xFF, 0xFE] + rows.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
            "csv-not-utf8", at: file, ["byte": "1"]),
        FaultCase(
            "UTF-16 without mark", in: file, .bytes(rows.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
            "csv-not-utf8", at: file, ["byte": "2"]),
        FaultCase(
            "cut off in a row", in: file, .write(rows + "score-a,320000,20"), "csv-cut-off", at: file + ":4:period"),
        FaultCase(
            "cut off after the last field", in: file, .write(rows + "score-a,320000,2016,7,points"), "csv-cut-off",
            at: file + ":4:unit"),
        FaultCase(
            "cut off in quotes", in: file, .write(rows + "score-a,320000,2016,\"70\nscore-b,3200"),
            "csv-unclosed-quote", at: file + ":4:value"),
        FaultCase(
            "more rows", in: "data/scores.source.yaml", .append("rows: 3\n"), "batch-row-count", at: file,
            ["found": "4", "expected": "3"]),
        FaultCase(
            "rows without rows", in: "data/scores.source.yaml", .append("rows: 0\n"), "batch-row-count", at: file),
        FaultCase(
            "checksum", in: "data/scores.source.yaml", .append("sha256: " + String(repeating: "0", count: 64) + "\n"),
            "batch-checksum", at: file),
    ]

    @Test(arguments: files) func fileIsRefused(_ fault: FaultCase) throws {
        try fault.expectFault()
    }

    static let accepted: [(String, [UInt8])] = [
        ("byte order mark", [0xEF, 0xBB, 0xBF] + Array(rows.utf8)),
        ("CRLF", Array(rows.replacing("\n", with: "\r\n").utf8)),
        ("quoted", Array(rows.replacing("80.0", with: "\"80.0\"").utf8)),
        ("other order", Array("unit,value,period,area,indicator\npoints,80.0,2016,110000,score-a\n".utf8)),
    ]

    @Test(arguments: accepted) func fileIsTaken(_ what: String, _ bytes: [UInt8]) throws {
        try withSmallWorkspace { folder in
            try folder.write(bytes, to: Self.file)
            try folder.remove("studies/index.yaml")
            try folder.replace("[index, plan]", by: "[plan]", in: "greenprint.yaml")
            #expect(try faultsOfRun(in: folder).isEmpty)
            let ledger = try Ledger(path: folder.path(Workspace.ledgerFile))
            let key = SeriesKey("score-a", in: "110000")
            #expect(try ledger.series(key, asKnownOn: nil).map(\.value) == [80])
        }
    }

    /// A batch may have a header alone; the study that needs its figures says what it lacks.
    @Test func headerAloneHoldsNoFigures() throws {
        try FaultCase(
            "header alone", in: Self.file, .write(Self.header), "study-no-observations",
            at: "studies/index.yaml:7:15", ["indicator": "score-a", "period": "2016"]
        ).expectFault()
    }

    @Test func columnsBeyondNumberAreNamedAndCounted() throws {
        let names = (1...200).map { "x\($0)" }.joined(separator: ",")
        try withSmallWorkspace { folder in
            try folder.write(Self.header.dropLast() + "," + names + "\n", to: Self.file)
            let faults = try Workspace.check(at: folder.path)
            let unknown = faults.filter { $0.code == "csv-unknown-column" }
            #expect(unknown.first?.place.description == Self.file + ":1:x1")
            let more = faults.filter { $0.code == "more-faults" }.compactMap { $0.arguments["count"] }.compactMap(
                Int.init)
            #expect(unknown.count + more.reduce(0, +) == 200)
        }
    }
}
