/// One column after the other of a Latin hypercube: (pi_j(i) + v_ij)/n, with pi_j a random permutation and v uniform or
/// 1/2.
///
/// Holds: each interval [k/n, (k+1)/n) of every input holds exactly one point. Does not hold: any balance in two or
/// more inputs together; a longer design does not contain a shorter one.
/// Source: McKay, Beckman and Conover, Technometrics 21 (1979), 239-245; permutations by Fisher and Yates.
struct LatinHypercube {
    let rows: Int
    let isCentred: Bool
    let generator: CounterGenerator

    init(rows: Int, isCentred: Bool, seed: UInt64) {
        self.rows = rows
        self.isCentred = isCentred
        generator = CounterGenerator(seed: seed, stream: .latinHypercube)
    }

    func column(_ input: Int) -> [Double] {
        let strata = permutation(input)
        return (0..<rows).map { row in
            let inside = isCentred ? 0.5 : generator.uniform(run: row, input: input, draw: 1)
            let value = (Double(strata[row]) + inside) / Double(rows)
            return clamped(value, in: strata[row])
        }
    }

    /// Rounding may carry k + v with v next to 1 into the next stratum.
    private func clamped(_ value: Double, in stratum: Int) -> Double {
        let end = Double(stratum + 1) / Double(rows)
        return value < end ? value : end.nextDown
    }

    private func permutation(_ input: Int) -> [Int] {
        var order = Array(0..<rows)
        for last in stride(from: rows - 1, to: 0, by: -1) {
            order.swapAt(last, generator.integer(below: last + 1, run: last, input: input))
        }
        return order
    }
}
