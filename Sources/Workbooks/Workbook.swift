public import Spreadsheets
public import StatisticalData

/// A workbook in the format of ECMA-376 (`.xlsx`): sheets as rows of typed cells.
///
/// Strings shared or inline, rich text joined without phonetic readings; numbers, dates of both calendars, percentages,
/// booleans, errors; formulas by the value kept with them. Sheets are found by their relationships. A document type
/// declaration in any part is refused, and so is what exceeds the limits.
public final class Workbook {
    /// The names of the sheets, in their order.
    public let sheets: [String]
    /// The sheets that are shown.
    public let visibleSheets: [String]
    /// Names of ranges, each with the range, such as `Sheet1!$B$2:$C$4`.
    public let names: [String: String]
    /// Whether days are counted from 1904.
    public let usesCalendar1904: Bool

    private let package: Package
    private let parts: [String: String]
    private let strings: [String]
    private let formats: [NumberFormat]

    /// Reads everything but the sheets; `bytes` must outlive the workbook.
    ///
    /// - Throws: a `Fault` for an old, protected or damaged workbook.
    public init(
        _ bytes: UnsafeRawBufferPointer, file: String, limits: WorkbookLimits = WorkbookLimits()
    ) throws {
        package = try Package(bytes, file: file, limits: limits)
        let root = RelationshipReader()
        if package.has("_rels/.rels") { try package.parse("_rels/.rels", into: root) }
        let main = Self.resolved(root.byType["officeDocument"] ?? "xl/workbook.xml", from: "")
        let workbook = WorkbookReader()
        try package.parse(main, into: workbook)
        usesCalendar1904 = workbook.usesCalendar1904
        names = workbook.names
        let relations = RelationshipReader()
        try package.parse(Self.relations(of: main), into: relations)
        var parts: [String: String] = [:]
        for sheet in workbook.sheets {
            guard let target = relations.targets[sheet.relation] else { continue }
            parts[sheet.name] = Self.resolved(target, from: main)
        }
        self.parts = parts
        let known = workbook.sheets.filter { parts[$0.name] != nil }
        sheets = known.map(\.name)
        visibleSheets = known.filter { !$0.isHidden }.map(\.name)
        guard !sheets.isEmpty else { throw Fault.workbookDamaged(file, main) }
        let strings = StringsReader(most: limits.strings) {
            Fault.workbookLimit(file, "sharedStrings", limits.strings)
        }
        if let part = relations.byType["sharedStrings"].map({ Self.resolved($0, from: main) }), package.has(part) {
            try package.parse(part, into: strings)
        }
        self.strings = strings.strings
        let styles = StylesReader()
        if let part = relations.byType["styles"].map({ Self.resolved($0, from: main) }), package.has(part) {
            try package.parse(part, into: styles)
        }
        formats = styles.kinds
    }

    /// The sheet with this name; without one the first that is shown.
    ///
    /// - Throws: a `Fault` with the names there are.
    public func sheet(_ name: String?) throws(Fault) -> String {
        try SheetChoice(file: package.file, sheets: sheets, visible: visibleSheets).sheet(name)
    }

    /// Gives the rows of a sheet to `body` until that answers `false`. Empty rows may be missing.
    ///
    /// - Returns: the ranges of merged cells, such as `B1:C2`; none when `body` ended the reading.
    /// - Throws: a `Fault` for a damaged sheet or one beyond the limits; what `body` throws.
    @discardableResult
    public func forEachRow(of sheet: String, _ body: @escaping (TableRow) throws -> Bool) throws -> [String] {
        guard let part = parts[sheet] else { throw Fault.workbookSheet(sheet, among: sheets, package.file) }
        let (file, most) = (package.file, package.limits.cells)
        let reader = SheetReader(
            strings: strings, formats: formats, calendar1904: usesCalendar1904, most: most,
            fault: { $0 ? .workbookLimit(file, part, most) : .workbookDamaged(file, part) }, body: body)
        try package.parse(part, into: reader)
        return reader.merged
    }

    private static func relations(of part: String) -> String {
        let pieces = part.split(separator: "/")
        return (pieces.dropLast() + ["_rels", (pieces.last ?? "") + ".rels"]).joined(separator: "/")
    }

    /// The name of a part from a target relative to another part.
    private static func resolved(_ target: String, from part: String) -> String {
        var pieces = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
        for piece in target.split(separator: "/") where piece != "." {
            if piece == ".." {
                _ = pieces.popLast()
            } else {
                pieces.append(String(piece))
            }
        }
        return pieces.joined(separator: "/")
    }
}
