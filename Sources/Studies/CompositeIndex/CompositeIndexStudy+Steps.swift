import CompositeIndicators
import Declarations
public import StatisticalData

extension CompositeIndexStudy {
    /// What is done to the observed figures before they are combined, in the words of the command line. What is not
    /// named is not done; the weights are those of the framework and the mean is arithmetic unless named.
    public struct Steps: Codable, Hashable, Sendable {
        /// The indicator an element is divided by, by element.
        public let denominators: [String: Indicator.ID]?
        /// How missing figures are filled in.
        public let impute: String?
        /// The least share of figures an area must have.
        public let screen: Double?
        /// How outliers are treated.
        public let treat: String?
        /// How figures become scores.
        public let normalise: String?
        /// Where weights come from.
        public let weights: String?
        /// How scores are combined.
        public let aggregate: String?
        /// The least share of parts an aggregate must have; 1 unless named: a missing part leaves it missing.
        public let threshold: Double?

        static let none = Steps(
            denominators: nil, impute: nil, screen: nil, treat: nil, normalise: nil, weights: nil, aggregate: nil,
            threshold: nil)

        /// Whether the observed figures are the scores.
        var leavesFigures: Bool {
            denominators == nil && impute == nil && screen == nil && treat == nil && normalisation == "none"
        }

        /// How figures become scores, in words.
        var normalisation: String { normalise ?? "none" }

        /// The recipe the words stand for.
        func recipe(groups: [String: [String?]]?) throws -> IndexRecipe {
            var recipe = IndexRecipe()
            recipe.denominates = denominators != nil
            recipe.imputation = try impute.map { try IndexWords.imputation($0, groups: groups) }
            recipe.availability = screen
            recipe.treatment = try treat.map { try IndexWords.treatment($0) }
            recipe.normalisation = try IndexWords.normalisation(normalisation)
            recipe.methods = try IndexWords.aggregations(aggregate ?? "arithmetic")
            recipe.weights = try IndexWords.weights(weights ?? "original")
            recipe.missing = Aggregation.MissingRule(minimumShare: threshold ?? 1)
            return recipe
        }
    }

    /// What is varied to tell how sure the ranks are.
    public struct Uncertainty: Codable, Hashable, Sendable {
        /// The number of runs.
        public let runs: Int
        /// The seed of the draws.
        public let seed: UInt64
        /// The choices varied, in the words of `--vary`.
        public let vary: [String]
        /// The k of the probability to be among the first k; 10 unless named.
        public let top: Int?
        /// The rows of the analysis of variance; without it there is none.
        public let sensitivity: Int?

        /// The choices as one text.
        var words: String { vary.joined(separator: ",") }
        /// The k of the probability to be among the first k.
        var first: Int { top ?? 10 }
    }

    /// What is looked at to tell how the home area could gain places.
    public struct Lift: Codable, Hashable, Sendable {
        /// The number of places to gain.
        public let places: Int
        /// How far each weight may move either way, as a share, when the best and worst rank are sought.
        public let within: Double?
        /// No figure is taken below this.
        public let lower: Double?
        /// No figure is taken above this.
        public let upper: Double?

        /// The figures that are possible; `nil` without a limit.
        var limits: ClosedRange<Double>? {
            guard lower != nil || upper != nil else { return nil }
            let least = lower ?? -Double.greatestFiniteMagnitude
            return least...max(least, upper ?? Double.greatestFiniteMagnitude)
        }
    }
}

extension Schema {
    static let indexSteps = Schema.mapping([
        .optional("denominators", .dictionary(.text)), .optional("impute", .text), .optional("screen", .number),
        .optional("treat", .text), .optional("normalise", .text), .optional("weights", .text),
        .optional("aggregate", .text), .optional("threshold", .number),
    ])
    static let indexUncertainty = Schema.mapping([
        .required("runs", .integer), .required("seed", .integer), .required("vary", .list(.text)),
        .optional("top", .integer), .optional("sensitivity", .integer),
    ])
    static let indexLift = Schema.mapping([
        .required("places", .integer), .optional("within", .number), .optional("lower", .number),
        .optional("upper", .number),
    ])
}
