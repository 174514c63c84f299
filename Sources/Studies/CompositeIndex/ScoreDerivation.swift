import CompositeIndicators

/// How a normalised score is explained: a formula over the figure and statistics of its column where the method is a
/// straight line, else the method by name over all figures.
struct ScoreDerivation {
    /// A statistic of a column that scores rest on.
    struct Statistic: Sendable {
        let measure: String
        let symbol: String
        let formula: String
        let expression: String
        let value: @Sendable ([Double]) -> Double

        static let minimum = Statistic(
            measure: "minimum", symbol: "min", formula: "formula-minimum", expression: "min x",
            value: { $0.min() ?? 0 })
        static let maximum = Statistic(
            measure: "maximum", symbol: "max", formula: "formula-maximum", expression: "max x",
            value: { $0.max() ?? 0 })
        static let mean = Statistic(
            measure: "mean", symbol: "μ", formula: "formula-mean", expression: "Σ x / n",
            value: { Descriptives.mean($0) ?? 0 })
        static let deviation = Statistic(
            measure: "standard-deviation", symbol: "sd", formula: "formula-standard-deviation",
            expression: "√(Σ (x − μ)² / (n − 1))",
            value: { Descriptives.standardDeviation($0) ?? 0 })
    }

    let statistics: [Statistic]
    let formula: String
    /// Whether a score rests on all figures of its column.
    let comparesAll: Bool
    private let line: String?

    init(_ method: Normalisation.Method, isUp: Bool, posts: CompositeIndexStudy.Goalposts? = nil) {
        func range(_ base: Double, _ width: Double) -> String {
            let top = isUp ? "x − min" : "max − x"
            return "\(Self.text(base)) + \(Self.text(width)) · (\(top)) / (max − min)"
        }
        switch method {
        case .unchanged: (statistics, formula, line) = ([], "formula-unchanged", isUp ? "x" : "−x")
        case .minmax(let lower, let upper):
            (statistics, formula, line) = ([.minimum, .maximum], "formula-minmax", range(lower, upper - lower))
        case .efficacy(let base, let width):
            (statistics, formula, line) = ([.minimum, .maximum], "formula-minmax", range(base, width))
        case .zscore(let mean, let deviation):
            let difference = isUp ? "x − μ" : "μ − x"
            (statistics, formula, line) = (
                [.mean, .deviation], "formula-zscore",
                "\(Self.text(mean)) + \(Self.text(deviation)) · (\(difference)) / sd"
            )
        case .fromMetadata(.goalposts):
            let scale = Self.text(posts?.top ?? 100)
            let rise = isUp ? "\(scale) · (x − lo) / (hi − lo)" : "\(scale) · (hi − x) / (hi − lo)"
            let isCut = posts?.isTruncated ?? true
            (statistics, formula, line) = (
                [], isCut ? "formula-goalposts" : "formula-goalposts-open",
                isCut ? "min(\(scale), max(0, \(rise)))" : rise
            )
        default: (statistics, formula, line) = ([], "formula-normalised", nil)
        }
        comparesAll = line == nil
    }

    /// The formula in symbols.
    var expression: String { line ?? "M(x)" }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
