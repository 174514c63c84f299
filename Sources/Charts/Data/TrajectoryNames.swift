/// The names of the parts of a ``TrajectoryChart`` or a ``BulletChart``, in the chart's language.
public struct TrajectoryNames: Sendable, Hashable {
    /// The value from which the target is measured.
    public var base: String
    /// The observed value.
    public var value: String
    /// The value the path to the target requires by now.
    public var path: String
    /// The target.
    public var target: String
    /// That a value may still be revised.
    public var preliminary: String
    /// The heading of the column of times, or of items in a bullet chart.
    public var time: String
    /// The heading of the column that names the part, such as "Kind".
    public var part: String

    /// Creates names.
    public init(
        base: String, value: String, path: String, target: String, preliminary: String, time: String, part: String
    ) {
        self.base = base
        self.value = value
        self.path = path
        self.target = target
        self.preliminary = preliminary
        self.time = time
        self.part = part
    }
}
