/// The steps from raw data to a composite indicator, declared once and run as often as wanted.
///
/// Order: denominate, impute, screen, treat, normalise, aggregate, rank (OECD/JRC, Handbook on Constructing Composite
/// Indicators, 2008, steps 3 to 6). A step that is not declared leaves the data as they are; what each step did is kept.
public struct IndexRecipe: Sendable {
    /// Divides indicators by the denominators their metadata name.
    public var denominates = false
    /// How missing values are filled in; `nil` leaves them missing.
    public var imputation: Imputation.Method?
    /// The rows that are kept after imputation, such as one time of a panel filled in from others; `nil` keeps all.
    public var rows: [Int]?
    /// The smallest share of values a unit must have; `nil` keeps all units.
    public var availability: Double?
    /// The smallest share of values other than zero among those a unit has; `nil` keeps all units.
    public var nonzero: Double?
    /// Units kept (true) or left out (false) whatever their shares.
    public var force: [String: Bool] = [:]
    /// How outliers are treated; `nil` leaves them.
    public var treatment: Treatment.Options?
    /// How values become scores.
    public var normalisation = Normalisation.Method.minmax(lower: 0, upper: 100)
    /// How scores of parts become the score of the whole.
    public var methods = Aggregation.Methods(.arithmetic)
    /// Weights by code, in place of those of the metadata; may be worked out from the scores.
    public var weights = Weights.original
    /// When an aggregate is missing.
    public var missing = Aggregation.MissingRule.fourFifths

    /// Where weights come from.
    public enum Weights: Hashable, Sendable {
        /// The metadata.
        case original
        /// All the same within a parent.
        case equal
        /// Named by code; others as in the metadata.
        case given([String: Double])
        /// The first principal component of the indicators below each parent.
        case principalComponents
        /// Entropy of the scores of the indicators.
        case entropy
        /// Contrast and conflict of the scores of the indicators (CRITIC).
        case critic
        /// Elements of a level by their correlation with the index, others as in the metadata; `nil` is the level below
        /// the index.
        case optimised(Weighting.Objective, level: Int?)
    }

    /// A step.
    public enum Stage: String, CaseIterable, Sendable {
        /// After division by denominators.
        case denominated
        /// After missing values were filled in.
        case imputed
        /// After units with too few values were left out.
        case screened
        /// After treatment of outliers.
        case treated
        /// After normalisation.
        case normalised
    }

    /// The usual steps: scores from 0 to 100, arithmetic means, weights of the metadata.
    public init() {}
}
