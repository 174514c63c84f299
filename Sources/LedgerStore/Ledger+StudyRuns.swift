import GRDB
import StatisticalData

/// That a study was run: on which inputs, with which result.
public struct StudyRun: Hashable, Sendable {
    /// The study.
    public let study: String
    /// SHA-256 of everything that went in.
    public let inputsSHA256: String
    /// SHA-256 of the stored result.
    public let resultSHA256: String

    /// Describes a run.
    public init(study: String, inputsSHA256: String, resultSHA256: String) {
        self.study = study
        self.inputsSHA256 = inputsSHA256
        self.resultSHA256 = resultSHA256
    }
}

extension Ledger {
    /// The runs recorded, by study.
    public func studyRuns() throws -> [StudyRun] {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                try Row.fetchAll(db, sql: "SELECT * FROM study_run ORDER BY study").map { row in
                    StudyRun(
                        study: row["study"], inputsSHA256: row["inputs_sha256"], resultSHA256: row["result_sha256"])
                }
            }
        }
    }

    /// Records a run in place of the study's earlier one.
    public func record(_ run: StudyRun) throws {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.write { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO study_run (study, inputs_sha256, result_sha256) VALUES (?, ?, ?)",
                    arguments: [run.study, run.inputsSHA256, run.resultSHA256])
            }
        }
    }

    /// Forgets the run of a study that is no longer declared.
    public func forget(study: String) throws {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.write { db in
                try db.execute(sql: "DELETE FROM study_run WHERE study = ?", arguments: [study])
            }
        }
    }
}
