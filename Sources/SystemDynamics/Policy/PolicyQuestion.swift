/// Levers of a model, targets, and what the levers cost.
public struct PolicyQuestion: Hashable, Sendable {
    /// Something that can be set.
    public struct Lever: Hashable, Sendable {
        /// The constant, or the stock for its initial value.
        public var name: String
        /// Where it can be set.
        public var range: ClosedRange<Double>
        /// What moving it by one unit away from the model's own value costs.
        public var cost: Double

        /// Bundles a lever.
        public init(_ name: String, in range: ClosedRange<Double>, cost: Double = 0) {
            self.name = name
            self.range = range
            self.cost = cost
        }
    }

    /// What is to be reached.
    public struct Target: Hashable, Sendable {
        /// The outcome.
        public var outcome: ModelOutcome
        /// It should be at least, or at most, this.
        public var limit: Double
        /// Which of the two.
        public var isUpper: Bool
        /// By what misses are divided before they are added up; above zero.
        public var scale: Double

        /// Bundles a target; misses are by the size of the limit, or plain for a limit of 0, unless a scale is given.
        public init(_ outcome: ModelOutcome, _ limit: Double, isUpper: Bool, scale: Double? = nil) {
            self.outcome = outcome
            self.limit = limit
            self.isUpper = isUpper
            self.scale = scale ?? (limit == 0 ? 1 : abs(limit))
        }

        /// How far a value is from it: 0 where it is reached; infinite for a value that is not finite.
        public func miss(_ value: Double) -> Double {
            value.isFinite ? max(0, isUpper ? value - limit : limit - value) / scale : .infinity
        }
    }

    /// The levers.
    public var levers: [Lever]
    /// The targets; all are to be reached.
    public var targets: [Target]
    /// An outcome of the model that is a cost too, beside that of the levers.
    public var cost: ModelOutcome?
    /// The number of settings that compete.
    public var population = 64
    /// How often they do.
    public var generations = 200
    /// The seed.
    public var seed: UInt64 = 0

    /// Bundles a question.
    public init(levers: [Lever], targets: [Target], cost: ModelOutcome? = nil) {
        self.levers = levers
        self.targets = targets
        self.cost = cost
    }
}

/// What a search for lever settings found.
public struct PolicyAnswer: Sendable {
    /// Settings of the levers and what they lead to.
    public struct Setting: Hashable, Sendable {
        /// The levers, in their order.
        public let levers: [Double]
        /// The cost.
        public let cost: Double
        /// The outcomes of the targets, in their order.
        public let outcomes: [Double]
        /// The sum of misses; 0 where all targets are reached.
        public let miss: Double
    }

    /// The cheapest setting that reaches all targets, or the one that misses by the least.
    public let best: Setting
    /// What the model's own values lead to.
    public let present: Setting
    /// Of all that was tried: settings such that none is both cheaper and closer, by falling miss.
    public let tradeOff: [Setting]
    /// How many runs it took.
    public let evaluations: Int

    /// Whether all targets can be reached.
    public var isReached: Bool { best.miss == 0 }
}
