import Spreadsheets
import StatisticalData

extension HeaderFinder {
    /// Codes that mean "all of them", in the order in which they are preferred.
    private static let totals = ["_T", "TOTAL", "T", "SEX_T", "_Z"]
    /// Components that often say what is measured.
    private static let measured = ["SERIES", "MEASURE", "INDIC", "SUBJECT", "VARIABLE", "ITEM"]
    /// Codes shown of a dimension that has no total.
    private static let shown = 10

    /// A long layout with what is still to be said marked `?`: the indicator and the unit where no column says them, words for
    /// areas that are not known, and which codes to take of other dimensions.
    func completed(
        _ header: TableRow, _ found: Set<ImportColumn>, _ dimensions: [(id: String, codes: [String])]
    ) -> TableLayout {
        var layout = TableLayout()
        var fixed: [String: String] = [:]
        var columns: [String: String] = [:]
        var codes: [String: [String: String]] = [:]
        var only: [String: [String]] = [:]
        if !found.contains(.indicator) {
            if let measured = dimensions.first(where: { id, _ in Self.measured.contains { id.hasPrefix($0) } }) {
                columns["indicator"] = measured.id
                codes[measured.id] = unknown(measured.codes) { names.indicator($0) != nil }
            } else {
                fixed["indicator"] = "?"
            }
        }
        if !found.contains(.unit) { fixed["unit"] = "?" }
        if !found.contains(.area) { fixed["area"] = "?" }
        for (id, values) in dimensions {
            let column = ImportColumn(header: id)
            if column == .area { codes[id] = unknown(values) { names.area($0).isKnown } }
            if column == .indicator { codes[id] = unknown(values) { names.indicator($0) != nil } }
            guard column == nil, values.count > 1, !columns.values.contains(id),
                !["FREQ", "freq", "VINTAGE"].contains(id)
            else { continue }
            only[id] = Self.totals.first { values.contains($0) }.map { [$0] } ?? Array(values.prefix(Self.shown))
        }
        codes = codes.filter { !$0.value.isEmpty }
        if !fixed.isEmpty { layout.fixed = fixed }
        if !columns.isEmpty { layout.columns = columns }
        if !codes.isEmpty { layout.codes = codes }
        if !only.isEmpty { layout.only = only }
        return layout
    }

    private func unknown(_ codes: [String], _ isKnown: (String) -> Bool) -> [String: String] {
        let unknown = codes.filter { !isKnown($0) }.prefix(20)
        return Dictionary(unknown.map { ($0, "?") }, uniquingKeysWith: { first, _ in first })
    }
}
