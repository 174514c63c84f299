internal import Spreadsheets
public import StatisticalData

/// A table of persons or households: a value, a weight and a group a row.
public struct MicrodataTable: Hashable, Sendable {
    /// The values that are there.
    public let values: [Double]
    /// Their weights; ones where no column is named.
    public let weights: [Double]
    /// Their groups; empty where no column is named.
    public let groups: [String]
    /// The weight of rows without a value, and of all rows.
    public let missingWeight, totalWeight: Double

    /// Reads a table; rows without a value are left out and counted.
    ///
    /// - Throws: `Faults` with all that was found.
    public init(
        _ bytes: [UInt8], file: String, value: String, weight: String? = nil, group: String? = nil
    ) throws(Faults) {
        var faults = FaultCollector()
        var (values, weights, groups): ([Double], [Double], [String]) = ([], [], [])
        var (missing, total) = (0.0, 0.0)
        if let sheet = Sheet.read(bytes, file: file, faults: &faults) {
            for name in [value, weight, group].compactMap({ $0 }) where !sheet.has(name) {
                faults.add(.csvMissingColumn(name, among: sheet.header, file: file))
            }
            for row in faults.hasErrors ? [] : sheet.rows {
                var own = 1.0
                if let weight {
                    if sheet.text(row, weight) == nil { faults.add(.csvEmptyField(at: sheet.place(row, weight))) }
                    own = sheet.number(row, weight, faults: &faults) ?? 0
                    if own < 0 {
                        faults.add(
                            Fault("distribution-weight", at: sheet.place(row, weight), ["found": Decimals.text(own)]))
                    }
                }
                total += own
                guard sheet.text(row, value) != nil else {
                    missing += own
                    continue
                }
                if let group, sheet.text(row, group) == nil { faults.add(.csvEmptyField(at: sheet.place(row, group))) }
                guard let number = sheet.number(row, value, faults: &faults) else { continue }
                values.append(number)
                weights.append(own)
                if let group { groups.append(sheet.text(row, group) ?? "") }
            }
        }
        try faults.throwIfFaulty(in: file)
        (self.values, self.weights, self.groups) = (values, weights, groups)
        (missingWeight, totalWeight) = (missing, total)
    }
}
