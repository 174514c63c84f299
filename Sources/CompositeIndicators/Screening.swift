/// Leaving out units that have too few values.
public enum Screening {
    /// COINr's default for the smallest share of values present.
    public static let defaultAvailability = 2.0 / 3
    /// COINr's default for the smallest share of values that are not zero.
    public static let defaultNonzero = 0.05

    /// The data of one unit over all indicators.
    public struct UnitSummary: Hashable, Sendable, Codable {
        /// The code of the unit.
        public let unit: String
        /// The number of missing values.
        public let missing: Int
        /// The number of zeros.
        public let zero: Int
        /// The share of values present over all indicators; zero without indicators.
        public let availableShare: Double
        /// The share of values not zero over the values present; `nil` without values.
        public let nonzeroShare: Double?
        /// The share of values present is below the threshold.
        public let lowAvailability: Bool
        /// The share of values not zero is below the threshold, or there is no value to judge by.
        public let lowNonzero: Bool
        /// What the declaration forces, against or in line with the shares.
        public let forced: Bool?
        /// The unit stays.
        public var included: Bool { forced ?? !(lowAvailability || lowNonzero) }
    }

    /// Keeps the units with enough data.
    ///
    /// A unit stays if its share of values present is at least `availability` and, if asked for, its share of values
    /// not zero is at least `nonzero`. Equality passes.
    ///
    /// - Parameters:
    ///   - availability: the threshold over all indicators; 0 does not screen.
    ///   - nonzero: the threshold over the values present; `nil` does not screen.
    ///   - force: by unit, in or out whatever the shares.
    /// - Returns: the units kept, in the order given, and a summary of every unit.
    /// - Throws: `ScreeningFaults` for a threshold outside [0, 1] and a forced unit that is not in the data.
    ///
    /// Source: COINr 1.1.14, `Screen`; OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 3.
    public static func apply(
        _ matrix: IndicatorMatrix, availability: Double = defaultAvailability, nonzero: Double? = nil,
        force: [String: Bool] = [:]
    ) throws(ScreeningFaults) -> (kept: IndicatorMatrix, summary: [UnitSummary]) {
        let faults = faults(matrix, availability: availability, nonzero: nonzero, force: force)
        if !faults.isEmpty { throw ScreeningFaults(list: faults) }
        let summary = matrix.units.indices.map { unit in
            summarise(matrix, unit, availability: availability, nonzero: nonzero, force: force)
        }
        return (keep(matrix, summary.indices.filter { summary[$0].included }), summary)
    }

    private static func summarise(
        _ matrix: IndicatorMatrix, _ unit: Int, availability: Double, nonzero: Double?, force: [String: Bool]
    ) -> UnitSummary {
        var (missing, zero) = (0, 0)
        for column in matrix.codes.indices {
            let value = matrix[unit, column]
            if value == nil { missing += 1 }
            if value == 0 { zero += 1 }
        }
        let available = matrix.codes.count - missing
        let share = matrix.codes.isEmpty ? 0 : Double(available) / Double(matrix.codes.count)
        let nonzeroShare = available > 0 ? Double(available - zero) / Double(available) : nil
        return UnitSummary(
            unit: matrix.units[unit], missing: missing, zero: zero, availableShare: share, nonzeroShare: nonzeroShare,
            lowAvailability: share < availability,
            lowNonzero: nonzero.map { threshold in nonzeroShare.map { $0 < threshold } ?? (threshold > 0) } ?? false,
            forced: force[matrix.units[unit]])
    }

    private static func keep(_ matrix: IndicatorMatrix, _ rows: [Int]) -> IndicatorMatrix {
        IndicatorMatrix(
            units: rows.map { matrix.units[$0] }, codes: matrix.codes,
            columns: matrix.codes.indices.map { column in rows.map { matrix[$0, column] } })
    }

    private static func faults(
        _ matrix: IndicatorMatrix, availability: Double, nonzero: Double?, force: [String: Bool]
    ) -> [ScreeningFault] {
        var faults: [ScreeningFault] = []
        if !(0...1).contains(availability) { faults.append(.invalidAvailability(availability)) }
        if let nonzero, !(0...1).contains(nonzero) { faults.append(.invalidNonzero(nonzero)) }
        let units = Set(matrix.units)
        faults += force.keys.filter { !units.contains($0) }.sorted().map { .unknownUnit($0) }
        return faults
    }
}

/// What can be wrong with a screening.
public enum ScreeningFault: Error, Hashable, Sendable {
    /// The threshold of the values present is not in [0, 1].
    case invalidAvailability(Double)
    /// The threshold of the values not zero is not in [0, 1].
    case invalidNonzero(Double)
    /// A forced unit that the data do not have.
    case unknownUnit(String)
}

/// All faults of one screening.
public struct ScreeningFaults: Error, Hashable, Sendable {
    /// The faults: thresholds first, then units by code.
    public let list: [ScreeningFault]
}
