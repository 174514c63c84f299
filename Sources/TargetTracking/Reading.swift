import StatisticalData

/// What the values say in one year, in the form of the target.
struct Reading: Sendable {
    /// Where the true figure lies to the printed one.
    enum Bound: Sendable {
        /// At it.
        case exact
        /// On its better side.
        case better
        /// On its worse side.
        case worse
        /// On either.
        case open
    }

    let year: Int
    /// What is compared with the target.
    let achieved: Double
    /// What lies on the course: the cumulative change for `annualRate`, else `achieved`.
    let figure: Double
    let bound: Bound
}

extension Reading.Bound {
    /// The meaning of a printed sign where more is better (`wantsHigh`) or worse.
    init(_ qualifier: Qualifier?, wantsHigh: Bool) {
        self =
            switch qualifier {
            case nil, .about: .exact
            case .lessThan: wantsHigh ? .worse : .better
            case .greaterThan: wantsHigh ? .better : .worse
            }
    }

    /// The bound of a product of growth factors with this bound and `other`.
    func joined(_ other: Self) -> Self {
        if self == .exact { return other }
        return other == .exact || other == self ? self : .open
    }
}
