import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Records of folders of tables: what they list must be there, unchanged, and all that is there must be listed.
struct TableRecordTests {
    private static let record = """
        sources:
          - id: some-table
            publisher: {en: Office, zh: 某局}
            title: {en: Table, zh: 表}
            licence: {en: none, zh: 无}
            trust: unverified
        defaults: {source: some-table}
        files:
          - {name: Z.csv, sha256: HASH}
        """

    private static func codes(_ change: (TemporaryFolder) throws -> Void) throws -> [String] {
        try withTemporaryFolder { folder in
            try SmallWorkspace.write(to: folder)
            let text = "sector,a\na,1\n"
            try folder.write(text, to: "tables/t/Z.csv")
            let hash = Checksum.sha256(Data(text.utf8))
            try folder.write(record.replacing("HASH", with: hash), to: "tables/t.source.yaml")
            try change(folder)
            return try Workspace.check(at: folder.path).filter { $0.severity == .error }.map(\.code)
        }
    }

    @Test func whatIsRecordedIsFine() throws {
        #expect(try Self.codes { _ in } == [])
    }

    @Test func whatIsNotIsTold() throws {
        #expect(try Self.codes { try $0.write("sector,a\na,2\n", to: "tables/t/Z.csv") } == ["table-checksum"])
        #expect(try Self.codes { try $0.write("x\n", to: "tables/t/Y.csv") } == ["table-unlisted"])
        #expect(try Self.codes { try $0.write("x\n", to: "tables/other/Z.csv") } == ["batch-without-record"])
        #expect(
            try Self.codes { folder in
                try FileManager.default.removeItem(atPath: folder.path + "/tables/t/Z.csv")
            } == ["file-missing"])
    }
}
