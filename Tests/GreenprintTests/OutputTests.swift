import Foundation
import Testing
import TestSupport

/// Where output goes: pipes closed early, full devices, closed descriptors. Never a crash.
struct OutputTests {
    private static func expectNoCrash(_ outcome: Greenprint.Outcome, _ what: String) {
        #expect(outcome.signal == nil, "\(what): signal \(outcome.signal ?? 0)")
        #expect(!outcome.errors.contains("Fatal error"), "\(what)")
        #expect(!outcome.errors.contains("crashed"), "\(what)")
        #expect(!outcome.errors.contains("Illegal instruction"), "\(what)")
    }

    /// `head` closes the pipe; the large output does not fit into its buffer.
    @Test(arguments: ["", "trap '' PIPE; "]) func closedPipe(_ before: String) throws {
        try withExample { folder in
            let outcome = try Greenprint.shell(before + "\"$G\" run jiangsu --format json | head -n 1", in: folder.path)
            #expect(outcome.code == 0)
            #expect(outcome.text == "[\n")
            Self.expectNoCrash(outcome, "head")
        }
    }

    @Test(arguments: ["run jiangsu --format csv", "--help", "--version"]) func fullDevice(_ arguments: String) throws {
        try withExample { folder in
            let outcome = try Greenprint.shell("\"$G\" \(arguments) > /dev/full; echo $?", in: folder.path)
            Self.expectNoCrash(outcome, arguments)
            #expect(outcome.text == "1\n")
        }
    }

    @Test func fullDeviceForMessages() throws {
        try withExample { folder in
            let outcome = try Greenprint.shell("\"$G\" run jiangsu --format csv 2> /dev/full | wc -l", in: folder.path)
            Self.expectNoCrash(outcome, "stderr")
            #expect((Int(outcome.text.filter(\.isNumber)) ?? 0) > 1000)
        }
    }

    /// With standard output closed the next file opened gets its number: results must not end up in that file.
    @Test(arguments: [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"]) func closedDescriptors(_ closed: String) throws {
        try withExample { folder in
            let outcome = try Greenprint.shell("\"$G\" run jiangsu \(closed); true", in: folder.path)
            Self.expectNoCrash(outcome, closed)
            #expect(try folder.bytes("jiangsu/.greenprint/lock").isEmpty, "something was printed into the lock")
            #expect(try Greenprint.run(["verify", folder.path("jiangsu")]).code == 0)
        }
    }
}
