import Reports
import StatisticalData
import Studies
import Workspaces

extension Messages {
    /// Runs `body`, showing on a terminal how far it is where that takes long.
    func withProgress<Result>(_ body: (JobProgress) throws -> Result) rethrows -> Result {
        let line = ProgressLine(self)
        defer { line.end() }
        return try body(line.progress)
    }

    /// Tells which batches were added.
    func tell(_ ingestion: Workspace.Ingestion) {
        for batch in ingestion.added {
            tell("ingested", ["file": batch.file, "count": String(batch.observations)])
        }
    }

    /// Tells the remarks a study makes on its result.
    func tell(_ notices: [Notice], of result: StudyResult) {
        for notice in notices {
            let item = result.items.first { $0.id == notice.item }
            let name = item?.name[wording.language] ?? notice.item ?? result.study
            let period = result.kind == .compositeIndex ? notice.arguments["period"] : nil
            tell(
                "notice-line",
                [
                    "item": [name, period].compactMap { $0 }.joined(separator: " "),
                    "text": wording(notice.code, notice.arguments),
                ])
        }
    }
}
