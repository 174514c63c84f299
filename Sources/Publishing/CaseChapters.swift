import Reports
import StatisticalData
import Workspaces

/// The cases of a workspace as the report shows them.
enum CaseChapters {
    /// The cases that can be shown; all or none when one of them is at fault, which `greenprint cases` names.
    static func all(_ open: OpenWorkspace) throws -> [CaseChapter]? {
        var collector = FaultCollector()
        return try collector.collect { _ in try chapters(open) }
    }

    private static func chapters(_ open: OpenWorkspace) throws -> [CaseChapter] {
        try open.workspace.practiceCases().map { practice in
            let declared = practice.declared
            return CaseChapter(
                id: practice.id, title: declared.title, kind: declared.kind.rawValue, area: declared.area,
                period: declared.period, problem: declared.problem, done: declared.done, reading: declared.reading,
                transfer: declared.transfer, evidence: try open.evidence(of: practice))
        }
    }
}
