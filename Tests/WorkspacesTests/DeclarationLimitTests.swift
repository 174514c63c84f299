import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// Small files that would become large ones: refused before they cost memory or time.
struct DeclarationLimitTests {
    private static let study = "studies/bomb.yaml"

    /// Nine levels of nine aliases: 9^9 values when expanded ("billion laughs").
    private static var aliases: String {
        let levels = (1...9).map { level in
            "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        return "a0: &a0 x\n" + levels.joined()
    }

    static let bombs = [
        FaultCase("aliases", in: study, .write(aliases), "yaml-anchor", at: study + ":1:5"),
        FaultCase("anchor", in: study, .write("kind: &a plan-ledger\n"), "yaml-anchor", at: study + ":1:7"),
        FaultCase("merge", in: study, .write("a: &a {b: c}\nd: {<<: *a}\n"), "yaml-anchor", at: study + ":1:4"),
        FaultCase("too deep", in: study, .write(nested(100)), "yaml-too-deep", at: study + ":1:41"),
        FaultCase("far too deep", in: study, .write(nested(100_000)), "yaml-malformed", at: study + ":1:1001"),
        FaultCase(
            "too large", in: study, .write("a: " + String(repeating: "x", count: 1 << 20) + "\n"), "yaml-too-large",
            at: study),
        FaultCase(
            "too many", in: study, .write("a: [" + String(repeating: "1,", count: 200_000) + "1]\n"), "yaml-too-large",
            at: study),
        FaultCase(
            "two documents", in: study, .write("kind: plan-ledger\n---\nkind: plan-ledger\n"), "yaml-malformed",
            at: study + ":2:1"),
    ]

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\n"
    }

    @Test(arguments: bombs) func bombIsRefused(_ fault: FaultCase) throws {
        try withSmallWorkspace { folder in
            try fault.apply(to: folder)
            let faults = try Workspace.check(at: folder.path)
            #expect(
                faults.contains { $0.code == fault.code && $0.place.file == Self.study },
                "\(faults.map { "\($0.place) \($0.code)" })")
        }
    }

    @Test(arguments: ["greenprint.yaml", "data/scores.source.yaml"]) func bombInOtherFiles(_ file: String) throws {
        try withSmallWorkspace { folder in
            try folder.write(Self.aliases, to: file)
            let faults = try Workspace.check(at: folder.path)
            #expect(faults.contains { $0.code.hasPrefix("yaml-") && $0.place.file == file }, "\(faults.map(\.code))")
        }
    }

    /// A number where a text is declared must not turn into another number, nor a text that YAML reads as one.
    @Test func textsStayTexts() throws {
        try withSmallWorkspace { folder in
            try folder.replace("area: \"320000\"", by: "area: 320000", in: "greenprint.yaml")
            try folder.replace("{en: Small, zh: 小}", by: "{en: 1e3, zh: no}", in: "greenprint.yaml")
            let workspace = try Workspace(at: folder.path)
            #expect(workspace.configuration.area == "320000")
            #expect(workspace.configuration.name == LocalisedText(en: "1e3", zh: "no"))
        }
    }
}
