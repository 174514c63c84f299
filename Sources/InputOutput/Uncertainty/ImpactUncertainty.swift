import SensitivityAnalysis

/// What is uncertain about an economy, as declared: nothing varies that is not named here.
public struct ImpactUncertainty: Hashable, Sendable {
    /// The coefficient of variation of table cells, lognormal with the cell as mean; its logarithm runs between the two sizes.
    public struct Cells: Hashable, Sendable {
        /// What happens to the sum of a column of A.
        public enum Policy: String, Hashable, Sendable, CaseIterable {
            /// It stays: value added is kept.
            case keepValueAdded = "keep-value-added"
            /// It moves, and value added with it; columns at or above 1 are drawn again.
            case moveValueAdded = "move-value-added"
        }

        /// Coefficients of variation of small and large cells.
        public let spreads: (small: Double, large: Double)
        /// Coefficients a_ij up to the first are small, from the second on large.
        public let sizes: (small: Double, large: Double)
        /// What happens to value added.
        public let policy: Policy

        /// Describes the spread of cells.
        public init(
            spreads: (small: Double, large: Double), sizes: (small: Double, large: Double), policy: Policy
        ) {
            self.spreads = spreads
            self.sizes = sizes
            self.policy = policy
        }

        /// Whether two descriptions are the same.
        public static func == (left: Self, right: Self) -> Bool {
            left.spreads == right.spreads && left.sizes == right.sizes && left.policy == right.policy
        }

        /// Hashes the numbers and the policy.
        public func hash(into hasher: inout Hasher) {
            for value in [spreads.small, spreads.large, sizes.small, sizes.large] { hasher.combine(value) }
            hasher.combine(policy)
        }
    }

    /// A number that the base or the scenario is made from, such as delta or a green share.
    public struct Parameter: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its distribution.
        public let distribution: UncertainNumber

        /// Names a parameter.
        public init(_ name: String, _ distribution: UncertainNumber) {
            self.name = name
            self.distribution = distribution
        }
    }

    /// The coefficient of variation of the account by row and industry, lognormal and independent; 0 for none.
    public let account: Double
    /// The spread of cells; `nil` for none.
    public let cells: Cells?
    /// phi, the share of income spent, in place of the base's; `nil` for none.
    public let spendingShare: UncertainNumber?
    /// Further parameters.
    public let parameters: [Parameter]

    /// Declares what is uncertain.
    public init(
        account: Double = 0, cells: Cells? = nil, spendingShare: UncertainNumber? = nil, parameters: [Parameter] = []
    ) {
        self.account = account
        self.cells = cells
        self.spendingShare = spendingShare
        self.parameters = parameters
    }

    /// The inputs that vary, by name: `account`, `cells`, `spending-share` and the parameters.
    public var inputs: [String] {
        (account > 0 ? ["account"] : []) + (cells == nil ? [] : ["cells"])
            + (spendingShare == nil ? [] : ["spending-share"]) + parameters.map(\.name)
    }

    var faults: [InputOutputFault] {
        var numbers = [account]
        if let cells { numbers += [cells.spreads.small, cells.spreads.large, cells.sizes.small, cells.sizes.large] }
        var bad = numbers.filter { !($0 >= 0 && $0.isFinite) }
        if let cells, !(cells.sizes.small > 0 && cells.sizes.small < cells.sizes.large) {
            bad.append(cells.sizes.small)
        }
        let distributions = parameters.map(\.distribution) + (spendingShare.map { [$0] } ?? [])
        bad += distributions.filter { !$0.isValid }.map(\.point)
        return bad.map { .scenario(ScenarioFault(nil, .badSpread($0))) }
    }
}

/// A number with a distribution.
public enum UncertainNumber: Hashable, Sendable {
    /// Between two ends, evenly; the point value is their middle.
    case uniform(low: Double, high: Double)
    /// With a mode, which is the point value.
    case triangular(low: Double, mode: Double, high: Double)
    /// A share with mean and standard deviation (beta); the point value is the mean.
    case beta(mean: Double, standardDeviation: Double)
    /// A positive number with mean and coefficient of variation; the point value is the mean.
    case lognormal(mean: Double, variation: Double)

    /// The value taken where nothing varies.
    public var point: Double {
        switch self {
        case .uniform(let low, let high): low == high ? low : (low + high) / 2
        case .triangular(_, let mode, _): mode
        case .beta(let mean, _), .lognormal(let mean, _): mean
        }
    }

    var isValid: Bool {
        switch self {
        case .uniform(let low, let high): low <= high && low.isFinite && high.isFinite
        case .triangular(let low, let mode, let high): low <= mode && mode <= high && low.isFinite && high.isFinite
        case .beta(let mean, let deviation):
            deviation == 0
                ? (0...1).contains(mean)
                : mean > 0 && mean < 1 && deviation > 0 && deviation * deviation < mean * (1 - mean)
        case .lognormal(let mean, let variation): mean > 0 && mean.isFinite && variation >= 0 && variation.isFinite
        }
    }

    func draw(_ generator: CounterGenerator, run: Int, input: Int) -> Double {
        switch self {
        case .uniform(let low, let high):
            return QuantileFunctions.uniform(in: low...high, at: generator.uniform(run: run, input: input))
        case .triangular(let low, let mode, let high):
            return generator.triangular(lowest: low, mode: mode, highest: high, run: run, input: input)
        case .beta(let mean, let deviation):
            guard deviation > 0 else { return mean }
            let size = mean * (1 - mean) / (deviation * deviation) - 1
            return generator.dirichlet([mean * size, (1 - mean) * size], run: run, input: input)[0]
        case .lognormal(let mean, let variation):
            return mean * ImpactDraw.factor(variation, generator, run: run, input: input, draw: 0)
        }
    }
}
