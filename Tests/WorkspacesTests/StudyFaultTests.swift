import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// Study files that are none: each fault with line and column, and what was meant where that can be guessed.
struct StudyFaultTests {
    private static let index = "studies/index.yaml"
    private static let plan = "studies/plan.yaml"
    private static let growth = "studies/growth.yaml"

    static let studies = [
        FaultCase(
            "unknown kind", in: index, .replace("composite-index", by: "composite-indx"), "study-unknown-kind",
            at: index + ":1:7", ["found": "composite-indx", "nearest": "composite-index"]),
        FaultCase(
            "no kind", in: index, .replace("kind: composite-index\n", by: ""), "study-without-kind", at: index + ":1:1"),
        FaultCase(
            "unknown key", in: index, .replace("period:", by: "peroid:"), "yaml-unknown-key", at: index + ":9:1",
            ["found": "peroid", "nearest": "period"]),
        FaultCase(
            "missing key", in: index, .replace("period:", by: "peroid:"), "yaml-missing-key", at: index + ":1:1",
            ["expected": "period"]),
        FaultCase(
            "unknown key inside", in: index, .replace("total-weight", by: "totalweight"), "yaml-unknown-key",
            at: index + ":6:3", ["found": "framework.totalweight", "nearest": "total-weight"]),
        FaultCase(
            "text for a number", in: index, .replace("total-weight: 4", by: "total-weight: four"), "yaml-not-a-number",
            at: index + ":6:17", ["key": "framework.total-weight"]),
        FaultCase(
            "NaN for a number", in: index, .replace("{binding: 3}", by: "{binding: .nan}"), "yaml-not-a-number",
            at: index + ":5:28"),
        FaultCase(
            "list for a mapping", in: index, .replace("{a: score-a, b: score-b}", by: "[score-a, score-b]"),
            "yaml-not-a-mapping", at: index + ":7:11", ["key": "observed"]),
        FaultCase(
            "no period", in: index, .replace("\"2016\"", by: "\"2016-13\""), "yaml-not-a-period", at: index + ":9:9"),
        FaultCase("key twice", in: index, .append("period: \"2017\"\n"), "yaml-malformed", at: index + ":9:1"),
        FaultCase("tab", in: index, .append("\tbeside: [score-a]\n"), "yaml-malformed", at: index + ":10:1"),
        FaultCase("empty", in: index, .write("# nothing\n"), "yaml-empty", at: index),
        FaultCase("UTF-16", in: index, .bytes([0xFF, 0xFE, 0x6B, 0x00]), "file-not-utf8", at: index),
        FaultCase(
            "indicator", in: index, .replace("a: score-a", by: "a: score-aa"), "indicator-unknown",
            at: index + ":7:15", ["found": "score-aa", "nearest": "score-a"]),
        FaultCase(
            "indicator twice", in: index, .replace("b: score-b", by: "b: score-a"), "framework-indicator-twice",
            at: index + ":7:11", ["found": "score-a"]),
        FaultCase(
            "element", in: index, .replace("b: score-b", by: "bb: score-b"), "framework-unknown-element",
            at: index + ":7:11", ["found": "bb"]),
        FaultCase(
            "not observed", in: index, .replace(", b: score-b", by: ""), "framework-not-observed",
            at: index + ":7:11", ["found": "b"]),
        FaultCase(
            "observed twice", in: index, .replace("b: score-b", by: "index: score-b"), "framework-observed-twice",
            at: index + ":7:11", ["found": "a"]),
        FaultCase(
            "area", in: index, .replace("parent: CN", by: "parent: CHN"), "area-unknown",
            at: index + ":8:8", ["found": "CHN", "nearest": "CN"]),
        FaultCase(
            "no areas of a level", in: index, .replace("level: province", by: "level: city"), "study-no-areas",
            at: index + ":8:8"),
        FaultCase(
            "no figures", in: index, .replace("\"2016\"", by: "\"2015\""), "study-no-observations",
            at: index + ":7:15", ["indicator": "score-a", "period": "2015"]),
        FaultCase(
            "plan", in: plan, .replace("plan: P", by: "plan: R"), "plan-unknown", at: plan + ":3:42",
            ["found": "R", "expected": "P, Q"]),
        FaultCase(
            "years reversed", in: growth, .replace("{from: 2016, to: 2017}", by: "{from: 2018, to: 2017}"),
            "study-years-reversed", at: growth + ":6:8", ["from": "2018", "to": "2017"]),
        FaultCase(
            "ratio", in: growth, .replace("ratio: energy-per-gdp", by: "ratio: energy-per-gpd"), "indicator-unknown",
            at: growth + ":3:8", ["found": "energy-per-gpd", "nearest": "energy-per-gdp"]),
        FaultCase(
            "numerator", in: growth, .replace("numerator: energy", by: "numerator: enrgy"), "indicator-unknown",
            at: growth + ":4:12", ["found": "enrgy", "nearest": "energy"]),
        FaultCase(
            "upper case", in: "studies/Plan.yaml", .write("kind: plan-ledger\n"), "study-name", at: "studies/Plan.yaml"),
        FaultCase(
            "blank in name", in: "studies/my plan.yaml", .write("a: b\n"), "study-name", at: "studies/my plan.yaml"),
        FaultCase("Chinese name", in: "studies/规划.yaml", .write("a: b\n"), "study-name", at: "studies/规划.yaml"),
    ]

    @Test(arguments: studies) func studyIsRefused(_ fault: FaultCase) throws {
        try fault.expectFault()
    }

    /// The id is the name of the file without its ending: no two files may claim one, and a name may hold no dot.
    @Test(arguments: ["studies/plan.yml", "studies/plan.old.yaml"]) func twoFilesOfOneID(_ file: String) throws {
        try withSmallWorkspace { folder in
            try folder.write(try folder.text(Self.plan).replacing("plan: P", with: "plan: Q"), to: file)
            let faults = try Workspace.check(at: folder.path).filter { $0.severity == .error }
            #expect(faults.map(\.place.file) == [file])
        }
    }
}
