import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// Areas, indicators and `greenprint.yaml`.
struct RegistryFaultTests {
    private static let areas = "areas.csv"
    private static let indicators = "indicators.csv"
    private static let configuration = "greenprint.yaml"

    static let registries = [
        FaultCase(
            "area twice", in: areas, .append("320000,CN,province,Jiangsu,江苏省\n"), "area-duplicate", at: areas + ":5:id",
            ["area": "320000"]),
        FaultCase(
            "parent", in: areas, .append("330000,CHN,province,Zhejiang,浙江省\n"), "area-unknown", at: areas + ":5:id",
            ["found": "CHN", "nearest": "CN"]),
        FaultCase(
            "cycle", in: areas, .replace("CN,,", by: "CN,320000,"), "area-cycle", at: areas + ":2:id", ["area": "CN"]),
        FaultCase(
            "own parent", in: areas, .append("330000,330000,province,Zhejiang,浙江省\n"), "area-cycle", at: areas + ":5:id"
        ),
        FaultCase(
            "no level", in: areas, .append("330000,CN,,Zhejiang,浙江省\n"), "csv-empty-field", at: areas + ":5:level"),
        FaultCase(
            "no Chinese name", in: areas, .append("330000,CN,province,Zhejiang,\n"), "csv-empty-field",
            at: areas + ":5:name_zh"),
        FaultCase(
            "areas column", in: areas, .replace("level", by: "levl"), "csv-missing-column", at: areas + ":1",
            ["expected": "level", "nearest": "levl"]),
        FaultCase("areas empty", in: areas, .write(""), "csv-empty", at: areas),
        FaultCase("areas missing", in: areas, .remove, "file-missing", at: areas),
        FaultCase(
            "indicator twice", in: indicators, .append("energy,Energy,能源,tce,none,\n"), "indicator-duplicate",
            at: indicators + ":6:id"),
        FaultCase(
            "unit", in: indicators, .append("water,Water,水,10^8 cubic,none,\n"), "csv-malformed-unit",
            at: indicators + ":6:unit"),
        FaultCase(
            "direction", in: indicators, .append("water,Water,水,10^8 m3,dwn,\n"), "csv-unknown-word",
            at: indicators + ":6:direction", ["nearest": "down"]),
        FaultCase(
            "goal", in: indicators, .append("water,Water,水,10^8 m3,none,6 18\n"), "indicator-goal",
            at: indicators + ":6:sdg_goals", ["found": "18"]),
        FaultCase(
            "no unit", in: indicators, .append("water,Water,水,,none,\n"), "csv-empty-field", at: indicators + ":6:unit"),
        FaultCase("indicators missing", in: indicators, .remove, "file-missing", at: indicators),
        FaultCase(
            "home area", in: configuration, .replace("\"320000\"", by: "\"32000\""), "area-unknown",
            at: configuration + ":2:7", ["found": "32000", "nearest": "320000"]),
        FaultCase(
            "chapter", in: configuration, .replace("[index, plan]", by: "[index, plans]"), "study-unknown",
            at: configuration + ":4:19", ["found": "plans", "nearest": "plan"]),
        FaultCase(
            "language", in: configuration, .replace("[en, zh]", by: "[en, fr]"), "yaml-unknown-word",
            at: configuration + ":3:17", ["found": "fr"]),
        FaultCase(
            "key", in: configuration, .append("chapter: [growth]\n"), "yaml-unknown-key", at: configuration + ":5:1",
            ["nearest": "chapters"]),
        FaultCase(
            "no name", in: configuration, .replace("name: {en: Small, zh: 小}\n", by: ""), "yaml-missing-key",
            at: configuration + ":1:1", ["expected": "name"]),
        FaultCase("empty", in: configuration, .write(""), "yaml-empty", at: configuration),
        FaultCase("text", in: configuration, .write("greenprint\n"), "yaml-not-a-mapping", at: configuration + ":1:1"),
    ]

    @Test(arguments: registries) func registryIsRefused(_ fault: FaultCase) throws {
        try fault.expectFault()
    }

    @Test func noWorkspace() throws {
        try withSmallWorkspace { folder in
            try folder.remove("greenprint.yaml")
            let before = try folder.contents()
            for faults in [try Workspace.check(at: folder.path), try faultsOfRun(in: folder)] {
                #expect(faults.map(\.code) == ["workspace-missing"])
                #expect(faults.map(\.place.file) == [folder.path])
            }
            #expect(try folder.contents() == before)
        }
    }

    /// A file where a folder is expected is a fault with its name, not an error of the system.
    @Test(arguments: ["data", "studies", "plans", "frameworks"]) func fileInPlaceOfAFolder(_ name: String) throws {
        try withSmallWorkspace { folder in
            try folder.remove(name)
            try folder.write("", to: name)
            let faults = try Workspace.check(at: folder.path)
            #expect(faults.contains { $0.place.file == name }, "told: \(faults.map { "\($0.place) \($0.code)" })")
        }
    }
}
