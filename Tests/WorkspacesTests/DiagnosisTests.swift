import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// What `doctor` finds.
struct DiagnosisTests {
    private static func state(
        of subject: Diagnosis.Subject, in folder: TemporaryFolder, fonts: [String] = []
    ) throws -> Diagnosis.State? {
        Diagnosis.examine(folder.path("w"), fonts: fonts).first { $0.subject == subject }?.state
    }

    private static func withWorkspace(_ body: (TemporaryFolder) throws -> Void) throws {
        try withTemporaryFolder { folder in
            _ = try WorkspaceTemplate.copy("jiangsu", to: folder.path("w"))
            try body(folder)
        }
    }

    @Test func everythingIsLookedAtAndNothingChanged() throws {
        try Self.withWorkspace { folder in
            let before = try folder.contents()
            let found = Diagnosis.examine(folder.path("w"))
            #expect(found.map(\.subject) == Diagnosis.Subject.allCases)
            #expect(found.allSatisfy { $0.state != .error || $0.subject == .disk }, "\(found)")
            #expect(try folder.contents() == before)
        }
    }

    @Test func fontsAreFoundByName() throws {
        try Self.withWorkspace { folder in
            let fonts = [folder.path("none"), folder.path("fonts")]
            #expect(try Self.state(of: .fonts, in: folder, fonts: fonts) == .warning)
            try folder.write("x", to: "fonts/latin/DejaVuSans.ttf")
            try folder.write("x", to: "fonts/cjk-readme.txt")
            #expect(try Self.state(of: .fonts, in: folder, fonts: fonts) == .warning)
            try folder.write("x", to: "fonts/deep/er/NotoSansCJK-Regular.ttc")
            #expect(try Self.state(of: .fonts, in: folder, fonts: fonts) == .ok)
        }
    }

    @Test func missingAndFaultyWorkspaces() throws {
        try Self.withWorkspace { folder in
            try folder.write("name: x\n", to: "w/greenprint.yaml")
            #expect(try Self.state(of: .workspace, in: folder) == .error)
            try folder.remove("w")
            for subject in [Diagnosis.Subject.workspace, .writing, .disk] {
                #expect(try Self.state(of: subject, in: folder) == .error, "\(subject)")
            }
        }
    }

    @Test func damagedLedger() throws {
        try Self.withWorkspace { folder in
            #expect(try Self.state(of: .ledger, in: folder) == .ok, "none yet")
            try folder.write("no database, but long enough to be looked at as one", to: "w/.greenprint/ledger.sqlite")
            #expect(try Self.state(of: .ledger, in: folder) == .error)
        }
    }

    @Test func heldLock() throws {
        try Self.withWorkspace { folder in
            let lock = try WorkspaceLock(WorkspaceFolder(folder.path("w")))
            let found = try Self.state(of: .lock, in: folder)
            withExtendedLifetime(lock) {}
            #expect(found == .warning)
        }
        try Self.withWorkspace { folder in
            _ = try OpenWorkspace(at: folder.path("w"))
            #expect(try Self.state(of: .lock, in: folder) == .ok)
            #expect(try Self.state(of: .ledger, in: folder) == .ok)
        }
    }
}
