/// What is measured: a named quantity with a unit and a direction of improvement.
public struct Indicator: Hashable, Sendable, Codable, Identifiable {
    /// The slug of an indicator, such as `energy-per-gdp`.
    public typealias ID = Identifier<Indicator>

    /// Which way is better.
    public enum Direction: String, Codable, Sendable, CaseIterable {
        /// More is better.
        case up
        /// Less is better.
        case down
        /// Neither.
        case none
    }

    /// The slug.
    public let id: ID
    /// The name.
    public let name: LocalisedText
    /// The unit of the level.
    public let unit: UnitOfMeasure
    /// Which way is better.
    public let direction: Direction
    /// Numbers of the Sustainable Development Goals it informs.
    public let goals: [Int]

    /// Makes an indicator.
    public init(id: ID, name: LocalisedText, unit: UnitOfMeasure, direction: Direction, goals: [Int]) {
        self.id = id
        self.name = name
        self.unit = unit
        self.direction = direction
        self.goals = goals
    }

    /// The unit of figures after `transformation`: per cent for relative changes, else the indicator's own.
    public func unit(after transformation: Transformation) -> UnitOfMeasure {
        transformation.isPercentage ? .percent : unit
    }
}
