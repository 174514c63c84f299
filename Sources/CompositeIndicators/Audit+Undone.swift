extension Audit {
    /// What a run did not do, left undone, or took for granted.
    public enum Omission: String, Hashable, Sendable, Codable, CaseIterable {
        /// Indicators name denominators, but nothing was divided.
        case denominateNotAsked = "denominate-not-asked"
        /// No indicator names a denominator.
        case denominateNoEffect = "denominate-no-effect"
        /// Values lost, since the denominator is zero or missing.
        case denominateLost = "denominate-lost"
        /// Values are missing and were not filled in.
        case imputeNotAsked = "impute-not-asked"
        /// There was nothing to fill in.
        case imputeNoEffect = "impute-no-effect"
        /// Values that could not be filled in.
        case imputeLeft = "impute-left"
        /// Units with less than two thirds of the values were not left out.
        case screenNotAsked = "screen-not-asked"
        /// No unit was left out.
        case screenNoEffect = "screen-no-effect"
        /// Units were judged by filled-in values too.
        case screenAfterImputation = "screen-after-imputation"
        /// Units kept by name though below a threshold.
        case screenForced = "screen-forced"
        /// Indicators that would fail the test for outliers were not treated.
        case treatNotAsked = "treat-not-asked"
        /// Every indicator passed.
        case treatNoEffect = "treat-no-effect"
        /// Indicators that fail after all that was allowed.
        case treatFailing = "treat-failing"
        /// Indicators that could not be tested.
        case treatUntested = "treat-untested"
        /// Indicators for which the transformation is not defined.
        case treatUndefined = "treat-undefined"
        /// Scores depend on the set of units.
        case normaliseRelative = "normalise-relative"
        /// No two weights of the metadata differ within a parent: none were chosen.
        case weightsAllEqual = "weights-all-equal"
        /// Weights were worked out on one level, the others stand as in the metadata.
        case weightsOneLevel = "weights-one-level"
        /// Weights below zero.
        case weightsNegative = "weights-negative"
        /// Equal influence was not reached.
        case weightsUneven = "weights-uneven"
        /// Scores with parts missing, whose weights went to the others.
        case aggregateShared = "aggregate-shared"
        /// Scores of aggregates that are missing.
        case aggregateMissing = "aggregate-missing"
        /// Units without an index.
        case aggregateUnscored = "aggregate-unscored"
        /// Under a mean a strong part makes up for a weak one.
        case aggregateCompensates = "aggregate-compensates"
        /// Units that share a rank.
        case rankTied = "rank-tied"
        /// Scores closer than a tolerance share a rank.
        case rankTolerance = "rank-tolerance"
        /// How sure the ranks are was not looked at.
        case uncertaintyNotAsked = "uncertainty-not-asked"

        /// The step: the part before the first hyphen.
        public var step: String { String(rawValue.prefix { $0 != "-" }) }
        /// What was not done: the part after it.
        public var what: String { String(rawValue.drop { $0 != "-" }.dropFirst()) }
    }

    /// An entry of the log of what was not done.
    public struct Undone: Hashable, Sendable {
        /// What was not done.
        public let omission: Omission
        /// How many cells, indicators or units it concerns; `nil` for what concerns all.
        public let count: Int?
        /// The codes of the indicators, aggregates or units it concerns.
        public let names: [String]

        init(_ omission: Omission, count: Int? = nil, names: [String] = []) {
            self.omission = omission
            self.count = count
            self.names = names
        }

        /// An entry a name; `nil` without names.
        init?(_ omission: Omission, each names: [String]) {
            if names.isEmpty { return nil }
            self.init(omission, count: names.count, names: names)
        }
    }

    /// The log of what was not done, in the order of the steps.
    ///
    /// - Parameters:
    ///   - recipe: the steps declared.
    ///   - outcome: what they made of the data.
    ///   - metadata: the tree.
    /// - Throws: `AggregationError` for a tree at fault.
    public static func undone(
        _ recipe: IndexRecipe, _ outcome: IndexRecipe.Outcome, metadata: [IndicatorMetadata]
    ) throws(AggregationError) -> [Undone] {
        let log = UndoneLog(recipe: recipe, outcome: outcome, metadata: metadata)
        let aggregation = try log.aggregation()
        return log.denomination() + log.imputation() + log.screening() + log.treatment() + log.weighting() + aggregation
            + log.ranking()
    }
}
