public import CompositeIndicators
internal import Spreadsheets
internal import StatisticalData

extension IndexTables {
    /// Writes values as iData: `uCode`, with `times` also `Time`, then a column a code; `NA` is missing.
    ///
    /// Numbers are the shortest that read back as the same double. The same values give the same bytes.
    ///
    /// - Parameters:
    ///   - units: the units of the rows; as many as rows are written.
    ///   - matrix: the values, a row a unit.
    ///   - times: the time of each row, for a panel.
    public static func csv(units: [Unit], matrix: IndicatorMatrix, times: [Int]? = nil) -> String {
        var writer = CSVWriter()
        let timeColumn = times == nil ? [] : [SpecialColumn.time]
        writer.row([SpecialColumn.unitCode] + timeColumn + matrix.codes)
        for (row, unit) in units.enumerated().prefix(matrix.units.count) {
            let time = times.map { $0.indices.contains(row) ? [String($0[row])] : [missing] } ?? []
            let values = matrix.codes.indices.map { matrix[row, $0].map(Decimals.text) ?? missing }
            writer.row([unit.code] + time + values)
        }
        return writer.text
    }

    private static let missing = "NA"
}
