/// Values over time under one name.
public struct Series: Sendable, Hashable {
    /// The name, in the chart's language.
    public var name: String
    /// The values, in any order.
    public var observations: [DataPoint]

    /// Creates a series.
    public init(name: String, observations: [DataPoint]) {
        self.name = name
        self.observations = observations
    }

    /// The observations with a finite time, in order of time.
    var ordered: [DataPoint] {
        observations.filter(\.x.isFinite).sorted { $0.x < $1.x }
    }
}
