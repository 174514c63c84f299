extension Imputation {
    /// How to fill in a series over time.
    public enum PanelMethod: Hashable, Sendable, Codable {
        /// The last value before, at most so many years old; `nil` is no limit.
        case latest(maximumYears: Double?)
        /// The last value before, and before the first value the first.
        case constant
        /// A straight line between the values either side; nothing outside them.
        case linear
        /// A straight line between, and outside the nearest value; so a single value holds throughout.
        case linearConstant
    }

    /// Fills in a series; values present never change.
    ///
    /// - Parameters:
    ///   - series: the values, missing being `nil`.
    ///   - times: as many times, in years, in any order; distances are in years, not in rows.
    /// - Returns: the series, in the order given, missing where the method has nothing to say.
    public static func panel(_ series: [Double?], times: [Double], method: PanelMethod) -> [Double?] {
        let known = zip(times, series).compactMap { time, value in value.map { (time: time, value: $0) } }
            .sorted { $0.time < $1.time }
        return zip(times, series).map { time, value in
            if let value { return value }
            let before = known.last { $0.time <= time }
            let after = known.first { $0.time > time }
            switch method {
            case .latest(let years):
                return before.flatMap { time - $0.time <= years ?? .infinity ? $0.value : nil }
            case .constant: return before?.value ?? after?.value
            case .linear, .linearConstant:
                guard let before, let after else { return method == .linear ? nil : (before ?? after)?.value }
                let share = (time - before.time) / (after.time - before.time)
                return before.value + share * (after.value - before.value)
            }
        }
    }

    /// Fills in every indicator of every unit of a panel: a matrix with a row for each unit and time.
    ///
    /// - Parameters:
    ///   - times: the time of each row, in years.
    /// - Returns: the matrix and every cell filled in, by column, then row.
    /// - Throws: `ImputationFault.labelsMismatch` if there is not one time a row.
    public static func panel(
        _ matrix: IndicatorMatrix, times: [Double], method: PanelMethod
    ) throws(ImputationFault) -> (IndicatorMatrix, [ImputedCell]) {
        guard times.count == matrix.units.count else {
            throw .labelsMismatch(labels: times.count, units: matrix.units.count)
        }
        let units = RowGroups(rows: matrix.units.count, labels: matrix.units)
        var result = matrix
        var cells: [ImputedCell] = []
        for column in matrix.codes.indices {
            for (name, rows) in units.list {
                let filled = panel(rows.map { matrix[$0, column] }, times: rows.map { times[$0] }, method: method)
                for (row, value) in zip(rows, filled) where matrix[row, column] == nil {
                    guard let value else { continue }
                    result[row, column] = value
                    cells.append(ImputedCell(unit: row, column: column, value: value, donors: name))
                }
            }
        }
        cells.sort { ($0.column, $0.unit) < ($1.column, $1.unit) }
        return (result, cells)
    }
}
