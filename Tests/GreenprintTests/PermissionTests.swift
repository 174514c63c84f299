import Foundation
import Testing
import TestSupport

/// Folders and files that may not be written or read, for a user without rights over them.
struct PermissionTests {
    /// Runs the command as a user who is not the owner; the administrator's tests step down for it.
    private static func unprivileged(_ script: String, in folder: TemporaryFolder) throws -> Greenprint.Outcome {
        let asNobody = "exec setpriv --reuid=65534 --regid=65534 --clear-groups /bin/sh -c"
        let wrapped = geteuid() == 0 ? asNobody + " '\(script)'" : script
        return try Greenprint.shell(wrapped, in: folder.path)
    }

    /// Whether the command can be started that way here.
    private static func isPossible() -> Bool {
        let outcome = try? withTemporaryFolder { try unprivileged("\"$G\" --version", in: $0) }
        return outcome?.code == 0
    }

    private static func expectFault(_ outcome: Greenprint.Outcome, _ part: String) {
        #expect(outcome.code == 1, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(": error: "), "\(outcome.errors)")
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Error Domain"), "\(outcome.errors)")
    }

    @Test(.enabled(if: isPossible())) func readOnlyWorkspace() throws {
        try withExample { folder in
            _ = try Greenprint.shell("chmod -R a-w,a+rX .", in: folder.path)
            defer { _ = try? Greenprint.shell("chmod -R u+w .", in: folder.path) }
            Self.expectFault(try Self.unprivileged("\"$G\" run jiangsu", in: folder), ".greenprint: error: ")
            let check = try Self.unprivileged("\"$G\" check jiangsu", in: folder)
            #expect(check.code == 0, "check needs no right to write: \(check.errors)")
        }
    }

    /// Also one that was run before: its ledger can be read, not written.
    @Test(.enabled(if: isPossible())) func readOnlyLedger() throws {
        try withExample { folder in
            #expect(try Greenprint.run(["run", folder.path("jiangsu")]).code == 0)
            _ = try Greenprint.shell("chmod -R a-w,a+rX .", in: folder.path)
            defer { _ = try? Greenprint.shell("chmod -R u+w .", in: folder.path) }
            Self.expectFault(try Self.unprivileged("\"$G\" run jiangsu", in: folder), ".greenprint/lock: error: ")
            let check = try Self.unprivileged("\"$G\" check jiangsu", in: folder)
            #expect(check.code == 0, "check needs no right to write: \(check.errors)")
        }
    }

    @Test(.enabled(if: isPossible())) func unreadableFiles() throws {
        try withExample { folder in
            _ = try Greenprint.shell(
                "chmod -R a+rwX .; chmod 000 jiangsu/data/energy-intensity-2020.csv jiangsu/studies/plan-263.yaml",
                in: folder.path)
            let outcome = try Self.unprivileged("\"$G\" check jiangsu", in: folder)
            if geteuid() == 0 {
                Self.expectFault(outcome, "data/energy-intensity-2020.csv: error: ")
                Self.expectFault(outcome, "studies/plan-263.yaml: error: ")
            } else {
                #expect(outcome.code == 1)
            }
        }
    }

    @Test(.enabled(if: isPossible())) func outputThatCannotBeWritten() throws {
        try withExample { folder in
            try shortenExample(folder)
            try folder.write("", to: "locked/x")
            _ = try Greenprint.shell("chmod -R a+rwX .; chmod a-w,a+rx locked", in: folder.path)
            defer { _ = try? Greenprint.shell("chmod -R u+w .", in: folder.path) }
            let outcome = try Self.unprivileged("\"$G\" report jiangsu --output locked/site", in: folder)
            Self.expectFault(outcome, "Permission denied")
            #expect(try folder.contents(of: "locked") == ["x": Data()])
        }
    }
}
