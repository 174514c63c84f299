import Foundation
import LedgerStore
import Spreadsheets
import StatisticalData

/// One pass over a table: each row checked, its figures compared among each other and with the ledger.
///
/// The first pass assesses and tells; a second one gives the figures that are taken and the rows that are refused.
final class ImportRun {
    let file: ImportFile
    private let plan: LayoutPlan
    private var reader: FigureReader
    private(set) var duplicates = DuplicateTable()
    let faults: FaultTally
    /// Rows with codes that the layout does not take.
    private var passedOver = 0

    /// Counts faults and hands them on.
    final class FaultTally {
        var tell: (Fault) -> Void
        private(set) var counts: [Fault.Severity: Int] = [:]
        /// The errors of the present row.
        var ofRow: [Fault] = []

        init(_ tell: @escaping (Fault) -> Void) {
            self.tell = tell
        }

        func add(_ fault: Fault) {
            counts[fault.severity, default: 0] += 1
            if fault.severity == .error { ofRow.append(fault) }
            tell(fault)
        }
    }

    init(
        _ file: ImportFile, plan: LayoutPlan, names: RegistryNames, record: ImportRecord, options: ImportOptions,
        faults: FaultTally
    ) {
        self.file = file
        self.plan = plan
        self.faults = faults
        let name = file.name
        reader = FigureReader(
            names: names, plan: plan, defaults: record.defaults, sources: record.sources,
            style: PrintedNumber.Style(decimal: file.dialect?.decimal ?? .point, grouping: options.grouping),
            missing: MissingSigns(declared: options.missing),
            place: { Place(file: name, line: $0, column: $1.map(plan.name(of:))) }, tell: { faults.add($0) })
    }

    /// Reads every row, tells every fault, counts into `outcome`.
    ///
    /// - Parameter isFull: whether the table is the whole delivery of its sources.
    func assess(against ledger: Ledger, isFull: Bool, into outcome: inout ImportOutcome) throws {
        var view = LedgerView(ledger)
        var ordinal: UInt32 = 0
        try forEachRow { figures, _ in
            if !self.faults.ofRow.isEmpty { outcome.refused += 1 }
            for figure in figures {
                ordinal += 1
                try self.assess(figure, ordinal, &view, &outcome)
            }
        }
        try tellWithdrawn(ledger, isFull: isFull, into: &outcome)
        outcome.passedOver = passedOver
        outcome.errors = faults.counts[.error] ?? 0
        outcome.warnings = faults.counts[.warning] ?? 0
        outcome.infos = faults.counts[.info] ?? 0
    }

    private func assess(
        _ figure: ImportedFigure, _ ordinal: UInt32, _ view: inout LedgerView, _ outcome: inout ImportOutcome
    ) throws {
        let place = Place(file: file.name, line: figure.line)
        guard let key = duplicates.key(of: figure) else {
            faults.add(.csvMalformed(.period, figure.period.description, at: place))
            outcome.refused += 1
            return
        }
        if let first = duplicates[key] {
            if first.hasValue == (figure.value != nil), !first.hasValue || first.value == figure.value {
                outcome.repeated += 1
                faults.add(.importDuplicate(of: Int(first.line), at: place))
                return
            }
            faults.add(.importConflict(with: Int(first.line), at: place))
            outcome.refused += 1
            if !duplicates.conflicts.contains(key) {
                outcome.refused += 1
                outcome.add(first.status, -1)
            }
            duplicates.addConflict(key)
            return
        }
        do {
            let status = try view.status(of: figure, at: place)
            outcome.add(status, 1)
            duplicates.add(
                DuplicateTable.Entry(
                    value: figure.value ?? 0, ordinal: ordinal, line: UInt32(clamping: figure.line), status: status,
                    hasValue: figure.value != nil), under: key)
        } catch let fault as Fault where fault.code == "import-ledger-conflict" {
            faults.add(fault)
            outcome.refused += 1
        }
    }

