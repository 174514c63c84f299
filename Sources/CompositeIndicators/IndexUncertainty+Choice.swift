extension IndexUncertainty {
    /// A choice that may fall otherwise, or a number that may be another.
    public enum Choice: Hashable, Sendable {
        /// Noise on the weights of all levels below the index, as a share: w (1 + f (2u - 1)), so that 0.25 lets each
        /// weight vary by a quarter either way.
        case weights(noise: Double)
        /// The same with a share for each level named, 1 being the indicators; other levels keep their weights.
        case weightsByLevel([Int: Double])
        /// Weights within each parent from a Dirichlet distribution around the nominal shares: a_i = concentration w_i,
        /// hence standard deviation sqrt(w_i (1 - w_i)/(concentration + 1)). Weights of zero stay.
        case dirichlet(concentration: Double)
        /// The weights one of several experts gives; elements an expert does not name keep theirs.
        case experts([Expert])
        /// The same with the weights in numeric columns of the metadata, a column an expert; `Weight` names those of the
        /// recipe, and elements without a number keep theirs.
        case expertColumns([String])
        /// Ways to fill in missing values.
        case imputation([Imputation.Method?])
        /// Draws of the missing values from the normal distribution fitted to each block: conditional means and their
        /// conditional covariance (multiple imputation, the parameters held at the greatest likelihood).
        case imputationDraws(Imputation.Blocks, Imputation.EMOptions = .init())
        /// Ways to treat outliers.
        case treatment([Treatment.Options?])
        /// Ways to bring indicators to one scale.
        case normalisation([Normalisation.Method])
        /// Each post of each indicator moved on its own by up to a share of the distance between them, either way.
        case goalposts(share: Double)
        /// Ways to aggregate, on all levels.
        case aggregation([Aggregation.Method])
        /// Ways to aggregate on one level, 2 being the first above the indicators.
        case aggregationOnLevel(Int, [Aggregation.Method])
        /// Elements left out of the aggregation, their weight going to their siblings.
        case exclusion(Exclusion)
        /// Error of the raw data, before all steps.
        case error(MeasurementError)

        /// The word for the choice in tables.
        public var name: String {
            switch self {
            case .weights, .weightsByLevel, .dirichlet, .experts, .expertColumns: "weights"
            case .imputation, .imputationDraws: "impute"
            case .treatment: "treat"
            case .normalisation: "normalise"
            case .goalposts: "goalposts"
            case .aggregation: "aggregate"
            case .aggregationOnLevel(let level, _): "aggregate@\(level)"
            case .exclusion: "leave-out"
            case .error: "error"
            }
        }
    }

    /// Weights by code with the name of who gave them.
    public struct Expert: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The weights, relative within a parent.
        public let weights: [String: Double]

        /// Names an expert.
        public init(_ name: String, weights: [String: Double]) {
            self.name = name
            self.weights = weights
        }
    }

    /// What may be left out, each alternative being equally likely.
    public enum Exclusion: Hashable, Sendable {
        /// Nothing, or any one of the indicators.
        case anyIndicator
        /// Sets of elements; an empty set leaves nothing out. With an aggregate goes what is below it.
        case elements([[String]])
    }

    /// A normalisation and an aggregation that do not go together.
    public struct ExcludedPair: Hashable, Sendable {
        /// The normalisation.
        public let normalisation: Normalisation.Method
        /// The aggregation.
        public let aggregation: Aggregation.Method

        /// Excludes a combination.
        public init(_ normalisation: Normalisation.Method, _ aggregation: Aggregation.Method) {
            self.normalisation = normalisation
            self.aggregation = aggregation
        }
    }
}
