import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Good practices: their evidence is in the ledger, or the case is refused.
struct PracticeCaseTests {
    private static let text = """
        title: {en: Scores rise, zh: 得分提高}
        kind: policy
        area: "320000"
        period: "2016"
        problem: {en: Low Scores, zh: 得分低}
        done: {en: Advice, zh: 指导}
        reading: {en: Not proven, zh: 未证实}
        transfer: {en: The form, zh: 形式}
        evidence: [{indicator: score-a}, {indicator: score-b, area: "110000"}]

        """

    private static func codes(_ old: String, _ new: String) throws -> [String] {
        try withSmallWorkspace { folder in
            try folder.write(text.replacing(old, with: new), to: "cases/scores.yaml")
            do {
                let open = try OpenWorkspace(at: folder.path)
                for practice in try open.workspace.practiceCases() { _ = try open.evidence(of: practice) }
                return []
            } catch let faults as Faults {
                return faults.list.map(\.code)
            } catch let fault as Fault {
                return [fault.code]
            }
        }
    }

    @Test func evidenceComesFromTheLedger() throws {
        try withSmallWorkspace { folder in
            try folder.write(Self.text, to: "cases/scores.yaml")
            let open = try OpenWorkspace(at: folder.path)
            let practice = try #require(try open.workspace.practiceCases().first)
            #expect(practice.id == "scores")
            #expect(try open.evidence(of: practice).map { $0.map(\.value) } == [[70], [60]])
            for words in [["scores"], ["得分", "PROVEN"], [], ["policy", "指导"]] { #expect(practice.matches(words)) }
            for words in [["water"], ["scores", "水"]] { #expect(!practice.matches(words)) }
        }
    }

    @Test(arguments: [
        ("score-a", "score-c", "indicator-unknown"), ("320000", "990000", "area-unknown"),
        ("score-a", "energy-per-gdp", "case-series-empty"), ("kind: policy", "kind: law", "yaml-unknown-word"),
        ("[{indicator: score-a}, {indicator: score-b, area: \"110000\"}]", "[]", "case-without-evidence"),
        (", zh: 形式", "", "yaml-missing-key"),
    ])
    func faults(old: String, new: String, code: String) throws {
        #expect(try Self.codes(old, new).contains(code))
    }
}
