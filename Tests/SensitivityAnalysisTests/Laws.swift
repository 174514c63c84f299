import Glibc

/// Pearson's chi-square of values in [0, 1) against equal bins.
func chiSquare(_ values: [Double], bins: Int) -> Double {
    var counts = Array(repeating: 0, count: bins)
    for value in values {
        counts[min(Int(value * Double(bins)), bins - 1)] += 1
    }
    let expected = Double(values.count) / Double(bins)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
}

/// The 99.9 % point of chi-square with 19 degrees of freedom (any table).
let bound19 = 43.82

func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
}

func isClose(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    abs(value - expected) <= tolerance
}

/// The Ishigami function on the unit cube, a = 7, b = 0.1: variance and indices are known exactly.
func ishigami(_ point: [Double]) -> Double {
    let x = point.map { 2 * Double.pi * $0 - Double.pi }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
}
