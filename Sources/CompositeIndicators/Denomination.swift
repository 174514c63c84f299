/// Dividing indicators by a size of the unit: area, population, output.
public enum Denomination {
    /// Why a value present became missing.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// The denominator is zero.
        case denominatorZero
        /// The unit has no value of the denominator.
        case denominatorMissing
        /// The quotient is beyond the range of numbers.
        case quotientInfinite
    }

    /// A value that became missing.
    public struct Note: Hashable, Sendable, Codable {
        /// The row of the unit in the matrix.
        public let unit: Int
        /// The code of the indicator.
        public let indicator: String
        /// The code of the denominator.
        public let denominator: String
        /// Why.
        public let status: Status
    }

    /// Divides each indicator whose metadata names a denominator: y = x/d times a factor.
    ///
    /// Units are matched by code; if both matrices list the same units in the same order (a panel), row by row, so
    /// that the denominator is of the same time. Columns without a denominator stay as they are.
    ///
    /// Missing values stay missing; a zero or missing denominator gives a missing value with a note.
    ///
    /// - Parameters:
    ///   - factors: by indicator, 1 where none is given.
    /// - Throws: `DenominationFaults` if a denominator named is no column of `denominators`.
    ///
    /// Source: COINr 1.1.14, `Denominate`; OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 1.
    public static func divide(
        _ matrix: IndicatorMatrix, metadata: [IndicatorMetadata], denominators: IndicatorMatrix,
        factors: [String: Double] = [:]
    ) throws(DenominationFaults) -> (IndicatorMatrix, [Note]) {
        let named = try columns(matrix, metadata: metadata, denominators: denominators)
        let rows = rows(of: matrix.units, in: denominators.units)
        var result = matrix
        var notes: [Note] = []
        for (column, code, position) in named {
            let indicator = matrix.codes[column]
            let factor = factors[indicator] ?? 1
            for unit in matrix.units.indices {
                guard let value = matrix[unit, column] else { continue }
                let denominator = rows[unit].flatMap { denominators[$0, position] }
                let status = quotient(value, denominator, factor: factor, into: &result[unit, column])
                guard let status else { continue }
                notes.append(Note(unit: unit, indicator: indicator, denominator: code, status: status))
            }
        }
        return (result, notes)
    }

    private static func quotient(
        _ value: Double, _ denominator: Double?, factor: Double, into result: inout Double?
    ) -> Status? {
        result = nil
        guard let denominator else { return .denominatorMissing }
        guard denominator != 0 else { return .denominatorZero }
        let quotient = value / denominator * factor
        guard quotient.isFinite else { return .quotientInfinite }
        result = quotient
        return nil
    }

    /// The columns to divide, each with the code and position of its denominator.
    private static func columns(
        _ matrix: IndicatorMatrix, metadata: [IndicatorMetadata], denominators: IndicatorMatrix
    ) throws(DenominationFaults) -> [(column: Int, code: String, position: Int)] {
        var named: [(column: Int, code: String, position: Int)] = []
        var faults: [DenominationFault] = []
        for row in metadata {
            guard let code = row.denominator, let column = matrix.position(of: row.code) else { continue }
            if let position = denominators.position(of: code) {
                named.append((column, code, position))
            } else {
                faults.append(.unknownDenominator(indicator: row.code, denominator: code))
            }
        }
        if !faults.isEmpty { throw DenominationFaults(list: faults) }
        return named
    }

    private static func rows(of units: [String], in others: [String]) -> [Int?] {
        if units == others { return Array(units.indices) }
        let positions = Dictionary(others.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return units.map { positions[$0] }
    }
}

/// What can be wrong with a denomination.
public enum DenominationFault: Error, Hashable, Sendable {
    /// The metadata name a denominator that is no column of the data.
    case unknownDenominator(indicator: String, denominator: String)
}

/// All faults of one denomination.
public struct DenominationFaults: Error, Hashable, Sendable {
    /// The faults, in the order of the metadata.
    public let list: [DenominationFault]
}
