import ArgumentParser
import InputOutput
import InputOutputFormats
import Reports
import StatisticalData

/// `--check`: whether rows and columns of a table add up.
struct InputOutputCheckQuestion: InputOutputQuestion {
    static let option = "--check"

    @Flag(name: .customLong("check"), help: "Compare rows with x.csv, and columns with W.csv. 检查行与列的平衡。")
    var isAsked = false

    var readsUnbalanced: Bool { isAsked }

    func check(_ common: InputOutputCommon) throws {
        guard common.satellite == nil else { throw ValidationError("--extension: not with --check; 不能与--check同用") }
        try common.closure.check(isAllowed: false)
    }

    /// Prints every entry; a gap above 0.1 per cent that is not declared is an error after that.
    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        let folder = subject.folder
        let report = try folder.balance()
        let place = Place(file: subject.path)
        guard !report.entries.isEmpty else { throw Fault("io-nothing-to-check", at: place) }
        let isOneArea = folder.industries.levels.count == 1
        let table = OutputTable(
            header: ["side"] + folder.industries.levels + ["sum", "output", "gap", "relative"],
            rows: report.entries.map { entry in
                let label = isOneArea ? [entry.industry.sector] : [entry.industry.area, entry.industry.sector]
                return [.word(entry.side.rawValue)] + label.map { .word($0) }
                    + [.number(entry.sum), .number(entry.output), .number(entry.gap), .number(entry.relative)]
            })
        Output.print(try table.text(.csv))
        var faults: [Fault] = []
        for side in BalanceReport.Side.allCases {
            guard let largest = report.largest(side) else {
                faults.append(
                    side == .row
                        ? Fault("io-rows-not-checked", at: place, severity: .info)
                        : Fault("io-columns-not-checked", at: place, severity: .info))
                continue
            }
            faults.append(Self.fault(largest, declared: subject.common.unbalanced, at: place))
        }
        let errors = faults.filter { $0.severity == .error }
        messages.tell(faults.filter { $0.severity != .error })
        guard errors.isEmpty else { throw Faults(errors) }
    }

    private static func fault(_ entry: BalanceReport.Entry, declared: Bool, at place: Place) -> Fault {
        let arguments = [
            "industry": entry.industry.shown, "found": Decimals.text((entry.relative * 1e8).rounded() / 1e6),
        ]
        let isRow = entry.side == .row
        guard entry.relative > BalanceReport.limits.warning else {
            return isRow
                ? Fault("io-row-balanced", at: place, severity: .info, arguments)
                : Fault("io-column-balanced", at: place, severity: .info, arguments)
        }
        let isError = entry.relative > BalanceReport.limits.error && !declared
        let severity: Fault.Severity = isError ? .error : .warning
        return isRow
            ? Fault("io-row-gap", at: place, severity: severity, arguments)
            : Fault("io-column-gap", at: place, severity: severity, arguments)
    }
}
