import Spreadsheets
import StatisticalData

/// Chooses a sheet of a workbook.
struct SheetChoice {
    let file: String
    let sheets: [String]
    let visible: [String]

    /// The sheet with this name, whatever its case; without one the first that is shown.
    ///
    /// - Throws: a `Fault` with the names there are.
    func sheet(_ name: String?) throws(Fault) -> String {
        guard let name else { return visible.first ?? sheets[0] }
        let wanted = CellText.comparable(name)
        guard
            let found = sheets.first(where: { $0 == name })
                ?? sheets.first(where: { CellText.comparable($0) == wanted })
        else { throw .workbookSheet(name, among: sheets, file) }
        return found
    }
}
