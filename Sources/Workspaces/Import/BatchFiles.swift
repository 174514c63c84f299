import Foundation
import Spreadsheets
import StatisticalData

/// The files of an imported batch in a workspace.
struct BatchFiles {
    let folder: WorkspaceFolder
    let name: String

    /// The folder of refused rows.
    static let refusedFolder = "refused"
    /// Bytes written at once.
    private static let piece = 1 << 20

    /// The path of the batch.
    var batch: String { Workspace.dataFolder + "/" + name + ".csv" }
    /// The path of its source record.
    private var record: String { Workspace.dataFolder + "/" + name + SourceRecord.ending }

    /// Refuses a name that a batch has already.
    func checkFree(asking file: String) throws {
        for path in [batch, record] where folder.exists(path) {
            throw Fault.importNameTaken(path, at: Place(file: file))
        }
    }

    /// Writes batch and record aside, then gives both their names.
    func write(
        _ run: ImportRun, plan: LayoutPlan, written: Set<ImportColumn>,
        record yaml: (_ rows: Int, _ sha256: String) throws -> String
    ) throws {
        try make(Workspace.dataFolder)
        var text = BatchText(plan, written: written)
        let staged = try StagedFile(folder.path(batch), named: batch)
        try run.collect {
            text.add($0)
            if text.count > Self.piece { try staged.write(text.take()) }
        } refuse: { _, _ in
        }
        try staged.write(text.take())
        let sha256 = try staged.finish()
        let stagedRecord = try StagedFile(folder.path(record), named: record)
        try stagedRecord.write(try yaml(text.rows, sha256))
        _ = try stagedRecord.finish()
        do {
            try stagedRecord.commit()
            try staged.commit()
        } catch {
            remove()
            throw error
        }
    }

    /// Writes the rows that were refused, as they stand, with the faults in a last column.
    ///
    /// - Returns: the path of the file.
    func writeRefused(_ run: ImportRun, plan: LayoutPlan, describe: (Fault) -> String) throws -> String {
        try make(Self.refusedFolder)
        let path = Self.refusedFolder + "/" + name + ".csv"
        let staged = try StagedFile(folder.path(path), named: path)
        var writer = CSVWriter()
        writer.row(plan.headers + [ImportColumn.faultHeader])
        try run.collect { _ in
        } refuse: { row, faults in
            var cells = row.cells.map(\.text)
            if cells.count < plan.headers.count {
                cells += Array(repeating: "", count: plan.headers.count - cells.count)
            }
            writer.row(cells + [faults.map(describe).joined(separator: " | ")])
            if writer.text.utf8.count > Self.piece { try staged.write(writer.take()) }
        }
        try staged.write(writer.take())
        _ = try staged.finish()
        try staged.commit()
        return path
    }

    /// Removes batch and record.
    func remove() {
        unlink(folder.path(batch))
        unlink(folder.path(record))
    }

    private func make(_ relative: String) throws {
        if mkdir(folder.path(relative), 0o755) != 0, errno != EEXIST { throw Fault.cannotWrite(relative, errno) }
    }
}
