public import InputOutput
internal import Spreadsheets
public import StatisticalData

/// Jobs, or output, of a region and its nation by sector: the table `sector,region,nation`.
///
/// A last row `total` may hold the totals as published; it must equal the sums.
public struct RegionalShares: Sendable {
    /// E_r, in the order of the industries.
    public let region: [Double]
    /// E_n, in the order of the industries.
    public let nation: [Double]
    /// The row of each industry.
    public let places: [Place]
    /// The row of the totals; `nil` without one.
    public let totalPlace: Place?

    /// The name of the row of totals.
    public static let total = "total"

    /// Reads a table for the industries of a table of one area.
    ///
    /// - Throws: `Faults` with all that was found: unknown, repeated and missing sectors, cells without a number, totals
    ///   that are not the sums, each with its place.
    public init(_ bytes: [UInt8], file: String, industries: [Industry]) throws(Faults) {
        let table = try CSVTable(bytes, file: file, required: ["sector", "region", "nation"])
        var faults = FaultCollector()
        faults.add(contentsOf: table.faults)
        let sectors = industries.map(\.sector)
        let positions = Dictionary(sectors.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [Int: (place: Place, region: Double, nation: Double)] = [:]
        var total: (place: Place, region: Double, nation: Double)?
        for row in table.rows {
            guard let label = row.required("sector", into: &faults),
                let region = Self.figure(row, "region", into: &faults),
                let nation = Self.figure(row, "nation", into: &faults)
            else { continue }
            let figures = (row.place("region"), region, nation)
            guard let position = positions[label] else {
                if label == Self.total {
                    total = figures
                } else {
                    faults.add(.ioUnknownLabel([label], known: sectors.map { [$0] }, at: row.place("sector")))
                }
                continue
            }
            if found.updateValue(figures, forKey: position) != nil {
                faults.add(.ioRepeatedLabel([label], at: row.place("sector")))
            }
        }
        let missing = sectors.indices.filter { found[$0] == nil }
        if !missing.isEmpty {
            faults.add(.ioMissingLabels(missing.map { [sectors[$0]] }, areRows: true, file: file))
        }
        let rows = sectors.indices.compactMap { found[$0] }
        region = rows.map(\.region)
        nation = rows.map(\.nation)
        places = rows.map(\.place)
        totalPlace = total?.place
        if let total, !faults.hasErrors {
            for (column, sum, given) in [
                ("region", region.reduce(0, +), total.region), ("nation", nation.reduce(0, +), total.nation),
            ] where abs(sum - given) > 1e-9 * max(abs(sum), abs(given)) {
                faults.add(.ioTotal(given, sum: sum, at: Place(file: file, line: total.place.line, column: column)))
            }
        }
        do {
            try faults.throwIfFaulty(in: file)
        } catch {
            throw Faults(faults.all(in: file))
        }
    }

    private static func figure(
        _ row: CSVTable.Row, _ column: String, into faults: inout FaultCollector
    ) -> Double? {
        guard row.required(column, into: &faults) != nil else { return nil }
        return row.number(column, into: &faults)?.value
    }
}
