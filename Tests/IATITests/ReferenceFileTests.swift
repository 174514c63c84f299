import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import IATI

/// The example files of the standard and our own, against what is known of them.
@Suite(.enabled(if: ReferenceFolder.subject("exchange") != nil))
struct ReferenceFileTests {
    private func broken(_ name: String) throws -> Set<String> {
        let folder = try #require(ReferenceFolder.subject("exchange"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/iati/examples/" + name))
        let now = try #require(KnownDate("2026-11-25"))
        let findings = try IATICheck.findings([UInt8](bytes), file: name, on: now)
        return Set(findings.filter { $0.severity == .error }.map { $0.arguments["rule"] ?? $0.code })
    }

    /// The official example activity breaks five rules.
    @Test func officialActivity() throws {
        #expect(try broken("activity-example.xml") == ["3.4.2", "3.6.2", "6.6.2", "6.13.1", "8.11.1"])
    }

    @Test(arguments: ["organisation-example.xml", "greenprint-activity.xml", "greenprint-organisation.xml"])
    func soundFiles(name: String) throws {
        #expect(try broken(name) == [])
    }
}
