/// How the analysis of a unit ended.
public enum EfficiencyStatus: String, Hashable, Sendable {
    /// There is a score, proven by the dual of its program.
    case optimal
    /// No frontier unit can do what is asked: there is no score.
    case infeasible
    /// The score has no limit: the direction moves nothing that is scarce.
    case unbounded
    /// The numbers do not allow a proof: there is no score.
    case uncertified
    /// The measure is defined for efficient units only.
    case notEfficient
    /// A ratio with a denominator that is not positive.
    case undefined
}

/// The score of a unit, with its benchmarks and the way there.
public struct EfficiencyScore: Hashable, Sendable {
    /// The unit.
    public let unit: String
    /// The score; `nil` unless the status is `optimal`.
    public let score: Double?
    /// How the analysis ended.
    public let status: EfficiencyStatus
    /// The slacks that remain after the score, by variable (inputs, outputs, bads), in units of the data.
    public let slacks: [Double]
    /// The benchmarks: frontier units with a weight above 1e-9. Weights need not be unique.
    public let peers: [ProductionData.Weight]
    /// The efficient point that the score leads to, by variable, in units of the data.
    public let targets: [Double]

    /// Bundles a score.
    public init(
        unit: String, score: Double?, status: EfficiencyStatus, slacks: [Double] = [],
        peers: [ProductionData.Weight] = [], targets: [Double] = []
    ) {
        self.unit = unit
        self.score = score
        self.status = status
        self.slacks = slacks
        self.peers = peers
        self.targets = targets
    }

    /// A unit without a score.
    init(unit: String, _ status: EfficiencyStatus) {
        self.init(unit: unit, score: nil, status: status)
    }

    /// Weights above this make a unit a benchmark.
    static let smallestWeight = 1e-9
}

extension ProgramOutcome {
    /// The solution, or why there is none.
    var result: Result<ProgramSolution, NoScore> {
        switch self {
        case .optimal(let solution): .success(solution)
        case .infeasible: .failure(NoScore(status: .infeasible))
        case .unbounded: .failure(NoScore(status: .unbounded))
        case .uncertified: .failure(NoScore(status: .uncertified))
        }
    }
}

/// Why there is no score.
struct NoScore: Error, Hashable {
    let status: EfficiencyStatus
}
