internal import SensitivityAnalysis

/// What a calibration found, and how well it is known.
public struct CalibrationResult: Sendable {
    /// A parameter's estimate.
    public struct Estimate: Hashable, Sendable {
        /// What is known of it.
        public enum Status: String, Hashable, Sendable, CaseIterable {
            /// Within its bounds, with an interval.
            case estimated
            /// At a bound; held there for the intervals of the others.
            case atBound
            /// Other values fit as well, alone or together with other parameters.
            case notIdentified
            /// No more points than parameters.
            case noFreedom
        }

        /// The parameter.
        public let name: String
        /// Its value.
        public let value: Double
        /// Its standard error; of its logarithm on a logarithmic scale.
        public let standardError: Double?
        /// Its interval, not cut off at the bounds.
        public let interval: ClosedRange<Double>?
        /// What is known of it.
        public let status: Status
    }

    /// A point of data beside the model.
    public struct Residual: Hashable, Sendable {
        /// The variable.
        public let variable: String
        /// The time.
        public let time: Double
        /// The data.
        public let data: Double
        /// The model.
        public let model: Double
        /// Whether it was held back.
        public let isHeldBack: Bool
    }

    /// How close the model comes to a series.
    public struct Fit: Hashable, Sendable {
        /// The variable.
        public let variable: String
        /// How many points were fitted, and held back.
        public let points, heldBack: Int
        /// The root of the mean square of model - data, in the units of the variable; `nil` without points.
        public let error, heldBackError: Double?
        /// 1 - squares of residuals / squares about the mean; `nil` where the data do not vary.
        public let determination: Double?
    }

    /// Where a start ended.
    public struct Start: Hashable, Sendable {
        /// The parameters there.
        public let values: [Double]
        /// The sum of squares; infinite where the run was not finite.
        public let sum: Double
        /// How many rounds it took.
        public let rounds: Int
        /// Why it ended: `converged`, `noProgress`, `mostRounds` or `notFinite`.
        public let stop: String
    }

    /// The estimates.
    public let estimates: [Estimate]
    /// The correlations between the estimates within their bounds, row by row; empty without intervals.
    public let correlations: [[Double]]
    /// The sum of squares.
    public let sum: Double
    /// The points fitted less the parameters within their bounds.
    public let degreesOfFreedom: Int
    /// All points beside the model.
    public let residuals: [Residual]
    /// By series.
    public let fits: [Fit]
    /// All starts, in their order.
    public let starts: [Start]
    /// How many starts ended as low as the best, to a millionth.
    public let agreeing: Int
    /// How many runs it took.
    public let evaluations: Int

    init(
        _ problem: CalibrationProblem, _ ends: [BoundedLeastSquares.End], best: Int, jacobian: [[Double]],
        evaluations: Int
    ) throws(ModelFaults) {
        let end = ends[best]
        sum = end.sum
        self.evaluations = evaluations
        starts = ends.map {
            Start(values: problem.values($0.point), sum: $0.sum, rounds: $0.rounds, stop: $0.stop?.rawValue ?? "")
        }
        let size = end.residuals.reduce(0) { max($0, abs($1)) }
        agreeing = ends.count { $0.sum <= end.sum * (1 + 1e-6) + 1e-12 * size }
        let values = problem.values(end.point)
        let found = problem.modelled(try problem.runs.values(at: [values])[0])
        residuals = zip(problem.matches, found).map { match, model in
            Residual(
                variable: problem.calibration.series[match.series].variable, time: match.time, data: match.data,
                model: model, isHeldBack: match.isHeldBack)
        }
        let all = residuals
        fits = problem.calibration.series.enumerated().map { number, series in
            Fit(
                series.variable,
                problem.matches.indices.filter { problem.matches[$0].series == number }.map { all[$0] })
        }
        let uncertainty = Uncertainty(problem, end, jacobian, values)
        degreesOfFreedom = uncertainty.degreesOfFreedom
        estimates = uncertainty.estimates
        correlations = uncertainty.correlations
    }
}

