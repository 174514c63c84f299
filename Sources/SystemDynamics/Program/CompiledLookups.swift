/// The graphical functions of a program in one row of numbers.
///
/// A value between points is y_k + slope_k (x - x_k) with the last x_k at or below x, so points are met exactly. One run
/// searches, several side by side go through all segments where there are few; both compute the same bits.
struct CompiledLookups: Sendable {
    private struct Head: Sendable {
        var start: Int
        var count: Int
        var kind: LookupTable.Kind
    }

    private var heads: [Head] = []
    /// For each table its x, then its y, then its slopes.
    private var points: [Double] = []
    private var known: [Key: Int] = [:]

    private struct Key: Hashable, Sendable {
        var table: LookupTable
        var kind: LookupTable.Kind
    }

    /// Up to so many points all segments are gone through.
    private static let few = 16

    /// Adds a table; returns its number.
    mutating func add(_ table: LookupTable, as other: LookupTable.Kind?) -> Int {
        let key = Key(table: table, kind: other ?? table.kind)
        if let number = known[key] { return number }
        heads.append(Head(start: points.count, count: table.x.count, kind: key.kind))
        points += table.x
        points += table.y
        for place in table.x.indices {
            let next = place + 1
            let isLast = next == table.x.count
            points.append(isLast ? 0 : (table.y[next] - table.y[place]) / (table.x[next] - table.x[place]))
        }
        if key.kind == .extrapolate, table.x.count > 1 { points[points.count - 1] = points[points.count - 2] }
        known[key] = heads.count - 1
        return heads.count - 1
    }

    /// The value of a table.
    func value<Value: Lanes>(_ number: Int, _ x: Value) -> Value {
        let head = heads[number]
        return points.withUnsafeBufferPointer { points in
            if Value.width > 1, head.kind == .continuous, head.count <= Self.few {
                return Self.swept(head, points, x)
            }
            var result = Value(all: 0)
            for lane in 0..<Value.width { result[lane: lane] = Self.searched(head, points, x[lane: lane]) }
            return result
        }
    }

    /// All segments in turn, the last that begins at or below x.
    private static func swept<Value: Lanes>(_ head: Head, _ points: UnsafeBufferPointer<Double>, _ x: Value) -> Value {
        let (xs, ys, slopes) = (head.start, head.start + head.count, head.start + 2 * head.count)
        var result = Value(all: points[ys])
        for place in 0..<head.count {
            let start = Value(all: points[xs + place])
            let line = Value(all: points[ys + place]) + Value(all: points[slopes + place]) * (x - start)
            result = .choose(.lessOrEqual(start, x), line, result)
        }
        // At infinity the last slope, zero, would give no number.
        let last = Value(all: points[xs + head.count - 1])
        result = .choose(.lessOrEqual(last, x), Value(all: points[ys + head.count - 1]), result)
        return .choose(.same(x, x), result, x)
    }

    private static func searched(_ head: Head, _ points: UnsafeBufferPointer<Double>, _ x: Double) -> Double {
        let (xs, ys, slopes) = (head.start, head.start + head.count, head.start + 2 * head.count)
        let last = head.count - 1
        if x.isNaN { return x }
        if head.kind == .raw {
            for place in 0...last where abs(points[xs + place] - x) <= 1e-9 * max(1, abs(x)) {
                return points[ys + place]
            }
            return LookupTable.missing
        }
        if x <= points[xs] {
            return head.kind == .extrapolate ? points[ys] + points[slopes] * (x - points[xs]) : points[ys]
        }
        if x >= points[xs + last] {
            guard head.kind == .extrapolate else { return points[ys + last] }
            return points[ys + last] + points[slopes + last] * (x - points[xs + last])
        }
        var (low, high) = (0, last)
        while high - low > 1 {
            let middle = (low + high) >> 1
            if points[xs + middle] <= x { low = middle } else { high = middle }
        }
        switch head.kind {
        case .discrete: return points[ys + low]
        case .forward: return points[xs + low] == x ? points[ys + low] : points[ys + high]
        default: return points[ys + low] + points[slopes + low] * (x - points[xs + low])
        }
    }
}
