/// Localised sentences from which a description is made; placeholders stand in braces, an empty phrase is left out.
public struct DescriptionPhrases: Sendable, Hashable {
    /// The course over time: `{name} {first} {firstAt} {last} {lastAt}`.
    public var course: String
    /// The extremes: `{name} {maximum} {maximumAt} {minimum} {minimumAt}`.
    public var extremes: String
    /// The target and the distance of the last value from it: `{name} {target} {gap}`.
    public var target: String
    /// How many values are missing: `{name} {count}`.
    public var missing: String
    /// That there are no values at all: `{name}`.
    public var noValues: String

    /// Creates phrases.
    public init(course: String, extremes: String, target: String, missing: String, noValues: String) {
        self.course = course
        self.extremes = extremes
        self.target = target
        self.missing = missing
        self.noValues = noValues
    }
}
