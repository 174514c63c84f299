import Foundation
import LedgerStore
import Spreadsheets
public import StatisticalData

extension OpenWorkspace {
    /// Reads a table of figures from another program and enters it as a batch.
    ///
    /// Nothing is written before every row has been read; nothing at all where a row is at fault, unless good rows are
    /// to be taken. The batch is written in the layout of the workspace, aside and then renamed, and entered in one
    /// transaction; when that fails its files are removed again.
    ///
    /// - Parameter tell: called with every fault, in the order in which they are found.
    /// - Throws: `Faults` when the table cannot be read at all; faults of rows are told and counted.
    public func importTable(
        _ path: String, options: ImportOptions, tell: @escaping (Fault) -> Void
    ) throws -> ImportOutcome {
        var outcome = ImportOutcome()
        let faults = ImportRun.FaultTally(tell)
        let file = try ImportFile(path, options: options)
        outcome.dialect = file.dialect
        outcome.sheet = file.sheet
        outcome.form = file.form
        for warning in file.warnings { faults.add(warning) }
        let names = try RegistryNames(areas: workspace.areas, indicators: workspace.indicators)
        guard let plan = try plan(file, options, names, faults, &outcome) else { return outcome }
        let original = Lazy { Checksum.sha256(try MappedFile(path, named: path)) }
        let name = try BatchName.make(options.name, file: path, checksum: original.value)
        let record = try ImportRecord(options, name: name, workspace: workspace)
        let run = ImportRun(file, plan: plan, names: names, record: record, options: options, faults: faults)
        try run.assess(against: ledger, isFull: options.isFullDelivery, into: &outcome)
        guard outcome.errors == 0 || options.takesGoodRows, !options.isDryRun else { return outcome }
        if outcome.new + outcome.revised + outcome.unchanged + outcome.repeated + outcome.refused == 0 {
            throw Faults([.importNoRows(path)])
        }
        let writer = BatchFiles(folder: workspace.folder, name: name)
        if outcome.hasNews {
            try writer.checkFree(asking: path)
            try writer.write(run, plan: plan, written: record.defaults.written) { rows, sha256 in
                record.yaml(
                    name: name, file: URL(fileURLWithPath: path).lastPathComponent, outcome: outcome, rows: rows,
                    sha256: sha256, original: try original.value())
            }
            outcome.observations = try enter(writer)
            outcome.batch = writer.batch
        }
        if outcome.refused > 0 {
            outcome.refusedFile = try writer.writeRefused(run, plan: plan, describe: options.describe)
        }
        return outcome
    }

    /// Finds the header and the columns; `nil` when that cannot be done, with the reasons told.
    private func plan(
        _ file: ImportFile, _ options: ImportOptions, _ names: RegistryNames, _ faults: ImportRun.FaultTally,
        _ outcome: inout ImportOutcome
    ) throws -> LayoutPlan? {
        let layout = options.layout ?? .long
        let finder = HeaderFinder(names: names)
        let depth = max(HeaderFinder.depth, layout.header ?? 0)
        let rows = try file.head(depth)
        guard let header = finder.header(in: rows, layout: layout) else {
            throw Faults([.importNoRows(file.name)])
        }
        outcome.headerLine = header.line
        outcome.across = layout.across
        var found: [Fault] = []
        let plan = LayoutPlan(
            layout, headers: header.cells.map { CellText.trimmed(CellText.unmarked($0.text)) }, line: header.line,
            file: file.name, isWorkbook: file.sheet != nil, workedIn: file.workedIn,
            isKey: { text in layout.across.map { finder.isKey(text, $0) } ?? false }, faults: &found)
        let before = rows.filter { $0.line < header.line }
        if !before.isEmpty {
            let first = Place(file: file.name, line: before[0].line)
            faults.add(.importLinesBeforeHeader(before.count, at: first))
        }
        for fault in found { faults.add(fault) }
        outcome.errors = faults.counts[.error] ?? 0
        outcome.warnings = faults.counts[.warning] ?? 0
        return outcome.errors == 0 ? plan : nil
    }

    /// Enters the batch just written; its files go when that fails.
    private func enter(_ files: BatchFiles) throws -> Int {
        do {
            let renewed = try Workspace(at: workspace.folder.root)
            let ingestion = try renewed.ingest(into: ledger)
            return ingestion.added.first { $0.file == files.batch }?.observations ?? 0
        } catch {
            files.remove()
            throw error
        }
    }
}

/// A value made when it is first asked for.
final class Lazy<Value> {
    private let make: () throws -> Value
    private var made: Value?

    init(_ make: @escaping () throws -> Value) {
        self.make = make
    }

    func value() throws -> Value {
        if let made { return made }
        let value = try make()
        made = value
        return value
    }
}
