import Foundation
public import Spreadsheets
import StatisticalData

/// What can be seen of a table before anything is read into the workspace.
public struct ImportPreview: Sendable {
    /// The dialect of a text table.
    public let dialect: Dialect?
    /// The sheet looked at.
    public let sheet: String?
    /// All sheets of a workbook.
    public let sheets: [String]
    /// The format of SDMX with the structures of the data, or the layout of a provider.
    public let form: String?
    /// The line of the headers; `nil` when none was found.
    public let headerLine: Int?
    /// The layout declared, or the one it seems to have; `nil` when none shows.
    public let layout: TableLayout?
    /// The first rows.
    public let rows: [TableRow]
}

extension Workspace {
    /// Looks at a table: dialect, layout, first rows. Nothing is written.
    ///
    /// - Throws: a `Fault` when the file cannot be read at all.
    public func preview(_ path: String, options: ImportOptions, rows count: Int = 10) throws -> ImportPreview {
        let file = try ImportFile(path, options: options)
        let finder = HeaderFinder(names: try RegistryNames(areas: areas, indicators: indicators))
        let rows = try file.head(max(HeaderFinder.depth, options.layout?.header ?? 0))
        let layout = options.layout ?? finder.guess(rows, dimensions: file.dimensions)
        let header = finder.header(in: rows, layout: layout ?? .long)
        return ImportPreview(
            dialect: file.dialect, sheet: file.sheet, sheets: file.sheets, form: file.form, headerLine: header?.line,
            layout: layout,
            rows: Array(rows.prefix(count)))
    }
}