extension CalibrationResult.Fit {
    init(_ variable: String, _ points: [CalibrationResult.Residual]) {
        func error(_ part: [CalibrationResult.Residual]) -> Double? {
            let squares = part.reduce(0) { $0 + ($1.model - $1.data) * ($1.model - $1.data) }
            return part.isEmpty ? nil : (squares / Double(part.count)).squareRoot()
        }
        self.variable = variable
        let (fitted, held) = (points.filter { !$0.isHeldBack }, points.filter(\.isHeldBack))
        (self.points, heldBack) = (fitted.count, held.count)
        self.error = error(fitted)
        heldBackError = error(held)
        let mean = fitted.reduce(0) { $0 + $1.data } / Double(max(1, fitted.count))
        let spread = fitted.reduce(0) { $0 + ($1.data - mean) * ($1.data - mean) }
        let squares = fitted.reduce(0) { $0 + ($1.model - $1.data) * ($1.model - $1.data) }
        determination = spread > 0 ? 1 - squares / spread : nil
    }
}

/// Standard errors and intervals at a solution.
private struct Uncertainty {
    var degreesOfFreedom = 0
    var estimates: [CalibrationResult.Estimate] = []
    var correlations: [[Double]] = []

    init(
        _ problem: CalibrationProblem, _ end: BoundedLeastSquares.End, _ jacobian: [[Double]], _ values: [Double]
    ) {
        let parameters = problem.calibration.parameters
        let free = parameters.indices.filter { end.point[$0] > 0 && end.point[$0] < 1 }
        degreesOfFreedom = end.residuals.count - free.count
        let columns = free.map { parameter in jacobian[parameter].map { $0 / problem.slope(parameter) } }
        let loose = Self.loose(columns)
        let kept = free.indices.filter { !loose.contains($0) }
        let inverse = NormalMatrix(kept.map { columns[$0] }).inverse
        let variance = degreesOfFreedom > 0 ? end.sum / Double(degreesOfFreedom) : .nan
        let student = StudentDistribution.quantile(
            (1 + problem.calibration.level) / 2, degreesOfFreedom: Double(max(1, degreesOfFreedom)))
        for (number, parameter) in parameters.enumerated() {
            var error: Double?
            let status: CalibrationResult.Estimate.Status
            if let place = free.firstIndex(of: number) {
                if degreesOfFreedom <= 0 {
                    status = .noFreedom
                } else if let row = kept.firstIndex(of: place), let inverse {
                    status = .estimated
                    error = (variance * inverse[row][row]).squareRoot()
                } else {
                    status = .notIdentified
                }
            } else {
                status = .atBound
            }
            let value = values[number]
            let interval = error.map { error in
                let reach = student * error
                return parameter.isLogarithmic
                    ? value * Elementary.exp(-reach)...value * Elementary.exp(reach) : value - reach...value + reach
            }
            estimates.append(
                .init(name: parameter.name, value: value, standardError: error, interval: interval, status: status))
        }
        guard let inverse, degreesOfFreedom > 0 else { return }
        correlations = inverse.indices.map { row in
            inverse.indices.map { inverse[row][$0] / (inverse[row][row] * inverse[$0][$0]).squareRoot() }
        }
    }

    /// The columns that are zero or take part in a dependence, so that their parameters cannot be told apart.
    private static func loose(_ columns: [[Double]]) -> Set<Int> {
        let largest = columns.map { $0.reduce(0) { max($0, abs($1)) } }
        var loose = Set(columns.indices.filter { !(largest[$0] > 0) || !largest[$0].isFinite })
        while true {
            let rest = columns.indices.filter { !loose.contains($0) }
            if rest.isEmpty || NormalMatrix(rest.map { columns[$0] }).isWell { return loose }
            // Those without which the others can be told apart, or all where it is more than a pair.
            let parts = rest.filter { one in
                NormalMatrix(rest.filter { $0 != one }.map { columns[$0] }).isWell
            }
            loose.formUnion(parts.isEmpty ? rest : parts)
        }
    }
}

extension NormalMatrix {
    /// Whether parameters can be told apart: no variance is more than 1e10 times what it would be alone.
    fileprivate var isWell: Bool {
        guard let inverse else { return false }
        return inverse.indices.allSatisfy { inverse[$0][$0] * size($0) * size($0) < 1e10 }
    }
}
