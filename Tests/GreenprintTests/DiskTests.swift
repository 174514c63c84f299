import Foundation
import Testing
import TestSupport

/// Disks that are full and folders that cannot be written: a clear fault, nothing half-written, and all well afterwards.
struct DiskTests {
    /// Runs one command while files can grow to a limit alone, as on a full disk. The unit of `ulimit -f` is 512 bytes.
    /// Messages and the exit code come through a pipe, which has no limit.
    private static func limited(_ blocks: Int, _ arguments: String, in folder: TemporaryFolder) throws -> String {
        let command = "trap '' XFSZ; ulimit -f \(blocks); \"$G\" \(arguments) 2>&1; echo \"exit $?\""
        return try Greenprint.shell("(\(command)) | cat", in: folder.path).text
    }

    private static func expectClearFault(_ told: String) {
        #expect(told.hasSuffix("exit 1\n"), "\(told)")
        #expect(told.contains(": error: "), "\(told)")
        #expect(!told.contains("Fatal error") && !told.contains("Error Domain"), "\(told)")
    }

    @Test(arguments: [0, 16, 200]) func ledger(_ blocks: Int) throws {
        try withExample { folder in
            Self.expectClearFault(try Self.limited(blocks, "run jiangsu --study plan-12fyp", in: folder))
            let after = try Greenprint.run(["run", folder.path("jiangsu"), "--study", "plan-12fyp"])
            #expect(after.code == 0, "\(after.errors)")
            let verified = try Greenprint.run(["verify", folder.path("jiangsu")])
            #expect(verified.code == 0, "\(verified.errors)")
        }
    }

    @Test func results() throws {
        try withExample { folder in
            let workspace = folder.path("jiangsu")
            #expect(try Greenprint.run(["run", workspace, "--study", "plan-12fyp"]).code == 0)
            let before = try folder.contents(of: "jiangsu/.greenprint/results")
            let told = try Self.limited(100, "run jiangsu --study green-development-index-2016", in: folder)
            Self.expectClearFault(told)
            #expect(told.contains("green-development-index-2016.json: error: "))
            #expect(try folder.contents(of: "jiangsu/.greenprint/results") == before)
            #expect(try Greenprint.run(["run", workspace]).code == 0)
            #expect(try Greenprint.run(["verify", workspace]).code == 0)
        }
    }

    @Test func site() throws {
        try withExample { folder in
            try shortenExample(folder, to: ["plan-12fyp", "plan-13fyp"])
            #expect(try Greenprint.run(["report", "jiangsu", "--output", "site"], in: folder.path).code == 0)
            let site = try folder.contents(of: "site")
            let told = try Self.limited(100, "report jiangsu --output site", in: folder)
            Self.expectClearFault(told)
            #expect(told.contains("\nsite/") || told.hasPrefix("site/"), "\(told)")
            #expect(try folder.contents(of: "site") == site)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["jiangsu", "site"])
        }
    }

    @Test(arguments: [0, 8]) func template(_ blocks: Int) throws {
        try withTemporaryFolder { folder in
            let told = try Self.limited(blocks, "new mine", in: folder)
            Self.expectClearFault(told)
            #expect(told.hasPrefix("mine: error: "), "\(told)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    /// A real full disk, where the tests may mount one.
    @Test(arguments: [64, 400]) func smallDisk(_ kilobytes: Int) throws {
        try withExample { folder in
            try folder.write("", to: "disk/x")
            let mounted = try Greenprint.shell("mount -t tmpfs -o size=\(kilobytes)k none disk", in: folder.path)
            guard mounted.code == 0 else { return }
            defer { _ = try? Greenprint.shell("umount disk", in: folder.path) }
            let script = "ln -s \"$PWD/disk\" jiangsu/.greenprint; \"$G\" run jiangsu 2>&1; echo \"exit $?\""
            Self.expectClearFault(try Greenprint.shell(script, in: folder.path).text)
            _ = try Greenprint.shell("mount -o remount,size=64m disk", in: folder.path)
            let after = try Greenprint.run(["run", folder.path("jiangsu")])
            #expect(after.code == 0, "\(after.errors)")
            #expect(try Greenprint.run(["verify", folder.path("jiangsu")]).code == 0)
        }
    }
}
