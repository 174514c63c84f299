public import StatisticalData
public import TargetTracking

/// A row of a plan: a target with its names, units, marks and source.
public struct PlanTarget: Codable, Hashable, Sendable {
    /// The item in results: the indicator, with the target year where a plan sets it two targets.
    public let item: String
    /// The indicator as the plan names it.
    public let indicator: Indicator.ID
    /// The indicator of the ledger that measures it.
    public let series: Indicator.ID
    /// The area.
    public let area: Area.ID
    /// The name in the plan.
    public let name: LocalisedText
    /// The target, with the base in its own unit; a target relative to its base is already added to it.
    public let target: Target
    /// What kind of figures measure it.
    public let transformation: Transformation
    /// The unit of the target.
    public let unit: UnitOfMeasure
    /// The figure as printed.
    public let printedTarget: Double
    /// The upper bound of a range as printed.
    public let printedUpper: Double?
    /// The printed decimals of the target.
    public let decimals: Int
    /// Whether the printed figure is to be added to the base.
    public let isRelativeToBase: Bool
    /// The level in the base year as stated.
    public let base: Double?
    /// Its unit.
    public let baseUnit: UnitOfMeasure?
    /// How far it can be trusted.
    public let baseTrust: Trust
    /// A remark on it.
    public let baseNote: LocalisedText?
    /// The source of the target.
    public let source: Source.ID
    /// How far the target can be trusted.
    public let trust: Trust
    /// A remark.
    public let note: LocalisedText?
    /// The row.
    public let place: Place
}

/// What a reader of a plan ledger needs beside its values.
public struct PlanLedgerDetail: Codable, Hashable, Sendable {
    /// The targets, in the order of the plan.
    public let targets: [PlanTarget]
    /// Every figure of the ledger on each target, all vintages, in the order of the targets.
    public let observations: [[Observation]]
    /// The dates for which earlier views are told.
    public let earlierViews: [KnownDate]
    /// The area and year under which counts are filed.
    public let area: Area.ID
    /// The last target year.
    public let period: Period
}
