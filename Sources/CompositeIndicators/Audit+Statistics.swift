extension Descriptives.Summary {
    /// What in an indicator is worth a look before it enters an index.
    public enum Flag: String, Hashable, Sendable, Codable, CaseIterable {
        /// No values at all.
        case empty
        /// One value only, wherever there is one.
        case constant
        /// Values for less than 65 % of the units.
        case gaps
        /// More than half of the values are zero.
        case zeros
        /// Less than half as many different values as values.
        case repeats
        /// Skewness and kurtosis reach the limits of the treatment of outliers (2 and 3.5).
        case outliers
    }

    /// The number of units without a value.
    public var missing: Int { units - available }

    /// The share of zeros among the values; `nil` without values.
    public var zeroShare: Double? { available > 0 ? Double(available - nonzero) / Double(available) : nil }

    /// What is worth a look; the limits are the defaults of `get_stats` of COINr 1.1.14. Zeros and different values are
    /// counted over the values present (COINr takes all units for some of them).
    public var flags: [Flag] {
        if available == 0 { return [.empty] }
        var flags: [Flag] = minimum == maximum ? [.constant] : []
        if let availableShare, availableShare < 0.65 { flags.append(.gaps) }
        if let nonzeroShare, nonzeroShare < 0.5 { flags.append(.zeros) }
        if let uniqueShare, uniqueShare < 0.5 { flags.append(.repeats) }
        if let skewness, let kurtosis,
            !Treatment.Options().passes(Descriptives.Shape(skewness: skewness, kurtosis: kurtosis))
        {
            flags.append(.outliers)
        }
        return flags
    }
}

extension Treatment.Transformation {
    /// The word for it in tables: COINr's name where it has one.
    public var name: String {
        switch self {
        case .log: "log_CT"
        case .logPlus: "log_CT_plus"
        case .logOne: "log_CT_orig"
        case .boxCox(let power): "box_cox(\(power))"
        case .logInnovationIndex: "log_GII"
        }
    }
}
