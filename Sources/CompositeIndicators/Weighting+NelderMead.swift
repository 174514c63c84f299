/// The downhill simplex of Nelder and Mead (1965), from fixed starts, begun anew at its result until that stays.
struct NelderMead {
    private let dimensions: Int
    private let function: ([Double]) -> Double
    private(set) var evaluations = 0

    init(dimensions: Int, function: @escaping ([Double]) -> Double) {
        self.dimensions = dimensions
        self.function = function
    }

    /// The best point found.
    mutating func minimise() -> [Double] {
        guard dimensions > 0 else { return [] }
        var best = Array(repeating: 0.0, count: dimensions)
        var bestValue = evaluate(best)
        for start in starts() {
            var point = start
            var value = Double.infinity
            for step in [1.0, 0.5, 0.1, 0.02] {
                let next = descend(from: point, step: step)
                let gain = value - next.value
                (point, value) = next
                if gain <= 1e-13 { break }
            }
            if value < bestValue { (best, bestValue) = (point, value) }
        }
        return best
    }

    /// The origin, and two points off it in alternating directions.
    private func starts() -> [[Double]] {
        let directions = (0..<dimensions).map { $0 % 2 == 0 ? 0.7 : -0.7 }
        return [Array(repeating: 0.0, count: dimensions), directions, directions.map { -$0 }]
    }

    private mutating func evaluate(_ point: [Double]) -> Double {
        evaluations += 1
        let value = function(point)
        return value.isNaN ? .infinity : value
    }

    private mutating func descend(from start: [Double], step: Double) -> (point: [Double], value: Double) {
        var corners = [(point: start, value: evaluate(start))]
        for dimension in 0..<dimensions {
            var point = start
            point[dimension] += step
            corners.append((point, evaluate(point)))
        }
        for _ in 0..<(200 * dimensions) {
            corners.sort { $0.value < $1.value }
            if corners[dimensions].value - corners[0].value <= 1e-14 * (1e-3 + abs(corners[0].value)) { break }
            improve(&corners)
        }
        return corners.min { $0.value < $1.value } ?? (start, .infinity)
    }

    /// Moves the worst corner, or shrinks the simplex towards the best.
    private mutating func improve(_ corners: inout [(point: [Double], value: Double)]) {
        let worst = corners[dimensions]
        let centre = (0..<dimensions).map { dimension in
            corners.dropLast().reduce(0) { $0 + $1.point[dimension] } / Double(dimensions)
        }
        let reflected = corner(centre, away: worst.point, by: 1)
        if reflected.value < corners[0].value {
            let expanded = corner(centre, away: worst.point, by: 2)
            corners[dimensions] = expanded.value < reflected.value ? expanded : reflected
        } else if reflected.value < corners[dimensions - 1].value {
            corners[dimensions] = reflected
        } else {
            let isOutside = reflected.value < worst.value
            let contracted = corner(centre, away: worst.point, by: isOutside ? 0.5 : -0.5)
            if contracted.value < min(worst.value, reflected.value) {
                corners[dimensions] = contracted
            } else {
                shrink(&corners)
            }
        }
    }

    private mutating func corner(
        _ centre: [Double], away worst: [Double], by factor: Double
    ) -> (point: [Double], value: Double) {
        let point = zip(centre, worst).map { $0 + factor * ($0 - $1) }
        return (point, evaluate(point))
    }

    private mutating func shrink(_ corners: inout [(point: [Double], value: Double)]) {
        let best = corners[0].point
        for index in 1...dimensions {
            let point = zip(best, corners[index].point).map { $0 + ($1 - $0) / 2 }
            corners[index] = (point, evaluate(point))
        }
    }
}
