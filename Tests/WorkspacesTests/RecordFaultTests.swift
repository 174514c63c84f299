import StatisticalData
import Testing

@testable import Workspaces

/// Source records that are missing, alone, or say what cannot be.
struct RecordFaultTests {
    private static let record = "data/scores.source.yaml"

    static let records = [
        FaultCase(
            "no record", in: record, .remove, "batch-without-record", at: "data/scores.csv", ["expected": record]),
        FaultCase(
            "no batch", in: "data/scores.csv", .remove, "record-without-batch", at: record,
            ["expected": "data/scores.csv"]),
        FaultCase(
            "no framework for its record", in: "frameworks/index.csv", .remove, "record-without-batch",
            at: "frameworks/index.source.yaml", ["expected": "frameworks/index.csv"]),
        FaultCase(
            "source in two records", in: record, .replace("id: evaluation", by: "id: bulletin"), "source-duplicate",
            at: record, ["found": "bulletin", "earlier": "data/energy.source.yaml"]),
        FaultCase(
            "default that no record declares", in: record, .replace("{source: evaluation", by: "{source: evalution"),
            "source-unknown", at: record, ["found": "evalution", "nearest": "evaluation"]),
        FaultCase(
            "unknown key", in: record, .replace("    licence:", by: "    license:"), "yaml-unknown-key",
            at: record + ":5:5", ["found": "sources.license", "nearest": "licence"]),
        FaultCase(
            "missing key", in: record, .replace("    licence:", by: "    license:"), "yaml-missing-key",
            at: record + ":2:5", ["expected": "sources.licence"]),
        FaultCase(
            "one language", in: record, .replace("{en: Office, zh: 机关}", by: "{en: Office}"), "yaml-missing-key",
            at: record + ":3:16", ["expected": "sources.publisher.zh"]),
        FaultCase(
            "text for a mapping", in: record, .replace("{en: Office, zh: 机关}", by: "Office"), "yaml-not-a-mapping",
            at: record + ":3:16", ["key": "sources.publisher"]),
        FaultCase(
            "no date", in: record, .replace("2017-12-26", by: "26.12.2017"), "yaml-not-a-date", at: record + ":7:42",
            ["key": "defaults.known-on"]),
        FaultCase(
            "unknown trust", in: record, .replace("trust: press", by: "trust: pres"), "yaml-unknown-word",
            at: record + ":6:12", ["found": "pres", "nearest": "press"]),
        FaultCase(
            "rows in words", in: record, .append("rows: four\n"), "yaml-not-a-integer", at: record + ":9:7"),
        FaultCase("empty", in: record, .write(""), "yaml-empty", at: record),
        FaultCase("list", in: record, .write("- a\n- b\n"), "yaml-not-a-mapping", at: record + ":1:1"),
        FaultCase(
            "no YAML", in: record, .write("sources: [\n  {id: a\n"), "yaml-malformed", at: record + ":3:1"),
        FaultCase("GB18030", in: record, .bytes([0x61, 0x3A, 0x20, 0xBD, 0xAD, 0x0A]), "file-not-utf8", at: record),
    ]

    @Test(arguments: records) func recordIsRefused(_ fault: FaultCase) throws {
        try fault.expectFault()
    }

    /// Twice in one record is as wrong as in two.
    @Test func sourceTwiceInOneRecord() throws {
        let entry = SmallWorkspace.record(source: "evaluation").split(separator: "\n").dropFirst().prefix(5)
        let twice = "sources:\n" + (entry + entry).joined(separator: "\n") + "\n"
        try FaultCase(
            "twice", in: Self.record, .write(twice), "source-duplicate", at: Self.record, ["found": "evaluation"]
        ).expectFault()
    }

    /// Without defaults every row must say what it is.
    @Test(arguments: ["transformation", "known_on", "revision", "source"])
    func rowsWithoutDefaultsSayWhatTheyAre(_ column: String) throws {
        let record = SmallWorkspace.record(source: "evaluation")
        let without = record.split(separator: "\n").filter { !$0.hasPrefix("defaults") }.joined(separator: "\n") + "\n"
        try FaultCase(
            column, in: Self.record, .write(without), "csv-empty-field", at: "data/scores.csv:2:\(column)"
        ).expectFault()
    }
}
