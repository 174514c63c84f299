import Foundation
import LedgerStore
import StatisticalData
import Studies

/// The stored results of a workspace: a file a study, with its checksum and that of its inputs in the ledger.
struct ResultStore {
    let folder: WorkspaceFolder
    let ledger: Ledger

    /// What is stored for a study.
    enum Stored {
        /// A result of exactly these inputs.
        case current(StudyResult)
        /// A result whose file no longer is what was stored.
        case altered(String)
        /// None, or one of other inputs.
        case absent
    }

    static func file(_ study: String) -> String {
        Workspace.resultsFolder + "/" + study + ".json"
    }

    func lookUp(_ prepared: PreparedStudy) throws -> Stored {
        let id = prepared.study.id
        guard let run = try ledger.studyRuns().first(where: { $0.study == id }) else { return .absent }
        let file = Self.file(id)
        guard let data = try? folder.read(file), Checksum.sha256(data) == run.resultSHA256 else {
            return .altered(file)
        }
        guard run.inputsSHA256 == Checksum.sha256(prepared.inputs) else { return .absent }
        return .current(try JSONDecoder().decode(StudyResult.self, from: data))
    }

    func store(_ result: StudyResult, of prepared: PreparedStudy) throws {
        let data = try Self.encode(result)
        let path = folder.path(Workspace.resultsFolder)
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw Fault.cannotWrite(path, errno) }
        try AtomicFile.write(data, to: folder.path(Self.file(prepared.study.id)))
        try ledger.record(
            StudyRun(
                study: prepared.study.id, inputsSHA256: Checksum.sha256(prepared.inputs),
                resultSHA256: Checksum.sha256(data)))
    }

    /// The stored form: a line a value would be longer, one line is not; keys sorted, so equal results are equal bytes.
    static func encode(_ result: StudyResult) throws -> Data {
        try JSONEncoder.canonical.encode(result) + Data("\n".utf8)
    }
}
