public import StatisticalData

/// What a programme contributes to one goal, and the evidence.
public struct GoalContribution: Hashable, Sendable {
    /// The number of the goal.
    public let goal: Int
    /// Whether the programme names the goal as one of its own.
    public let isDeclared: Bool
    /// The activities.
    public let activities: [Activity.ID]
    /// The indicators.
    public let indicators: [String]
    /// The sources of the activities.
    public let sources: [Source.ID]
    /// The weakest mark of the activities.
    public let trust: Trust
}

extension Programme {
    /// Contributions by goal: the declared goals, and those that activities or indicators name beside them.
    public var contributions: [GoalContribution] {
        let named = Set(header.goals + activities.flatMap(\.goals) + indicators.flatMap(\.goals))
        return named.sorted().map { goal in
            let active = activities.filter { $0.goals.contains(goal) }
            return GoalContribution(
                goal: goal, isDeclared: header.goals.contains(goal), activities: active.map(\.id),
                indicators: indicators.filter { $0.goals.contains(goal) }.map(\.id),
                sources: Set(active.compactMap(\.source)).sorted(), trust: Trust.weakest(of: active.map(\.trust)))
        }
    }
}
