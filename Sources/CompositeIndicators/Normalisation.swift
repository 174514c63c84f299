/// Bringing indicators to one scale on which more is better.
///
/// Directions enter first: a value is multiplied by its direction, bounds are negated and swapped, targets negated.
/// Adding a unit changes the scores of all methods that read the data; goalposts and fixed bounds do not change.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 5; COINr 1.1.14, `Normalise`.
public enum Normalisation {
    /// Normalises every column with one method.
    ///
    /// - Parameters:
    ///   - individual: methods by code that take the place of `method`.
    ///   - metadata: a row for each column; its direction is used.
    ///   - onZeroRange: what an indicator with one value only means.
    ///   - groups: one label a row to take statistics within each group (a year of a panel); `nil` pools all rows.
    /// - Returns: the scores, missing where the value is missing, and the columns that have one value only.
    /// - Throws: `NormalisationFaults` with everything wrong in any column.
    public static func apply(
        _ matrix: IndicatorMatrix, method: Method, individual: [String: Method] = [:],
        metadata: [IndicatorMetadata], onZeroRange: ZeroRange = .fault, groups: [String]? = nil
    ) throws(NormalisationFaults) -> (matrix: IndicatorMatrix, neutral: [NeutralColumn]) {
        if let groups, groups.count != matrix.units.count {
            throw NormalisationFaults(list: [.groupsMismatch(labels: groups.count, rows: matrix.units.count)])
        }
        let rows = Dictionary(metadata.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let groups = RowGroups(rows: matrix.units.count, labels: groups)
        var result = matrix
        var faults: [NormalisationFault] = []
        var neutral: [NeutralColumn] = []
        for (position, code) in matrix.codes.enumerated() {
            let missing = rows[code].map { (individual[code] ?? method).missingParameters(for: $0) } ?? []
            faults += missing.map { .missingParameter(indicator: code, name: $0) }
            guard missing.isEmpty else { continue }
            var column = ColumnNormaliser(
                units: matrix.units, values: matrix.values(of: position), onZeroRange: onZeroRange, groups: groups)
            do throws(NormalisationFault) {
                guard let row = rows[code] else { throw .noMetadata(indicator: code) }
                try column.normalise(individual[code] ?? method, row: row)
                result.replace(position, with: column.values)
                neutral += column.neutral
            } catch {
                faults.append(error)
            }
        }
        if !faults.isEmpty { throw NormalisationFaults(list: faults) }
        return (result, neutral)
    }
}

/// The work on one column: group by group, a buffer for each.
private struct ColumnNormaliser {
    let units: [String]
    var values: [Double]
    let onZeroRange: Normalisation.ZeroRange
    let groups: RowGroups
    var neutral: [Normalisation.NeutralColumn] = []

    init(units: [String], values: [Double], onZeroRange: Normalisation.ZeroRange, groups: RowGroups) {
        self.units = units
        self.values = values
        self.onZeroRange = onZeroRange
        self.groups = groups
    }

    mutating func normalise(
        _ method: Normalisation.Method, row: IndicatorMetadata
    ) throws(NormalisationFault) {
        guard abs(row.direction) == 1 else {
            throw .invalidDirection(indicator: row.code, direction: row.direction)
        }
        guard values.contains(where: { !$0.isNaN }) else { throw .noValues(indicator: row.code) }
        let method = try method.resolved(for: row)
        for (name, members) in groups.list {
            var part = members.map { values[$0] }
            let context = NormalisationContext(
                indicator: row.code, group: name, direction: Double(row.direction), onZeroRange: onZeroRange)
            let reference = try reference(method, members: members, context: context)
            if try context.normalise(&part, method: method, reference: reference) {
                neutral.append(Normalisation.NeutralColumn(indicator: row.code, group: name))
            } else if zip(members, part).contains(where: { !values[$0].isNaN && !$1.isFinite }) {
                throw .overflow(indicator: row.code, group: name)
            }
            for (row, value) in zip(members, part) { values[row] = value }
        }
    }

    /// The raw value of the reference unit, if the method asks for one.
    private func reference(
        _ method: Normalisation.Method, members: [Int], context: NormalisationContext
    ) throws(NormalisationFault) -> Double? {
        guard case .distanceToReference(let unit, _) = method else { return nil }
        let found = members.filter { units[$0] == unit }
        guard found.count == 1, !values[found[0]].isNaN else {
            throw .unusableReference(indicator: context.indicator, group: context.group, unit: unit)
        }
        return values[found[0]]
    }
}
