import Foundation
import Testing
import TestSupport

/// `verify` by its exit code and the file it names; finer cases are in WorkspacesTests.
struct VerifyCommandTests {
    private static let result = ".greenprint/results/plan-12fyp.json"

    static let changes: [(String, @Sendable (TemporaryFolder) throws -> Void)] = [
        (result, { try $0.flipBit(ofByte: 100, in: "jiangsu/" + result) }),
        (result, { try $0.remove("jiangsu/" + result) }),
        (
            result,
            {
                let study = "jiangsu/studies/plan-12fyp.yaml"
                try $0.replace("plan-ledger\n", by: "plan-ledger\nas-known-on: 2031\n", in: study)
            }
        ),
        (".greenprint/results/more.json", { try $0.write("{}", to: "jiangsu/.greenprint/results/more.json") }),
        (
            "data/energy-intensity-2020.csv",
            { try $0.flipBit(ofByte: 150, in: "jiangsu/data/energy-intensity-2020.csv") }
        ),
    ]

    @Test(arguments: changes.indices) func changeIsNamed(_ index: Int) throws {
        let (file, change) = Self.changes[index]
        try withExample { folder in
            let workspace = folder.path("jiangsu")
            #expect(try Greenprint.run(["run", workspace, "--study", "plan-12fyp"]).code == 0)
            let fresh = try Greenprint.run(["verify", workspace])
            #expect(fresh.code == 0)
            #expect(fresh.errors == "Verification finished. Batches compared: 6; results recomputed: 1; faults: 0.\n")
            try change(folder)
            let outcome = try Greenprint.run(["verify", workspace])
            #expect(outcome.code == 1)
            #expect(outcome.errorLines.contains { $0.hasPrefix(file + ": error: ") }, "\(outcome.errors)")
        }
    }

    @Test func neverRunIsInOrder() throws {
        try withExample { folder in
            let outcome = try Greenprint.run(["verify", folder.path("jiangsu")])
            #expect(outcome.code == 0, "\(outcome.errors)")
        }
    }

    @Test func garbageForALedger() throws {
        try withExample { folder in
            let workspace = folder.path("jiangsu")
            #expect(try Greenprint.run(["run", workspace]).code == 0)
            try folder.write(String(repeating: "no ledger", count: 10_000), to: "jiangsu/.greenprint/ledger.sqlite")
            for command in ["run", "verify", "check"] {
                let outcome = try Greenprint.run([command, workspace])
                #expect(outcome.code == 1, "\(command)")
                #expect(
                    outcome.errors.contains("ledger.sqlite: error: The ledger is damaged"),
                    "\(command): \(outcome.errors)")
                #expect(outcome.errors.contains("greenprint rebuild"))
            }
            #expect(try Greenprint.run(["rebuild", workspace]).code == 0)
            #expect(try Greenprint.run(["verify", workspace]).code == 0)
        }
    }
}
