internal import SensitivityAnalysis

/// Finds the parameters of a model with which it comes closest to series of data.
///
/// Minimises the sum over all points of weight ((model - data) / scale)^2 within bounds, from several starts: the first where the
/// parameters say, or at the model's own values, the others by a Latin hypercube. Deterministic by seed on any number of threads.
/// - Missing values: points that are not finite are not data; a start whose run is not finite is listed and not followed.
/// - Intervals: b +- t s_b with s_b from s^2 (J'J)^-1 at the solution, s^2 = sum / (n - p), Student's t with n - p degrees of freedom; for a
///   parameter on a logarithmic scale, of its logarithm. None where a parameter ends at a bound (it is held then), where points are
///   too few, or where parameters cannot be told apart (`notIdentified`). They hold as far as the model is nearly linear there and
///   residuals are independent and alike.
/// Source: Seber and Wild, Nonlinear Regression (1989), sections 2.1 and 5.1.
public struct Calibration: Sendable {
    /// A parameter that is sought.
    public struct Parameter: Hashable, Sendable {
        /// The constant, or the stock for its initial value.
        public var name: String
        /// Where it lies.
        public var range: ClosedRange<Double>
        /// Where to begin; at the model's own value without it.
        public var start: Double?
        /// Whether the range is gone through by ratios; it must be above zero then.
        public var isLogarithmic: Bool

        /// Bundles a parameter.
        public init(
            _ name: String, in range: ClosedRange<Double>, start: Double? = nil, isLogarithmic: Bool = false
        ) {
            self.name = name
            self.range = range
            self.start = start
            self.isLogarithmic = isLogarithmic
        }
    }

    /// Data for a variable.
    public struct Series: Hashable, Sendable {
        /// A value at a time.
        public struct Point: Hashable, Sendable {
            /// The time.
            public var time: Double
            /// The value.
            public var value: Double

            /// Bundles a point.
            public init(time: Double, value: Double) {
                self.time = time
                self.value = value
            }
        }

        /// How residuals are made comparable.
        public enum Scale: Hashable, Sendable {
            /// As they are.
            case none
            /// By the standard deviation of the data, those held back left out.
            case deviation
            /// By a number in the units of the variable.
            case by(Double)
        }

        /// The variable or element.
        public var variable: String
        /// The data.
        public var points: [Point]
        /// The weight of its squares.
        public var weight: Double
        /// How residuals are made comparable.
        public var scale: Scale

        /// Bundles a series.
        public init(_ variable: String, _ points: [Point], weight: Double = 1, scale: Scale = .none) {
            self.variable = variable
            self.points = points
            self.weight = weight
            self.scale = scale
        }
    }

    /// The parameters.
    public var parameters: [Parameter]
    /// The data.
    public var series: [Series]
    /// How many starts.
    public var starts = 8
    /// The seed of the starts.
    public var seed: UInt64 = 0
    /// The level of the intervals.
    public var level = 0.95
    /// Data from this time on are not fitted, only compared.
    public var heldBackFrom: Double?
    /// Whether data may lie between saved times, where the model is taken as a line.
    public var interpolates = false

    /// Bundles a calibration.
    public init(parameters: [Parameter], series: [Series]) {
        self.parameters = parameters
        self.series = series
    }

    /// Runs it.
    ///
    /// - Parameter options: times and method; what is saved is chosen here.
    /// - Throws: `ModelFaults` with all that does not fit: names, ranges, times that are not saved, no data, no start with a finite run.
    public func run(
        _ model: Model, _ options: Simulation.Options = .init(), threads: Int? = nil
    ) throws(ModelFaults) -> CalibrationResult {
        let problem = try CalibrationProblem(self, model, options, threads: threads)
        var search = BoundedLeastSquares()
        let function = { (points: [[Double]]) throws(ModelFaults) -> [[Double]] in try problem.residuals(points) }
        let ends = try search.run(try problem.starts(), function)
        guard let best = ends.indices.min(by: { ends[$0].sum < ends[$1].sum }), ends[best].sum.isFinite else {
            throw ModelFaults([ModelFault(.badData, "starts: \(starts)")])
        }
        let jacobian = try search.jacobians([ends[best].point], function)[0]
        return try CalibrationResult(problem, ends, best: best, jacobian: jacobian, evaluations: search.evaluations)
    }
}
