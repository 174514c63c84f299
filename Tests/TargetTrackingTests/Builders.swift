import StatisticalData
import TargetTracking

extension Target {
    /// A target of a plan that runs from the end of 2015 to 2020, unless told otherwise.
    static func plan(
        _ form: Form, _ desired: Desired, _ comparison: Comparison, _ value: Double,
        base: Double? = nil, from baseYear: Int? = 2015, to targetYear: Int = 2020, path: Path? = nil
    ) -> Target {
        Target(
            nature: .binding, form: form, desired: desired, comparison: comparison, baseYear: baseYear, base: base,
            targetYear: targetYear, value: value, path: path)
    }

    /// A level to be reached from below.
    static func plan(
        _ value: Double, base: Double? = nil, from baseYear: Int? = 2015, to targetYear: Int = 2020, path: Path? = nil
    ) -> Target {
        plan(.level, .up, .atLeast, value, base: base, from: baseYear, to: targetYear, path: path)
    }

    /// The 13th plan of Jiangsu: energy use per GDP 17 % lower in 2020 than in 2015.
    static let energyPerGDP = plan(.cumulativeCut, .down, .atMost, -17)
}

extension [TrackedValue] {
    /// Values of consecutive years.
    static func from(_ firstYear: Int, _ values: [Double]) -> Self {
        values.enumerated().map { TrackedValue(year: firstYear + $0, value: $1) }
    }

    /// One value of one year.
    static func one(_ year: Int, _ value: Double, _ qualifier: Qualifier? = nil) -> Self {
        [TrackedValue(year: year, value: value, qualifier: qualifier)]
    }
}

/// Whether two numbers agree to 1e-9 of the larger.
func agree(_ left: Double?, _ right: Double?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    default: false
    }
}
