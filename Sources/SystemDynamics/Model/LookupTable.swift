/// A graphical function: y by x, x ascending.
public struct LookupTable: Hashable, Sendable {
    /// What lies between and beyond the points.
    public enum Kind: String, Hashable, Sendable {
        /// Lines between points, the ends held.
        case continuous
        /// Lines between points, the first and last prolonged.
        case extrapolate
        /// The value of the next lower point.
        case discrete
        /// The value of the next point at or after.
        case forward
        /// The value at points, missing elsewhere.
        case raw
    }

    /// The x values.
    public var x: [Double]
    /// The y values.
    public var y: [Double]
    /// What lies between.
    public var kind: Kind

    /// A table.
    public init(x: [Double], y: [Double], kind: Kind = .continuous) {
        self.x = x
        self.y = y
        self.kind = kind
    }

    /// Vensim's value for what is missing, -2^109.
    public static let missing = -649_037_107_316_853_453_566_312_041_152_512.0

    /// The value at a point.
    public func value(at point: Double, as other: Kind? = nil) -> Double {
        guard let first = x.first, let last = x.last else { return .nan }
        let kind = other ?? self.kind
        if point.isNaN { return point }
        if kind == .raw {
            guard let place = x.firstIndex(where: { abs($0 - point) <= 1e-9 * max(1, abs(point)) }) else {
                return Self.missing
            }
            return y[place]
        }
        if point <= first { return kind == .extrapolate ? prolonged(0, point) : y[0] }
        if point >= last { return kind == .extrapolate ? prolonged(x.count - 2, point) : y[y.count - 1] }
        var (low, high) = (0, x.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if x[middle] <= point { low = middle } else { high = middle }
        }
        switch kind {
        case .discrete: return y[low]
        case .forward: return x[low] == point ? y[low] : y[high]
        default: return y[low] + (y[high] - y[low]) * ((point - x[low]) / (x[high] - x[low]))
        }
    }

    private func prolonged(_ segment: Int, _ point: Double) -> Double {
        guard x.count > 1 else { return y[0] }
        let slope = (y[segment + 1] - y[segment]) / (x[segment + 1] - x[segment])
        return y[segment] + slope * (point - x[segment])
    }

    /// The area under the lines from the first point to a point.
    public func area(from start: Double, to end: Double) -> Double {
        guard end > start else { return start > end ? -area(from: end, to: start) : 0 }
        let inner = x.filter { $0 > start && $0 < end }
        let points = [start] + inner + [end]
        return zip(points, points.dropFirst()).reduce(0) { sum, pair in
            sum + (pair.1 - pair.0) * (value(at: pair.0) + value(at: pair.1)) / 2
        }
    }

    /// The first x at which the lines reach a value.
    public func inverse(of value: Double) -> Double {
        guard let first = y.first, let last = y.last else { return .nan }
        for place in y.indices.dropLast() {
            let (low, high) = (y[place], y[place + 1])
            if low == value { return x[place] }
            if (low < value) == (high > value), low != high {
                return x[place] + (value - low) / (high - low) * (x[place + 1] - x[place])
            }
        }
        return abs(value - first) < abs(value - last) ? x[0] : x[x.count - 1]
    }
}