    /// Reads every row again and gives the figures taken to `take`, and rows with a figure at fault to `refuse`.
    func collect(take: (ImportedFigure) throws -> Void, refuse: (TableRow, [Fault]) throws -> Void) throws {
        faults.tell = { _ in }
        var ordinal: UInt32 = 0
        try forEachRow { figures, row in
            var wrong = self.faults.ofRow
            for figure in figures {
                ordinal += 1
                guard let key = self.duplicates.key(of: figure) else { continue }
                guard let entry = self.duplicates[key] else {
                    wrong.append(
                        .importLedgerConflict(
                            with: Place(file: self.file.name), at: Place(file: self.file.name, line: figure.line)))
                    continue
                }
                if self.duplicates.conflicts.contains(key) {
                    wrong.append(
                        .importConflict(
                            with: Int(entry.line), at: Place(file: self.file.name, line: figure.line)))
                } else if entry.ordinal == ordinal, entry.status != .known {
                    try take(figure)
                }
            }
            if !wrong.isEmpty { try refuse(row, wrong) }
        }
    }
}

extension ImportRun {
    /// Gives the figures of every row below the header, after the row's faults were told.
    private func forEachRow(_ body: ([ImportedFigure], TableRow) throws -> Void) throws {
        try file.forEachRow { result in
            self.faults.ofRow.removeAll()
            switch result {
            case .failure(let fault):
                guard fault.place.line ?? 0 > self.plan.line else { return true }
                self.faults.add(self.named(fault))
                try body([], TableRow(line: fault.place.line ?? 0, cells: []))
            case .success(let row):
                guard row.line > self.plan.line, !row.isBlank else { return true }
                guard self.plan.takes(row) else {
                    self.passedOver += 1
                    return true
                }
                if let footnote = Self.footnote(row) {
                    self.faults.add(.importFootnote(footnote, at: Place(file: self.file.name, line: row.line)))
                    return true
                }
                try body(self.isSound(row) ? self.figures(row) : [], row)
            }
            return true
        }
    }

    private func figures(_ row: TableRow) -> [ImportedFigure] {
        plan.figures(of: row).compactMap { fields in
            let value = fields[ImportColumn.value.position]?.cell
            if plan.across != nil, CellText.trimmed(value?.text ?? "").isEmpty, value?.kind == .text { return nil }
            return reader.figure(fields, line: row.line)
        }
    }

    /// As many fields as headers, and no control characters.
    private func isSound(_ row: TableRow) -> Bool {
        let count = plan.headers.count
        let isLonger = row.cells.dropFirst(count).contains { !CellText.trimmed($0.text).isEmpty }
        if (row.cells.count < count && !plan.isWorkbook) || isLonger {
            faults.add(.csvFieldCount(row.cells.count, expected: count, at: Place(file: file.name, line: row.line)))
            return false
        }
        var isSound = true
        for (index, cell) in row.cells.enumerated() {
            guard let scalar = CellText.controlCharacter(in: cell.text) else { continue }
            let place = Place(file: file.name, line: row.line, column: plan.name(of: index))
            faults.add(.importControlCharacter(scalar, at: place))
            isSound = false
        }
        return isSound
    }

    /// A fault of the reader with the name of its column in the place of the number.
    private func named(_ fault: Fault) -> Fault {
        guard let number = fault.place.column.flatMap({ Int($0) }) else { return fault }
        let place = Place(file: fault.place.file, line: fault.place.line, column: plan.name(of: number - 1))
        return Fault(fault.code, at: place, severity: fault.severity, fault.arguments)
    }

    /// The text of a note under the table: the only cell of its row, and it begins as notes do.
    static func footnote(_ row: TableRow) -> String? {
        let texts = row.cells.map { CellText.trimmed($0.text) }
        guard let first = texts.first, !first.isEmpty, texts.dropFirst().allSatisfy(\.isEmpty) else { return nil }
        let start = CellText.comparable(first)
        let words = ["注", "说明", "备注", "资料来源", "数据来源", "来源", "note", "source", "*", "本表", "数据截至"]
        return words.contains { start.hasPrefix($0) } ? first : nil
    }
}

extension ImportOutcome {
    fileprivate mutating func add(_ status: FigureStatus, _ step: Int) {
        switch status {
        case .new: new += step
        case .revised: revised += step
        case .unchanged: unchanged += step
        case .known: repeated += step
        }
    }
}
