import Foundation
import Testing
import TestSupport

/// Processes killed at any point, and several at once.
struct InterruptionTests {
    /// A batch is in the ledger whole or not at all: the next run enters all of it or finds it there, and what is stored
    /// equals what the files give.
    @Test(arguments: 0..<4) func killedWhileEntering(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        try withExample { folder in
            try LargeBatch.write(to: folder)
            let workspace = folder.path("jiangsu")
            let child = try Greenprint.start(["run", workspace, "--study", "plan-12fyp"])
            usleep(UInt32.random(in: 50_000...1_000_000, using: &generator))
            child.kill()
            _ = try child.wait()
            let outcome = try Greenprint.run(["run", workspace, "--study", "plan-12fyp"])
            #expect(outcome.code == 0, "\(outcome.errors)")
            for line in outcome.errorLines where line.contains("data/large.csv") {
                #expect(line.contains(String(LargeBatch.count)), "\(line)")
            }
            let verified = try Greenprint.run(["verify", workspace])
            #expect(verified.code == 0, "\(verified.errors)")
        }
    }

    @Test(arguments: 0..<2) func killedWhileRebuilding(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(100 + seed))
        try withExample { folder in
            let workspace = folder.path("jiangsu")
            #expect(try Greenprint.run(["run", workspace]).code == 0)
            let child = try Greenprint.start(["rebuild", workspace])
            usleep(UInt32.random(in: 50_000...600_000, using: &generator))
            child.kill()
            _ = try child.wait()
            let outcome = try Greenprint.run(["run", workspace])
            #expect(outcome.code == 0, "\(outcome.errors)")
            let verified = try Greenprint.run(["verify", workspace])
            #expect(verified.code == 0, "\(verified.errors)")
        }
    }

    @Test func twoAtOnce() throws {
        try withExample { folder in
            let arguments = ["run", folder.path("jiangsu"), "--format", "csv"]
            let children = try (0..<3).map { _ in try Greenprint.start(arguments) }
            let outcomes = try children.map { try $0.wait() }
            for outcome in outcomes {
                #expect(outcome.code == 0, "\(outcome.errors)")
                #expect(outcome.output == outcomes[0].output)
            }
            #expect(outcomes[0].lines.count > 1000)
            let entered = outcomes.filter { $0.errors.contains("data/energy-intensity-2020.csv") }
            #expect(entered.count == 1, "one of them enters the batches, the others find them there")
            #expect(try Greenprint.run(["verify", folder.path("jiangsu")]).code == 0)
        }
    }

    /// Readers beside writers: nobody sees a half.
    @Test func differentCommandsAtOnce() throws {
        try withExample { folder in
            let workspace = folder.path("jiangsu")
            #expect(try Greenprint.run(["run", workspace]).code == 0)
            let children = try [
                ["rebuild", workspace], ["check", workspace], ["verify", workspace], ["run", workspace],
            ]
            .map { try Greenprint.start($0) }
            for child in children {
                let outcome = try child.wait()
                #expect(outcome.code == 0, "\(outcome.errors)")
            }
            #expect(try Greenprint.run(["verify", workspace]).code == 0)
        }
    }
}
