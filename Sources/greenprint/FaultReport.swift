import Reports
import Spreadsheets
import StatisticalData
import Workspaces

/// Faults as a CSV file, one a row: what a user opens in a spreadsheet program to mend a table.
final class FaultReport {
    private let file: StagedFile
    private let wording: Wording
    private var writer = CSVWriter(isForSpreadsheets: true)

    /// Begins the file at `path`.
    init(_ path: String, _ wording: Wording) throws {
        file = try StagedFile(path, named: path)
        self.wording = wording
        writer.row(["file", "line", "column", "grade", "code", "found", "expected", "message", "remedy"])
    }

    /// Adds a fault.
    func add(_ fault: Fault) throws {
        writer.row([
            fault.place.file, fault.place.line.map { String($0) } ?? "", fault.place.column ?? "",
            fault.severity.rawValue, fault.code, fault.arguments["found"] ?? "", fault.arguments["expected"] ?? "",
            FaultText.message(fault, wording), FaultText.remedy(fault, wording),
        ])
        if writer.text.utf8.count > 1 << 20 { try file.write(writer.take()) }
    }

    /// Gives the file its name.
    func finish() throws {
        try file.write(writer.take())
        try file.finish()
        try file.commit()
    }
}
