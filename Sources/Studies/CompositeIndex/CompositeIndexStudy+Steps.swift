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
        /// The least share of figures other than zero among those an area has.
        public let screenZeros: Double?
        /// Areas kept whatever their figures.
        public let keep: [Area.ID]?
        /// Areas left out whatever their figures.
        public let drop: [Area.ID]?
        /// How outliers are treated.
        public let treat: String?
        /// How figures become scores.
        public let normalise: String?
        /// The posts of each element, for the normalisation `goalposts`.
        public let goalposts: [String: Goalposts]?
        /// Where weights come from.
        public let weights: String?
        /// How scores are combined.
        public let aggregate: String?
        /// The least share of parts an aggregate must have; 1 unless named: a missing part leaves it missing.
        public let threshold: Double?

        enum CodingKeys: String, CodingKey {
            case denominators
            case impute
            case screen
            case screenZeros = "screen-zeros"
            case keep
            case drop
            case treat
            case normalise
            case goalposts
            case weights
            case aggregate
            case threshold
        }

        static let none = Steps(
            denominators: nil, impute: nil, screen: nil, screenZeros: nil, keep: nil, drop: nil, treat: nil,
            normalise: nil, goalposts: nil, weights: nil, aggregate: nil, threshold: nil)

        /// Whether the observed figures are the scores.
        var leavesFigures: Bool {
            denominators == nil && impute == nil && !screens && treat == nil && normalisation == "none"
        }

        /// Whether an area may be left out.
        var screens: Bool { screen != nil || screenZeros != nil || !(keep ?? []).isEmpty || !(drop ?? []).isEmpty }

        /// The areas kept or left out whatever their figures.
        private var force: [String: Bool] {
            let named = (keep ?? []).map { ($0.rawValue, true) } + (drop ?? []).map { ($0.rawValue, false) }
            return Dictionary(named) { first, _ in first }
        }

        /// The file weights come from; `nil` for weights that need none.
        var weightFile: WeightFileName? { weights.flatMap { WeightFileName($0) } }

        /// How figures become scores, in words.
        var normalisation: String { normalise ?? "none" }

        /// The recipe the words stand for.
        func recipe(groups: [String: [String?]]?) throws -> IndexRecipe {
            var recipe = IndexRecipe()
            recipe.denominates = denominators != nil
            recipe.imputation = try impute.map { try IndexWords.imputation($0, groups: groups) }
            recipe.availability = screen
            recipe.nonzero = screenZeros
            recipe.force = force
            recipe.treatment = try treat.map { try IndexWords.treatment($0) }
            recipe.normalisation = try IndexWords.normalisation(normalisation)
            recipe.methods = try IndexWords.aggregations(aggregate ?? "arithmetic")
            if weightFile == nil { recipe.weights = try IndexWords.weights(weights ?? "original") }
            recipe.missing = Aggregation.MissingRule(minimumShare: threshold ?? 1)
            return recipe
        }
    }

    /// Where a figure counts as nothing done and as everything done, whatever the areas compared.
    public struct Goalposts: Codable, Hashable, Sendable {
        /// The lower post, in the unit of the indicator.
        public let lower: Double
        /// The upper post.
        public let upper: Double
        /// The score at the better post; 100 unless named.
        public let scale: Double?
        /// Whether figures beyond the posts score as those on them; yes unless named.
        public let truncated: Bool?

        /// The score at the better post.
        var top: Double { scale ?? 100 }
        /// Whether scores end at the posts.
        var isTruncated: Bool { truncated ?? true }

        /// The posts as columns of the metadata.
        var parameters: [String: Double] {
            [
                "goalpost_lower": lower, "goalpost_upper": upper, "goalpost_scale": top,
                "goalpost_trunc2posts": isTruncated ? 1 : 0,
            ]
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
        .optional("screen-zeros", .number), .optional("keep", .list(.text)), .optional("drop", .list(.text)),
        .optional("treat", .text), .optional("normalise", .text),
        .optional(
            "goalposts",
            .dictionary(
                .mapping([
                    .required("lower", .number), .required("upper", .number), .optional("scale", .number),
                    .optional("truncated", .boolean),
                ]))),
        .optional("weights", .text), .optional("aggregate", .text), .optional("threshold", .number),
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
