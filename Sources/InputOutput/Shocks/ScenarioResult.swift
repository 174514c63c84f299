/// What a scenario does, part by part; nothing of different timing is ever added.
///
/// Every part is valued in the changed economy, so that parts add up to the whole exactly.
public struct ScenarioResult: Sendable {
    /// What a shock or a rule of financing does.
    public struct Contribution: Sendable {
        /// The name of the shock, or the rule.
        public let name: String
        /// The part.
        public let part: ScenarioPart
        /// Once or yearly: job-years or jobs.
        public let timing: ShockTiming
        /// The money spent.
        public let money: Double
        /// Effects by row and industry.
        public let effects: ImpactEffects
    }

    /// An industry whose output is set.
    public struct SetOutput: Hashable, Sendable {
        /// The industry.
        public let industry: Industry
        /// f_2 = x_2 - (A x)_2: what is left for final demand; below zero what has to be brought in.
        public let leftForDemand: Double
    }

    /// The industries: columns of effects.
    public let industries: [Industry]
    /// The rows of effects but the last, which is gross output.
    public let stressors: [Stressor]
    /// The parts, in the order programme, displaced, financing.
    public let contributions: [Contribution]
    /// Industries whose output is set.
    public let setOutputs: [SetOutput]
    /// What the result rests on.
    public let assumptions: [ScenarioAssumption]
    /// Whether financing was considered; without it nothing is net.
    public let hasFinancing: Bool

    /// The row of gross output.
    public var outputRow: Int { stressors.count }

    /// The timings that occur.
    public var timings: [ShockTiming] {
        ShockTiming.allCases.filter { timing in contributions.contains { $0.timing == timing } }
    }

    /// The effects of a part; `nil` if it has none of this timing.
    public func effects(of part: ScenarioPart, _ timing: ShockTiming) -> ImpactEffects? {
        sum { $0.part == part && $0.timing == timing }
    }

    /// Gross, displaced and financed together; `nil` without financing, since gross is not net.
    public func net(_ timing: ShockTiming) -> ImpactEffects? {
        hasFinancing ? sum { $0.timing == timing } : nil
    }

    func sum(_ isPart: (Contribution) -> Bool) -> ImpactEffects? {
        let found = contributions.filter(isPart).map(\.effects)
        return found.first.map { found.dropFirst().reduce($0, +) }
    }
}
