import SDMX
import Spreadsheets
import StatisticalData

/// Tables of large providers that are no SDMX and have a shape of their own, told by their headers: Eurostat's TSV, with
/// several dimensions in one cell and flags beside figures, and ILOSTAT's bulk files, whose `source` is a survey.
enum ProviderTable {
    /// `freq,unit,geo\TIME_PERIOD` and periods across the top.
    case eurostat(dimensions: [String], periods: [String])
    /// A row a figure; the position of the survey and of the status.
    case ilostat(survey: Int, status: Int?, headers: [String])

    /// The shape of a table that begins with this row; `nil` for others.
    init?(_ row: TableRow) {
        let texts = row.cells.map { CellText.trimmed(CellText.unmarked($0.text)) }
        if let first = texts.first, let slash = first.firstIndex(of: "\\"), texts.count > 1 {
            let dimensions = first[..<slash].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let time = first[first.index(after: slash)...].lowercased()
            guard ["time_period", "time"].contains(time), !dimensions.contains("") else { return nil }
            self = .eurostat(dimensions: dimensions, periods: Array(texts.dropFirst()))
            return
        }
        let lower = texts.map { $0.lowercased() }
        guard ["ref_area", "source", "indicator", "time", "obs_value"].allSatisfy(lower.contains),
            let survey = lower.firstIndex(of: "source")
        else { return nil }
        self = .ilostat(survey: survey, status: lower.firstIndex(of: "obs_status"), headers: texts)
    }

    /// The name of the layout, for people.
    var name: String {
        switch self {
        case .eurostat: "Eurostat TSV"
        case .ilostat: "ILOSTAT"
        }
    }

    /// Headers of what is worked into other columns.
    var workedIn: Set<String> {
        switch self {
        case .eurostat: ["freq", "OBS_FLAG"]
        case .ilostat(_, let status, let headers): Set(status.map { [headers[$0]] } ?? [])
        }
    }

    /// The rows that a row of the file stands for; the first gives the headers.
    func rows(of row: TableRow, isHeader: Bool) -> [TableRow] {
        switch self {
        case .eurostat(let dimensions, let periods):
            if isHeader {
                let headers = dimensions + ["TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", "revision", "note"]
                return [TableRow(line: row.line, cells: headers.map { TableCell($0) })]
            }
            return Self.eurostat(row, dimensions.count, periods)
        case .ilostat(let survey, let status, _):
            var row = row
            if isHeader {
                row.cells[survey].text = "survey"
                row.cells += [TableCell("revision"), TableCell("note")]
            } else {
                let code = status.flatMap { $0 < row.cells.count ? CellText.trimmed(row.cells[$0].text) : nil } ?? ""
                row.cells += ["revision", "note"].map { TableCell(SDMXTable.status(code, $0)) }
            }
            return [row]
        }
    }

    private static func eurostat(_ row: TableRow, _ dimensions: Int, _ periods: [String]) -> [TableRow] {
        let keys = (row.cells.first?.text ?? "").split(separator: ",", omittingEmptySubsequences: false)
            .map { CellText.trimmed(String($0)) }
        // Another number of codes than of dimensions: the fields then do not fit the headers, which is told.
        guard keys.count == dimensions, row.cells.count == periods.count + 1 else {
            return [TableRow(line: row.line, cells: row.cells + [TableCell("?")])]
        }
        return zip(periods, row.cells.dropFirst()).map { period, cell in
            let parts = CellText.trimmed(cell.text).split(separator: " ", maxSplits: 1)
            let flag = parts.count > 1 ? CellText.trimmed(String(parts[1])) : ""
            let cells =
                keys + [period, parts.first.map(String.init) ?? "", flag]
                + ["revision", "note"].map { SDMXTable.status(flag, $0) }
            return TableRow(line: row.line, cells: cells.map { TableCell($0) })
        }
    }
}
