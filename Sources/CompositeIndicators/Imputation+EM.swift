/// The standardised data of one block, sorted by which indicators are missing.
struct EMBlock {
    /// The units that lack the same indicators.
    struct Pattern {
        let observed: [Int]
        let missing: [Int]
        var units: [Int]
    }

    let block: Imputation.Block
    private let start: Imputation.NormalFit
    /// Unit by unit; not a number is missing.
    private let data: [Double]
    let order: Int
    private(set) var patterns: [Pattern] = []

    init(_ matrix: IndicatorMatrix, _ block: Imputation.Block) {
        self.block = block
        let columns = block.columns.map { matrix.values(of: $0) }
        let location = columns.map { Descriptives.mean($0) ?? 0 }
        let scale = columns.map { column in
            let deviation = Descriptives.standardDeviation(column) ?? 0
            return deviation > 0 ? deviation : 1
        }
        order = columns.count
        data = matrix.units.indices.flatMap { unit in
            columns.indices.map { (columns[$0][unit] - location[$0]) / scale[$0] }
        }
        var covariance = Array(repeating: 0.0, count: order * order)
        for index in 0..<order {
            let isConstant = (Descriptives.extremes(columns[index]).map { $0.minimum == $0.maximum } ?? true)
            covariance[index * order + index] = isConstant ? 0 : 1
        }
        start = Imputation.NormalFit(
            codes: block.columns.map { matrix.codes[$0] }, location: location, scale: scale,
            means: Array(repeating: 0, count: order), covariance: covariance)
        patterns = patterns(units: matrix.units.count)
    }

    private func patterns(units: Int) -> [Pattern] {
        var positions: [[Int]: Int] = [:]
        var patterns: [Pattern] = []
        for unit in 0..<units {
            let missing = (0..<order).filter { data[unit * order + $0].isNaN }
            if let position = positions[missing] {
                patterns[position].units.append(unit)
            } else {
                positions[missing] = patterns.count
                let observed = (0..<order).filter { !missing.contains($0) }
                patterns.append(Pattern(observed: observed, missing: missing, units: [unit]))
            }
        }
        return patterns
    }

    /// Iterates to convergence.
    func fit(_ options: Imputation.EMOptions) throws(ImputationFault) -> Imputation.NormalFit {
        let units = patterns.reduce(0) { $1.observed.isEmpty ? $0 : $0 + $1.units.count }
        guard units > order else { throw .tooFewUnits(block: block.name, units: units, indicators: order) }
        var fit = start
        for iteration in 1...max(1, options.iterations) {
            let next = try step(fit, units: Double(units), ridge: options.ridge)
            let change = max(
                zip(next.means, fit.means).reduce(0) { max($0, abs($1.0 - $1.1)) },
                zip(next.covariance, fit.covariance).reduce(0) { max($0, abs($1.0 - $1.1)) })
            fit = next
            fit.iterations = iteration
            if change < options.tolerance { return fit }
        }
        throw .notConverged(block: block.name, iterations: options.iterations)
    }

    /// One E-step and M-step; moments are taken about the means before it.
    private func step(
        _ fit: Imputation.NormalFit, units: Double, ridge: Double
    ) throws(ImputationFault) -> Imputation.NormalFit {
        var first = Array(repeating: 0.0, count: order)
        var second = Array(repeating: 0.0, count: order * order)
        var deviations = first
        for pattern in patterns where !pattern.observed.isEmpty {
            let slopes = try slopes(pattern, fit)
            for unit in pattern.units {
                complete(unit, pattern, slopes, fit, into: &deviations)
                for row in 0..<order {
                    first[row] += deviations[row]
                    for column in 0..<order { second[row * order + column] += deviations[row] * deviations[column] }
                }
            }
            addConditionalCovariance(pattern, slopes, fit, to: &second)
        }
        var next = fit
        for row in 0..<order {
            next.means[row] = fit.means[row] + first[row] / units
            for column in 0..<order {
                let moment = second[row * order + column] / units
                next.covariance[row * order + column] = moment - first[row] / units * (first[column] / units)
            }
            next.covariance[row * order + row] += ridge
        }
        return next
    }

    /// For each missing indicator, its regression on the observed ones.
    func slopes(
        _ pattern: Pattern, _ fit: Imputation.NormalFit
    ) throws(ImputationFault) -> [[Double]] {
        guard !pattern.missing.isEmpty, !pattern.observed.isEmpty else { return pattern.missing.map { _ in [] } }
        guard let factor = CholeskyFactor(fit.covariance, order: order, members: pattern.observed) else {
            throw .singular(block: block.name)
        }
        return pattern.missing.map { row in
            var vector = pattern.observed.map { fit.covariance[row * order + $0] }
            factor.solve(&vector)
            return vector
        }
    }

    /// The deviations of a unit from the means, what is missing by its conditional mean.
    func complete(
        _ unit: Int, _ pattern: Pattern, _ slopes: [[Double]], _ fit: Imputation.NormalFit,
        into deviations: inout [Double]
    ) {
        for column in pattern.observed { deviations[column] = data[unit * order + column] - fit.means[column] }
        for (position, column) in pattern.missing.enumerated() {
            var sum = 0.0
            for (slope, other) in zip(slopes[position], pattern.observed) { sum += slope * deviations[other] }
            deviations[column] = sum
        }
    }

    private func addConditionalCovariance(
        _ pattern: Pattern, _ slopes: [[Double]], _ fit: Imputation.NormalFit, to second: inout [Double]
    ) {
        let count = Double(pattern.units.count)
        for (position, row) in pattern.missing.enumerated() {
            for column in pattern.missing {
                var covariance = fit.covariance[row * order + column]
                for (slope, other) in zip(slopes[position], pattern.observed) {
                    covariance -= slope * fit.covariance[other * order + column]
                }
                second[row * order + column] += count * covariance
            }
        }
    }

    /// The conditional means of everything missing, in the units of the data.
    func cells(_ fit: Imputation.NormalFit) throws(ImputationFault) -> [Imputation.ImputedCell] {
        var cells: [Imputation.ImputedCell] = []
        var deviations = Array(repeating: 0.0, count: order)
        for pattern in patterns where !pattern.missing.isEmpty {
            let slopes = try slopes(pattern, fit)
            for unit in pattern.units {
                complete(unit, pattern, slopes, fit, into: &deviations)
                for column in pattern.missing {
                    let value = fit.location[column] + fit.scale[column] * (fit.means[column] + deviations[column])
                    cells.append(
                        Imputation.ImputedCell(
                            unit: unit, column: block.columns[column], value: value, donors: block.name))
                }
            }
        }
        return cells
    }
}
