public import CompositeIndicators
internal import Spreadsheets
public import StatisticalData

/// Weights by code from a table of two columns, `iCode` and `Weight`, as COINr keeps its sets of weights.
///
/// The columns may also be called `code` and `weight`; a column `Level` is allowed and not used. If one part of a parent
/// is named, all are: weights are relative within a parent. The weight of the index is not used.
public struct WeightTable: Hashable, Sendable {
    /// The weights, by code.
    public let weights: [String: Double]
    /// The line of each code.
    public let lines: [String: Int]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: CSV, UTF-8.
    ///   - file: its name in faults.
    ///   - metadata: the tree.
    /// - Throws: `Faults` with all that was found.
    public init(_ bytes: [UInt8], file: String, metadata: [IndicatorMetadata]) throws(Faults) {
        var faults = FaultCollector()
        var (weights, lines): ([String: Double], [String: Int]) = ([:], [:])
        if let sheet = Sheet.read(bytes, file: file, faults: &faults) {
            (weights, lines) = Self.weights(sheet, elements: WeightedElements(metadata), faults: &faults)
        }
        try faults.throwIfFaulty(in: file)
        self.weights = weights
        self.lines = lines
    }

    private static func weights(
        _ sheet: Sheet, elements: WeightedElements, faults: inout FaultCollector
    ) -> ([String: Double], [String: Int]) {
        let codeColumn = sheet.has("code") ? "code" : SpecialColumn.code
        let weightColumn = sheet.has("weight") ? "weight" : SpecialColumn.weight
        for column in sheet.header where ![codeColumn, weightColumn, SpecialColumn.level].contains(column) {
            faults.add(.weightsColumn(column, expected: "iCode, Weight", at: sheet.headerPlace(column)))
        }
        let missing = [codeColumn, weightColumn].filter { !sheet.has($0) }
        faults.add(contentsOf: missing.map { .csvMissingColumn($0, among: sheet.header, file: sheet.file) })
        guard missing.isEmpty else { return ([:], [:]) }
        var weights: [String: Double] = [:]
        var lines: [String: Int] = [:]
        for row in sheet.rows {
            let place = sheet.place(row, codeColumn)
            guard let code = sheet.text(row, codeColumn) else {
                faults.add(.indexEmptyField(at: place))
                continue
            }
            if let line = lines.updateValue(row.line, forKey: code) {
                faults.add(.weightsRepeated(code, line: line, at: place))
            }
            guard !elements.isIndex(code) else { continue }
            if elements.check(code, at: place, faults: &faults) {
                weights[code] = weight(row, weightColumn, in: sheet, faults: &faults)
            }
        }
        if sheet.isWhole, lines.isEmpty { faults.add(.weightsNone(file: sheet.file)) }
        guard !faults.hasErrors else { return ([:], [:]) }
        let place = Place(file: sheet.file)
        for group in elements.groups(of: Set(weights.keys), at: place, faults: &faults)
        where group.parts.allSatisfy({ weights[$0] == 0 }) {
            faults.add(.indexWeightlessParts(group.parent, at: place))
        }
        return (weights, lines)
    }

    private static func weight(
        _ row: Sheet.Row, _ column: String, in sheet: Sheet, faults: inout FaultCollector
    ) -> Double? {
        let place = sheet.place(row, column)
        if sheet.text(row, column) == nil { faults.add(.indexEmptyField(at: place)) }
        guard let weight = sheet.number(row, column, faults: &faults) else { return nil }
        if weight < 0 { faults.add(.indexNegativeWeight(weight, at: place)) }
        return weight
    }
}
