/// Measures the efficiency E of a point against a frontier: at most 1 inside it.
enum DistanceMeter: Sendable {
    case radial(RadialModel)
    case directional(DirectionalModel)

    /// E: theta, 1/phi or 1/(1 + beta).
    func efficiency(_ point: Technology.Point) -> Result<Double, NoScore> {
        switch self {
        case .radial(let model):
            model.factor(point).flatMap { found in
                let value = model.orientation == .input ? found.factor : 1 / found.factor
                return value > 0 && value.isFinite ? .success(value) : .failure(NoScore(status: .undefined))
            }
        case .directional(let model):
            model.distance(point).flatMap { beta in
                1 + beta > 0 ? .success(1 / (1 + beta)) : .failure(NoScore(status: .undefined))
            }
        }
    }
}

/// A unit in two periods and the frontiers it is held against.
struct Pair {
    let first: Technology.Point
    let second: Technology.Point
    let meters: [DistanceMeter]
    let constant: [DistanceMeter]
    let variable: [DistanceMeter]
    let overall: DistanceMeter
    let period: Int

    /// E for a distance, by some meters.
    func efficiency(_ distance: CrossDistance, _ meters: [DistanceMeter]) -> Result<Double, NoScore> {
        switch distance {
        case .firstOwn: meters[period].efficiency(first)
        case .secondOwn: meters[period + 1].efficiency(second)
        case .secondOnFirst: meters[period].efficiency(second)
        case .firstOnSecond: meters[period + 1].efficiency(first)
        case .firstOnAll: overall.efficiency(first)
        case .secondOnAll: overall.efficiency(second)
        }
    }
}

/// Distances of a unit, with the failures on the way.
struct Distances {
    private(set) var values: [CrossDistance: Double] = [:]
    private(set) var failures: [ProductivityChange.Failure] = []

    init(_ wanted: [CrossDistance], of pair: Pair, by meters: [DistanceMeter]) {
        for distance in wanted {
            switch pair.efficiency(distance, meters) {
            case .success(let value): values[distance] = value
            case .failure(let none): failures.append(.init(distance: distance, status: none.status))
            }
        }
    }

    /// One distance over another.
    func ratio(_ above: CrossDistance, _ below: CrossDistance) -> Double? {
        guard let above = values[above], let below = values[below] else { return nil }
        return above / below
    }

    /// TC: the geometric mean of the movement of the frontier, seen from both periods.
    var technicalChange: Double? {
        guard let later = ratio(.secondOnFirst, .secondOwn), let earlier = ratio(.firstOwn, .firstOnSecond) else {
            return nil
        }
        return (later * earlier).squareRoot()
    }
}
