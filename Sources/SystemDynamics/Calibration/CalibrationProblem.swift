internal import SensitivityAnalysis

/// A calibration made ready: which saved value is compared with which point of data.
struct CalibrationProblem: Sendable {
    /// A point of data and where the model's value stands.
    struct Match: Sendable {
        var series: Int
        var time: Double
        var data: Double
        var isHeldBack: Bool
        /// The places of the values around it in a run's rows, and the share of the later.
        var before, after: Int
        var share: Double
        /// The factor of the residual.
        var factor: Double
    }

    let calibration: Calibration
    let runs: ModelRuns
    let matches: [Match]
    let fitted: [Int]
    private let threads: Int?

    init(
        _ calibration: Calibration, _ model: Model, _ options: Simulation.Options, threads: Int?
    ) throws(ModelFaults) {
        self.calibration = calibration
        self.threads = threads
        var faults = Self.faults(calibration)
        var options = options
        options.saved = []
        for series in calibration.series {
            if model.cells(named: series.variable).count > 1 {
                faults.append(ModelFault(.arrayInScalar, series.variable, variable: series.variable))
            }
            options.saved.append(series.variable)
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        runs = try ModelRuns(model, inputs: calibration.parameters.map(\.name), options)
        var matches: [Match] = []
        for (number, series) in calibration.series.enumerated() {
            matches += Self.matches(number, series, calibration, runs, &faults)
        }
        self.matches = matches
        fitted = matches.indices.filter { !matches[$0].isHeldBack }
        if fitted.isEmpty, faults.isEmpty { faults.append(ModelFault(.badData, "0")) }
        guard faults.isEmpty else { throw ModelFaults(faults) }
    }

    private static func faults(_ calibration: Calibration) -> [ModelFault] {
        var faults: [ModelFault] = []
        for parameter in calibration.parameters {
            let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
            guard low < high, low.isFinite, high.isFinite, !parameter.isLogarithmic || low > 0,
                parameter.start.map({ parameter.range.contains($0) }) ?? true
            else {
                faults.append(ModelFault(.badSpecification, "\(low), \(high)", variable: parameter.name))
                continue
            }
        }
        if calibration.parameters.isEmpty { faults.append(ModelFault(.badSetting, "parameters")) }
        if !(1...10_000).contains(calibration.starts) {
            faults.append(ModelFault(.tooLarge, "\(calibration.starts)", variable: "starts"))
        }
        return faults
    }

    private static func matches(
        _ number: Int, _ series: Calibration.Series, _ calibration: Calibration, _ runs: ModelRuns,
        _ faults: inout [ModelFault]
    ) -> [Match] {
        let limit = calibration.heldBackFrom ?? .infinity
        let points = series.points.filter { $0.time.isFinite && $0.value.isFinite }
        let known = points.filter { $0.time < limit }.map(\.value)
        let scale: Double
        switch series.scale {
        case .none: scale = 1
        case .by(let size): scale = size
        case .deviation:
            let mean = known.reduce(0, +) / Double(max(1, known.count))
            let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            scale = (squares / Double(max(1, known.count - 1))).squareRoot()
        }
        guard scale > 0, scale.isFinite, series.weight >= 0, series.weight.isFinite else {
            faults.append(ModelFault(.badData, "\(scale), \(series.weight)", variable: series.variable))
            return []
        }
        var result: [Match] = []
        for point in points {
            guard let place = row(point.time, runs.times, calibration.interpolates) else {
                faults.append(ModelFault(.notSaved, "\(point.time)", variable: series.variable))
                continue
            }
            let width = runs.names.count
            result.append(
                Match(
                    series: number, time: point.time, data: point.value, isHeldBack: point.time >= limit,
                    before: place.row * width + number,
                    after: min(place.row + 1, runs.times.count - 1) * width + number,
                    share: place.share, factor: series.weight.squareRoot() / scale))
        }
        return result
    }

    /// The row at or before a time, and the share of the next.
    private static func row(_ time: Double, _ times: [Double], _ interpolates: Bool) -> (row: Int, share: Double)? {
        if let row = OutcomeRuns.row(time, times) { return (row, 0) }
        guard interpolates, let next = times.firstIndex(where: { $0 > time }), next > 0 else { return nil }
        return (next - 1, (time - times[next - 1]) / (times[next] - times[next - 1]))
    }

    /// The values of parameters at a point of the unit cube.
    func values(_ point: [Double]) -> [Double] {
        zip(calibration.parameters, point).map { parameter, share in
            let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
            if share <= 0 { return low }
            if share >= 1 { return high }
            return parameter.isLogarithmic
                ? low * Elementary.exp(share * Elementary.log(high / low)) : low + share * (high - low)
        }
    }

    /// How fast a parameter, or its logarithm, grows with its coordinate.
    func slope(_ parameter: Int) -> Double {
        let found = calibration.parameters[parameter]
        let (low, high) = (found.range.lowerBound, found.range.upperBound)
        return found.isLogarithmic ? Elementary.log(high / low) : high - low
    }

    private func coordinate(_ parameter: Calibration.Parameter, _ value: Double) -> Double {
        let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
        let inner = min(high, max(low, value.isNaN ? (low + high) / 2 : value))
        return parameter.isLogarithmic
            ? Elementary.log(inner / low) / Elementary.log(high / low) : (inner - low) / (high - low)
    }

    /// Where to begin.
    func starts() throws(ModelFaults) -> [[Double]] {
        let first = zip(calibration.parameters, runs.standard).map { coordinate($0, $0.start ?? $1) }
        guard calibration.starts > 1 else { return [first] }
        do {
            let sample = try SamplingMethod.latinHypercube(centred: false).sample(
                rows: calibration.starts - 1, columns: calibration.parameters.count, seed: calibration.seed)
            return [first] + (0..<sample.rows).map { sample.row($0) }
        } catch {
            throw ModelFaults([ModelFault(.tooLarge, "\(calibration.starts)")])
        }
    }

    /// What the model has for each point of data.
    func modelled(_ rows: [Double]) -> [Double] {
        matches.map { match in
            let before = rows[match.before]
            return match.share == 0 ? before : before * (1 - match.share) + rows[match.after] * match.share
        }
    }

    /// The residuals of the points that are fitted.
    func residuals(_ points: [[Double]]) throws(ModelFaults) -> [[Double]] {
        try runs.values(at: points.map(values), threads: threads).map { rows in
            let found = modelled(rows)
            return fitted.map { matches[$0].factor * (found[$0] - matches[$0].data) }
        }
    }
}
